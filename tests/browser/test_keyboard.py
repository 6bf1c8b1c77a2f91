"""Everything can be reached and done from the keyboard, and one sees where one is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ServedSite

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
#: Width of the ring around the focused element, and its contrast with what lies around it.
_RING = """() => {
    const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => rgb(colour).slice(0, 3).map((c) => c / 255)
        .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const focused = document.activeElement;
    const style = getComputedStyle(focused);
    let behind = focused;
    const ground = () => getComputedStyle(behind).backgroundColor;
    while (behind.parentElement && (rgb(ground())[3] ?? 1) === 0) behind = behind.parentElement;
    const [a, b] = [light(style.outlineColor), light((rgb(ground())[3] ?? 1) === 0 ? "rgb(255,255,255)" : ground())];
    return {
        width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    };
}"""
_WHERE = """() => {
    const focused = document.activeElement;
    const box = focused.getBoundingClientRect();
    return {
        part: focused.matches(".skip-link") ? "skip" : focused.closest("header, .site-bar, main, footer")?.localName,
        seen: box.width > 0 && box.height > 0 && getComputedStyle(focused).visibility === "visible",
        name: focused.outerHTML.slice(0, 120),
    };
}"""


def focused_in(page: Page, selector: str) -> bool:
    found: bool = page.evaluate("(within) => Boolean(document.activeElement.closest(within))", selector)
    return found


def tab_to(page: Page, selector: str, presses: int = 80) -> None:
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} is not reached within {presses} presses of Tab")


@pytest.mark.parametrize("name", ["homepage", "article", "section", "contactpage", "not_found"])
def test_the_first_stop_skips_to_the_content(visit: Visit, name: str) -> None:
    page = visit(name)
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert focused_in(page, "main")


def test_stops_follow_the_page_and_each_is_seen(visit: Visit) -> None:
    page = visit("article")
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(_WHERE)
        if stop["part"] is None:
            break
        stops.append(stop)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    parts = [stop["part"] for stop in stops]
    assert list(dict.fromkeys(parts)) == ["skip", "header", "nav", "main", "footer"]
    assert parts == sorted(parts, key=["skip", "header", "nav", "main", "footer"].index)


@pytest.mark.parametrize(
    "target",
    [".masthead__home", ".utility-bar .account-link", ".menu__link", "main .breadcrumbs a", ".site-footer__links a"],
)
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_the_focus_ring_is_seen_on_every_ground(visit: Visit, target: str, contrast: str) -> None:
    page = visit("article", contrast=contrast)
    page.keyboard.press("Tab")
    page.locator(target).first.focus()
    ring = page.evaluate(_RING)
    assert ring["width"] >= 2
    assert ring["contrast"] >= 3


def test_a_submenu_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit("homepage")
    tab_to(page, "[data-disclose]")
    button = page.locator("[data-disclose]").first
    submenu = page.locator(".submenu").first
    expect(submenu).to_be_hidden()
    page.keyboard.press("Enter")
    expect(submenu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(submenu.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(submenu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_submenu_closes_when_the_reader_moves_on(visit: Visit) -> None:
    page = visit("homepage")
    tab_to(page, "[data-disclose]")
    page.keyboard.press("Space")
    submenu = page.locator(".submenu").first
    expect(submenu).to_be_visible()
    for _ in range(submenu.locator("a").count() + 1):
        page.keyboard.press("Tab")
    expect(submenu).to_be_hidden()


def test_the_phone_menu_keeps_the_focus_and_gives_it_back(visit: Visit) -> None:
    page = visit("article", width=PHONE)
    tab_to(page, "[data-menu-open]")
    page.keyboard.press("Enter")
    panel = page.locator("[data-menu-panel]")
    expect(panel).to_have_attribute("aria-modal", "true")
    expect(page.locator("[data-menu-close]")).to_be_focused()
    stops = panel.locator("a:visible, button:enabled:visible").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert focused_in(page, "[data-menu-panel]")
    expect(page.locator("[data-menu-close]")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert focused_in(page, "[data-menu-panel]")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator("[data-menu-open]")).to_be_focused()


def test_a_section_of_the_phone_menu_unfolds_by_keyboard(visit: Visit) -> None:
    page = visit("article", width=PHONE)
    tab_to(page, "[data-menu-open]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-disclose]")
    page.keyboard.press("Space")
    expect(page.locator(".submenu").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu-panel]")).to_be_hidden()
    expect(page.locator("[data-menu-open]")).to_be_focused()


def test_tabs_change_with_the_arrows(visit: Visit) -> None:
    page = visit("homepage")
    tab_to(page, "[role=tab]", presses=120)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#the-xem-nhieu")).to_be_focused()
    expect(page.locator("#xem-nhieu")).to_be_visible()
    expect(page.locator("#moi-nhat")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#moi-nhat")).to_be_visible()


def test_older_stories_page_on_by_keyboard_and_reading_goes_on_there(visit: Visit, site: ServedSite) -> None:
    page = visit(site.newest_of_many)
    before = page.locator(".neighbours__link").count()
    page.locator(".neighbours__more").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".neighbours__link").nth(before)).to_be_focused()
