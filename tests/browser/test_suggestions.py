"""Suggestions while typing: by keyboard and mouse, however fast somebody types, and nothing where none come."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, axe_findings

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
ANSWERS = "**/tim-kiem/goi-y.json*"
SEARCH = "/tim-kiem/"


def box(page: Page, within: str = "main") -> Locator:
    return page.locator(f"{within} [data-suggest]").first


def options(page: Page) -> Locator:
    return page.locator(".suggestions:not([hidden]) [role=option]")


def suggested_for(text: str, *titles: str) -> str:
    """An answer of the server, of which the test decides what it says."""
    lines = [{"text": f"{text}: {title}", "url": "/tin-tuc/", "marks": [[0, len(text)]]} for title in titles]
    groups = [{"kind": "page", "label": "Trang", "suggestions": lines}] if lines else []
    return json.dumps({"label": "Gợi ý", "told": f"{len(lines)} gợi ý", "groups": groups})


def asked(route: Route) -> str:
    return parse_qs(urlsplit(route.request.url).query)["q"][0]


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_the_keyboard_alone_finds_a_document(visit: Visit, width: int) -> None:
    page = visit(SEARCH, width=width)
    field = box(page)
    field.focus()
    field.press_sequentially("10-ct")
    expect(options(page).first).to_contain_text("10-CT/TW · 30/3/2007")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="gợi ý")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options(page).first.get_attribute("id") or "")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    assert axe_findings(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    heights = [option["height"] for option in map(Locator.bounding_box, options(page).all()) if option]
    assert min(heights) >= 44
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/10-ct-tw-30-03-2007/")


def test_the_masthead_suggests_on_every_page(visit: Visit) -> None:
    page = visit("article")
    box(page, "header").press_sequentially("ban bí")
    expect(page.get_by_role("group", name="Văn bản của").get_by_role("option")).to_have_text("Ban Bí thư")
    assert axe_findings(page) == []


def test_arrows_go_round_by_the_words_and_other_keys_return_to_them(visit: Visit) -> None:
    page = visit(SEARCH)
    page.route(ANSWERS, lambda route: route.fulfill(body=suggested_for(asked(route), "một", "hai")))
    field = box(page)
    field.press_sequentially("chi bộ")
    expect(options(page)).to_have_count(2)
    chosen = page.locator("[role=option][aria-selected=true]")
    for key, text in (
        ("ArrowUp", "hai"),
        ("ArrowDown", ""),
        ("ArrowDown", "một"),
        ("Home", ""),
        ("ArrowDown", "một"),
        ("End", ""),
    ):
        page.keyboard.press(key)
        expect(chosen).to_have_count(1 if text else 0)
        if text:
            expect(chosen).to_contain_text(text)
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(field).to_have_value("chi bộ")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(2)
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_enter_without_a_chosen_line_searches_for_the_words(visit: Visit) -> None:
    page = visit(SEARCH)
    box(page).press_sequentially("chi bộ")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=chi+b%E1%BB%99*")


def test_a_line_is_opened_with_the_mouse(visit: Visit) -> None:
    page = visit(SEARCH)
    box(page).press_sequentially("42-hd")
    options(page).first.click()
    page.wait_for_url("**/van-ban/42-hd-btctw-*/")


def test_who_types_quickly_asks_once_and_sees_the_last_answer_alone(visit: Visit) -> None:
    page = visit(SEARCH)
    held: list[Route] = []

    def answer(route: Route) -> None:
        if asked(route) == "sinh":
            held.append(route)  # it comes late, after that of the next letters
        else:
            route.fulfill(body=suggested_for(asked(route), "mới"))

    page.route(ANSWERS, answer)
    field = box(page)
    with page.expect_request(ANSWERS):
        field.press_sequentially("sinh")
    field.press_sequentially(" hoạt chi bộ", delay=5)
    expect(options(page)).to_have_text(["sinh hoạt chi bộ: mới"])
    for route in held:
        route.fulfill(body=suggested_for("sinh", "cũ"))
    page.wait_for_timeout(300)
    expect(options(page)).to_have_text(["sinh hoạt chi bộ: mới"])
    assert len(held) == 1


def test_an_answer_that_comes_after_somebody_left_the_box_shows_nothing(visit: Visit) -> None:
    page = visit(SEARCH)
    held: list[Route] = []
    page.route(ANSWERS, lambda route: held.append(route))  # noqa: PLW0108  a bound method takes no mark
    with page.expect_request(ANSWERS):
        box(page).press_sequentially("chi bộ")
    page.keyboard.press("Tab")
    for route in held:
        route.fulfill(body=suggested_for("chi bộ", "muộn"))
    page.wait_for_timeout(300)
    assert len(held) == 1
    expect(options(page)).to_have_count(0)


@pytest.mark.parametrize("how", [{"status": 500}, {"body": "<html>"}, None])
def test_where_no_answer_comes_the_box_is_a_box(visit: Visit, how: dict | None) -> None:
    page = visit(SEARCH)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route(ANSWERS, lambda route: route.fulfill(**how) if how else route.abort())
    with page.expect_request(ANSWERS):
        box(page).press_sequentially("chi bộ")
    page.wait_for_timeout(300)
    expect(options(page)).to_have_count(0)
    assert wrong == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=chi+b%E1%BB%99*")


def test_nothing_is_asked_while_a_word_is_composed(visit: Visit) -> None:
    page = visit(SEARCH)
    questions: list[str] = []

    def answer(route: Route) -> None:
        questions.append(asked(route))
        route.fulfill(body=suggested_for(asked(route), "một"))

    page.route(ANSWERS, answer)
    field = box(page)
    field.focus()
    expect(field).to_have_attribute("role", "combobox")
    keyboard = page.context.new_cdp_session(page)
    for text in ("ch", "chi", "chị"):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(300)
    assert questions == []
    keyboard.send("Input.insertText", {"text": "chị"})
    expect(options(page)).to_have_count(1)
    assert questions == ["chị"]


def test_without_script_it_is_a_box(visit: Visit) -> None:
    page = visit(SEARCH, java_script_enabled=False)
    field = box(page)
    assert field.get_attribute("role") is None
    field.fill("chi bộ")
    field.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=chi+b%E1%BB%99*")


def test_results_tell_that_they_were_read_and_which_was_opened(visit: Visit) -> None:
    page = visit(SEARCH)
    told: list[dict[str, list[str]]] = []

    def counted(route: Route) -> None:
        told.append(parse_qs(route.request.post_data or ""))
        route.fulfill(status=204)

    page.context.route("**/tim-kiem/dem/", counted)
    box(page).fill("chi bộ")
    with page.expect_request("**/tim-kiem/dem/"):
        box(page).press("Enter")
        page.wait_for_url("**/tim-kiem/?q=*")
    with page.expect_request("**/tim-kiem/dem/"):
        page.locator(".search-result__title a").nth(1).click()
    page.wait_for_url(lambda url: "/tim-kiem/" not in url)
    assert [sorted(one) for one in told] == [["phieu"], ["phieu", "vi-tri"]]
    assert told[1]["vi-tri"] == ["2"]
    page.go_back()
    expect(page.locator(".search-result__title").first).to_be_visible()
    assert len(told) == 2
