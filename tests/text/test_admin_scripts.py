"""The admin's scripts for slugs and pasting, in a real Chromium against a real server with a database of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from portal.text.legacy import LegacyEncoding, encode

ROOT = Path(__file__).parents[2]
SLUG_SCRIPT = ROOT / "portal/static/portal/admin/slug.js"
CASES = json.loads(Path(__file__).with_name("slug_cases.json").read_text(encoding="utf-8"))
WORD = Path(__file__).with_name("word.html").read_text(encoding="utf-8")
NAME, PASSWORD = "bientap", "mot-mat-khau-dai"
PATIENCE = 60

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

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PORTAL_VAR_DIR": str(tmp_path_factory.mktemp("var")),
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in (["migrate"], ["createsuperuser", "--noinput", f"--username={NAME}", "--email=a@example.vn"]):
        subprocess.run([*manage, *command], env=environment, check=True, capture_output=True)
    process = subprocess.Popen(
        [*manage, "runserver", "--noreload", f"127.0.0.1:{port}"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_gio/", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not start")


@pytest.fixture(scope="module")
def signed_in(browser: Browser, server: str) -> dict[str, object]:
    """Cookies of someone signed in."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}/dang-nhap/?next=/quan-tri/")
    page.fill("input[name=username]", NAME)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/quan-tri/")
    state: dict[str, object] = dict(context.storage_state())
    context.close()
    return state


@pytest.fixture
def new_page(browser: Browser, server: str, signed_in) -> Iterator[Page]:
    """The form for a new page with one empty paragraph block, the cursor in it."""
    context = browser.new_context(storage_state=signed_in, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    home = page.request.get(f"{server}/quan-tri/api/main/pages/?child_of=root").json()["items"][0]
    page.goto(f"{server}/quan-tri/pages/add/portal/standardpage/{home['id']}/")
    page.locator(".c-sf-add-button").first.click()
    page.locator("[role=option]").first.click()
    page.locator(EDITOR).click()
    yield page
    context.close()


def wait_for_content(page: Page, content: list[list[str]]) -> None:
    deadline = time.monotonic() + 15
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
    new_page.locator("[role=tab][href='#tab-promote']").click()
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
