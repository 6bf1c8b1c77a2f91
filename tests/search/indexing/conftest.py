"""Pages as entries are made of them."""

import threading
from collections.abc import Callable, Iterator

import pytest

from news.models import Section
from portal.outbox.models import Effect
from portal.outbox.worker import drain, register_worker
from search.entries import Entry
from search.indexing.comparing import difference
from search.indexing.storing import project
from search.language.learning import forget_known, learn
from search.models import StoredEntry
from search.projection.pages import entry_of, load_pages
from tests.documents.conftest import clerk, directive_2002, directive_2007, guidance_2012, register  # noqa: F401  fixtures


@pytest.fixture
def worked(db) -> Callable[[], None]:
    """What a worker does until nothing waits; a failure fails the test."""
    worker = register_worker()

    def work() -> None:
        drain(worker, threading.Event())
        waiting = list(Effect.objects.filter(kind__startswith="search.").exclude(state="done"))
        assert [(effect.kind, effect.error) for effect in waiting] == []

    return work


@pytest.fixture
def entered(worked) -> Iterator[Callable[[], None]]:
    """Entries follow, and their texts are learned from."""

    def follow() -> None:
        worked()
        learn()
        forget_known()

    yield follow
    forget_known()


@pytest.fixture
def agreed(worked) -> Callable[[], None]:
    """After the effects every page is found as it is now, and nothing else. The section that a migration made is in."""
    project([Section.objects.get(slug="tin-tuc").pk])

    def agree() -> None:
        worked()
        assert difference().all == []
        stored = {row.pk: row.entry() for row in StoredEntry.objects.all()}
        assert {pk: _timeless(entry) for pk, entry in stored.items()} == {
            page.pk: _timeless(entry) for page in load_pages(list(stored)) if (entry := entry_of(page)) is not None
        }

    return agree


def _timeless(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in Entry.__slots__ if name not in ("version", "popularity")}
