"""`Các tin mới hơn` and `Các tin cũ hơn`: the ten nearest each, paging on by place and not by number."""

from datetime import UTC, datetime, timedelta

import pytest

from news.models import Article
from news.neighbours import read_cursor, write_cursor
from portal.access.levels import Level, set_level
from tests.factories import ArticleFactory, SectionFactory
from tests.news.conftest import THAT_SATURDAY
from tests.reading import Reading, read, words_of

NEWER, OLDER = "Các tin mới hơn", "Các tin cũ hơn"


def listed(page: Reading, title: str) -> list[str]:
    return [words_of(link) for link in page.all(f'.neighbours[aria-label="{title}"] .neighbours__link')]


def walk(visitor, url: str) -> list[list[str]]:
    """The titles of each page of a list, to its end."""
    pages = []
    while url:
        page = read(visitor, url)
        pages.append(page.texts(".neighbours__link"))
        url = next(iter(page.links(".neighbours__more")), "")
    return pages


def flat(pages: list[list[str]]) -> list[str]:
    return [title for page in pages for title in page]


def by_title(title: str) -> Article:
    return Article.objects.get(title=title)


def test_ten_nearest_each_nearest_first(visitor, hourly):
    titles = hourly(30)
    page = read(visitor, by_title("Bài 15").get_url())
    assert listed(page, NEWER) == titles[16:26]
    assert listed(page, OLDER) == titles[5:15][::-1]


@pytest.mark.parametrize(("direction", "expected"), [("moi-hon", slice(3, None, 1)), ("cu-hon", slice(1, None, -1))])
def test_paging_on_meets_every_article_once(visitor, hourly, direction, expected):
    titles = hourly(27)
    pages = walk(visitor, f"{by_title('Bài 02').get_url()}{direction}/")
    assert flat(pages) == titles[expected]
    assert all(len(page) == 10 for page in pages[:-1])


def test_articles_of_one_minute_are_all_met_once(visitor, hourly, news_section):
    """Many imported articles share a day without an hour: their place is then that of their number."""
    for number in range(25):
        ArticleFactory(parent=news_section, title=f"Cùng ngày {number:02}", published_on=THAT_SATURDAY)
    first = Article.objects.filter(title__startswith="Cùng ngày").order_by("pk")[0]
    expected = [f"Cùng ngày {number:02}" for number in range(1, 25)]
    assert flat(walk(visitor, f"{first.get_url()}moi-hon/")) == expected
    last = by_title("Cùng ngày 24")
    assert flat(walk(visitor, f"{last.get_url()}cu-hon/")) == ["Cùng ngày 00", *expected[:-1]][::-1]


def test_articles_of_unknown_date_stand_where_their_import_put_them(visitor, hourly, news_section):
    hourly(3)
    for number in range(12):
        ArticleFactory(parent=news_section, title=f"Không ngày {number:02}", published_on=None)
    first = by_title("Không ngày 00")
    page = read(visitor, first.get_url())
    assert listed(page, NEWER) == [f"Không ngày {number:02}" for number in range(1, 11)]
    assert listed(page, OLDER) == ["Bài 02", "Bài 01", "Bài 00"]
    assert page.all(".neighbours__date")[-1].get_text() == "(12/09/2020)"
    assert len(page.all(".neighbours__date")) == 3, "an unknown date is not shown"
    assert walk(visitor, f"{first.get_url()}moi-hon/")[1] == ["Không ngày 11"]


def test_place_follows_publication_and_else_the_first_save(news_section):
    before = datetime.now(UTC)
    article = ArticleFactory(parent=news_section, published_on=None)
    assert before <= article.ordered_at <= datetime.now(UTC)
    first_place = article.ordered_at
    article.title = "Đổi tên"
    article.save()
    assert article.ordered_at == first_place
    article.published_on = THAT_SATURDAY
    article.save()
    assert article.ordered_at == THAT_SATURDAY


def test_an_article_published_meanwhile_neither_repeats_nor_hides_another(visitor, hourly, news_section):
    hourly(15)
    page = read(visitor, f"{by_title('Bài 14').get_url()}cu-hon/")
    ArticleFactory(parent=news_section, title="Chen ngang", published_on=THAT_SATURDAY + timedelta(hours=9, minutes=1))
    rest = read(visitor, page.links(".neighbours__more")[0]).texts(".neighbours__link")
    assert rest == ["Bài 03", "Bài 02", "Bài 01", "Bài 00"]


def test_no_list_leads_on_where_it_ends(visitor, hourly):
    hourly(11)
    page = read(visitor, by_title("Bài 00").get_url())
    assert len(listed(page, NEWER)) == 10
    assert listed(page, OLDER) == []
    assert page.all(".neighbours__more") == []
    assert OLDER not in page.text(), "an empty list has no heading"


def test_other_sections_are_no_neighbours(visitor, hourly, home, news_section):
    hourly(2)
    hourly(2, section=SectionFactory(parent=home, title="Đoàn thể"), word="Đoàn")
    hourly(2, section=SectionFactory(parent=news_section, title="Kiểm tra"), word="Kiểm tra")
    page = read(visitor, by_title("Bài 00").get_url())
    assert (listed(page, NEWER), listed(page, OLDER)) == (["Bài 01"], [])


