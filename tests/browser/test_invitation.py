"""From an invitation to the desk, as two people go it: invite, mail, password, sign in, desk; without script too."""

import threading
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import openpyxl
import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, Page, expect

from portal.editorial.roles import MEMBER, group_of
from portal.members.inviting import Invitee, invite
from portal.members.telling import notify
from portal.outbox.worker import drain, register_worker
from portal.registry import NotificationKind, notification_kinds
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, TIMEOUT, axe_findings

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

PASSWORD = "đường hoa thôn Khe Ngang 27"


@pytest.fixture
def guest(browser: Browser, live_server: Any) -> Iterator[Page]:
    """Somebody on a phone whose browser runs no script."""
    context = browser.new_context(
        viewport={"width": PHONE, "height": HEIGHT}, locale="vi-VN", base_url=live_server.url, java_script_enabled=False
    )
    context.set_default_timeout(TIMEOUT)
    yield context.new_page()
    context.close()


def link_in_latest(mails: list[Any]) -> str:
    drain(register_worker(), threading.Event())
    return next(
        urlsplit(word).path for word in mails[-1].body.split() if word.startswith("http") and "/kich-hoat/" in word
    )


def fits(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))


def choose_password(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.locator("main h1")).to_have_text("Đặt mật khẩu")
    for name in ("new_password1", "new_password2"):
        page.fill(f"input[name={name}]", PASSWORD)
    page.click("main form button[type=submit]")
    expect(page.locator("main h1")).to_have_text("Tài khoản đã sẵn sàng")


def come_to_the_desk(page: Page, username: str) -> None:
    page.click("main a.button")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("main form:has(input[name=password]) button[type=submit]")
    expect(page.locator("main h1")).to_have_text("Bàn làm việc")


def test_from_the_invitation_to_the_desk_on_a_phone_without_script(
    admin: Page, guest: Page, mailoutbox: list[Any]
) -> None:
    admin.goto("/quan-tri/invitations/new/")
    admin.fill("[name=last_name]", "Vi Thị")
    admin.fill("[name=first_name]", "Hoà")
    admin.fill("[name=email]", "hoa@lamkhe.example")
    admin.get_by_label("Đảng viên").check()
    admin.get_by_role("button", name="Gửi lời mời").click()
    expect(admin.locator("table.listing")).to_contain_text("Vi Thị Hoà")
    expect(admin.locator("table.listing")).to_contain_text("Đang chờ")

    link = link_in_latest(mailoutbox)
    choose_password(guest, link)
    come_to_the_desk(guest, "hoa")
    expect(guest.locator(".desk-profile")).to_contain_text("hoa@lamkhe.example")
    guest.goto(link)
    expect(guest.locator("main h1")).to_have_text("Lời mời này đã được dùng")

    admin.reload()
    expect(admin.locator("table.listing")).to_contain_text("Đã chấp nhận")


def test_the_pages_of_the_way_are_accessible_and_fit(
    browser: Browser, live_server: Any, editor: User, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification_kinds, "_by_name", {})
    notification_kinds.register(NotificationKind("test", "Bài được trả lại"))
    [made] = invite([Invitee("Vi Thị", "Hoà", "hoa@lamkhe.example", (group_of(MEMBER),))], by=editor)
    for number in range(25):
        notify(made.account, "test", f"Bài “Người viết chuyên đề ở Chi bộ thôn Cầu Đá” số {number} được duyệt")
    context = browser.new_context(locale="vi-VN", base_url=live_server.url, reduced_motion="reduce")
    page = context.new_page()
    link = link_in_latest(mailoutbox)
    found: list[str] = []

    def look(address: str) -> None:
        for width in (PHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.goto(address)
            found.extend(f"{address} {width}: {line}" for line in axe_findings(page))
            assert fits(page), f"{address} is wider than {width}"

    look(link)
    look("/kich-hoat/la/")
    choose_password(page, link)
    look("/kich-hoat/xong/")
    come_to_the_desk(page, "hoa")
    for address in ("", "thong-bao/", "thong-bao/?page=2", "ho-so/", "thu/"):
        look(f"/ban-lam-viec/{address}")
    context.close()
    assert found == []


def test_a_list_is_read_shown_and_carried_out(admin: Page, mailoutbox: list[Any]) -> None:
    book = openpyxl.Workbook()
    for line in (
        ("Họ và tên", "Thư điện tử", "Vai trò"),
        ("Vi Thị Hoà", "hoa@lamkhe.example", "Đảng viên"),
        ("Bế Văn Nhâm", "khong phai", "Đảng viên"),
    ):
        book.worksheets[0].append(line)
    out = BytesIO()
    book.save(out)
    admin.goto("/quan-tri/invitations/")
    admin.locator("header .w-dropdown button, header [data-controller~=w-dropdown] button").first.click()
    admin.get_by_role("link", name="Mời theo danh sách").click()
    admin.set_input_files(
        "input[type=file]", {"name": "ds.xlsx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}
    )
    admin.get_by_role("button", name="Đọc danh sách").click()
    expect(admin.locator("main")).to_contain_text("Sẽ mời: 1. Đã có tài khoản: 0. Từ chối: 1.")
    admin.get_by_role("button", name="Mời 1 người").click()
    expect(admin.locator("main")).to_contain_text("Đã mời: 1.")
    assert Group.objects.get(name="Đảng viên").user_set.filter(email="hoa@lamkhe.example").exists()
