"""What narrows the results: a section, days, what they are, and who may see them."""

import datetime as dt

import pytest

from portal.access.levels import Level, set_level
from portal.access.tokens import Tokens
from search.asked import FACETS
from search.contract import Facet
from search.days import Days
from search.places import Places
from tests.factories import SectionFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def building(news_section):
    """A section inside the news."""
    return publish(SectionFactory(parent=news_section, title="Xây dựng Đảng", live=False))


@pytest.fixture
def two_sections(news_section, building, home, story, entered):
    """A story in a section, one in the section above it, one elsewhere."""
    elsewhere = publish(SectionFactory(parent=home, title="Đời sống", live=False))
    made = [
        story(building, "Chi bộ họp ở xóm trên"),
        story(news_section, "Chi bộ họp ở xóm dưới"),
        story(elsewhere, "Chi bộ họp ở chợ"),
    ]
    entered()
    return made


def chips(found) -> list[str]:
    return [chip.find(string=True) for chip in found.select(".search-chips__link")]


class TestSection:
    def test_a_search_from_a_section_is_of_the_whole_portal_and_offers_the_section(
        self, two_sections, news_section, page, titles
    ):
        found = page("họp", **{"tu-trang": str(news_section.pk)})
        assert len(titles(found)) == 3
        offered = found.select_one(f".search-box__where option[value='{news_section.pk}']")
        assert "Tin tức" in offered.get_text()
        assert "selected" not in offered.attrs

    def test_the_masthead_of_a_section_and_of_its_stories_says_where_the_search_begins(
        self, two_sections, building, visitor
    ):
        for page in (building, two_sections[0]):
            assert f'name="tu-trang" value="{building.pk}"' in visitor.get(page.get_url()).content.decode()

    def test_the_masthead_of_the_home_page_does_not(self, home, visitor):
        assert "tu-trang" not in visitor.get("/").content.decode()

    def test_one_section_is_searched_with_those_below_it(self, two_sections, news_section, page, titles):
        found = page("họp", trong=str(news_section.pk))
        assert set(titles(found)) == {"Chi bộ họp ở xóm trên", "Chi bộ họp ở xóm dưới"}
        assert chips(found) == ["Trong mục: Tin tức"]
        assert found.select_one(".search-box__where option[selected]")["value"] == str(news_section.pk)

    def test_its_chip_leads_back_to_the_whole_portal(self, two_sections, news_section, visitor, page):
        chip = page("họp", trong=str(news_section.pk)).select_one(".search-chips__link")
        assert "trong=" not in chip["href"]
        assert visitor.get(chip["href"]).content.decode().count("search-result__title") == 3

    def test_sections_are_counted_and_chosen_by_name(self, two_sections, visitor, page, titles):
        choices = {link.find(string=True).strip(): link["href"] for link in page("họp").select(".search-choices__link")}
        assert {"Tin tức", "Đời sống"} <= set(choices)
        assert visitor.get(choices["Đời sống"]).content.decode().count("search-result__title") == 1

    def test_a_section_that_is_closed_is_like_one_that_never_was(self, two_sections, building, page, titles):
        set_level(building, Level.MEMBERS)
        closed = page("họp", trong=str(building.pk), **{"tu-trang": str(building.pk)})
        unknown = page("họp", trong="999999", **{"tu-trang": "999999"})
        assert sorted(titles(closed)) == sorted(titles(unknown)) == ["Chi bộ họp ở chợ", "Chi bộ họp ở xóm dưới"]
        for found in (closed, unknown):
            assert "không còn nữa" in found.select_one(".message").get_text()
            assert found.select_one(".search-box__where") is None
            assert "Xây dựng Đảng" not in found.get_text()

    def test_a_page_that_stands_alone_offers_nothing(self, home):
        alone = publish(SectionFactory(parent=home, live=False))
        assert Places.of([], alone.pk, Tokens()).origin is None


