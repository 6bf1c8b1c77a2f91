"""An index that is behind is not asked: its totals and facets would tell of what readers may not see any more."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.access.levels import Level, set_level
from portal.outbox.models import Effect
from portal.outbox.worker import drain, register_worker
from search import searching
from search.index.names import alias
from search.index.rebuilding import rebuild
from search.indexing.comparing import difference
from search.indexing.syncing import mend
from search.suggesting.services import _suggesters
from tests.factories import SectionFactory, publish

pytestmark = pytest.mark.django_db

WORDS = "việc làng"


@pytest.fixture
def found(visitor):
    """What a program is told of the search, as somebody who is not signed in."""

    def ask() -> dict:
        cache.clear()
        return visitor.get("/tim-kiem/ket-qua.json", {"q": WORDS}).json()

    return ask


@pytest.fixture
def told(news_section, story, server, settings):
    """One story that Elasticsearch has, and nothing that waits."""
    settings.ELASTICSEARCH_PREFIX = f"behind-{uuid.uuid4().hex[:8]}"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20
    searching._elastic.cache_clear()
    article = story(news_section, "Chi bộ họp bàn việc làng")
    mend(difference())
    rebuild()
    Effect.objects.all().delete()
    settings.SEARCH_MOST_BEHIND_SECONDS = 0
    yield article
    searching._elastic.cache_clear()
    for name in server.indices.get(index=f"{alias()}*").body:
        server.indices.delete(index=name)


@pytest.fixture
def work():
    """What a worker does with all that is due or was to be tried later."""
    worker = register_worker()

    def carry_out() -> None:
        Effect.objects.waiting().update(due_at=timezone.now())
        drain(worker, threading.Event())

    return carry_out


def writable(server, is_writable: bool) -> None:
    blocked = None if is_writable else True
    server.indices.put_settings(index=alias(), settings={"index.blocks.read_only_allow_delete": blocked})
    server.indices.put_settings(index=alias(), settings={"index.blocks.write": blocked})


def unpublish(article) -> None:
    article.unpublish()


def close(article) -> None:
    closed = publish(SectionFactory(parent=article.get_parent(), live=False))
    set_level(closed, Level.COMMITTEE)
    article.move(closed, pos="last-child")


@pytest.mark.parametrize("withdraw", [unpublish, close])
def test_what_was_withdrawn_is_not_counted_while_the_index_refuses_to_learn_of_it(told, server, found, work, withdraw):
    before = found()
    assert (before["total"], before["reserve_mode"]) == (1, False)
    writable(server, is_writable=False)
    withdraw(told)
    # Nobody has carried anything out, as when the worker is dead; then it tried, and Elasticsearch refused.
    for carry_out in (lambda: None, work):
        carry_out()
        assert Effect.objects.waiting().filter(kind__startswith="search.").exists()
        after = found()
        assert (after["total"], after["results"], after["reserve_mode"]) == (0, [], True)
        assert [facet for facet in after["facets"] if any(value["count"] for value in facet["values"])] == []
    writable(server, is_writable=True)
    work()
    server.indices.refresh(index=alias())
    caught_up = found()
    assert (caught_up["total"], caught_up["reserve_mode"]) == (0, False)


def test_what_was_given_up_keeps_the_index_from_being_asked(told, server, found, work):
    writable(server, is_writable=False)
    told.unpublish()
    work()
    Effect.objects.waiting().update(state="dead")
    assert (found()["total"], found()["reserve_mode"]) == (0, True)


def test_suggestions_do_not_ask_it_either(told):
    assert [one.name for one in _suggesters()] == ["elasticsearch", "database"]
    told.unpublish()
    assert [one.name for one in _suggesters()] == ["database"]


@pytest.mark.parametrize(("kind", "state", "is_asked"), [
    ("search.page", "waiting", False),
    ("search.places", "waiting", False),
    ("search.send", "waiting", False),
    ("search.send", "dead", False),
    ("search.send", "done", True),
    ("mail.send", "waiting", True),
])  # fmt: skip
def test_a_change_may_wait_for_as_long_as_the_setting_says(db, settings, kind, state, is_asked):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    settings.SEARCH_MOST_BEHIND_SECONDS = 60
    written = timezone.now() - timedelta(seconds=50)
    effect = Effect.objects.create(kind=kind, key="one", payload={}, state=state, created_at=written)
    assert _names() == ["elasticsearch", "database"]
    effect.created_at -= timedelta(seconds=20)
    effect.save()
    assert _names() == (["elasticsearch", "database"] if is_asked else ["database"])


def _names() -> list[str]:
    return [engine.name for engine in searching.engines()]
