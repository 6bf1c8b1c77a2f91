"""A text's whole way, on a screen and on a phone: written, returned, mended, approved, live by itself, taken down."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from zlib import crc32

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import APIRequestContext, Browser, Page, expect

from portal.text import in_viet_nam, slugify
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.newsroom import (
    PATIENCE_SECONDS,
    Colleague,
    Mailbox,
    at_work,
    begin_article,
    keep_picture,
    new_page,
    number_of_page,
    open_from_queue,
    open_newsroom,
    wait_until,
    write_paragraph,
)
from tools.demo_site import Site

pytestmark = pytest.mark.browser

ARTICLES = 12
SECTION, SECTION_ADDRESS = "Tin tức", "/tin-tuc/"
LISTS = ("/", SECTION_ADDRESS, "/rss/")
SITE_MAP = "/sitemap-trang.xml"
TITLES = {
    DESKTOP: "Lớp học chữ Thái giữa mùa mưa ở thôn Ngọn Đồng",
    PHONE: "Đội xung kích thôn Nà Lốc dọn đá lở trong đêm",
}
SAPO = "Tối thứ ba hằng tuần, nhà sinh hoạt cộng đồng thôn Ngọn Đồng sáng đèn đến mười giờ, già trẻ ngồi chung một lớp."
BODY = "Người dạy là bà Lò Thị Ính, đảng viên bảy mươi tuổi; người học trẻ nhất mới lên chín."
MENDED = " Đến nay 26 người đã đọc được sách cũ của dòng họ."
TO_MEND = "Bổ sung số người đã học được, nêu rõ tính đến tháng nào."
CORRECTED = "Bản đăng lúc đầu ghi 26 người, đúng là 27 người."
REASON = "Nội dung sai"
ALT = "Bà Lò Thị Ính viết chữ Thái lên bảng, hơn hai mươi người ngồi học"

#: The form knows minutes, and nobody waits for one here: what was approved for the next is brought forward to now.
BRING_FORWARD = """
from django.utils import timezone
from wagtail.models import Page, Revision
now = timezone.now()
page = Page.objects.get(pk={pk})
revision = Revision.page_revisions.get(object_id=str(page.pk), approved_go_live_at__isnull=False)
assert page.go_live_at == revision.approved_go_live_at > now, "approved for a moment ahead"
Page.objects.filter(pk=page.pk).update(go_live_at=now)
content = {{**revision.content, "go_live_at": now.isoformat()}}
Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=now, content=content)
"""
LEFT = """
from portal.outbox.models import Effect, State
print("LEFT", Effect.objects.exclude(state=State.DONE).filter(kind__in=["notice", "editorial.told", "mail"]).count())
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Mailbox]]:
    with open_newsroom(tmp_path_factory.mktemp("newsroom"), ARTICLES) as opened:
        yield opened


@pytest.fixture
def patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    yield
    expect.set_options(timeout=5_000)  # Playwright's own


@pytest.fixture(params=[DESKTOP, PHONE])
def width(request: pytest.FixtureRequest) -> int:
    chosen: int = request.param
    return chosen


@pytest.fixture
def reader(browser: Browser, newsroom: tuple[Site, Mailbox], width: int) -> Iterator[Page]:
    page = new_page(browser, newsroom[0], width)
    yield page
    page.context.close()


