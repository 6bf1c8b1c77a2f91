"""The admin's scripts for slugs and pasting."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.models import HomePage
from portal.text.legacy import LegacyEncoding, encode

ROOT = Path(__file__).parents[2]
SLUG_SCRIPT = ROOT / "portal/static/portal/admin/slug.js"
CASES = json.loads((ROOT / "tests/text/slug_cases.json").read_text(encoding="utf-8"))
WORD = (ROOT / "tests/text/word.html").read_text(encoding="utf-8")
PATIENCE_SECONDS = 30

PASTE = """([selector, html, text]) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const target = document.querySelector(selector);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
CONTENT = """() => [...document.querySelector("[data-draftail-editor-wrapper]").parentNode.children]
    .find((child) => child.draftailEditor).rawContentState?.blocks.map((block) => [block.type, block.text])"""
EDITOR = ".public-DraftEditor-content"

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]


@pytest.fixture
def new_page(admin: Page) -> Page:
    """The form for a new page with one empty paragraph block, the cursor in it."""
    admin.context.grant_permissions(["clipboard-read", "clipboard-write"])
    admin.goto(f"/quan-tri/pages/add/portal/standardpage/{HomePage.objects.get().pk}/")
    admin.locator(".c-sf-add-button").first.click()
    admin.locator("[role=option]").first.click()
    admin.locator(EDITOR).click()
    return admin


def wait_for_content(page: Page, content: list[list[str]]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while page.evaluate(CONTENT) != content and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert page.evaluate(CONTENT) == content


def test_the_script_makes_the_slugs_of_the_shared_table(browser: Browser):
    page = browser.new_page()
    page.add_script_tag(path=SLUG_SCRIPT)
    made = page.evaluate("titles => titles.map((title) => window.portalSlugify(title))", [c["title"] for c in CASES])
    page.close()
    assert made == [case["slug"] for case in CASES]


def test_a_title_typed_and_a_slug_typed_give_slugs_with_every_letter(new_page: Page):
    new_page.locator("#id_title").click()
    new_page.keyboard.type("Đảng uỷ đổi mới")
    expect(new_page.locator("#id_slug")).to_have_value("dang-uy-doi-moi")
    new_page.get_by_role("tab", name="Quảng bá").click()
    new_page.locator("#id_slug").fill("Đường hoa – Xóm Mới")
    new_page.locator("#id_slug").blur()
    expect(new_page.locator("#id_slug")).to_have_value("duong-hoa-xom-moi")


def test_text_of_word_comes_in_clean(new_page: Page):
    new_page.evaluate(PASTE, [EDITOR, WORD, "Word"])
    wait_for_content(
        new_page,
        [
            ["header-two", "Kết quả sinh hoạt chi bộ"],
            ["unstyled", "Đảng uỷ xã đổi mới cách làm, kiểm tra H2O, 10 m2."],
            ["header-three", "Việc đã làm"],
            ["unordered-list-item", "Ra nghị quyết"],
            ["unordered-list-item", "Phân công"],
            ["unordered-list-item", "Kiểm tra"],
            ["ordered-list-item", "Thứ nhất"],
            ["ordered-list-item", "Thứ hai"],
            ["unstyled", "Xem thêm và tệp"],
            ["unstyled", "Chi bộ | Đảng viên"],
            ["unstyled", "Xóm Mới | 29"],
        ],
    )
    expect(new_page.locator(".messages .warning")).to_contain_text("1")


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_text_in_an_old_encoding_is_offered_converted(new_page: Page, encoding: LegacyEncoding):
    meant = "Đảng uỷ xã họp định kỳ"
    new_page.evaluate(PASTE, [EDITOR, f"<p>{encode(meant, encoding)}</p>", ""])
    dialog = new_page.get_by_role("dialog")
    expect(dialog).to_contain_text(encoding.value)
    expect(dialog).to_contain_text(meant)
    new_page.keyboard.press("Enter")
    wait_for_content(new_page, [["unstyled", meant]])
    expect(new_page.locator(EDITOR)).to_be_focused()


def test_escape_keeps_the_text_as_it_was(new_page: Page):
    written = encode("Đảng uỷ xã họp định kỳ", LegacyEncoding.TCVN3)
    new_page.evaluate(PASTE, [EDITOR, None, written])
    expect(new_page.get_by_role("dialog")).to_be_visible()
    new_page.keyboard.press("Escape")
    wait_for_content(new_page, [["unstyled", written]])


def test_a_title_pasted_in_an_old_encoding_is_offered_converted(new_page: Page):
    title = new_page.locator("#id_title")
    title.fill("Tin: ")
    title.press("End")
    new_page.evaluate("text => navigator.clipboard.writeText(text)", encode("Đảng uỷ họp", LegacyEncoding.TCVN3))
    title.press("Control+v")
    expect(new_page.get_by_role("dialog")).to_be_visible()
    new_page.keyboard.press("Enter")
    expect(title).to_have_value("Tin: Đảng uỷ họp")
    expect(new_page.locator("#id_slug")).to_have_value("tin-dang-uy-hop")


def test_copying_inside_the_editor_asks_nobody(new_page: Page):
    asked: list[str] = []
    new_page.on("request", lambda request: asked.append(request.url) if "dan-van-ban" in request.url else None)
    new_page.keyboard.type("Đảng uỷ xã")
    for keys in ("Control+a", "Control+c", "ArrowRight", "Control+v"):
        new_page.keyboard.press(keys)
    wait_for_content(new_page, [["unstyled", "Đảng uỷ xãĐảng uỷ xã"]])
    assert asked == []


def test_nothing_is_lost_when_the_session_has_ended(new_page: Page):
    new_page.context.clear_cookies()
    new_page.evaluate(PASTE, [EDITOR, "<h2>Tin</h2><p>Đảng uỷ</p>", "Tin\r\n\r\nĐảng uỷ"])
    wait_for_content(new_page, [["unstyled", "Tin"], ["unstyled", "Đảng uỷ"]])
    expect(new_page.locator(".messages .error")).to_be_visible()
