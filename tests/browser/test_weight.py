"""Light and still: bytes over the wire, nobody else asked, no error said, nothing that jumps, modern pictures."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.conftest import PHONE, TEMPLATES, ServedSite, go, new_page
from tools.screenshots import scroll_through

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
KILOBYTE = 1024
#: A cheap phone on a slow network, in the terms of the browser's debugger.
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
_SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
})"""


@dataclass
class Visited:
    """What a reader's browser asked for and said while it showed one page."""

    path: str
    responses: list[Response] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("response", lambda response: self.responses.append(response))  # noqa: PLW0108  a bound method takes no mark
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(message.text)

    def urls(self, *kinds: str) -> list[str]:
        return list(dict.fromkeys(r.url for r in self.responses if r.request.resource_type in kinds))


@pytest.fixture(scope="module", params=TEMPLATES)
def visited(request: pytest.FixtureRequest, browser: Browser, site: ServedSite) -> Iterator[Visited]:
    page = new_page(browser, site, width=PHONE)
    seen = Visited(site.addresses.get(request.param) or site.newest_of_many)
    seen.listen(page)
    go(page, seen.path)
    scroll_through(page)
    yield seen
    page.context.close()


def transferred(url: str) -> int:
    """Bytes of the body as a server in front sends them: compressed, by us when this one does not."""
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:  # noqa: S310  our own site
        body = answer.read()
        packed = answer.headers.get("Content-Encoding") or PurePosixPath(urlsplit(url).path).suffix == ".woff2"
    return len(body if packed else gzip.compress(body, 6))


def test_no_other_host_is_asked(visited: Visited, site: ServedSite) -> None:
    asked = [response.url for response in visited.responses] + visited.failed
    assert [url for url in asked if not url.startswith((site.url + "/", "data:"))] == []


def test_nothing_is_missing_or_refused(visited: Visited) -> None:
    page_itself = urlsplit(visited.responses[0].url).path
    bad = [r.url for r in visited.responses if r.status >= 400 and urlsplit(r.url).path != page_itself]
    assert (bad, visited.failed) == ([], [])


def test_the_console_is_silent(visited: Visited) -> None:
    """A refusal of the content security policy would be said here too."""
    assert [said for said in visited.said if "404" not in said or "khong-co-trang-nay" not in visited.path] == []


def test_pictures_come_in_a_modern_form(visited: Visited) -> None:
    pictures = [r for r in visited.responses if r.request.resource_type == "image" and "/static/" not in r.url]
    old = [r.url for r in pictures if r.header_value("content-type") not in {"image/avif", "image/webp"}]
    assert old == []


@pytest.mark.parametrize("visited", ["article", "article_plain", "article_with_lists_that_page_on"], indirect=True)
def test_an_article_is_light(visited: Visited) -> None:
    scripts = sum(map(transferred, visited.urls("script")))
    text = sum(map(transferred, visited.urls("document", "stylesheet")))
    fonts = sum(map(transferred, visited.urls("font")))
    assert fonts > 0
    assert scripts > 0
    assert scripts <= 20 * KILOBYTE
    assert text + scripts <= 60 * KILOBYTE
    assert fonts <= 90 * KILOBYTE


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("name", ["homepage", "article"])
def test_nothing_jumps_while_the_page_comes(browser: Browser, site: ServedSite, name: str, width: int) -> None:
    page = new_page(browser, site, width=width)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    go(page, site.addresses[name])
    scroll_through(page)
    assert page.locator("main img").count() > 0
    moved = page.evaluate(_SHIFTS)
    page.context.close()
    assert moved < 0.02
