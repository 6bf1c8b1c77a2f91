"""Pages that would lead nowhere lead on: to what lies below them, or home."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from wagtail.models import PageViewRestriction

from portal.models import StandardPage
from tests.reading import read


@pytest.fixture
def about(home) -> StandardPage:
    return home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))


def test_a_standard_page_links_to_the_pages_below_it(visitor, about):
    history = about.add_child(instance=StandardPage(title="Lịch sử Đảng bộ", slug="lich-su"))
    history.add_child(instance=StandardPage(title="Giai đoạn 1945 – 1954", slug="giai-doan"))
    about.add_child(instance=StandardPage(title="Bản nháp", slug="nhap", live=False))
    page = read(visitor, about.get_url())
    assert page.links(".chips a") == ["/gioi-thieu/lich-su/"]


def test_a_page_below_that_is_not_for_everyone_is_not_named(visitor, about):
    internal = about.add_child(instance=StandardPage(title="Sổ tay nội bộ", slug="so-tay"))
    PageViewRestriction.objects.create(page=internal, restriction_type=PageViewRestriction.LOGIN)
    page = read(visitor, about.get_url())
    assert page.all(".chips") == []
    assert "Sổ tay nội bộ" not in page.html


@pytest.mark.parametrize(("signed_in", "ways_on"), [(False, ["/dang-nhap/", "/"]), (True, ["/"])])
def test_403_offers_to_sign_in_to_those_who_are_not(home, rf, signed_in, ways_on):
    visitor = SimpleNamespace(is_signed_in=signed_in, name="Lê Thị Hoa")
    page = BeautifulSoup(render_to_string("403.html", {"visitor": visitor}, request=rf.get("/")), "lxml")
    assert [link["href"] for link in page.select(".error-page a")] == ways_on
