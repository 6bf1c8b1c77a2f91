"""Taking down and correcting, as the chief does it, on a screen and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from news.models import Section
from tests.browser.admin_pages import look
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings
from tests.factories import ArticleFactory, publish

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

TITLE = "Chi bộ có 45 đảng viên"


def live_article():
    return publish(ArticleFactory(parent=Section.objects.get(slug="tin-tuc"), title=TITLE, slug="chi-bo"))


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_page_is_taken_down_with_a_reason(admin: Page, width: int) -> None:
    article = live_article()
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    admin.goto(f"/quan-tri/pages/{article.pk}/unpublish/")
    look(admin, f"take-down-{width}")
    assert [found for found in axe_findings(admin) if "id_reason" in found or "id_note" in found] == []
    admin.get_by_role("button", name="Gỡ bài").click()
    expect(admin.locator("body")).to_contain_text("Hãy chọn lý do gỡ trang")
    admin.get_by_label("Lý do").select_option(label="Nội dung sai")
    admin.get_by_role("button", name="Gỡ bài").click()
    expect(admin.locator(".messages")).to_contain_text("Đã gỡ")
    answer = admin.goto(article.get_url())
    assert answer is not None
    assert answer.status == 410
    look(admin, f"gone-{width}")
    expect(admin.locator("main")).to_contain_text("Nội dung đã được gỡ")
    assert TITLE not in admin.content()
    assert axe_findings(admin) == []


def test_a_change_asks_for_its_reason_and_keeps_what_was_typed(admin: Page) -> None:
    article = live_article()
    admin.goto(f"/quan-tri/pages/{article.pk}/edit/", wait_until="networkidle")
    admin.fill("#id_title", "Chi bộ có 54 đảng viên")
    publish_now(admin)
    expect(admin.locator("body")).to_contain_text("Người đọc đã có bài này")
    look(admin, "change-asked")
    expect(admin.locator("#id_title")).to_have_value("Chi bộ có 54 đảng viên")


def publish_now(admin: Page) -> None:
    admin.get_by_role("button", name="Thao tác khác").click()
    admin.locator("button[name=action-publish]:visible").first.click()


def test_with_a_reason_the_change_reaches_the_readers(admin: Page) -> None:
    article = live_article()
    admin.goto(f"/quan-tri/pages/{article.pk}/edit/", wait_until="networkidle")
    admin.fill("#id_title", "Chi bộ có 54 đảng viên")
    publish_now(admin)
    expect(admin.locator("body")).to_contain_text("Người đọc đã có bài này")
    admin.fill("#id_change_reason", "Nhầm số")
    publish_now(admin)
    admin.wait_for_url(re.compile(r"/quan-tri/pages/\d+/$"))
    article.refresh_from_db()
    assert article.title == "Chi bộ có 54 đảng viên"
