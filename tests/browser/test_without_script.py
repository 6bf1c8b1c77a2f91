"""Every template without script: all of the content, no dead control."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, TEMPLATES, ServedSite, go, new_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=TEMPLATES)
def page(request: pytest.FixtureRequest, browser: Browser, site: ServedSite) -> Iterator[Page]:
    page = plain_page(browser, site, width=PHONE)
    go(page, site.address(request.param))
    yield page
    page.context.close()


@pytest.fixture
def phone(browser: Browser, site: ServedSite) -> Iterator[Page]:
    page = plain_page(browser, site, width=PHONE)
    yield page
    page.context.close()


@pytest.fixture
def screen(browser: Browser, site: ServedSite) -> Iterator[Page]:
    page = plain_page(browser, site, width=DESKTOP)
    yield page
    page.context.close()


def plain_page(browser: Browser, site: ServedSite, width: int) -> Page:
    return new_page(browser, site, width=width, java_script_enabled=False)


def test_the_main_part_says_something(page: Page) -> None:
    expect(page.locator("main h1")).to_have_count(1)
    assert len(page.locator("main").inner_text()) > 80


def test_no_list_is_folded_away(page: Page) -> None:
    for panel in page.locator(".story-tabs__panel").all():
        expect(panel).to_be_visible()
        expect(panel.locator("a").first).to_be_visible()


def test_no_control_is_dead(page: Page) -> None:
    dead = page.locator("button:visible:not([type=submit]), [role=tab]:visible, output:visible, [data-copy]:visible")
    assert dead.all_inner_texts() == []


def test_there_is_no_date_line(page: Page) -> None:
    expect(page.locator("[data-clock]")).to_be_hidden()


def test_every_picture_has_come_or_will(page: Page) -> None:
    """A lazy picture is the browser's business; none waits for a script to fill its address."""
    pictures = page.locator("img")
    assert [picture for picture in pictures.all() if not picture.get_attribute("src")] == []


def test_a_phone_opens_and_closes_the_menu_by_its_address(phone: Page, site: ServedSite) -> None:
    go(phone, site.address("article"))
    expect(phone.locator(".menu-panel")).to_be_hidden()
    phone.locator(".site-bar__open:visible").click()
    expect(phone.locator(".menu-panel")).to_be_visible()
    expect(phone.locator(".submenu__link").first).to_be_visible()
    phone.locator(".menu-panel__close:visible").click()
    expect(phone.locator(".menu-panel")).to_be_hidden()


def test_a_phone_shows_no_bar_that_says_nothing(phone: Page, site: ServedSite) -> None:
    go(phone, site.address("article"))
    bar = phone.locator(".utility-bar")
    box = bar.bounding_box()
    assert bar.inner_text().strip() == ""
    assert box is None or box["height"] == 0


def test_the_menu_leads_to_sections_and_what_is_below_them(screen: Page, site: ServedSite) -> None:
    go(screen, site.address("homepage"))
    item = screen.locator(".menu__item:has(.submenu)").first
    item.locator(".menu__link").focus()
    child = item.locator(".submenu__link").first
    expect(child).to_be_visible()
    name = child.inner_text()
    child.click()
    expect(screen.locator("main h1")).to_have_text(name)


def test_latest_and_most_viewed_stand_one_under_the_other(screen: Page, site: ServedSite) -> None:
    go(screen, site.address("homepage"))
    latest, most_viewed = screen.locator("#moi-nhat"), screen.locator("#xem-nhieu")
    expect(latest.locator("h2")).to_be_visible()
    expect(most_viewed.locator("h2")).to_be_visible()
    upper, lower = latest.bounding_box(), most_viewed.bounding_box()
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"]


def test_older_stories_page_on_by_plain_links(screen: Page, site: ServedSite) -> None:
    go(screen, site.url + site.newest_of_many)
    first = set(screen.locator(".neighbours__link").all_inner_texts())
    screen.locator(".neighbours__more").last.click()
    screen.wait_for_url("**/cu-hon/**")
    expect(screen.locator("main h1")).to_have_text("Các tin cũ hơn")
    assert "noindex" in (screen.locator("meta[name=robots]").get_attribute("content") or "")
    more = screen.locator(".neighbours__link").all_inner_texts()
    assert more
    assert not first & set(more)
