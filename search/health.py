"""Whether Elasticsearch serves the search, where one is set: asked of itself, in time that whoever asks can spare.

The answer is kept for some seconds, for all processes that share a cache, so that watching costs next to nothing.
"""

import logging
import time
from datetime import timedelta
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _
from elastic_transport import TransportError
from elasticsearch import ApiError

from portal.health import HealthItem, health_items
from portal.outbox.admin import MAY
from portal.registry import Trouble, TroubleSource, trouble_sources
from search.engines.elastic.client import client, is_configured
from search.index.definition import is_as_defined
from search.index.names import alias
from search.indexing.effects import is_behind

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

logger = logging.getLogger(__name__)

#: What ``/healthz`` waits for it at most, all attempts together.
PATIENCE_SECONDS = 0.8
#: Changes reach the index within a second; those that wait so long do not.
LATE = timedelta(minutes=5)
_LEAST_SECONDS = 0.01
_KEPT_SECONDS = 5
_KEPT_AS = "search-health"


class State(StrEnum):
    SERVES = "serves"
    SILENT = "silent"
    WITHOUT_INDEX = "without index"
    BEHIND = "behind"
    OUTDATED = "outdated"
    """Made by another definition than today's: it answers, and a rebuild is due."""


def state() -> State:
    """How it is now, or was some seconds ago: two requests to Elasticsearch and one query at most."""
    kept = cache.get(_KEPT_AS)
    if kept is None:
        kept = _asked().value
        cache.set(_KEPT_AS, kept, _KEPT_SECONDS)
    return State(kept)


def _asked() -> State:
    attempts = min(2, len(settings.ELASTICSEARCH_URLS))  # of several nodes one may be away
    ends = time.monotonic() + PATIENCE_SECONDS
    try:
        server = client().options(
            request_timeout=PATIENCE_SECONDS / attempts, max_retries=attempts - 1, retry_on_timeout=True
        )
        server.search(index=alias(), size=0, terminate_after=1, track_total_hits=False)
        left = max(_LEAST_SECONDS, ends - time.monotonic())
        is_of_today = is_as_defined(server.options(request_timeout=left / attempts), alias())
    except ApiError as problem:
        return State.WITHOUT_INDEX if problem.meta.status == HTTPStatus.NOT_FOUND else State.SILENT
    except TransportError as problem:
        logger.info("Elasticsearch does not answer: %s", type(problem).__name__)
        return State.SILENT
    return State.BEHIND if is_behind(LATE) else State.SERVES if is_of_today else State.OUTDATED


def serves() -> bool:
    """An outdated index answers: it is a task for those who look after the portal, and no alarm after each update."""
    return state() in (State.SERVES, State.OUTDATED)


def troubles_of_search(person: "AbstractBaseUser | AnonymousUser") -> list[Trouble]:
    """For those who look after the installation."""
    if not is_configured() or not person.has_perm(MAY):  # type: ignore[union-attr]  # our users have rights
        return []
    text = _told(state())
    return [Trouble(text)] if text else []


def _told(found: State) -> Any:
    return {
        State.SERVES: "",
        State.SILENT: _(
            "Elasticsearch does not answer. The database answers readers instead, less well. Look whether it runs; what "
            "changes meanwhile is sent to it when it is back."
        ),
        State.WITHOUT_INDEX: _(
            "Elasticsearch has no index of this portal: the database is searched. Run “manage.py search_index rebuild”."
        ),
        State.BEHIND: _(
            "Changes have been waiting for Elasticsearch for more than five minutes, or were given up: the database answers "
            "readers instead, less well. Look whether it takes what it is sent, and at what was given up."
        ),
        State.OUTDATED: _(
            "The search index was built by an older definition: what is new in this version is not searched yet. Run "
            "“manage.py search_index rebuild”."
        ),
    }[found]


def register() -> None:
    """Called when the app is ready."""
    health_items.register(HealthItem("search", serves, is_there=is_configured))
    trouble_sources.register(TroubleSource("search", troubles_of_search))