class TestDays:
    @pytest.fixture(autouse=True)
    def stories(self, news_section, story, entered):
        for day in (1, 2, 3):
            story(news_section, f"Chi bộ họp ngày {day}", published_on=dt.datetime(2026, 3, day, 5, tzinfo=dt.UTC))
        entered()

    @pytest.mark.parametrize("typed", ["2026-03-02", "02/03/2026", "2/3/2026", "2.3.2026"])
    def test_both_days_are_inside_however_they_are_written(self, page, titles, typed):
        found = page("họp", **{"tu-ngay": typed, "den-ngay": "2026-03-03"})
        assert set(titles(found)) == {"Chi bộ họp ngày 2", "Chi bộ họp ngày 3"}
        assert found.select_one("#search-since")["value"] == "2026-03-02"
        assert chips(found) == ["02/03/2026 – 03/03/2026"]

    @pytest.mark.parametrize("typed", ["31/02/2026", "hôm qua", "2026-13-01", "9" * 50, "0000-01-01"])
    def test_what_is_no_day_is_told_and_nothing_else_is_lost(self, page, titles, typed):
        found = page("họp", **{"tu-ngay": typed, "den-ngay": "2026-03-02", "tieu-de": "1"})
        assert set(titles(found)) == {"Chi bộ họp ngày 1", "Chi bộ họp ngày 2"}
        assert "không phải là ngày" in found.select_one(".form__error").get_text()
        assert chips(found) == ["Đến ngày 02/03/2026", "Chỉ trong tiêu đề"]

    def test_days_the_wrong_way_round_narrow_nothing_and_stay_in_their_boxes(self, page, titles):
        found = page("họp", **{"tu-ngay": "2026-03-03", "den-ngay": "2026-03-01"})
        assert len(titles(found)) == 3
        assert "“Đến ngày” (01/03/2026) đứng trước “Từ ngày” (03/03/2026)" in found.select_one(".message").get_text()
        assert found.select_one("#search-since")["value"] == "2026-03-03"
        assert found.select_one("#search-until")["value"] == "2026-03-01"
        assert found.select_one(".search-choices")["open"] == ""

    def test_the_form_of_days_keeps_all_that_was_chosen(self, page, news_section):
        chosen = {"trong": str(news_section.pk), "loai-trang": "news", "xep": "moi", "tieu-de": "1", "nam": "2026"}
        kept = {box["name"]: box["value"] for box in page("họp", **chosen).select(".search-days input[type=hidden]")}
        assert kept == {"q": "họp", **chosen}

    def test_the_box_keeps_it_too(self, page):
        chosen = {"loai-trang": "news", "xep": "moi", "tieu-de": "1", "tu-ngay": "2026-03-01"}
        kept = {box["name"]: box["value"] for box in page("họp", **chosen).select(".search-box input[type=hidden]")}
        assert kept == chosen


def test_the_label_of_days():
    assert [Days.of(*typed).label for typed in (("", ""), ("2026-03-01", ""), ("2026-03-01", "2026-03-01"))] == [
        "",
        "Từ ngày 01/03/2026",
        "01/03/2026",
    ]


class TestLevel:
    @pytest.fixture
    def closed(self, news_section, story, entered):
        story(news_section, "Chi bộ họp mở")
        closed = story(news_section, "Chi bộ họp kín")
        set_level(closed, Level.MEMBERS)
        entered()
        return closed

    def test_whoever_sees_more_than_the_public_may_narrow_by_level(self, closed, page, titles, admin_client):
        found = page("họp", client=admin_client)
        assert "Chỉ dành cho đảng viên (1)" in " ".join(found.select_one(".search-choices").get_text(" ").split())
        assert titles(page("họp", client=admin_client, **{"pham-vi": "members"})) == ["Chi bộ họp kín"]
        assert titles(page("họp", client=admin_client, **{"pham-vi": "public"})) == ["Chi bộ họp mở"]

    def test_a_level_of_which_one_holds_nothing_finds_nothing(self, closed, page, titles, admin_client):
        assert titles(page("họp", client=admin_client, **{"pham-vi": "committee"})) == []

    def test_others_are_not_told_of_levels_at_all(self, closed, page, titles):
        found = page("họp", **{"pham-vi": "members"})
        assert titles(found) == ["Chi bộ họp mở"]
        assert "Phạm vi xem" not in found.get_text()
        assert chips(found) == []


def test_all_that_is_chosen_can_be_given_up_one_by_one_and_at_once(two_sections, news_section, page, visitor, titles):
    chosen = {"loai-trang": "news", "nam": "1999", "tieu-de": "1", "den-ngay": "2030-01-01", "co-quan": "77"}
    found = page("họp", trong=str(news_section.pk), **chosen)
    assert titles(found) == []
    links = found.select(".search-chips__link")
    assert chips(found) == [
        "Trong mục: Tin tức",
        "Loại nội dung: Tin bài",
        "Cơ quan ban hành: không rõ",
        "Năm: 1999",
        "Đến ngày 01/01/2030",
        "Chỉ trong tiêu đề",
    ]
    for link, name in zip(links, ["trong", "loai-trang", "co-quan", "nam", "den-ngay", "tieu-de"], strict=True):
        assert f"{name}=" not in link["href"]
        assert link["href"].count("&") == 5
    clear = found.select_one(".search-chips__all")["href"]
    assert visitor.get(clear).content.decode().count("search-result__title") == 3


def test_whatever_stands_in_the_address_is_answered(home, visitor):
    for facet in Facet:
        for value in ("x", "-1", "9" * 40, "٣", "½", "\x00", "🎉"):
            assert visitor.get("/tim-kiem/", {"q": "chi", FACETS[facet]: value}).status_code == 200
    for name in ("trong", "tu-trang", "tu-ngay", "den-ngay"):
        for value in ("x", "-1", "9" * 40, "٣", "½", "\x00", "🎉", "1'"):
            assert visitor.get("/tim-kiem/", {"q": "chi", name: value}).status_code == 200
