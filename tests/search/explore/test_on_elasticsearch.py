"""The page on which staff see how a query is searched, with an index that lags or folds stories."""

import uuid

import pytest

from portal.access.levels import Level, set_level
from search.index.names import alias
from search.index.writing import send
from search.models import StoredEntry
from tests.factories import ArticleFactory, publish
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


def test_the_place_of_a_page_is_the_one_that_readers_see(chief, news_section, worked, indexed, visitor):
    subjects = (
        "đường sá",
        "giống lúa",
        "ngày hội",
        "quỹ khuyến học",
        "nước sạch",
        "cây xanh",
        "nhà văn hoá",
        "chợ phiên",
    )
    text = " ".join(f"Chi bộ họp bàn việc làng về {subject} của xóm trong năm tới." for subject in subjects)
    told_twice = [_article(news_section, f"Chi bộ bàn việc làng, bản {number}", text) for number in range(3)]
    others = [
        _article(news_section, "Chi bộ bàn việc làng năm mới", "Bàn về vụ mùa."),
        _article(news_section, "Họp", f"Sau cùng là chi bộ, việc và làng. {'Chuyện khác. ' * 90}"),
    ]
    worked()
    indexed()
    found = visitor.get("/tim-kiem/ket-qua.json", {"q": "chi bộ việc làng"}).json()
    assert (found["total"], found["reserve_mode"]) == (5, False)
    shown = [one["url"] for one in found["results"]]
    assert len(shown) == 3
    for article in others:
        place = shown.index(article.full_url) + 1
        assert f"đứng thứ {place}" in said(look(chief, "chi bộ việc làng", may="es", trang=article.pk))
    told = [said(look(chief, "chi bộ việc làng", may="es", trang=article.pk)) for article in told_twice]
    assert sum("đứng thứ" in one for one in told) == 1


def _article(section, title: str, text: str):
    body = [{"type": "paragraph", "value": text}]
    return publish(ArticleFactory(parent=section, live=False, title=title, sapo="", body=body))
