"""The page on which staff see how a query is searched, with an index that lags or folds stories."""

import uuid

import pytest

from portal.access.levels import Level, set_level
from search.index.names import alias
from search.index.writing import send
from search.models import StoredEntry
from tests.search.explore.test_explore_page import look, results, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(server, settings):
    """Brings all entries into an index, when the test says so."""
    settings.ELASTICSEARCH_PREFIX = f"explore-{uuid.uuid4().hex[:8]}"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20

    def fill() -> None:
        send([str(key) for key in StoredEntry.objects.values_list("pk", flat=True)])
        server.indices.refresh(index=alias())

    yield fill
    for name in server.indices.get(index=f"{alias()}*").body:
        server.indices.delete(index=name)


def test_what_the_index_does_not_know_to_be_gone_is_not_shown(chief, articles, indexed, settings):
    indexed()
    assert results(look(chief, "chi bộ", may="es")) == ["Chi bộ bàn việc làng", "Sinh hoạt chi bộ thôn Đồi Chè"]
    articles[0].unpublish()
    set_level(articles[1], Level.COMMITTEE)
    soup = look(chief, "chi bộ", may="es")
    assert results(soup) == []
    assert not any(article.title in said(soup) for article in articles[:2])
    settings.SEARCH_MOST_BEHIND_SECONDS = 0
    assert "hiện không trả lời" in said(look(chief, "chi bộ", may="es"))
