"""Choosing pictures in the admin, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.admin_pages import new_article
from tests.factories import PortalImageFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

HALL = "Các đảng viên trong nhà văn hoá thôn"
ROAD = "Con đường hoa dẫn vào thôn Đồng Tiến"


@pytest.fixture
def pictures(committing_db: None) -> None:
    PortalImageFactory(title="Nhà văn hoá", description=HALL)
    PortalImageFactory(title="Đường hoa", description=ROAD)


def choose(page: Page, chooser: Locator, title: str) -> None:
    if chooser.locator(".w-dropdown__toggle").is_visible():
        chooser.locator(".w-dropdown__toggle").click()
    page.locator("[data-chooser-action-choose]:visible").and_(chooser.locator("button")).first.click()
    page.locator(f".modal [data-chooser-modal-choice][title='{title}']").click()
    expect(page.locator(".modal")).to_have_count(0)


def add_block(page: Page, name: str) -> None:
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.get_by_role("option", name=name, exact=True).click()


def test_the_lead_picture_brings_its_description(admin: Page, pictures: None) -> None:
    new_article(admin)
    chooser, alt = admin.locator("#id_picture-chooser"), admin.locator("#id_picture_alt")
    choose(admin, chooser, "Nhà văn hoá")
    expect(alt).to_have_value(HALL)
    choose(admin, chooser, "Đường hoa")
    expect(alt).to_have_value(ROAD)
    alt.fill("Đường hoa trước mùa mưa")
    choose(admin, chooser, "Nhà văn hoá")
    expect(alt).to_have_value("Đường hoa trước mùa mưa")


def test_so_does_a_picture_in_the_text(admin: Page, pictures: None) -> None:
    new_article(admin)
    add_block(admin, "Ảnh")
    choose(admin, admin.locator("#body-0-value-image-chooser"), "Đường hoa")
    expect(admin.locator("[name=body-0-value-alt_text]")).to_have_value(ROAD)


def test_a_decorative_one_does_not(admin: Page, pictures: None) -> None:
    new_article(admin)
    add_block(admin, "Ảnh")
    admin.locator("[name=body-0-value-decorative]").check()
    choose(admin, admin.locator("#body-0-value-image-chooser"), "Đường hoa")
    expect(admin.locator("[name=body-0-value-alt_text]")).to_have_value("")
