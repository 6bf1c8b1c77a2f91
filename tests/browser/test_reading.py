"""Reading with script: the date line, text size and contrast, the way back, lists that page on, tabs, paper."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ServedSite
from tools.screenshots import scroll_through

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def text_size(page: Page) -> float:
    size: float = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return size


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_the_date_line_says_what_day_it_is_in_vietnam(visit: Visit, zone: str) -> None:
    before = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    page = visit("homepage", timezone_id=zone)
    line = page.locator("[data-clock]")
    expect(line).not_to_be_empty()
    shown = line.inner_text()
    after = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert any(shown == f"{WEEKDAYS[now.weekday()]}, {now:%d/%m/%Y, %H:%M}" for now in (before, after))


def test_the_date_line_is_right_on_a_device_whose_clock_is_wrong(visit: Visit) -> None:
    page = visit("article")
    page.clock.install(time=datetime(2001, 1, 1, 5, tzinfo=UTC))
    page.reload()
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    expect(page.locator("[data-clock]")).to_contain_text(f"/{today:%Y}")


def test_the_text_grows_by_steps_and_stays_so(visit: Visit) -> None:
    page = visit("article")
    larger = page.locator(".utility-bar [data-text-size-step='1']")
    smaller = page.locator(".utility-bar [data-text-size-step='-1']")
    normal = text_size(page)
    expect(smaller).to_be_disabled()
    sizes = []
    for _ in range(3):
        larger.click()
        sizes.append(round(text_size(page) / normal, 2))
    assert sizes == [1.12, 1.25, 1.5]
    expect(larger).to_be_disabled()
    page.reload()
    assert text_size(page) == normal * 1.5
    expect(page.locator(".utility-bar [data-text-size-value]")).to_have_text("150%")
    smaller.click()
    assert text_size(page) == normal * 1.25


@pytest.mark.parametrize("width", [960, 1280])
def test_in_the_largest_text_one_column_and_a_short_bar_remain(visit: Visit, width: int) -> None:
    page = visit("article", width=width)
    for _ in range(3):
        page.locator(".utility-bar [data-text-size-step='1']").click()
    main, side = page.locator(".columns__main").bounding_box(), page.locator(".columns__side").bounding_box()
    bar = page.locator(".site-bar").bounding_box()
    assert main
    assert side
    assert bar
    assert side["y"] >= main["y"] + main["height"]
    assert main["width"] > 0.9 * (width - 2 * main["x"])
    assert bar["height"] <= 4 * text_size(page)
    expect(page.locator("[data-menu-open]")).to_be_visible()


def test_on_a_phone_the_bar_that_stays_is_one_row_in_the_largest_text(visit: Visit) -> None:
    page = visit("article", width=PHONE)
    page.evaluate("() => { document.documentElement.dataset.textSize = '150'; }")
    bar = page.locator(".site-bar").bounding_box()
    assert bar
    assert bar["height"] <= 4 * text_size(page)


def test_the_menu_stands_in_one_row_and_its_buttons_are_large_enough(visit: Visit) -> None:
    page = visit("article")
    heights = {link.bounding_box()["y"] for link in page.locator(".menu__link").all()}  # type: ignore[index]
    assert len(heights) == 1
    for button in page.locator("[data-disclose]").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_an_open_menu_stays_a_panel_when_the_window_grows(visit: Visit) -> None:
    page = visit("article", width=1000)
    page.locator("[data-menu-open]").click()
    page.set_viewport_size({"width": 1400, "height": 900})
    close = page.locator("[data-menu-close]")
    expect(close).to_be_visible()
    close.click()
    expect(page.locator(".menu__link").first).to_be_visible()
    expect(close).to_be_hidden()


@pytest.mark.parametrize("width", [PHONE, 1000])
def test_sections_of_the_panel_unfold_one_after_the_other(visit: Visit, width: int) -> None:
    page = visit("article", width=width)
    page.locator("[data-menu-open]").click()
    for button in page.locator("[data-disclose]").all():
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")


def test_a_picture_of_a_gallery_opens_larger(visit: Visit) -> None:
    page = visit("gallerypage", width=PHONE)
    picture = page.locator(".picture-grid img").first
    shown = picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)")
    picture.click()
    page.wait_for_url("**/*.jpeg")
    assert page.locator("img").evaluate("(image) => image.decode().then(() => image.naturalWidth)") > shown


def test_a_table_says_so_where_it_goes_on(visit: Visit) -> None:
    page = visit("article_table", width=PHONE)
    box, hint = page.locator(".table-box").first, page.locator(".table__hint").first
    goes_on = "(box) => box.scrollWidth > box.clientWidth"
    height = "(hint) => hint.getBoundingClientRect().height"
    assert (box.evaluate(goes_on), hint.evaluate(height)) == (False, 0)
    box.evaluate("""(box) => box.querySelectorAll("tr").forEach((row) => {
        for (let i = 0; i < 5; i++) row.append(row.lastElementChild.cloneNode(true));
    })""")
    assert box.evaluate(goes_on)
    assert hint.evaluate(height) > 20


def test_the_chosen_size_is_there_before_the_first_paint(visit: Visit) -> None:
    page = visit("article")
    page.locator(".utility-bar [data-text-size-step='1']").click()
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
        window.sizeAtFirst = document.documentElement.dataset.textSize;
    });""")
    page.reload()
    assert page.evaluate("() => window.sizeAtFirst") == "112"


