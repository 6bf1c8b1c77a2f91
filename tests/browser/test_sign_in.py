"""Signing in in a real browser: an app for codes, a passkey, and pages that everyone can use on any screen."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from portal.editorial.roles import REPORTER, group_of
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, TIMEOUT, axe_findings
from tests.members.signing_in import PASSWORD, code_now, give_app

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

SECURITY = "/tai-khoan/bao-mat/"


@pytest.fixture
def reporter() -> User:
    user: User = User.objects.create_user("suong", "suong@example.vn", PASSWORD, last_name="Nguyễn", first_name="Sương")
    user.groups.add(group_of(REPORTER))
    return user


@pytest.fixture(params=[PHONE, DESKTOP])
def page(request: Any, browser: Browser, live_server: Any) -> Iterator[Page]:
    """Of somebody who is not signed in; what the page's security policy refuses fails the test."""
    context = browser.new_context(
        viewport={"width": request.param, "height": HEIGHT},
        locale="vi-VN",
        base_url=live_server.url,
        reduced_motion="reduce",
    )
    context.set_default_timeout(TIMEOUT)
    opened = context.new_page()
    refused: list[str] = []
    opened.on("console", lambda said: refused.append(said.text) if "Refused" in said.text else None)
    yield opened
    context.close()
    assert not refused


def give(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.fill(f"input[name={name}]", value)
    page.click(f"main form:has(input[name={name}]) button[type=submit]")


def is_fine(page: Page) -> bool:
    found = axe_findings(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "nothing sticks out"
    return True


def test_staff_set_up_an_app_and_come_to_the_admin(page: Page, reporter: User) -> None:
    page.goto("/dang-nhap/?next=/quan-tri/")
    assert is_fine(page)
    give(page, login="suong", password=PASSWORD)
    page.wait_for_url(f"**{SECURITY}")
    expect(page.locator("main")).to_contain_text("Hãy thiết lập lớp xác thực thứ hai trước")
    assert is_fine(page)
    page.get_by_role("link", name="Thiết lập ứng dụng xác thực").click()
    box = page.locator(".qr svg").bounding_box()
    assert box is not None
    assert box["width"] > 120
    assert is_fine(page)
    give(page, code=code_now(page.locator(".account__secret").inner_text()))
    page.wait_for_url(re.compile("/ma-du-phong/$"))
    expect(page.locator(".codes li")).to_have_count(10)
    assert is_fine(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Lưu thành tệp").click()
    assert saved.value.suggested_filename == "ma-du-phong.txt"
    assert page.locator(".codes li").first.inner_text() in saved.value.path().read_text(encoding="utf-8")
    page.get_by_role("link", name="Đã cất giữ, vào trang quản trị").click()
    page.wait_for_url("**/quan-tri/")


def test_the_code_is_asked_at_the_next_sign_in(page: Page, reporter: User) -> None:
    secret = give_app(reporter)
    page.goto("/dang-nhap/?next=/quan-tri/pages/")
    give(page, login="suong", password=PASSWORD)
    page.wait_for_url("**/ma-xac-thuc/**")
    assert is_fine(page)
    give(page, code="12")
    expect(page.locator(".form__error:visible")).to_contain_text("Mã không đúng")
    give(page, code=code_now(secret))
    page.wait_for_url(re.compile("/quan-tri/pages/"))


def test_a_passkey_is_the_second_factor_and_signs_in_alone(page: Page, reporter: User) -> None:
    wires = page.context.new_cdp_session(page)
    wires.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    wires.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    page.goto("/dang-nhap/")
    give(page, login="suong", password=PASSWORD)
    page.goto(f"{SECURITY}khoa-truy-cap/them/")
    assert is_fine(page)
    give(page, name="Máy cơ quan")
    page.wait_for_url(re.compile("/ma-du-phong/$"))
    page.goto(SECURITY)
    expect(page.locator(".account__list")).to_contain_text("Máy cơ quan")
    assert is_fine(page)
    page.goto("/quan-tri/")
    page.wait_for_url(re.compile("/quan-tri/$"))

    sign_out(page)
    page.goto("/dang-nhap/?next=/quan-tri/pages/")
    give(page, login="suong", password=PASSWORD)
    page.wait_for_url("**/ma-xac-thuc/**")
    assert is_fine(page)
    page.get_by_role("button", name="Dùng khoá truy cập").click()
    page.wait_for_url(re.compile("/quan-tri/pages/"))

    sign_out(page)
    page.goto("/dang-nhap/?next=/quan-tri/pages/")
    page.get_by_role("button", name="Đăng nhập bằng khoá truy cập").click()
    page.wait_for_url(re.compile("/quan-tri/pages/"))


def sign_out(page: Page) -> None:
    page.goto("/dang-nhap/")
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(re.compile(r"/$"))


def test_sessions_and_the_password_can_be_used_on_any_screen(page: Page, live_server: Any) -> None:
    User.objects.create_user("hoa", "hoa@example.vn", PASSWORD)
    page.goto("/dang-nhap/quen-mat-khau/")
    assert is_fine(page)
    give(page, email="hoa@example.vn")
    page.wait_for_url("**/da-gui/")
    assert is_fine(page)
    page.goto("/dang-nhap/")
    give(page, login="hoa", password=PASSWORD)
    page.wait_for_url(re.compile(r"/$"))
    page.goto(f"{SECURITY}phien/")
    expect(page.locator(".account__row")).to_contain_text("Chrome, Linux")
    assert is_fine(page)
    page.goto(f"{SECURITY}mat-khau/")
    give(page, oldpassword="sai", password1="ngan", password2="khac")
    expect(page.locator(".form__error")).not_to_have_count(0)
    assert is_fine(page)


def test_a_paused_name_is_told_what_to_do(page: Page) -> None:
    for _ in range(5):
        page.goto("/dang-nhap/")
        give(page, login="khong-co", password="sai")
        page.wait_for_load_state()
    expect(page.locator("h1")).to_have_text("Tạm dừng đăng nhập")
    assert is_fine(page)