@pytest.mark.usefixtures("patience")
def test_a_text_goes_its_whole_way(browser: Browser, newsroom: tuple[Site, Mailbox], reader: Page, width: int) -> None:
    site, mailbox = newsroom
    title = TITLES[width]
    readers = reader.context.request
    with at_work(browser, site, ["phongvien", "bientap", "truongban"], width) as (reporter, editor, chief):
        wants_every_mail_at_once(reporter)
        write_and_submit(reporter, title)
        reporter.look("submitted")
        return_with_comments(editor, title)
        mend_and_submit_again(reporter, title)
        compare_and_pass(editor, title)
        pk, address = approve_for_a_moment_ahead(chief, title)
        assert readers.get(address).status == 404, "not before its time"
        site.manage("shell", "--verbosity", "0", "--command", BRING_FORWARD.format(pk=pk))
        is_shown_everywhere(readers, title, address)
        is_read(reader, title)
        correct(editor, pk)
        approve_the_correction(chief, title)
        wait_until(lambda: CORRECTED in readers.get(address).text(), lambda: "the correction is not shown")
        reader.reload()
        expect(reader.locator("main")).to_contain_text(CORRECTED)
        keep_picture(reader, "corrected")
        take_down(chief, pk)
        chief.look("taken-down")
        is_gone(readers, title, address)
        reader.reload()
        keep_picture(reader, "gone")
    expected = Counter(
        {
            ("bientap", "Bài … chờ bạn: Biên tập"): 2,
            ("truongban", "Bài … chờ bạn: Biên tập"): 3,
            ("truongban", "Bài … chờ bạn: Duyệt xuất bản"): 1,
            ("phongvien", "Bài … được trả lại"): 1,
            ("phongvien", "Bài … đã qua bước “Biên tập”"): 2,
            ("phongvien", "Bài … đã được duyệt, hẹn đăng lúc …"): 1,
            ("phongvien", "Bài … đã đăng"): 1,
            ("phongvien", "Bài … đã được duyệt và đăng"): 1,
            ("phongvien", "Bài … đã bị gỡ"): 1,
        }
    )
    wait_until(lambda: mailbox.about(title) >= expected, lambda: mailbox.about(title))
    wait_until(lambda: "LEFT 0" in site.manage("shell", "--verbosity", "0", "--command", LEFT), lambda: "effects left")
    assert mailbox.about(title) == expected


def wants_every_mail_at_once(reporter: Colleague) -> None:
    reporter.page.goto("/ban-lam-viec/thu/")
    for choice in reporter.page.locator("main select").all():
        choice.select_option(label="Gửi ngay")
    reporter.press(reporter.page.locator("main form button[type=submit]"))
    expect(reporter.page.locator("main")).to_be_visible()


def write_and_submit(reporter: Colleague, title: str) -> None:
    page = reporter.page
    begin_article(reporter, SECTION, title, SAPO)
    upload_picture(reporter, title)
    write_paragraph(reporter, BODY)
    checklist = reporter.panel("checklist")
    expect(checklist.locator("[data-checklist-results]")).to_contain_text("Nguồn ảnh: cảnh báo")
    reporter.look("checklist")
    reporter.close_panels()
    page.fill("#id_picture_credit", "Minh Hà")
    page.fill("#id_author_name", "Thu Sương")
    reporter.panel("checklist")
    expect(checklist).to_contain_text("Sẵn sàng: không có gì phải sửa")
    reporter.act("Gửi duyệt")
    reporter.is_told("Đã gửi duyệt")


