"""A newsroom whose processes all run: who works in it, the steps of their work in the browser, and their mailbox."""

import email
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from functools import partial
from pathlib import Path
from time import monotonic, sleep

from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, Error, Locator, Page, expect

from portal.demo.accounts import DEMO_ACCOUNTS
from tests.browser.admin_pages import look
from tests.browser.conftest import HEIGHT, PHONE
from tools.demo_site import Site
from tools.project import ROOT

#: Passes the second factor of the demo's staff.
CODE = "246810"
#: How long an answer or another process's part is waited for: no promise of speed, only the end of patience.
PATIENCE_SECONDS = 120
_IS_IN_FORM = """(text) =>
    [...document.querySelectorAll("[data-edit-form] input[type=hidden]")].some((one) => one.value.includes(text))"""
#: The worker that reads files, among other things that take long.
LONG_TASKS = ("db_worker", "--queue-name", "long", "--queue-name", "long,scans")
PASSWORDS = {account.username: account.password for account in DEMO_ACCOUNTS}


class Mailbox:
    """What a mail server was handed over, whoever it was for."""

    def __init__(self) -> None:
        self.got: list[Message] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802  aiosmtpd names it
        self.got.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    def about(self, title: str) -> Counter[tuple[str, str]]:
        """How often each (name before the @, subject without ``title`` and moments) came."""
        about = [mail for mail in list(self.got) if title in str(mail["Subject"])]
        ids = Counter(str(mail["Message-ID"]) for mail in about)
        assert not [name for name, times in ids.items() if times > 1], "one mail, handed over twice"
        return Counter((str(mail["To"]).partition("@")[0], _without(title, str(mail["Subject"]))) for mail in about)


def _without(title: str, subject: str) -> str:
    return re.sub(r"\d{2}/\d{2}/\d{4}, \d{2}:\d{2}", "…", subject.replace(f"“{title}”", "…")).strip()


