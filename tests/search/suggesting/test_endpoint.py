"""The address of suggestions: what it answers, to whom, and for how long that may be kept."""

import datetime as dt
from urllib.parse import urlencode

import pytest

from documents.models import Issuer
from portal.access.levels import Level, set_level
from search.suggesting.begun import MOST_LETTERS
from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out

pytestmark = pytest.mark.django_db
TITLE = "Sinh hoạt chi bộ thôn Đồi Chè"
DAY = dt.date(2007, 3, 30)


@pytest.fixture
def typed(visitor):
    """The texts suggested for some letters, by kind."""

    def ask(text: str, client=visitor) -> dict[str, list[str]]:
        answer = client.get(f"/tim-kiem/goi-y.json?{urlencode({'q': text})}")
        assert answer.status_code == 200
        return {group["kind"]: [one["text"] for one in group["suggestions"]] for group in answer.json()["groups"]}

    return ask


def story(section, title: str = TITLE):
    return publish(ArticleFactory(parent=section, live=False, title=title))


def test_a_title_is_suggested_with_what_was_typed_marked(news_section, visitor, entered):
    page = story(news_section)
    entered()
    answer = visitor.get("/tim-kiem/goi-y.json", {"q": "chi bo th"}).json()
    assert answer["told"].startswith("1 gợi ý")
    [group] = answer["groups"]
    [one] = group["suggestions"]
    assert (group["kind"], group["label"]) == ("page", "Trang, tin bài")
    assert (one["text"], one["url"]) == (TITLE, page.get_url())
    assert [one["text"][start:end] for start, end in one["marks"]] == ["chi", "bộ", "th"]


def test_titles_that_begin_so_come_before_those_that_go_on_so(news_section, typed, entered):
    story(news_section, "Chi bộ thôn Đồi Chè họp")
    story(news_section, "Hội nghị của chi bộ thôn Đồi Sim")
    entered()
    assert typed("chi bộ th")["page"] == ["Chi bộ thôn Đồi Chè họp", "Hội nghị của chi bộ thôn Đồi Sim"]


def test_what_has_the_marks_that_were_typed_comes_first(news_section, typed, entered):
    story(news_section, "Bán hàng cuối năm")
    story(news_section, "Bạn cũ về thăm trường")
    entered()
    assert typed("bán")["page"] == ["Bán hàng cuối năm", "Bạn cũ về thăm trường"]
    assert typed("bạn")["page"] == ["Bạn cũ về thăm trường", "Bán hàng cuối năm"]


def test_a_document_is_suggested_by_its_number_with_day_and_abstract(clerk, typed, entered):
    clerk.enter("10-CT/TW", DAY, abstract="về chất lượng sinh hoạt chi bộ")
    entered()
    for text in ("10-ct", "10 ct tw", "chi thi 1", "ct10"):
        assert typed(text)["document"] == ["10-CT/TW · 30/3/2007 – về chất lượng sinh hoạt chi bộ"]


def test_a_number_typed_whole_comes_before_those_that_only_begin_so(clerk, typed, entered):
    clerk.enter("100-CT/TW", DAY)
    clerk.enter("10-CT/TW", DAY)
    clerk.enter("101-CT/TW", DAY)
    entered()
    assert typed("10")["document"][0].startswith("10-CT/TW")
    assert len(typed("10")["document"]) == 3


def test_a_day_in_the_name_of_a_document_is_no_number(typed, entered, clerk):
    clerk.enter("05-CT/TW", dt.date(2016, 5, 15))
    entered()
    assert typed("chỉ thị 1") == {}


def test_a_body_leads_to_what_it_issued(clerk, visitor, typed, entered):
    document = clerk.enter("10-CT/TW", DAY)
    entered()
    name = document.issuer.name
    answer = visitor.get("/tim-kiem/goi-y.json", {"q": name[:-2].lower()}).json()
    [found] = [group["suggestions"] for group in answer["groups"] if group["kind"] == "issuer"]
    assert found[0]["text"] == name
    page = visitor.get(found[0]["url"])
    assert "10-CT/TW" in page.content.decode()


def test_a_body_of_which_nothing_may_be_opened_is_not_suggested(clerk, visitor, admin_client, typed, entered):
    document = clerk.enter("10-CT/TW", DAY)
    set_level(document, Level.MEMBERS)
    Issuer.objects.create(name="Ban không có văn bản", slug="ban-khong")
    entered()
    name = document.issuer.name
    assert typed(name) == {}
    assert typed("10-ct") == {}
    assert typed("ban không có") == {}
    assert name in typed(name, client=admin_client)["issuer"]


def test_what_was_closed_since_it_was_entered_is_not_suggested(news_section, typed, entered):
    page = story(news_section)
    entered()
    assert typed("sinh hoạt")["page"] == [TITLE]
    set_level(page, Level.MEMBERS)
    assert typed("sinh hoạt") == {}


def test_no_answer_is_kept_without_asking_again(visitor, admin_client, home):
    address = "/tim-kiem/goi-y.json?q=chi"
    assert visitor.get(address)["Cache-Control"] == "public, no-cache"
    assert visitor.get(address).get("Vary", "").lower() in {"", "accept-encoding"}
    assert admin_client.get(address)["Cache-Control"] == "private, no-store"


def test_browsers_get_the_form_of_opensearch(news_section, visitor, entered, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://cong.example"
    page = story(news_section)
    entered()
    answer = visitor.get("/tim-kiem/goi-y.json", {"q": "sinh ho", "dang": "opensearch"})
    assert answer["Content-Type"] == "application/x-suggestions+json"
    assert answer.json() == ["sinh ho", [TITLE], ["Trang, tin bài"], [f"https://cong.example{page.get_url()}"]]


def test_what_is_asked_is_bounded(clerk, visitor, home, news_section, django_assert_max_num_queries, entered):
    for number in range(30):
        story(news_section, f"Sinh hoạt chi bộ số {number}")
    clerk.enter("10-CT/TW", DAY)
    entered()
    with django_assert_max_num_queries(11):
        found = visitor.get("/tim-kiem/goi-y.json", {"q": "sinh hoạt ch"}).json()
    assert len(found["groups"][0]["suggestions"]) == 5
    with django_assert_max_num_queries(11):
        visitor.get("/tim-kiem/goi-y.json", {"q": "10-ct"})
    assert visitor.get("/tim-kiem/goi-y.json", {"q": "k" * 10_000}).json()["groups"] == []
    assert len(visitor.get("/tim-kiem/goi-y.json", {"q": "k" * 10_000, "dang": "opensearch"}).json()[0]) == MOST_LETTERS


def test_only_reading_is_answered(visitor, home):
    assert visitor.post("/tim-kiem/goi-y.json", {"q": "chi"}).status_code == 405
