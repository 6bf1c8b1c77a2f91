"""`Đầu « 1 2 … » Cuối` under every list, and page numbers that no list has."""

import pytest

from portal.models import GalleryIndexPage, GalleryPage, NoticeIndexPage, NoticePage
from portal.paging import Pager
from tests.factories import ArticleFactory
from tests.reading import Reading, read

NO_PAGE = ["abc", "-1", "0", "00", str(10**9), "1e3", "1.0", "+1", "٣", "１", "", " 1", "3", "1%00", "%F0%28", "None"]
NO_SUCH_PAGE = "Danh sách không có trang ở địa chỉ này. Mời bạn về đầu danh sách hoặc bắt đầu từ trang chủ."
LISTS = {"section": "/tin-tuc/", "tag": "/nhan/nong-thon-moi/", "galleries": "/thu-vien/", "notices": "/thong-bao/"}


@pytest.fixture
def two_pages_each(home, news_section):
    """Each list has exactly two pages."""
    for number in range(21):
        article = ArticleFactory(parent=news_section, title=f"Bài {number:02}")
        article.tags.add("nông thôn mới")
        article.save()
    galleries = home.add_child(instance=GalleryIndexPage(title="Thư viện ảnh", slug="thu-vien"))
    for number in range(13):
        galleries.add_child(instance=GalleryPage(title=f"Bộ ảnh {number:02}", slug=f"bo-anh-{number}"))
    notices = home.add_child(instance=NoticeIndexPage(title="Thông báo", slug="thong-bao"))
    for number in range(21):
        notices.add_child(
            instance=NoticePage(title=f"Thông báo {number:02}", slug=f"so-{number}", text="<p>Mời họp.</p>")
        )


@pytest.mark.usefixtures("two_pages_each")
@pytest.mark.parametrize("url", LISTS.values(), ids=LISTS)
def test_a_list_shows_all_entries_over_its_pages(visitor, url):
    first, second = read(visitor, url), read(visitor, f"{url}?page=2")
    assert len({*first.links("main li a.card__link"), *second.links("main li a.card__link")}) in {13, 21}
    assert len(second.links("main li a.card__link")) == 1
    assert first.text(".pager__label") == "Trang 1/2"
    assert first.links(".pager a")[-1] == f"{url}?page=2"
    assert second.links(".pager a")[0] == url, "the first page has one address"


@pytest.mark.usefixtures("two_pages_each")
@pytest.mark.parametrize("url", LISTS.values(), ids=LISTS)
def test_a_page_that_no_list_has_is_not_found(visitor, url):
    answers = {asked: Reading(visitor, f"{url}?page={asked}") for asked in NO_PAGE}
    assert {asked: answer.status for asked, answer in answers.items()} == dict.fromkeys(NO_PAGE, 404)
    assert answers["abc"].text("h1") == "Không tìm thấy trang"
    assert {answer.text(".error-page__text") for asked, answer in answers.items()} == {NO_SUCH_PAGE}
    assert answers["abc"].links(".error-page a")[0] == url


def test_an_address_that_is_no_list_says_the_same_of_page_numbers(visitor, home):
    answer = Reading(visitor, "/khong-co/?page=abc")
    assert answer.text(".error-page__text") == NO_SUCH_PAGE, "else the answer would tell which addresses exist"


@pytest.mark.usefixtures("two_pages_each")
def test_of_several_page_numbers_the_last_counts(visitor):
    assert read(visitor, "/tin-tuc/?page=1&page=2").text(".pager__label") == "Trang 2/2"


@pytest.mark.usefixtures("two_pages_each")
def test_other_questions_in_an_address_change_nothing(visitor):
    page = read(visitor, "/tin-tuc/?utm_source=zalo&page=2")
    assert page.text(".pager__label") == "Trang 2/2"
    assert "utm_source" not in " ".join(page.links(".pager a"))


def test_an_empty_list_has_one_page_and_no_pager(visitor, news_section):
    page = read(visitor, "/tin-tuc/?page=1")
    assert page.all(".pager") == []
    assert "chưa có tin" in page.text("main")


def test_labels_of_the_pager(visitor, news_section, settings):
    settings.ARTICLES_PER_LIST = 1
    for number in range(10):
        ArticleFactory(parent=news_section, title=f"Bài {number}")
    middle = read(visitor, "/tin-tuc/?page=5")
    for hidden in middle.all(".pager .visually-hidden"):
        hidden.decompose()
    assert middle.text(".pager__label") == "Trang 5/10"
    assert middle.texts(".pager li") == ["Đầu", "«", "1", "…", "3", "4", "5", "6", "7", "…", "10", "»", "Cuối"]
    assert middle.text(".pager [aria-current=page]") == "5"


@pytest.mark.parametrize(
    ("number", "total", "numbers"),
    [
        (1, 1, [1]),
        (1, 10, [1, 2, 3, None, 10]),
        (4, 10, [1, 2, 3, 4, 5, 6, None, 10]),
        (5, 10, [1, None, 3, 4, 5, 6, 7, None, 10]),
        (10, 10, [1, None, 8, 9, 10]),
        (3, 4, [1, 2, 3, 4]),
    ],
)
def test_numbers_around_the_reader(number, total, numbers):
    assert [item.number for item in Pager(number, total, "/tin-tuc/").items] == numbers


def test_the_ends_lead_no_further():
    first, last = Pager(1, 3, "/tin-tuc/"), Pager(3, 3, "/tin-tuc/")
    assert (first.first_url, first.previous_url, last.next_url, last.last_url) == ("", "", "", "")
    assert (first.next_url, last.previous_url) == ("/tin-tuc/?page=2", "/tin-tuc/?page=2")
    assert last.first_url == "/tin-tuc/"