def test_high_contrast_stays_and_goes_as_the_reader_chose(visit: Visit) -> None:
    page = visit("article")
    html, toggle = page.locator("html"), page.locator(".utility-bar [data-contrast-toggle]")
    toggle.click()
    page.reload()
    expect(html).to_have_attribute("data-contrast", "more")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    toggle.click()
    page.reload()
    expect(html).not_to_have_attribute("data-contrast", "more")
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_a_phone_has_the_reading_controls_in_its_menu(visit: Visit) -> None:
    page = visit("article", width=PHONE)
    page.locator("[data-menu-open]").click()
    page.locator("[data-menu-panel] [data-text-size-step='1']").click()
    expect(page.locator("html")).to_have_attribute("data-text-size", "112")


@pytest.mark.parametrize("name", ["section_page_2", "section_year", "tag", "homepage"])
def test_back_returns_to_the_list_the_reader_came_from(visit: Visit, name: str) -> None:
    page = visit(name)
    from_list = page.url
    page.locator("main .card__link").first.click()
    expect(page.locator("article.article h1")).to_be_visible()
    page.get_by_role("link", name="Trở về").click()
    page.wait_for_url(from_list)


def test_back_returns_to_the_list_after_a_few_stories_too(visit: Visit) -> None:
    page = visit("section_page_2")
    from_list = page.url
    page.locator("main .card__link").first.click()
    page.locator(".neighbours__link").first.click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Trở về").click()
    page.wait_for_url(from_list)


def test_back_leads_a_reader_from_outside_to_the_section(visit: Visit) -> None:
    page = visit("article")
    section = page.locator(".breadcrumbs a").last.get_attribute("href")
    assert page.get_by_role("link", name="Trở về").get_attribute("href") == section


def test_older_stories_come_in_place(visit: Visit, site: ServedSite) -> None:
    page = visit(site.newest_of_many)
    address = page.url
    page.evaluate("() => { window.stillHere = true; }")
    older = page.get_by_role("region", name="Các tin cũ hơn")
    before = older.locator(".neighbours__link").all_inner_texts()
    assert len(before) == 10
    older.locator(".neighbours__more").click()
    expect(older.locator(".neighbours__link").nth(10)).to_be_visible()
    stories = older.locator(".neighbours__link").all_inner_texts()
    assert stories[:10] == before
    assert len(set(stories)) == len(stories) > 10
    assert page.evaluate("() => window.stillHere")
    assert page.url == address


def test_tabs_switch_between_latest_and_most_viewed(visit: Visit) -> None:
    page = visit("article")
    latest, most_viewed = page.locator("#moi-nhat"), page.locator("#xem-nhieu")
    expect(latest).to_be_visible()
    expect(most_viewed).to_be_hidden()
    page.get_by_role("tab", name="Xem nhiều nhất").click()
    expect(most_viewed).to_be_visible()
    expect(latest).to_be_hidden()
    expect(page.get_by_role("tab", name="Xem nhiều nhất")).to_have_attribute("aria-selected", "true")


def test_paper_gets_the_story_and_no_furniture(visit: Visit) -> None:
    page = visit("article")
    page.emulate_media(media="print")
    for furniture in (".utility-bar", ".site-bar", ".site-footer", ".columns__side", ".article-more", ".tools-row"):
        expect(page.locator(furniture).first).to_be_hidden()
    for kept in ("h1", ".article__body", ".masthead__name"):
        expect(page.locator(kept).first).to_be_visible()
    expect(page.locator(".print-address")).to_contain_text(page.url)


def test_the_code_on_paper_is_fetched_by_who_prints_and_by_nobody_else(visit: Visit) -> None:
    page = visit("article")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    scroll_through(page)
    page.wait_for_load_state("networkidle")
    codes = page.locator(".print-address__code")
    assert [url for url in asked if "/_ma-qr/" in url] == []
    page.pdf()
    assert codes.evaluate("(image) => image.complete && image.naturalWidth > 0")
    assert sum("/_ma-qr/" in url for url in asked) == 1


@pytest.mark.parametrize("width", [320, PHONE])
def test_a_documents_number_is_never_cut_by_the_end_of_a_line(visit: Visit, width: int) -> None:
    """Whatever stands before it in the title, and without a line that is longer than the screen."""
    page = visit("article", width=width)
    cut = page.locator(".article__title").evaluate(
        """(title) => {
            title.innerHTML = 'x <span class="unbroken">12-HD/BTCTW</span> <span class="unbroken">10-CT/TW</span>';
            const numbers = [...title.querySelectorAll(".unbroken")];
            return Array.from({ length: 40 }, (_, letters) => {
                title.firstChild.data = "a".repeat(letters) + " ";
                return numbers.some((number) => number.getClientRects().length > 1);
            }).filter(Boolean).length;
        }"""
    )
    assert cut == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_the_link_is_copied_and_the_button_says_so(visit: Visit) -> None:
    page = visit("article", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy]")
    button.click()
    expect(button).to_contain_text("Đã")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
