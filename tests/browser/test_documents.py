"""An official document in a real browser: contents and anchors, the citation, the diagram, paper; and its form."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from documents.models import OfficialDocument
from tests.browser.admin_pages import save
from tests.browser.conftest import PHONE, ServedSite, go, new_page
from tests.factories import DocumentRegisterFactory

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
CITED = re.compile(r"^Quyết định số 08-QĐ/ĐU ngày 24/02/2026 của Đảng uỷ xã Lam Khê ban hành Quy chế")


@pytest.fixture
def plain_phone(browser: Browser, site: ServedSite) -> Iterator[Page]:
    page = new_page(browser, site, width=PHONE, java_script_enabled=False)
    go(page, site.address("officialdocument"))
    yield page
    page.context.close()


def test_without_script_contents_lead_a_phone_to_an_article_and_back(plain_phone: Page) -> None:
    page = plain_phone
    page.get_by_role("link", name="Toàn văn").click()
    article = page.locator(".contents__link", has_text="Điều 13")
    expect(article).to_be_hidden()
    page.locator(".contents__span", has_text="Điều 12").click()
    article.click()
    expect(page).to_have_url(re.compile("#dieu-13$"))
    expect(page.locator("#dieu-13")).to_be_in_viewport()
    page.locator(".document__jump a").click()
    expect(page.locator("#muc-luc")).to_be_in_viewport()


def test_a_link_in_the_text_of_a_document_runs_on_with_its_line(visit: Visit) -> None:
    page = visit("officialdocument")
    link = page.locator(".document__text a.citation").first
    for style, value in {
        "padding-left": "0px",
        "border-left-width": "0px",
        "background-color": "rgba(0, 0, 0, 0)",
    }.items():
        expect(link).to_have_css(style, value)


def test_without_script_the_citation_stands_there_without_a_dead_button(plain_phone: Page) -> None:
    expect(plain_phone.locator("[data-citation]")).to_have_text(CITED)
    expect(plain_phone.locator("[data-copy-citation]")).to_be_hidden()


def test_the_citation_is_copied_as_papers_write_it(browser: Browser, site: ServedSite) -> None:
    page = new_page(browser, site, permissions=["clipboard-read", "clipboard-write"])
    go(page, site.address("officialdocument"))
    page.get_by_role("button", name="Sao chép", exact=True).click()
    expect(page.locator("[data-citation-said]")).to_have_text("Đã sao chép.")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    page.context.close()
    assert CITED.match(copied)
    assert copied == copied.strip()


def test_where_copying_is_not_allowed_the_citation_is_selected(visit: Visit) -> None:
    page = visit("officialdocument")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Sao chép", exact=True).click()
    expect(page.locator("[data-citation-said]")).to_contain_text("Ctrl+C")
    assert CITED.match(page.evaluate("() => getSelection().toString().trim()"))


def test_the_diagram_fits_a_phone_and_its_boxes_are_links(visit: Visit) -> None:
    page = visit("officialdocument", width=PHONE)
    box = page.locator("svg.diagram a").first
    drawing = page.locator("svg.diagram").bounding_box()
    assert drawing
    assert drawing["x"] >= 0
    assert drawing["x"] + drawing["width"] <= PHONE
    for frame in page.locator("svg.diagram a, svg.diagram g:has(rect)").all():
        edge = frame.locator("rect").bounding_box()
        assert edge
        for line in frame.locator("text").all():
            words = line.bounding_box()
            assert words
            assert words["x"] + words["width"] <= edge["x"] + edge["width"]
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Quy định 294-QĐ/TW")


def test_paper_gets_text_and_lists_and_neither_contents_nor_drawing(visit: Visit) -> None:
    page = visit("officialdocument")
    page.emulate_media(media="print")
    for gone in (".contents", ".document__jump", "svg.diagram", "[data-copy-citation]", ".chips"):
        expect(page.locator(gone)).to_be_hidden()
    for there in ("#dieu-23", ".document__related", "[data-citation]", ".print-address"):
        expect(page.locator(there).first).to_be_visible()


@pytest.mark.usefixtures("committing_db")
def test_a_form_with_a_mistake_keeps_what_was_chosen_and_saves_once_it_is_mended(admin: Page, home: Any) -> None:
    register = DocumentRegisterFactory(parent=home, slug="van-ban")
    admin.goto(f"/quan-tri/pages/add/documents/officialdocument/{register.pk}/")
    _choose(admin, "document_type", "chi thi", "Chỉ thị")
    _choose(admin, "issuer", "ban bi", "Ban Bí thư")
    boxes = admin.locator("[data-document-choices]").first
    boxes.get_by_role("searchbox").fill("bo chinh tri")
    expect(boxes.locator("label:visible")).to_have_count(1)
    boxes.locator("label:visible").click()
    admin.fill("#id_symbol", "CT/TW")
    admin.fill("#id_abstract", "về nâng cao chất lượng sinh hoạt chi bộ")
    admin.check("#id_without_secrets")
    save(admin)
    expect(admin.get_by_text("Số ký hiệu bắt đầu bằng chữ số").first).to_be_visible()
    expect(admin.locator("#id_abstract")).to_have_value("về nâng cao chất lượng sinh hoạt chi bộ")
    expect(admin.locator("#id_issuer-chooser")).to_contain_text("Ban Bí thư")
    expect(admin.locator(".document-choices__said").first).to_have_text("Đã chọn: Bộ Chính trị")
    admin.fill("#id_symbol", "10-CT/TW")
    save(admin)
    admin.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert (draft.symbol, str(draft.issuer), str(draft.document_type)) == ("10-CT/TW", "Ban Bí thư", "Chỉ thị")
    assert [str(body) for body in draft.co_issuers.all()] == ["Bộ Chính trị"]


def _choose(admin: Page, field: str, typed: str, name: str) -> None:
    admin.locator(f"#id_{field}-chooser button[data-chooser-action-choose]:visible").first.click()
    admin.locator(".modal input[name=q]").fill(typed)
    admin.locator(".modal #search-results a", has_text=name).first.click()
    expect(admin.locator(f"#id_{field}-chooser")).to_contain_text(name)
