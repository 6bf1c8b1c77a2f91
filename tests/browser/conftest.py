"""What the tests in a real browser share: one site with demo content, one Chromium, ways to open a page in it."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from time import monotonic, sleep
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.admin_pages import CODE, REFUSED, sign_in, staff
from tools.demo_site import Site
from tools.screenshots import CHROMIUM, CHROMIUM_FLAGS

#: Enough for lists of more than one page.
ARTICLES = 100
#: How long a server must have had nothing to answer to count as quiet, and for how long that is waited for.
QUIET_SECONDS, PATIENCE_SECONDS = 0.2, 10
#: How long a page is waited for: no promise of speed, only the end of patience on a machine that has much else to do.
TIMEOUT = 60_000
PHONE, DESKTOP = 390, 1280
HEIGHT = 900
#: The public templates, as ``Site.tour`` names them; a test fails when one is missing here.
TEMPLATES = (
    "homepage",
    "section",
    "section_page_2",
    "section_year",
    "subsections",
    "article",
    "article_plain",
    "article_table",
    "newer",
    "older",
    "tag",
    "documentregister",
    "officialdocument",
    "documents_numbered",
    "documents_issuers",
    "standardpage",
    "organisationchartpage",
    "contactpage",
    "noticeindexpage",
    "noticepage",
    "galleryindexpage",
    "gallerypage",
    "sitemappage",
    "search",
    "search_narrowed",
    "search_nothing",
    "sign_in",
    "not_found",
)
_NEWEST_OF_MANY = """
from collections import Counter
from news.models import Article
from portal.access.tokens import Tokens
articles = Article.objects.visible_to(Tokens()).newest_first()
[(section, _)] = Counter(articles.values_list("parent_section", flat=True)).most_common(1)
print("NEWEST" + articles.filter(parent_section=section).first().get_url())
"""
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_AXE_RUN = """async () => (await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
})).violations.flatMap((found) => found.nodes.map((node) =>
    `${found.id}: ${node.target.join(" ")} – ${node.failureSummary.replaceAll("\\n", " ")}`))"""


@dataclass(frozen=True)
class ServedSite:
    """The running site, one address of every public template, and the first story of a long list."""

    url: str
    addresses: Mapping[str, str]
    newest_of_many: str
    error_pages: Mapping[str, str]

    def address(self, template: str) -> str:
        return self.url + self.addresses[template]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    made = Site(tmp_path_factory.mktemp("site"))
    _fill(made, tmp_path_factory.getbasetemp().parent)
    with made:
        printed = made.manage("shell", "--verbosity", "0", "--command", _NEWEST_OF_MANY)
        newest_of_many = printed.rpartition("NEWEST")[2].strip()
        yield ServedSite(made.url, made.tour(), newest_of_many, made.error_pages())


def _fill(made: Site, together: Path) -> None:
    """The demo content, loaded by the first worker of this run that needs it: the others copy its folder."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        made.load(ARTICLES)
        return
    loaded = together / "loaded-site"
    with (together / "loaded-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not loaded.exists():
            made.load(ARTICLES)
            shutil.copytree(made.folder, together / "loading-site")
            (together / "loading-site").rename(loaded)
            return
    shutil.copytree(loaded, made.folder, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def editor(settings: Any) -> User:
    settings.DEMO_SECOND_FACTOR_CODE = CODE
    return staff("bientap")


@pytest.fixture
def live_server(live_server: Any) -> Iterator[Any]:
    """Ends what it is answering before the tables are emptied: pages that close still send something."""
    running: set[int] = set()
    begin, end = (lambda **_: running.add(get_ident())), (lambda **_: running.discard(get_ident()))
    request_started.connect(begin, weak=False)
    request_finished.connect(end, weak=False)
    yield live_server
    quiet_since = begun = monotonic()
    while (now := monotonic()) - quiet_since < QUIET_SECONDS and now - begun < PATIENCE_SECONDS:
        if running:
            quiet_since = now
        sleep(0.02)
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture
def admin(browser: Browser, live_server: Any, editor: User) -> Iterator[Page]:
    """A page of the editor, who is signed in; for modules that use ``committing_db``."""
    context = browser.new_context(
        viewport={"width": DESKTOP, "height": HEIGHT}, locale="vi-VN", base_url=live_server.url
    )
    context.set_default_timeout(TIMEOUT)
    page = context.new_page()
    page.on("console", lambda said: REFUSED.append(said.text) if "Refused" in said.text else None)
    REFUSED.clear()
    sign_in(page)
    yield page
    context.close()


@pytest.fixture
def visit(browser: Browser, site: ServedSite) -> Iterator[Callable[..., Page]]:
    """Open a template (or any path) as a reader who was never here; closed after the test."""
    opened: list[Page] = []

    def open_page(template: str, **how: Any) -> Page:
        page = new_page(browser, site, **how)
        opened.append(page)
        go(page, site.addresses.get(template, template))
        return page

    yield open_page
    for page in opened:
        page.context.close()


def new_page(browser: Browser, site: ServedSite, *, width: int = DESKTOP, **how: Any) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        base_url=site.url,
        **{"locale": "vi-VN", "reduced_motion": "reduce", **how},
    )
    context.set_default_timeout(TIMEOUT)
    return context.new_page()


def go(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is None or answer.status < 500, f"{address}: {answer.status}"


def axe_findings(page: Page) -> list[str]:
    """What axe objects to, a line for each element; evaluated by the debugger, so the site's CSP stays as it is."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[str] = page.evaluate(_AXE_RUN)
    return found
