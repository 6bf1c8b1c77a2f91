"""However many sections and pages there are, menus and lists of them stay short, and the rest is one step away."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from news.models import Section
from portal.models import SiteMapPage, StandardPage
from portal.navigation import MOST_ENTRIES
from tests.factories import SectionFactory
from tests.reading import Reading, read

MANY = MOST_ENTRIES + 30


def sections(parent, count: int, **values) -> None:
    first = parent.numchild
    for number in range(first, first + count):
        SectionFactory(parent=parent, title=f"Chuyên đề {number}", slug=f"chuyen-de-{number}", **values)


@pytest.fixture
def site_map(home):
    return home.add_child(instance=SiteMapPage(title="Sơ đồ cổng", slug="so-do-cong"))


def cost(client, url: str) -> int:
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_a_long_menu_leads_on_to_the_site_map(visitor, home, news_section):
    sections(home, MANY, show_in_menus=True)
    site_map = home.add_child(instance=SiteMapPage(title="Sơ đồ cổng", slug="so-do-cong"))
    page = read(visitor, "/")
    assert page.texts(".menu__link")[0] == "Tin tức"
    assert len(page.texts(".menu__link")) == MOST_ENTRIES + 1
    assert page.texts(".menu__link")[-1] == "Xem tất cả"
    assert page.links(".menu__link")[-1] == site_map.get_url()
    assert "Chuyên đề 30" in read(visitor, site_map.get_url()).text(".site-map")


def test_a_menu_with_room_for_all_leads_nowhere_else(visitor, home, news_section, site_map):
    sections(news_section, MOST_ENTRIES, show_in_menus=True)
    page = read(visitor, "/")
    assert "Xem tất cả" not in page.texts(".menu a")
    assert len(page.texts(".submenu__link")) == MOST_ENTRIES


def test_below_an_entry_of_the_menu_the_first_unfold_and_its_page_has_the_rest(visitor, news_section):
    sections(news_section, MANY, show_in_menus=True)
    page = read(visitor, "/")
    assert len(page.texts(".submenu__link")) == MOST_ENTRIES + 1
    assert page.texts(".submenu__link")[-1] == "Xem tất cả: Tin tức"
    assert page.links(".submenu__link")[-1] == news_section.get_url()


def test_the_footer_is_short_and_keeps_the_site_map(visitor, home):
    sections(home, MANY, show_in_menus=False)
    home.add_child(instance=SiteMapPage(title="Sơ đồ cổng", slug="so-do-cong"))
    links = read(visitor, "/").texts(".site-footer__links a")
    assert "Sơ đồ cổng" in links
    assert len([link for link in links if link.startswith("Chuyên đề")]) == MOST_ENTRIES - 1


def test_a_section_names_the_first_of_its_subsections_and_leads_to_all(visitor, news_section):
    sections(news_section, Section.MOST_SUBSECTIONS + 1)
    page = read(visitor, news_section.get_url())
    assert len(page.texts(".chips__link")) == Section.MOST_SUBSECTIONS + 1
    assert page.texts(".chips__link")[-1] == "Xem tất cả"
    everything = read(visitor, page.links(".chips__link")[-1])
    assert len(everything.texts(".chips__link")) == Section.MOST_SUBSECTIONS + 1
    assert everything.text("h1") == "Chuyên mục con"
    assert everything.links(".breadcrumbs a") == ["/", news_section.get_url()]


def test_a_section_with_room_for_all_has_no_further_list(visitor, news_section):
    assert Reading(visitor, f"{news_section.get_url()}muc-con/").status == 404
    sections(news_section, 2)
    assert read(visitor, news_section.get_url()).texts(".chips__link") == ["Chuyên đề 0", "Chuyên đề 1"]


def test_the_list_of_subsections_is_paged(visitor, news_section, monkeypatch):
    monkeypatch.setattr(Section, "MOST_ON_A_PAGE", 2)
    sections(news_section, 3)
    second = read(visitor, f"{news_section.get_url()}muc-con/?page=2")
    assert second.texts(".chips__link") == ["Chuyên đề 2"]
    assert Reading(visitor, f"{news_section.get_url()}muc-con/?page=3").status == 404


def test_pages_below_a_standard_page_are_paged(visitor, home, monkeypatch):
    monkeypatch.setattr(StandardPage, "MOST_BELOW", 2)
    about = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    for number in range(3):
        below = about.add_child(instance=StandardPage(title=f"Trang {number}", slug=f"trang-{number}"))
        below.add_child(instance=StandardPage(title="Xa hơn", slug="xa-hon"))
    assert read(visitor, about.get_url()).texts(".chips__link") == ["Trang 0", "Trang 1"]
    assert read(visitor, f"{about.get_url()}?page=2").texts(".chips__link") == ["Trang 2"]


def test_a_page_of_the_site_map_begins_with_what_its_first_entry_stands_below(visitor, home, site_map, monkeypatch):
    monkeypatch.setattr(SiteMapPage, "per_page", 4)
    news = SectionFactory(parent=home, title="Thời sự", slug="thoi-su")
    party = SectionFactory(parent=news, title="Xây dựng Đảng", slug="xay-dung-dang")
    sections(party, 3)
    first, second = read(visitor, site_map.get_url()), read(visitor, f"{site_map.get_url()}?page=2")
    assert first.texts(".site-map a") == ["Tin tức", "Sơ đồ cổng", "Thời sự", "Xây dựng Đảng"]
    assert second.texts(".site-map a") == ["Thời sự", "Xây dựng Đảng", "Chuyên đề 0", "Chuyên đề 1", "Chuyên đề 2"]
    assert Reading(visitor, f"{site_map.get_url()}?page=3").status == 404


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/so-do-cong/", "/tin-tuc/muc-con/"])
def test_pages_cost_the_same_however_many_sections_there_are(visitor, home, news_section, site_map, path):
    def more(count: int) -> None:
        sections(home, count, show_in_menus=True)
        sections(news_section, count, show_in_menus=True)

    more(2)
    visitor.get(path)
    few = cost(visitor, path)
    more(MANY)
    assert cost(visitor, path) == few
