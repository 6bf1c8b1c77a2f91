"""WCAG 2.2 AA on every public template, on a phone and on a screen, as axe sees it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, TEMPLATES, ServedSite, axe_findings, go, new_page
from tools.demo_site import ERROR_PAGES
from tools.screenshots import ERROR_ADDRESS, show_error_pages

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
#: WCAG 1.4.10: at this width a page reads without scrolling sideways.
SMALLEST_PHONE = 320
#: Puts a word at the end of every text of the main part; not where a table has its own box, a figure is short, or a
#: label of ours or a date stays on one line.
_LENGTHEN = """(word) => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        const within = text.parentElement;
        if (!text.data.trim() || within.closest("td, th, .key-figures__figure")) continue;
        if (getComputedStyle(within).whiteSpace !== "nowrap") text.data += " " + word;
    }
}"""


@pytest.fixture(scope="module", params=TEMPLATES)
def template(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def page(browser: Browser, site: ServedSite, template: str) -> Iterator[Page]:
    page = new_page(browser, site, width=PHONE)
    go(page, site.address(template))
    yield page
    page.context.close()


def test_the_tour_has_every_template(site: ServedSite) -> None:
    assert set(site.addresses) - {"article_undated"} == set(TEMPLATES)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert axe_findings(page) == []


@pytest.mark.parametrize("text_size", ["100", "150"])
def test_a_small_phone_needs_no_scrolling_sideways(page: Page, text_size: str) -> None:
    page.set_viewport_size({"width": SMALLEST_PHONE, "height": 640})
    page.evaluate("(size) => { document.documentElement.dataset.textSize = size; }", text_size)
    width = page.evaluate("() => document.documentElement.scrollWidth")
    page.evaluate("() => { delete document.documentElement.dataset.textSize; }")
    assert width <= SMALLEST_PHONE


@pytest.mark.parametrize(
    "name", ["homepage", "section", "article", "article_table", "gallerypage", "sitemappage", "officialdocument"]
)
def test_a_word_without_end_widens_no_phone(visit: Visit, name: str) -> None:
    page = visit(name, width=SMALLEST_PHONE)
    page.evaluate(_LENGTHEN, "Nghịquyếtchuyênđề" * 6)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= SMALLEST_PHONE


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("name", ERROR_PAGES)
def test_axe_finds_nothing_in_an_error_page(visit: Visit, site: ServedSite, name: str, width: int) -> None:
    page = visit("robots.txt", width=width)
    show_error_pages(page, site.error_pages)
    go(page, ERROR_ADDRESS + name)
    assert page.locator("h1").is_visible()
    assert axe_findings(page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("name", ["homepage", "article", "section", "officialdocument"])
def test_axe_finds_nothing_in_high_contrast(visit: Visit, name: str, width: int) -> None:
    page = visit(name, width=width, contrast="more")
    assert page.locator("html").get_attribute("data-contrast") == "more"
    assert axe_findings(page) == []


@pytest.mark.parametrize("name", ["homepage", "article"])
def test_axe_finds_nothing_in_the_largest_text(visit: Visit, name: str) -> None:
    page = visit(name)
    for _ in range(3):
        page.locator(".utility-bar [data-text-size-step='1']").click()
    assert axe_findings(page) == []


def test_axe_finds_nothing_in_the_open_phone_menu(visit: Visit) -> None:
    page = visit("article", width=PHONE)
    page.locator("[data-menu-open]").click()
    page.locator("[data-disclose]").first.click()
    assert axe_findings(page) == []


def test_axe_finds_nothing_in_an_open_submenu(visit: Visit) -> None:
    page = visit("homepage")
    page.locator("[data-disclose]").first.click()
    assert axe_findings(page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_a_sign_in_that_failed(visit: Visit, width: int) -> None:
    page = visit("sign_in", width=width)
    page.fill("input[name=login]", "dangvien.khong.co")
    page.fill("input[name=password]", "sai-mat-khau")
    page.click("main button[type=submit]")
    assert page.locator(".message--danger").is_visible()
    assert axe_findings(page) == []


def test_axe_finds_nothing_in_an_empty_sign_in(visit: Visit) -> None:
    page = visit("sign_in")
    page.click("main button[type=submit]")
    assert page.locator(".form__error").first.is_visible()
    assert axe_findings(page) == []
