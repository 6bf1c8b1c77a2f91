"""Lists of the admin on a phone, in a real browser."""

import pytest
from playwright.sync_api import Page

from news.models import Section
from tests.browser.conftest import HEIGHT, PHONE
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]


@pytest.mark.parametrize("address", ["/quan-tri/bai-viet/", "/quan-tri/pages/{section}/"])
def test_titles_are_as_wide_as_the_phone_lets_them(admin: Page, address: str) -> None:
    section = Section.objects.get(slug="tin-tuc")
    ArticleFactory(parent=section, title="Đảng uỷ xã sơ kết sáu tháng thực hiện nghị quyết", author_name="Trúc Linh")
    admin.set_viewport_size({"width": PHONE, "height": HEIGHT})
    admin.goto(address.format(section=section.pk))
    title = admin.locator("td.title").filter(has_text="sơ kết").bounding_box()
    status = admin.locator("tbody .w-status").first.bounding_box()
    assert title is not None
    assert title["width"] > 0.7 * PHONE
    assert status is not None
    assert status["x"] + status["width"] <= PHONE
    assert admin.evaluate("document.documentElement.scrollWidth") <= PHONE
