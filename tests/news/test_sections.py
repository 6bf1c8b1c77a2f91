"""Sections: nested lists, by year and month, newest first."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from portal.access.levels import Level, set_level
from tests.factories import ArticleFactory, SectionFactory
from tests.reading import Reading, read


@pytest.fixture
def inspection(news_section):
    """`Tin tức` › `Tổ chức kiểm tra` › `Kiểm tra, giám sát`."""
    return SectionFactory(
        parent=SectionFactory(parent=news_section, title="Tổ chức kiểm tra", slug="to-chuc-kiem-tra"),
        title="Kiểm tra, giám sát",
        slug="kiem-tra-giam-sat",
        intro="Công tác kiểm tra, giám sát của cấp uỷ.",
    )


def listed(page: Reading) -> list[str]:
    return page.texts(".story-rows h2")


def on(section, title, *when, **fields):
    return ArticleFactory(parent=section, title=title, published_on=datetime(*when, tzinfo=UTC), **fields)


def test_a_section_lists_its_own_articles_and_those_below_newest_first(visitor, news_section, inspection):
    on(news_section, "Cũ", 2024, 5, 1)
    on(inspection, "Mới", 2024, 7, 1)
    on(inspection.get_parent(), "Giữa", 2024, 6, 1)
    assert listed(read(visitor, "/tin-tuc/")) == ["Mới", "Giữa", "Cũ"]
    assert listed(read(visitor, inspection.get_url())) == ["Mới"]


def test_a_section_shows_what_it_is_and_where_it_stands(visitor, inspection):
    page = read(visitor, inspection.get_url())
    assert page.text("h1") == "Kiểm tra, giám sát"
    assert page.text(".page-head__intro") == "Công tác kiểm tra, giám sát của cấp uỷ."
    assert page.texts(".breadcrumbs a") == ["Trang chủ", "Tin tức", "Tổ chức kiểm tra"]


def test_a_section_leads_to_those_below_it(visitor, news_section, inspection):
    set_level(SectionFactory(parent=news_section, title="Nội bộ"), Level.MEMBERS)
    SectionFactory(parent=news_section, title="Chưa mở", live=False)
    page = read(visitor, "/tin-tuc/")
    assert page.texts(".chips a") == ["Tổ chức kiểm tra"]
    assert page.links(".chips a") == ["/tin-tuc/to-chuc-kiem-tra/"]


def test_an_entry_shows_lead_date_and_views(visitor, news_section):
    on(
        news_section,
        "Đại hội",
        2024,
        5,
        1,
        sapo="<p>Đại hội <b>thành công</b>.</p>",
        base_views=1113,
        source_tag="HBĐT",
    )
    text = read(visitor, "/tin-tuc/").text(".story-rows")
    for word in ("(HBĐT) – Đại hội thành công.", "01/05/2024", "1.113"):
        assert word in text


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({"published_on": None, "base_views": 1113}, "Lượt xem: 1.113"),
        ({"published_on": None, "base_views": 0}, "Lượt xem: 0"),
        ({"published_on": datetime(2024, 5, 1, tzinfo=UTC), "base_views": None}, "01/05/2024"),
        ({"published_on": None, "base_views": None}, None),
    ],
)
def test_an_entry_shows_date_and_views_each_where_it_is_known(visitor, news_section, known, shown):
    ArticleFactory(parent=news_section, **known)
    assert read(visitor, "/tin-tuc/").texts("main .card-meta") == ([shown] if shown else [])


def test_months_are_those_of_viet_nam(visitor, news_section):
    on(news_section, "Khuya 31/12", 2023, 12, 31, 16, 59)
    on(news_section, "Giao thừa", 2023, 12, 31, 17, 0)
    assert listed(read(visitor, "/tin-tuc/nam/2023/")) == ["Khuya 31/12"]
    assert listed(read(visitor, "/tin-tuc/nam/2024/")) == ["Giao thừa"]
    assert listed(read(visitor, "/tin-tuc/nam/2023/thang/12/")) == ["Khuya 31/12"]
    assert listed(read(visitor, "/tin-tuc/nam/2024/thang/1/")) == ["Giao thừa"]
    assert listed(read(visitor, "/tin-tuc/nam/2024/thang/2/")) == []


def test_a_period_says_which_it_is(visitor, news_section):
    on(news_section, "Đại hội", 2024, 5, 1)
    assert read(visitor, "/tin-tuc/nam/2024/").text("h1") == "Năm 2024"
    assert read(visitor, "/tin-tuc/nam/2024/thang/5/").text("h1") == "Tháng 5/2024"


def test_the_archive_lists_years_and_months_that_have_articles(visitor, news_section, inspection):
    on(news_section, "Một", 2024, 5, 1)
    on(inspection, "Hai", 2024, 11, 1)
    on(news_section, "Ba", 2022, 1, 1)
    on(news_section, "Nháp", 2021, 1, 1, live=False)
    ArticleFactory(parent=news_section, title="Không ngày", published_on=None)
    page = read(visitor, "/tin-tuc/")
    assert page.texts(".archive summary") == ["Năm 2024", "Năm 2022"]
    assert page.texts(".archive details[open] a") == ["Cả năm", "Tháng 5", "Tháng 11"]
    assert [listed(read(visitor, url)) for url in page.links(".archive a")] == [
        ["Hai", "Một"],
        ["Một"],
        ["Hai"],
        ["Ba"],
    ]
    chosen = read(visitor, "/tin-tuc/nam/2022/")
    assert chosen.texts(".archive details[open] a") == ["Cả năm", "Tháng 1"]


def test_unknown_dates_belong_to_no_period_but_to_the_list(visitor, news_section):
    ArticleFactory(parent=news_section, title="Không ngày", published_on=None)
    on(news_section, "Năm kia", timezone.localdate().year - 2, 5, 1)
    assert listed(read(visitor, "/tin-tuc/")) == ["Không ngày", "Năm kia"]
    assert listed(read(visitor, f"/tin-tuc/nam/{timezone.localdate().year}/")) == []


@pytest.mark.parametrize(
    "period",
    [
        *(
            "nam/0/",
            "nam/1/",
            "nam/9999/",
            "nam/10000/",
            "nam/99999999999999999999/",
            "nam/-1/",
            "nam/abc/",
            "nam/٢٠٢٤/",
        ),
        *("nam/2024/thang/0/", "nam/2024/thang/13/", "nam/2024/thang/99999999999/", "nam/2024/thang/x/"),
        *("nam/1/thang/1/", "nam/9999/thang/12/", "nam/", "thang/5/", "khong-co/"),
    ],
)
def test_a_period_that_cannot_be_is_not_found(visitor, news_section, period):
    assert Reading(visitor, f"/tin-tuc/{period}").status == 404


@pytest.mark.parametrize("period", ["nam/02024/", "nam/2024/thang/05/", "nam/2024/thang/005/", "nam/02024/thang/5/"])
def test_a_period_has_one_address(visitor, news_section, period):
    on(news_section, "Đại hội", 2024, 5, 1)
    assert listed(read(visitor, "/tin-tuc/nam/2024/thang/5/")) == ["Đại hội"]
    assert Reading(visitor, f"/tin-tuc/{period}").status == 404


def test_periods_without_articles_end_before_the_first_article_and_today(visitor, news_section):
    today = timezone.localdate()
    on(news_section, "Đại hội", today.year - 3, 5, 1)
    between = [f"nam/{today.year - 3}/thang/6/", *(f"nam/{today.year - back}/" for back in range(3))]
    outside = [f"nam/{today.year - 3}/thang/4/", f"nam/{today.year - 4}/", f"nam/{today.year + 1}/", "nam/3000/"]
    if today.month < 12:
        outside.append(f"nam/{today.year}/thang/{today.month + 1}/")
    for period in between:
        assert listed(read(visitor, f"/tin-tuc/{period}")) == []
    assert {period: Reading(visitor, f"/tin-tuc/{period}").status for period in outside} == dict.fromkeys(outside, 404)


def test_a_section_without_articles_has_no_periods(visitor, news_section):
    assert Reading(visitor, f"/tin-tuc/nam/{timezone.localdate().year}/").status == 404


def test_a_period_of_restricted_articles_answers_as_one_without_any(visitor, admin_client, news_section):
    set_level(on(news_section, "Chỉ đảng viên", 2021, 5, 1), Level.MEMBERS)
    on(news_section, "Cho mọi người", 2022, 5, 1)
    set_level(on(news_section, "Cũng chỉ đảng viên", 2022, 7, 1), Level.MEMBERS)
    for hidden, without in (("2021/thang/5", "2020/thang/5"), ("2021", "2020"), ("2022/thang/7", "2022/thang/6")):
        answers = [Reading(visitor, f"/tin-tuc/nam/{period}/") for period in (hidden, without)]
        assert len({answer.status for answer in answers}) == 1
        if answers[0].status == 404:
            assert answers[0].html.replace(hidden, without) == answers[1].html
        else:
            assert listed(answers[0]) == listed(answers[1]) == []
    assert listed(read(admin_client, "/tin-tuc/nam/2021/thang/5/")) == ["Chỉ đảng viên"]


def test_a_period_pages_on_within_itself(visitor, news_section, settings):
    settings.ARTICLES_PER_LIST = 2
    for day in range(1, 4):
        on(news_section, f"Bài {day}", 2024, 5, day)
    on(news_section, "Tháng sau", 2024, 6, 1)
    page = read(visitor, "/tin-tuc/nam/2024/thang/5/?page=2")
    assert listed(page) == ["Bài 1"]
    assert page.links(".pager a")[0] == "/tin-tuc/nam/2024/thang/5/"


def test_each_page_of_a_list_is_its_own_for_search_engines(visitor, news_section, settings):
    settings.ARTICLES_PER_LIST = 1
    settings.WAGTAILADMIN_BASE_URL = "https://luongminh.example.vn"
    on(news_section, "Một", 2024, 5, 1)
    on(news_section, "Hai", 2024, 5, 2)
    for url in ("/tin-tuc/", "/tin-tuc/?page=2", "/tin-tuc/nam/2024/", "/tin-tuc/nam/2024/thang/5/?page=2"):
        assert read(visitor, url).one("link[rel=canonical]")["href"] == f"https://luongminh.example.vn{url}"


def test_a_section_offers_its_feeds(visitor, news_section):
    page = read(visitor, "/tin-tuc/")
    assert page.links("link[rel=alternate][type]") == ["/tin-tuc/rss/", "/tin-tuc/atom/"]
    assert "/tin-tuc/rss/" in page.links("main a")


def test_a_list_for_members_holds_their_articles_only_for_them(visitor, admin_client, news_section):
    set_level(on(news_section, "Chỉ đảng viên", 2024, 5, 1), Level.MEMBERS)
    assert listed(read(visitor, "/tin-tuc/")) == []
    assert listed(read(admin_client, "/tin-tuc/")) == ["Chỉ đảng viên"]