def upload_picture(reporter: Colleague, title: str) -> None:
    page = reporter.page
    picture = io.BytesIO()
    colour = crc32(title.encode()) & 0xFFFFFF  # the same picture again would be asked about
    Image.new("RGB", (1200, 800), colour).save(picture, "JPEG")
    reporter.press(page.locator("#id_picture-chooser").get_by_role("button", name="Chọn ảnh"))
    modal = page.locator(".modal")
    reporter.press(modal.get_by_role("tab", name="Tải lên"))
    modal.locator("input[type=file]").set_input_files(
        {"name": "lop-hoc.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    )
    expect(modal.locator("[name$=title]")).to_have_value("lop-hoc")  # the file's name stands in until a better one
    modal.locator("[name$=title]").fill("Lớp học chữ Thái")
    modal.locator("[name$=description]").fill(ALT)
    reporter.press(modal.get_by_role("button", name="Tải lên"))
    expect(modal).to_have_count(0)
    expect(page.locator("#id_picture_alt")).to_have_value(ALT)


def return_with_comments(editor: Colleague, title: str) -> None:
    open_from_queue(editor, title)
    editor.act("Trả lại")
    editor.answer_modal(TO_MEND)
    editor.is_told("được trả lại")


def mend_and_submit_again(reporter: Colleague, title: str) -> None:
    page = reporter.page
    page.goto("/quan-tri/")
    returned = page.locator("section", has=page.get_by_role("heading", name="Bài trả lại cho tôi"))
    expect(returned).to_contain_text(f"Vũ Minh Khê: {TO_MEND}")
    reporter.look("returned")
    reporter.press(returned.get_by_role("link", name=title, exact=True))
    page.wait_for_selector("#page-edit-form")
    reporter.write(page.locator("[data-contentpath=body] [contenteditable=true]").first, MENDED)
    reporter.act("Gửi duyệt lại")
    reporter.is_told("Đã gửi duyệt")


def compare_and_pass(editor: Colleague, title: str) -> None:
    page = editor.page
    page.goto("/quan-tri/ban-bien-tap/cho-toi-duyet/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=title, exact=True))
    editor.press(row.get_by_role("link", name="Sửa từ lần trả lại"))
    expect(page.locator("ins")).to_contain_text("26 người đã đọc")
    editor.look("compared")
    open_from_queue(editor, title)
    editor.act("Duyệt")
    editor.is_told("chuyển sang bước “Duyệt xuất bản”")


def approve_for_a_moment_ahead(chief: Colleague, title: str) -> tuple[int, str]:
    """The page's number and address."""
    page = chief.page
    open_from_queue(chief, title)
    pk = number_of_page(chief)
    status = chief.panel("status")
    chief.press(status.get_by_role("button", name="Hẹn giờ"))
    ahead = timezone.now() + timedelta(minutes=5)
    page.fill("#id_go_live_at", f"{in_viet_nam(ahead):%d/%m/%Y %H:%M}")
    chief.look("schedule")
    chief.press(page.get_by_role("button", name="Lưu lịch hẹn"))
    chief.is_told(title)
    chief.act("Duyệt xuất bản")
    chief.is_told("đã được duyệt, hẹn đăng lúc")
    chief.look("approved")
    return pk, f"{SECTION_ADDRESS}{slugify(title)}/"


def places_that_show(readers: APIRequestContext, title: str, address: str) -> list[str]:
    """Lists name the title, the site map the address."""
    found = [place for place in (*LISTS, address) if title in readers.get(place).text()]
    return found + [SITE_MAP] * (address in readers.get(SITE_MAP).text())


def is_shown_everywhere(readers: APIRequestContext, title: str, address: str) -> None:
    everywhere = [*LISTS, address, SITE_MAP]
    found = lambda: places_that_show(readers, title, address)  # noqa: E731  asked again and again
    wait_until(lambda: found() == everywhere, lambda: f"shown only in {found()}")


def is_read(reader: Page, title: str) -> None:
    """By somebody who comes to the home page and finds it there."""
    reader.goto("/")
    keep_picture(reader, "home")
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("h1")).to_have_text(title)
    for words in (SAPO, BODY, MENDED.strip(), "Minh Hà", "Thu Sương"):
        expect(reader.locator("main")).to_contain_text(words)
    keep_picture(reader, "read")


def correct(editor: Colleague, pk: int) -> None:
    page = editor.page
    page.goto(f"/quan-tri/pages/{pk}/edit/")
    editor.press(page.get_by_role("button", name="Thêm đính chính"))
    page.fill("#id_corrections-0-text", CORRECTED)
    editor.act("Gửi duyệt")
    editor.is_told("Đã gửi duyệt")


def approve_the_correction(chief: Colleague, title: str) -> None:
    """Both steps: the chief stands in for an editor who may not pass his own text."""
    open_from_queue(chief, title)
    chief.act("Duyệt")
    chief.is_told("chuyển sang bước “Duyệt xuất bản”")
    page = chief.page
    page.goto("/quan-tri/ban-bien-tap/cho-toi-duyet/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=title, exact=True))
    chief.press(row.get_by_role("link", name="Những chỗ đã sửa"))
    expect(page.locator(".comparison__child-object.addition")).to_contain_text(CORRECTED)
    chief.look("correction")
    open_from_queue(chief, title)
    chief.act("Duyệt xuất bản")
    chief.is_told("đã được duyệt và đăng")


def take_down(chief: Colleague, pk: int) -> None:
    page = chief.page
    page.goto(f"/quan-tri/pages/{pk}/edit/")
    foot = page.locator("footer")
    chief.press(foot.get_by_role("button", name="Thao tác khác"))
    chief.press(foot.get_by_role("link", name="Gỡ bài"))
    page.get_by_label("Lý do").select_option(label=REASON)
    chief.press(page.get_by_role("button", name="Gỡ bài"))
    chief.is_told("Đã gỡ")


def is_gone(readers: APIRequestContext, title: str, address: str) -> None:
    answer = readers.get(address)
    assert answer.status == 410
    assert title not in answer.text()
    assert REASON not in answer.text()
    wait_until(lambda: not places_that_show(readers, title, address), lambda: "still listed")
