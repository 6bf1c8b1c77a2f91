"""A link to a document tells in few words where it leads: by mouse and by keyboard; without script it is a link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, axe_findings

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
DOCUMENT = "/van-ban/10-ct-tw-30-03-2007/"


def text_that_mentions_it(visit: Visit, **how: object) -> tuple[Page, Locator]:
    """The newest text that the document lists, and the link in it that leads back."""
    page = visit(DOCUMENT, **how)
    page.locator(".mentioned-in__list a").first.click()
    link = page.locator(f'a.citation[href="{DOCUMENT}"]').first
    link.scroll_into_view_if_needed()
    return page, link


def step_to(page: Page, link: Locator) -> None:
    """By the keyboard, as far as its last step."""
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_card_comes_with_the_focus_and_goes_with_escape(visit: Visit, width: int) -> None:
    page, link = text_that_mentions_it(visit, width=width)
    card = page.locator(".link-card")
    step_to(page, link)
    expect(card).to_contain_text("về nâng cao chất lượng sinh hoạt chi bộ")
    expect(card).to_contain_text("Còn hiệu lực")
    expect(link).to_have_attribute("aria-describedby", "link-card")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert axe_findings(page) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()


def test_the_card_comes_with_the_mouse_and_stays_while_it_is_read(visit: Visit) -> None:
    page, link = text_that_mentions_it(visit)
    card = page.locator(".link-card")
    link.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()


def test_without_script_it_is_a_link(visit: Visit) -> None:
    page, link = text_that_mentions_it(visit, java_script_enabled=False)
    link.click()
    assert page.url.endswith(DOCUMENT)
