"""What the two questions of a request say together: one ranks and skips, the other counts, and both mean the same."""

import uuid
from collections.abc import Callable, Iterator, Sequence

import pytest
from elasticsearch.helpers import bulk

from search.contract import Facet, SearchResults
from search.engines.elastic import requests
from search.engines.elastic.client import _client
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.ranking import found_by, weighed
from search.entries import Entry, StatusSpan
from search.index.definition import definition
from search.index.documents import document_of
from search.index.names import alias
from tests.search.factories import NEWS, TODAY, asked, holder_of, paper, story

_TOLD = "Sáng nay bà con thôn Đồi Chè trồng hai hàng hoa dọc con đường vào xóm, đảng viên chi bộ thôn làm trước. " * 4

_LONG = "bà con thôn trồng hoa dọc con đường vào xóm Đồi Chè"

Held = Callable[..., Callable[..., SearchResults]]


@pytest.fixture
def held(server, settings, known) -> Iterator[Held]:
    """Puts entries into an index of the test's own, and returns how to search it."""
    settings.ELASTICSEARCH_PREFIX = f"requests-{uuid.uuid4().hex[:8]}"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20

    def hold(*entries: Entry) -> Callable[..., SearchResults]:
        server.indices.create(index=f"{alias()}-1", aliases={alias(): {}}, **definition(refresh=False))
        bulk(server, [{"_index": alias(), "_id": one.key, "_source": document_of(one)} for one in entries])
        server.indices.refresh(index=alias())
        return lambda query, **more: ElasticEngine().search(asked(query, known, **more))

    yield hold
    server.indices.delete(index=f"{alias()}-1")


def keys(results: SearchResults) -> Sequence[str]:
    return [hit.key for hit in results.hits]


@pytest.mark.parametrize("query", ["chi bộ thôn", "chi bộ thôn Đồi Chè trồng hoa", _LONG, "làm thế nào để trồng hoa?"])
def test_what_is_counted_is_what_is_shown(held, query):
    search = held(
        *(story(number, f"Bài {number}", f"{_LONG}, chi bộ họp. " * number) for number in range(1, 4)),
        story(5, "Bài khác", "Chợ huyện đông người mua bán."),
        story(6, "Bài kín", f"{_LONG}, chi bộ họp.", token="g7"),
        story(7, "Hoa", "Trồng hoa trên núi."),
    )
    for more in ({}, {"tokens": holder_of("g7")}, {"under": NEWS}, {"chosen": {Facet.YEAR: ["2025"]}}):
        results = search(query, **more)
        assert results.total == len(keys(results)) > 0
        assert "5" not in keys(results)
        assert ("6" in keys(results)) is ("tokens" in more)


def test_a_story_is_told_once_on_a_page_and_not_again_at_the_beginning_of_the_next(held, monkeypatch):
    monkeypatch.setattr(requests, "PER_PAGE", 3)
    others = (story(number, "Đồi Chè trồng hoa", f"Chuyện thứ {number}.") for number in range(1, 3))
    search = held(*others, *(story(number, "Hoa ở Đồi Chè", _TOLD) for number in range(3, 6)))
    pages = [keys(search("đồi chè trồng hoa", page=page)) for page in (1, 2)]
    assert [len(page) for page in pages] == [3, 0]
    assert len({"3", "4", "5"} & set(pages[0])) == 1
    assert search("đồi chè trồng hoa").total == 5


def test_what_no_longer_holds_stands_below_what_replaced_it(held):
    ended = (StatusSpan("expired", TODAY),)
    old = paper(1, "5-QĐ/TW", TODAY, "Về sinh hoạt chi bộ", statuses=ended)
    new = paper(2, "9-QĐ/TW", TODAY, "Về sinh hoạt chi bộ nơi cư trú của đảng viên")
    search = held(old, new)
    for query in ("sinh hoạt chi bộ", "về sinh hoạt chi bộ đảng viên bàn việc của thôn"):
        assert keys(search(query)) == ["2", "1"]
    assert keys(search("5-QĐ/TW"))[0] == "1"


def test_only_what_was_asked_for_by_its_own_number_keeps_its_score():
    assert weighed(10.0, ["ended"]) == pytest.approx(7.0)
    assert weighed(10.0, ["ended", "as asked"]) == weighed(10.0, []) == 10.0


def test_a_sentence_that_names_a_document_is_ranked_without_being_narrowed(known):
    """Else the dearest of queries would look at every entry."""
    asked_for = asked("Chỉ thị 10-CT/TW nói gì về việc nâng cao chất lượng sinh hoạt chi bộ ở thôn?", known)
    assert asked_for.query.named
    assert found_by(asked_for).is_ranked_alone


def test_where_one_node_refuses_another_is_asked(held, settings, elasticsearch_url):
    search = held(story(1, "Chi bộ họp"))
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:1", elasticsearch_url]
    for _ in range(8):  # which of them is asked first is chance
        _client.cache_clear()
        assert keys(search("chi bộ")) == ["1"]
    _client.cache_clear()
