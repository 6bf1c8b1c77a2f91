"""The effects by which entries follow their pages, written in the transaction that changes something."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.conf import settings

from portal.outbox.models import Effect
from portal.outbox.services import write_effects
from search.engines.elastic.client import is_configured
from search.indexing.parts import parts

#: Project these pages anew.
PAGES = "search.page"
#: Paths and tokens of all at and below these pages are others now.
PLACES = "search.places"
#: Give Elasticsearch what is stored of these pages.
SEND = "search.send"

#: Pages in one effect.
MOST_PAGES = 25
MOST_SENT = 200


def project_later(ids: Iterable[int]) -> None:
    """The entries of these pages will be as the pages are once this transaction has ended."""
    _write(PAGES, ids, MOST_PAGES)


def place_later(ids: Iterable[int]) -> None:
    """Where these pages and all below them stand, and who may see them, is another from now on."""
    _write(PLACES, ids, MOST_PAGES)


def tell_index(ids: Sequence[int]) -> None:
    """Entries were written or removed: Elasticsearch learns of them, where there is one."""
    if ids and is_configured():
        _write(SEND, ids, MOST_SENT)


def is_behind(waited: timedelta) -> bool:
    """Whether some change has not reached Elasticsearch for so long: until it has, the index counts what was."""
    return Effect.objects.filter(kind__in=(PAGES, PLACES, SEND)).undone_for(waited).exists()


def is_too_far_behind() -> bool:
    """Whether Elasticsearch must not be asked now: its totals would tell of what was taken away."""
    return is_behind(timedelta(seconds=settings.SEARCH_MOST_BEHIND_SECONDS))


def _write(kind: str, ids: Iterable[int], most: int) -> None:
    several = parts(sorted(set(ids)), most)
    write_effects(kind, {f"{kind}:{uuid.uuid4().hex}": {"pages": part} for part in several})