@contextmanager
def open_newsroom(folder: Path, articles: int) -> Iterator[tuple[Site, Mailbox]]:
    """The demo's site with its workers, a scheduler and a mail server of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    site = Site(folder)
    # At the hour 24 no day's mail goes out: what is counted is what people asked to have at once.
    site.environment |= {"EMAIL_URL": f"smtp://127.0.0.1:{port}", "DIGEST_HOUR": "24", "TRY_LINKS": "no"}
    site.load(articles)
    controller.start()
    try:
        with site, process(site, "run_worker"), process(site, *LONG_TASKS), process(site, "run_scheduler"):
            yield site, box
    finally:
        controller.stop()


@contextmanager
def process(site: Site, *command: str) -> Iterator[None]:
    """A command of the portal that runs until it is told to stop."""
    log = site.folder / f"{command[0]}.log"
    with log.open("w") as said:
        running = subprocess.Popen(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=site.environment, stdout=said, stderr=said
        )
        try:
            yield
            assert running.poll() is None, log.read_text()[-2000:]
        finally:
            running.terminate()
            running.wait(timeout=30)


def keep_picture(page: Page, name: str) -> None:
    """Of what is seen now, where somebody asked for it."""
    size = page.viewport_size
    look(page, f"journey-{name}-{size and size['width']}", full=False)


#: So often, half a second apart, no panel is open before it is believed.
_SEEN_CLOSED = 3


def wait_until(true: Callable[[], bool], otherwise: Callable[[], object]) -> None:
    """Until another process has done its part."""
    deadline = monotonic() + PATIENCE_SECONDS
    while not true():
        assert monotonic() < deadline, otherwise()
        sleep(0.1)


@dataclass
class Colleague:
    """Somebody of the demo at a browser of his own: a phone that is touched, or a screen with a mouse."""

    page: Page
    name: str
    errors: list[str] = field(default_factory=list)

    @property
    def on_phone(self) -> bool:
        size = self.page.viewport_size
        return size is not None and size["width"] <= PHONE

    def press(self, what: Locator) -> None:
        if self.on_phone:
            what.tap()
        else:
            what.click()

    def sign_in(self) -> None:
        self.page.goto("/dang-nhap/?next=/quan-tri/")
        self.page.fill("input[name=login]", self.name)
        self.page.fill("input[name=password]", PASSWORDS[self.name])
        self.press(self.page.get_by_role("button", name="Đăng nhập", exact=True))
        self.page.wait_for_url("**/ma-xac-thuc/**")
        self.page.fill("input[name=code]", CODE)
        self.press(self.page.locator("main form:has(input[name=code]) button[type=submit]"))
        self.page.wait_for_url("**/quan-tri/")

    def write(self, box: Locator, text: str) -> None:
        """At the end of a box of running text."""
        self.press(box)
        box.press("Control+End")
        self.page.keyboard.insert_text(text)
        # The box tells its form a moment later what it holds.
        wait_until(lambda: bool(self.page.evaluate(_IS_IN_FORM, text)), box.inner_text)

    def panel(self, name: str) -> Locator:
        """A panel beside the form, opened."""
        panel = self.page.locator(f"[data-side-panel={name}]")
        if not panel.is_visible():
            self.press(self.page.locator(f"[data-side-panel-toggle={name}]"))
        expect(panel).to_be_visible()
        return panel

    def close_panels(self) -> None:
        """Until all are quite closed: one that is opened again meanwhile is hidden by the end of its closing.

        A panel that was left open opens again by itself, a moment after the page is there.
        """
        self.page.wait_for_load_state("load")
        open_panels = self.page.locator("[data-side-panel]:not([hidden])")
        close = self.page.locator("[data-form-side-close-button]")
        seen_closed = 0

        def are_closed() -> bool:
            nonlocal seen_closed
            if open_panels.count() and close.is_visible():
                self.press(close)
            self.page.wait_for_timeout(500)
            seen_closed = 0 if open_panels.count() else seen_closed + 1
            return seen_closed == _SEEN_CLOSED

        wait_until(are_closed, lambda: f"{open_panels.count()} panels are open")

    def act(self, label: str) -> None:
        """Choose among what the foot of the form offers; the page that follows is there when this ends."""
        self.close_panels()
        foot = self.page.locator("footer")
        wanted = foot.get_by_role("button", name=label, exact=True)
        if not wanted.is_visible():
            self.press(foot.get_by_role("button", name="Thao tác khác"))
        self.press(wanted)

    def answer_modal(self, note: str) -> None:
        dialog = self.page.locator(".modal")
        dialog.locator("textarea").fill(note)
        self.press(dialog.locator("button[type=submit]"))

    def look(self, name: str) -> None:
        keep_picture(self.page, name)

    def is_told(self, sentence: str | re.Pattern[str]) -> None:
        expect(self.page.locator(".messages")).to_contain_text(sentence)


@contextmanager
def at_work(browser: Browser, site: Site, names: Sequence[str], width: int) -> Iterator[list[Colleague]]:
    """The colleagues of these names, signed in; a script that fails in a browser of theirs fails the test."""
    colleagues = []
    for name in names:
        colleague = Colleague(new_page(browser, site, width), name)
        colleague.page.on("pageerror", partial(_keep, colleague.errors))
        colleague.sign_in()
        colleagues.append(colleague)
    yield colleagues
    for colleague in colleagues:
        colleague.page.context.close()
        assert not colleague.errors, (colleague.name, colleague.errors)


def new_page(browser: Browser, site: Site, width: int) -> Page:
    """Somebody's own browser: one that is touched where it is as narrow as a phone."""
    on_phone = width <= PHONE
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        is_mobile=on_phone,
        has_touch=on_phone,
        locale="vi-VN",
        base_url=site.url,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    return context.new_page()


def begin_article(reporter: Colleague, section: str, title: str, sapo: str) -> None:
    """A new one in ``section``, which is not saved yet."""
    page = reporter.page
    page.goto("/quan-tri/bai-viet/")
    reporter.press(page.get_by_role("link", name="Thêm bài viết").first)
    reporter.press(page.get_by_role("button", name="Chọn trang (Chuyên mục)"))
    reporter.press(page.locator(".modal").get_by_role("link", name=section, exact=True))
    reporter.press(page.get_by_role("button", name="Tạo bài viết mới"))
    page.wait_for_selector("#page-edit-form")
    page.fill("#id_title", title)
    reporter.write(page.locator("[data-contentpath=sapo] [contenteditable=true]"), sapo)


def write_paragraph(reporter: Colleague, text: str) -> None:
    """The first of an article."""
    body = reporter.page.locator("[data-contentpath=body]")
    reporter.press(body.locator(".c-sf-add-button").first)
    reporter.press(reporter.page.get_by_role("option", name="Đoạn văn", exact=True))
    reporter.write(body.locator("[contenteditable=true]").first, text)


def open_from_queue(colleague: Colleague, title: str) -> None:
    page = colleague.page
    page.goto("/quan-tri/")
    waiting = page.locator("section", has=page.get_by_role("heading", name="Bài chờ tôi duyệt"))
    expect(waiting).to_contain_text(title)
    page.goto("/quan-tri/ban-bien-tap/cho-toi-duyet/")
    colleague.look("queue")
    colleague.press(page.get_by_role("link", name=title, exact=True))
    page.wait_for_selector("#page-edit-form")


def number_of_page(colleague: Colleague) -> int:
    return int(re.findall(r"/pages/(\d+)/", colleague.page.url)[0])


def _keep(errors: list[str], error: Error) -> None:
    errors.append(error.stack or str(error))