def test_what_may_not_be_seen_is_no_neighbour(visitor, article, news_section):
    now = datetime.now(UTC)
    ArticleFactory(parent=news_section, title="Bản nháp", live=False)
    ArticleFactory(parent=news_section, title="Hết hạn", expire_at=now - timedelta(seconds=1))
    ArticleFactory(parent=news_section, title="Chưa đến giờ", go_live_at=now + timedelta(hours=1))
    set_level(ArticleFactory(parent=news_section, title="Nội bộ"), Level.MEMBERS)
    page = read(visitor, article.get_url())
    assert listed(page, NEWER) == []
    assert read(visitor, f"{article.get_url()}moi-hon/").texts(".neighbours__link") == []
    for hidden in ("Bản nháp", "Hết hạn", "Chưa đến giờ", "Nội bộ"):
        assert hidden not in page.html


def test_a_list_page_is_not_for_search_engines_and_leads_back(visitor, hourly):
    hourly(15)
    article = by_title("Bài 00")
    page = read(visitor, f"{article.get_url()}moi-hon/")
    assert page.meta("robots") == "noindex, follow"
    assert page.response["X-Robots-Tag"] == "noindex"
    assert page.text("h1") == NEWER
    assert article.get_url() in page.links(".tools-row a")
    assert page.links(".breadcrumbs a") == ["/", "/tin-tuc/", article.get_url()]


def test_script_gets_the_list_alone(visitor, hourly):
    hourly(15)
    url = f"{by_title('Bài 00').get_url()}moi-hon/"
    part = read(visitor, url, **{"HX-Request": "true"})
    assert part.texts(".neighbours__link") == read(visitor, url).texts(".neighbours__link")
    assert "<html" not in part.html
    assert part.response["X-Robots-Tag"] == "noindex"


def test_a_cache_keeps_the_part_and_the_whole_page_apart(visitor, article):
    """Both are at one address: without this a reader could get the bare list as a page."""
    for headers in ({}, {"HX-Request": "true"}):
        page = read(visitor, f"{article.get_url()}moi-hon/", **headers)
        assert "HX-Request" in page.response["Vary"]


@pytest.mark.parametrize(
    "cursor",
    [
        *("abc", "1", "-", "--", "1-", "-1", "1-x", "x-1", "1-1-1", "٣-1", "1.5-2", "1 -2", "' OR 1=1 --"),
        *("99999999999999999999999-1", "1-99999999999999999999999", "-99999999999999999-1"),
    ],
)
@pytest.mark.parametrize("direction", ["moi-hon", "cu-hon"])
def test_a_cursor_that_was_never_given_out_is_not_found(visitor, article, direction, cursor):
    page = Reading(visitor, f"{article.get_url()}{direction}/?tu={cursor}")
    assert page.status == 404
    assert "Không tìm thấy trang" in page.text("h1")
    assert "Danh sách không có trang ở địa chỉ này" in page.text(".error-page__text")
    assert page.links(".error-page a")[0] == f"{article.get_url()}{direction}/"


def test_what_is_said_of_a_cursor_does_not_tell_which_articles_exist(visitor, article, news_section):
    set_level(ArticleFactory(parent=news_section, title="Nội bộ", slug="noi-bo"), Level.MEMBERS)
    said = [Reading(visitor, f"/tin-tuc/{slug}/moi-hon/?tu=abc") for slug in ("noi-bo", "khong-co")]
    assert said[0].status == said[1].status == 404
    assert said[0].html.replace("noi-bo", "khong-co") == said[1].html


@pytest.mark.django_db  # a new page asks for its type
@pytest.mark.parametrize("year", [1930, 1969, 1970, 2020, 2199])
def test_a_cursor_holds_the_exact_place(year):
    article = Article(pk=7, ordered_at=datetime(year, 2, 3, 4, 5, 6, 789_012, tzinfo=UTC))
    assert read_cursor(write_cursor(article)) == (article.ordered_at, 7)


def test_a_moved_article_gets_the_neighbours_of_its_new_section(visitor, hourly, article, home):
    hourly(3, start=THAT_SATURDAY + timedelta(days=1))
    new_home = SectionFactory(parent=home, title="Đoàn thể")
    hourly(2, start=THAT_SATURDAY + timedelta(days=2), section=new_home, word="Đoàn")
    article.move(new_home, pos="last-child")
    article = Article.objects.get(pk=article.pk)
    assert article.parent_section == new_home
    assert listed(read(visitor, article.get_url()), NEWER) == ["Đoàn 00", "Đoàn 01"]
    assert article.title not in read(visitor, "/tin-tuc/").texts("h2")


def test_articles_of_a_moved_section_stay_in_it(visitor, hourly, home, news_section):
    moving = SectionFactory(parent=home, title="Kiểm tra, giám sát", slug="kiem-tra")
    hourly(2, section=moving)
    moving.move(news_section, pos="last-child")
    page = read(visitor, by_title("Bài 00").get_url())
    assert listed(page, NEWER) == ["Bài 01"]
    assert page.links(".breadcrumbs a")[-1] == "/tin-tuc/kiem-tra/"


def test_a_copied_article_belongs_to_the_section_it_was_copied_to(article, home):
    elsewhere = SectionFactory(parent=home, title="Đoàn thể")
    copied = article.copy(to=elsewhere)
    assert Article.objects.get(pk=copied.pk).parent_section == elsewhere


def test_an_article_made_in_the_admin_belongs_to_its_section(news_section):
    made = news_section.add_child(instance=Article(title="Bài mới", slug="bai-moi"))
    assert Article.objects.get(pk=made.pk).parent_section == news_section
