"""The search page."""

import datetime as dt

import pytest
from django.utils import timezone

from portal.access.levels import Level, set_level
from search.contract import MOST_RESULTS, PER_PAGE
from tests.factories import many_articles, publish

pytestmark = pytest.mark.django_db


def test_words_are_found_with_and_without_marks_and_marked_as_written(news_section, page, entered, story, titles):
    story(news_section, "Sinh hoạt chi bộ thôn Đồi Chè")
    story(news_section, "Giá chè tăng")
    entered()
    for query in ("sinh hoạt chi bộ", "sinh hoat chi bo", "sinh hoatj chi booj"):
        found = page(query)
        assert titles(found) == ["Sinh hoạt chi bộ thôn Đồi Chè"]
        assert [mark.get_text() for mark in found.select(".search-result__title mark")] == ["Sinh", "hoạt", "chi", "bộ"]


def test_missing_marks_are_offered(news_section, page, entered, story):
    story(news_section, "Sinh hoạt chi bộ thôn Đồi Chè")
    entered()
    offered = page("sinh hoat chi bo").select_one(".search-meant a")
    assert offered is not None
    assert offered.get_text() == "sinh hoạt chi bộ"
    assert page("sinh hoạt chi bộ").select_one(".search-meant") is None


def test_the_page_without_words_has_a_box_and_no_results(page):
    found = page()
    assert found.select_one("main form[role=search] input[name=q]") is not None
    assert found.select_one(".search-found") is None


def test_nothing_found_says_what_helps(page, home):
    assert "Không tìm thấy" in page("xyzzy qwerty").select_one(".search-nothing").get_text()


def test_results_narrow_by_what_is_offered_and_widen_again(news_section, register, page, entered, story):
    story(news_section, "Chi bộ họp bàn việc làng")
    publish(news_section)
    entered()
    found = page("họp", **{"loai-trang": "news"})
    chosen = found.select_one(".search-choices__link[aria-current]")
    assert chosen is not None
    assert "Tin bài" in chosen.get_text()
    assert "loai-trang" not in chosen["href"]


def test_what_only_members_may_see_is_in_nothing_that_others_get(
    news_section, page, entered, admin_client, story, titles
):
    closed = story(news_section, "Bản tin nội bộ kiểm tra quỹ", "Chuyện riêng của chi bộ")
    entered()
    set_level(closed, Level.MEMBERS)
    for query in ("kiểm tra quỹ", "nội bộ", "chuyện riêng"):
        found = page(query)
        assert titles(found) == []
        assert "0" in found.select_one(".search-found__total").get_text()
        assert "riêng của" not in found.get_text()
    assert titles(page("kiểm tra quỹ", client=admin_client)) == ["Bản tin nội bộ kiểm tra quỹ"]


def test_an_unpublished_page_is_gone_at_once(news_section, page, entered, story, titles):
    article = story(news_section, "Chi bộ họp bàn việc làng")
    entered()
    article.unpublish()
    assert titles(page("việc làng")) == []


def test_answers_to_anybody_may_be_kept_and_are_for_no_search_engine(news_section, visitor, entered, story):
    story(news_section, "Chi bộ họp bàn việc làng")
    entered()
    answer = visitor.get("/tim-kiem/?q=h%E1%BB%8Dp")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"


def test_queries_do_not_grow_with_the_results(news_section, visitor, entered, django_assert_max_num_queries):
    many_articles(news_section, 40, timezone.now())
    from search.indexing.comparing import difference
    from search.indexing.syncing import mend

    mend(difference())
    visitor.get("/tim-kiem/?q=chi+b%E1%BB%99")
    with django_assert_max_num_queries(24):
        visitor.get("/tim-kiem/?q=chi+b%E1%BB%99")


@pytest.mark.parametrize("number", ["0", "-1", "x", str(MOST_RESULTS // PER_PAGE + 1), "9" * 30])
def test_pages_that_no_list_has_are_unknown(visitor, home, number):
    assert visitor.get(f"/tim-kiem/?q=chi&page={number}").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "'; DROP TABLE page; --",
        "\x00\x01",
        "((((",
        '"',
        "a" * 100_000,
        "\u202echi bộ",
        "AND OR NOT NEAR/2",
        "*",
        "😀",
        "%%%",
    ],
)
def test_whatever_is_typed_has_an_answer(visitor, home, query):
    assert visitor.get("/tim-kiem/", {"q": query}).status_code == 200


def test_a_document_says_whether_it_holds_today(clerk, page, entered, news_section, story):
    clerk.enter("10-CT/TW", dt.date(2007, 3, 30), effective_on=dt.date(2007, 4, 1))
    clerk.enter("10-CT/TW", dt.date(2002, 3, 28), effective_on=dt.date(2002, 4, 1), expires_on=dt.date(2007, 4, 1))
    story(news_section, "Học tập Chỉ thị 10-CT/TW")
    entered()
    told = {
        result.select_one(".search-result__title").get_text(): [sign.get_text() for sign in result.select(".status")]
        for result in page("10-CT/TW").select(".search-result")
    }
    assert told["Chỉ thị 10-CT/TW ngày 30/3/2007"] == ["Còn hiệu lực"]
    assert told["Chỉ thị 10-CT/TW ngày 28/3/2002"] == ["Hết hiệu lực toàn bộ"]
    assert told["Học tập Chỉ thị 10-CT/TW"] == []
