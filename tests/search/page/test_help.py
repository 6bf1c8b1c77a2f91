"""What a reader is told who found nothing."""

import pytest

from portal.access.levels import Level, set_level
from search.contract import MOST_RESULTS
from tests.factories import SectionFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def learned(news_section, story, entered):
    story(news_section, "Chi bộ họp bàn việc làng", "Nội dung có chữ hiếm")
    entered()


def ways(found) -> dict[str, str]:
    return {link.get_text(): link["href"] for link in found.select(".search-nothing__ways a")}


def test_what_was_looked_for_is_said(learned, page):
    assert "“xyzzy qwerty”" in page("xyzzy qwerty").select_one(".search-nothing__said").get_text()


def test_each_narrowing_can_be_left_out_and_all_of_them(learned, page, news_section, visitor):
    found = page(
        "chữ hiếm", trong=str(news_section.pk), **{"tieu-de": "1", "tu-ngay": "2000-01-01", "loai-trang": "notice"}
    )
    offered = ways(found)
    assert list(offered) == [
        "Tìm trong toàn cổng",
        "Tìm cả trong nội dung",
        "Tìm ở mọi ngày",
        "Tìm lại không dùng bộ lọc",
    ]
    assert "với các bộ lọc này" in found.select_one(".search-nothing__said").get_text()
    assert "search-result__title" in visitor.get(offered["Tìm lại không dùng bộ lọc"]).content.decode()


def test_marks_that_were_probably_meant_are_the_first_way(learned, page):
    offered = ways(page("hop noi dung", **{"tieu-de": "1"}))
    assert list(offered)[:1] == ["Tìm “họp nội dung”"]


def test_signs_are_offered_to_be_left_out(learned, page, titles, visitor):
    offered = ways(page("“làng việc” -bộ"))
    [(label, url)] = offered.items()
    assert label == "Tìm không kể ngoặc kép và từ loại trừ: làng việc"
    assert "search-result__title" in visitor.get(url).content.decode()


def test_sections_that_fit_are_named_and_closed_ones_are_not(news_section, page, home):
    in_building, closed = (
        publish(SectionFactory(parent=news_section, title=title, live=False))
        for title in ("Xây dựng Đảng", "Xây dựng nông thôn")
    )
    for section in (in_building, closed):
        publish(SectionFactory(parent=section, live=False))
    set_level(closed, Level.MEMBERS)
    assert ways(page("xay dung xyzzy")) == {"Xây dựng Đảng": in_building.get_url()}


def test_the_register_is_named_and_looks_up_the_number(register, page):
    publish(register)
    link = page("999-CT/TW").select_one(".search-advice a")
    assert link["href"] == f"{register.get_url()}?so=999-CT%2FTW"
    assert page("xyzzy").select_one(".search-advice a")["href"] == register.get_url()


def test_a_page_after_the_last_leads_to_the_first(learned, page):
    found = page("họp", page="7")
    assert "Đã hết kết quả" in found.get_text()
    assert found.select_one(".search-nothing a")["href"] == "/tim-kiem/?q=h%E1%BB%8Dp"


def test_that_not_all_can_be_paged_through_is_said(learned, page, monkeypatch):
    assert "kết quả đầu" not in page("họp").select_one(".search-found__total").get_text()
    monkeypatch.setattr("search.views.MOST_RESULTS", 0)
    assert "chỉ xem được 0 kết quả đầu" in page("họp").select_one(".search-found__total").get_text()
    assert MOST_RESULTS == 1_000
