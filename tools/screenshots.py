"""``make screenshots``: every template, role and width as a picture in one folder, with an index page."""

import html
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import django
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tools.demo_site import Site
from tools.project import Problem, run_as_command, say, var_dir

WIDTHS = (390, 768, 1280)
HEIGHT = 900
ARTICLES = 120
CHROMIUM = os.environ.get("PORTAL_CHROMIUM", "/usr/bin/chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: Pages seen in the largest letters and on paper too.
CLOSELY = ("homepage", "section", "article", "article_table", "noticepage", "officialdocument")
LARGEST_TEXT = 'localStorage.setItem("portal.textSize", "150")'
#: Answers from here on are failures of the server.
FAILURE = 500
#: A4 in px.
PAPER_WIDTH = 794
#: Where the pages stand that no address answers with.
ERROR_ADDRESS = "/_trang-loi/"
#: What each role with access to the admin sees there.
ADMIN_PAGES = {"admin_home": "/quan-tri/", "admin_pages": "/quan-tri/pages/"}


@dataclass(frozen=True)
class Shot:
    """One picture: who looks at which page, at which width in px."""

    role: str
    name: str
    path: str
    width: int

    @property
    def file(self) -> str:
        return f"{self.role}-{self.name}-{self.width}.png"


def main() -> int:
    target = Path(sys.argv[1]) if sys.argv[1:] else var_dir() / "screenshots"
    if not Path(CHROMIUM).exists():
        raise Problem("Không tìm thấy Chromium; hãy cài gói chromium hoặc đặt PORTAL_CHROMIUM.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="portal-screenshots-") as folder:
        site = Site(Path(folder))
        say("Đang nạp nội dung trình diễn")
        site.load(ARTICLES)
        with site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            shots = list(take_all(browser, site, target))
            browser.close()
    (target / "index.html").write_text(index(shots), encoding="utf-8")
    say(f"{len(shots)} ảnh trong {target}, mở {target / 'index.html'} để xem")
    return 0


def take_all(browser: Browser, site: Site, target: Path) -> Iterator[Shot]:
    from portal.demo.accounts import DEMO_ACCOUNTS
    from portal.editorial.roles import ENTER_ADMIN

    tour, errors = site.tour(), site.error_pages()
    for width in WIDTHS:
        page = open_page(browser, site, width)
        show_error_pages(page, errors)
        for name, path in [*tour.items(), *((name, ERROR_ADDRESS + name) for name in errors)]:
            yield take(page, Shot("visitor", name, path, width), target)
        page.context.close()
        page = open_page(browser, site, width)
        page.add_init_script(LARGEST_TEXT)
        for name in CLOSELY:
            yield take(page, Shot("visitor", f"{name}_150", tour[name], width), target)
        page.context.close()
    page = open_page(browser, site, PAPER_WIDTH)
    page.emulate_media(media="print")
    for name in CLOSELY:
        yield take(page, Shot("visitor", f"{name}_print", tour[name], PAPER_WIDTH), target)
    page.context.close()
    for account in DEMO_ACCOUNTS:
        for width in (WIDTHS[0], WIDTHS[-1]):
            page = open_page(browser, site, width)
            sign_in(page, account.username, account.password)
            is_staff = any(ENTER_ADMIN in role.elsewhere for role in account.roles)
            pages = ADMIN_PAGES if is_staff else {"home": "/"}
            for name, path in pages.items():
                yield take(page, Shot(account.username, name, path, width), target)
            page.context.close()


def open_page(browser: Browser, site: Site, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, locale="vi-VN", base_url=site.url, reduced_motion="reduce"
    )
    return context.new_page()


def show_error_pages(page: Page, errors: Mapping[str, str]) -> None:
    """Let ``page`` find them at ``ERROR_ADDRESS``, with the site's own styles and pictures."""

    def answer(route: Route) -> None:
        route.fulfill(body=errors[route.request.url.rpartition("/")[2]], content_type="text/html; charset=utf-8")

    page.route(f"**{ERROR_ADDRESS}*", answer)


def sign_in(page: Page, username: str, password: str) -> None:
    from django.conf import settings

    page.goto("/dang-nhap/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", password)
    page.click("main form:not([hidden]) button[type=submit]")
    page.wait_for_load_state()
    if page.locator("input[name=code]").count():
        page.fill("input[name=code]", settings.DEMO_SECOND_FACTOR_CODE)
        page.click("main form:has(input[name=code]) button[type=submit]")
        page.wait_for_load_state()


def take(page: Page, shot: Shot, target: Path) -> Shot:
    answer = page.goto(shot.path)
    if answer is not None and answer.status >= FAILURE:
        raise Problem(f"{shot.path} trả lời {answer.status}: cổng đang hỏng, ảnh sẽ không cho thấy gì.")
    wait_for_pictures(page)
    page.screenshot(path=target / shot.file, full_page=True)
    return shot


def wait_for_pictures(page: Page) -> None:
    """All of them, decoded: one that is only on its way is blank on the screenshot."""
    page.evaluate(
        """async () => {
            for (const image of document.images) image.loading = "eager";
            await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
            await document.fonts.ready;
        }"""
    )


def scroll_through(page: Page) -> None:
    """Down and up again, so that pictures below the fold are there."""
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
                scrollTo(0, y);
                await new Promise((go) => setTimeout(go, 40));
            }
            scrollTo(0, 0);
            await Promise.all([...document.images].filter((i) => !i.complete).map(
                (i) => new Promise((go) => { i.onload = i.onerror = go; setTimeout(go, 5000); })));
        }"""
    )


def index(shots: list[Shot]) -> str:
    """An HTML page with all pictures, a row for each page and role."""
    rows: dict[tuple[str, str], list[Shot]] = {}
    for shot in shots:
        rows.setdefault((shot.role, shot.name), []).append(shot)
    body = "".join(
        f"<h2>{html.escape(role)} · {html.escape(name)}</h2><p>"
        + "".join(
            f'<a href="{s.file}"><img src="{s.file}" alt="{s.width} px" width="{s.width // 4}"></a> ' for s in row
        )
        + "</p>"
        for (role, name), row in rows.items()
    )
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ảnh chụp</title><body>{body}</body></html>'


if __name__ == "__main__":
    run_as_command(main)
