"""The control for levels and the preview as a reader, by keyboard, on a wide screen and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from news.models import Section
from portal.access.levels import Level, level_of, set_level
from portal.access.models import Organisation
from tests.browser.admin_pages import look
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings
from tests.factories import ArticleFactory, SectionFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]


@pytest.fixture
def section() -> Section:
    above = Section.objects.get(slug="tin-tuc")
    section = SectionFactory(parent=above, title="Sinh hoạt nội bộ")
    ArticleFactory(parent=section, title="Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề")
    Organisation.objects.create(name="Chi bộ thôn Đồng Tiến")
    Organisation.objects.create(name="Chi bộ thôn Bắc Sơn")
    return section


def _open_control(page: Page, section: Section) -> None:
    page.goto(f"/quan-tri/pages/{section.pk}/edit/")
    toggle = page.get_by_role("button", name="Đổi phạm vi xem")
    if not toggle.is_visible():
        page.locator("[data-side-panel-toggle=status]").first.click()
    toggle.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#set-privacy .portal-level")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_level_is_chosen_by_keyboard_and_making_public_asks_again(admin: Page, section: Section, width: int) -> None:
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    _open_control(admin, section)
    look(admin, f"level-{width}", full=False)
    control = admin.locator("#set-privacy .portal-level")
    assert [found for found in axe_findings(admin) if "portal-level" in found or "set-privacy" in found] == []
    control.get_by_label("Công khai", exact=True).focus()
    for _step in range(3):
        admin.keyboard.press("ArrowDown")
    expect(control.get_by_label("Chi bộ thôn Bắc Sơn")).to_be_visible()
    look(admin, f"level-organisations-{width}", full=False)
    control.get_by_label("Chỉ dành cho đảng viên").check()
    expect(control.get_by_label("Chi bộ thôn Bắc Sơn")).to_be_hidden()
    control.get_by_role("button", name="Đặt phạm vi xem").press("Enter")
    expect(admin.locator("#set-privacy")).to_be_hidden()
    assert level_of(section) is Level.MEMBERS

    _open_control(admin, section)
    control.get_by_label("Công khai", exact=True).check()
    control.get_by_role("button", name="Đặt phạm vi xem").press("Enter")
    expect(control.get_by_text("Đánh dấu vào ô này để công khai.")).to_be_visible()
    look(admin, f"level-public-{width}", full=False)
    control.get_by_label("Đúng, từ nay ai cũng xem được").check()
    control.get_by_role("button", name="Đặt phạm vi xem").press("Enter")
    expect(admin.locator("#set-privacy")).to_be_hidden()
    assert level_of(section) is Level.PUBLIC


def test_the_preview_shows_what_a_visitor_would_get(admin: Page, section: Section) -> None:
    set_level(section, Level.MEMBERS)
    admin.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    admin.goto(f"/quan-tri/pages/{section.pk}/edit/")
    admin.locator("[data-side-panel-toggle=preview]").first.click()
    shown = admin.frame_locator("#w-preview-iframe")
    expect(shown.get_by_text("Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề").first).to_be_visible()
    admin.locator("#id_preview_mode").select_option(label="Như khách xem")
    again = admin.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)")
    expect(again.get_by_text("Không tìm thấy").first).to_be_visible(timeout=20_000)
    look(admin, "preview-visitor", full=False)
    admin.locator("#id_preview_mode").select_option(label="Như đảng viên xem")
    expect(again.get_by_text("Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề").first).to_be_visible(timeout=20_000)
    expect(again.locator(".level-mark").first).to_be_visible()
    look(admin, "preview-member", full=False)
