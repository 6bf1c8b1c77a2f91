"""A document's whole way, on a screen and on a phone: from its file to its readers, to members alone, and gone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from playwright.sync_api import APIRequestContext, Browser, Locator, Page, expect

from portal.text import slugify
from tests.browser.conftest import DESKTOP, PHONE, axe_findings
from tests.browser.newsroom import (
    PASSWORDS,
    PATIENCE_SECONDS,
    Colleague,
    Mailbox,
    at_work,
    begin_article,
    keep_picture,
    new_page,
    number_of_page,
    open_from_queue,
    open_newsroom,
    wait_until,
    write_paragraph,
)
from tests.documents.extraction.pdfs import text_pdf
from tools.demo_site import Site

pytestmark = pytest.mark.browser

ARTICLES = 12
SECTION, SECTION_ADDRESS = "Tin tức", "/tin-tuc/"
REGISTER = "/van-ban/"
#: One for each width, so that neither is a duplicate of the other.
NUMBERS = {DESKTOP: 61, PHONE: 62}
FIELD = "Kinh tế - xã hội"
ABSTRACT = "về giữ nguồn nước sạch cho tám thôn vùng cao năm 2026"
#: The paper was typed in a hurry; the register has it right.
MISPRINTED = ABSTRACT.replace("nước sạch", "nước xạch")
#: Stands in the file alone, in letters that are the same however they are stored.
SIGNER = "Seo Thung"
#: Whether the form had saved itself before or not.
SENT = re.compile("Đã (tạo và )?gửi duyệt")
TASK = "Mỗi chi bộ nhận trông một mó nước và cắt cử người dọn lá sau từng trận mưa."
SAPO = "Tám thôn vùng cao của xã chia nhau trông những mó nước đầu nguồn trước mùa khô."


@dataclass(frozen=True)
class Paper:
    """The document of one run; no other knows its number."""

    number: int

    @property
    def symbol(self) -> str:
        return f"{self.number}-KH/ĐU"

    @property
    def address(self) -> str:
        return f"{REGISTER}{slugify(f'{self.symbol} 12-01-2026')}/"

    @property
    def file_name(self) -> str:
        return f"KH {self.number} nước sạch.pdf"

    @property
    def cited(self) -> str:
        return f"Kế hoạch số {self.symbol} ngày 12/01/2026 của Đảng uỷ xã Lam Khê"

    @property
    def file(self) -> bytes:
        first = (
            "ĐẢNG BỘ TỈNH SƠN HẢI          ĐẢNG CỘNG SẢN VIỆT NAM",
            "ĐẢNG UỶ XÃ LAM KHÊ          Lam Khê, ngày 12 tháng 01 năm 2026",
            "*",
            f"Số {self.symbol}",
            "KẾ HOẠCH",
            MISPRINTED,
            "-----",
            "Ban Thường vụ Đảng uỷ xã lập kế hoạch giữ nguồn nước sạch như sau:",
            "I- MỤC ĐÍCH",
            "1. Từ tháng 02 đến hết mùa khô, tám thôn vùng cao không thôn nào thiếu nước ăn.",
            "2. Người dân biết mó nước nào do ai trông và báo cho ai khi nước đục.",
        )
        last = (
            "II- VIỆC PHẢI LÀM",
            f"1. {TASK}",
            "2. Đoàn thanh niên rửa bể lọc của hai điểm trường trước ngày 15 hằng tháng.",
            "Nơi nhận:          T/M BAN THƯỜNG VỤ",
            "- Các chi bộ trực thuộc,          PHÓ BÍ THƯ",
            f"- Lưu Văn phòng Đảng uỷ.          Giàng {SIGNER}",
        )
        return text_pdf(first, last).whole()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Mailbox]]:
    with open_newsroom(tmp_path_factory.mktemp("office"), ARTICLES) as opened:
        yield opened


@pytest.fixture
def patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    yield
    expect.set_options(timeout=5_000)  # Playwright's own


@pytest.fixture(params=[DESKTOP, PHONE])
def width(request: pytest.FixtureRequest) -> int:
    chosen: int = request.param
    return chosen


@pytest.fixture
def visitor(browser: Browser, office: tuple[Site, Mailbox], width: int) -> Iterator[Page]:
    page = new_page(browser, office[0], width)
    yield page
    page.context.close()


@pytest.fixture
def member(browser: Browser, office: tuple[Site, Mailbox], width: int) -> Iterator[Colleague]:
    page = new_page(browser, office[0], width)
    yield Colleague(page, "dangvien")
    page.context.close()


@pytest.mark.usefixtures("patience")
def test_a_document_goes_its_whole_way(
    browser: Browser, office: tuple[Site, Mailbox], visitor: Page, member: Colleague, width: int
) -> None:
    site, _mailbox = office
    paper = Paper(NUMBERS[width])
    with at_work(browser, site, ["phongvien", "bientap", "truongban"], width) as (reporter, editor, chief):
        article = publish_a_text_that_cites_it(reporter, editor, chief, paper)
    is_named_but_not_linked(visitor, article, paper)
    with at_work(browser, site, ["vanthu", "lanhdaovp"], width) as (clerk, head):
        upload(clerk, paper)
        pk = confirm_and_submit(clerk, paper)
        assert visitor.context.request.get(paper.address).status == 404, "not before it is approved"
        look_and_approve(head, paper)
        addresses = is_linked_by_itself(visitor, article, paper)
        is_read(visitor, paper)
        addresses += addresses_on(visitor)
        restrict_to_members(head, pk)
        is_nowhere(visitor, article, paper, addresses)
    sign_in(member)
    find_by_number(member, paper)
    is_read(member.page, paper)
    download(member, paper)
    site.manage("purge", str(pk), "--yes")
    is_nowhere(visitor, article, paper, addresses)
    is_nowhere(member.page, article, paper, addresses)
    keep_picture(member.page, "document-purged")


# A text of the newsroom


def publish_a_text_that_cites_it(reporter: Colleague, editor: Colleague, chief: Colleague, paper: Paper) -> str:
    """The address of the text, which readers have before the register has the document."""
    title = f"Chia nhau trông mó nước theo kế hoạch {paper.number}"
    begin_article(reporter, SECTION, title, SAPO)
    write_paragraph(reporter, f"Việc này theo {paper.cited}.")
    reporter.act("Gửi duyệt")
    reporter.is_told(SENT)
    open_from_queue(editor, title)
    editor.act("Duyệt")
    editor.is_told("chuyển sang bước “Duyệt xuất bản”")
    open_from_queue(chief, title)
    chief.act("Duyệt xuất bản")
    chief.is_told("đã được duyệt và đăng")
    return f"{SECTION_ADDRESS}{slugify(title)}/"


def is_named_but_not_linked(reader: Page, article: str, paper: Paper) -> None:
    reader.goto(article)
    expect(reader.locator("main")).to_contain_text(paper.cited)
    expect(reader.locator("a.citation")).to_have_count(0)


# Entering it


def upload(clerk: Colleague, paper: Paper) -> None:
    """From the register to the form, which opens by itself once the file was read."""
    page = clerk.page
    page.goto("/quan-tri/pages/")
    header = page.locator("header").first
    clerk.press(header.get_by_role("button", name="Thao tác"))
    clerk.press(page.get_by_role("link", name="Thêm văn bản từ tệp"))
    page.locator("input[type=file]").set_input_files(
        {"name": paper.file_name, "mimeType": "application/pdf", "buffer": paper.file}
    )
    clerk.look("document-upload")
    assert axe_findings(page) == []
    clerk.press(page.get_by_role("button", name="Tải lên và đọc"))
    page.wait_for_selector("#page-edit-form")


def confirm_and_submit(clerk: Colleague, paper: Paper) -> int:
    """What was read is right but for the paper's own misprint; she mends it and adds what no machine knows.

    Returns the number of the page.
    """
    page = clerk.page
    read = page.locator(".document-filled")
    expect(read).to_contain_text(f"Số {paper.symbol}")
    clerk.look("document-filled")
    assert [found for found in axe_findings(page) if "document-filled" in found] == []
    for box, value in (
        ("#id_symbol", paper.symbol),
        ("#id_issued_on", "12/01/2026"),
        ("#id_abstract", MISPRINTED),
        ("#id_signer", f"Giàng {SIGNER}"),
        ("#id_place", "Lam Khê"),
    ):
        expect(page.locator(box)).to_have_value(value)
    expect(page.locator("#id_document_type-chooser")).to_contain_text("Kế hoạch")
    expect(page.locator("#id_issuer-chooser")).to_contain_text("Đảng uỷ xã Lam Khê")
    expect(page.locator("[name=attachments-0-file] option:checked")).to_contain_text(paper.file_name)
    page.fill("#id_abstract", ABSTRACT)
    page.get_by_role("checkbox", name=FIELD, exact=True).check()
    page.check("#id_without_secrets")
    clerk.act("Lưu nháp")
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    pk = number_of_page(clerk)
    clerk.act("Gửi duyệt")
    clerk.is_told(SENT)
    clerk.look("document-submitted")
    return pk


def look_and_approve(head: Colleague, paper: Paper) -> None:
    page = head.page
    open_from_queue(head, f"Kế hoạch {paper.symbol} ngày 12/01/2026")
    expect(page.locator("#id_abstract")).to_have_value(ABSTRACT)
    expect(page.locator("#id_recipients")).to_have_value("Các chi bộ trực thuộc\nLưu Văn phòng Đảng uỷ")
    with page.expect_popup() as opened:
        head.press(page.get_by_role("link", name="Xem tệp và chữ của tệp").first)
    file = opened.value
    expect(file.locator(".file-state")).to_contain_text("Được phát hành")
    expect(file.locator("textarea").first).to_have_value(re.compile(MISPRINTED))
    is_drawn(file.locator(".file-page img").first)
    keep_picture(file, "document-file")
    assert axe_findings(file) == []
    file.close()
    head.act("Duyệt xuất bản")
    head.is_told("đã được duyệt và đăng")
    head.look("document-approved")


def is_drawn(picture: Locator) -> None:
    """Fetched once it is near, and a picture indeed."""
    picture.scroll_into_view_if_needed()
    wait_until(
        lambda: bool(picture.evaluate("(image) => image.naturalWidth > 0")), lambda: picture.get_attribute("src")
    )


# Reading it


def is_linked_by_itself(reader: Page, article: str, paper: Paper) -> list[str]:
    """The text tells now where the document is, and in few words what; returns the address of those words."""
    reader.goto(article)
    link = reader.locator(f'main a[href="{paper.address}"]')
    expect(link).to_have_text(f"Kế hoạch số {paper.symbol}")
    link.scroll_into_view_if_needed()
    link.focus()
    card = reader.locator(".link-card")
    expect(card).to_contain_text(ABSTRACT)
    expect(card).to_contain_text("Còn hiệu lực")
    assert axe_findings(reader) == []
    keep_picture(reader, "document-card")
    address = link.get_attribute("data-card")
    link.press("Enter")
    expect(reader.locator("h1")).to_contain_text(paper.symbol)
    return [address] if address else []


def is_read(reader: Page, paper: Paper) -> None:
    """On the document's page: its words, the pictures of its pages, and who names it."""
    main = reader.locator("main")
    for words in (ABSTRACT, f"Giàng {SIGNER}", "Còn hiệu lực", TASK):
        expect(main).to_contain_text(words)
    expect(reader.locator(".mentioned-in")).to_contain_text(f"theo kế hoạch {paper.number}")
    pictures = reader.locator(".page-pictures img")
    expect(pictures).to_have_count(2)
    for picture in pictures.all():
        is_drawn(picture)
    keep_picture(reader, "document-pages")
    assert axe_findings(reader) == []


def addresses_on(reader: Page) -> list[str]:
    """Of the document's page, its file and the pictures."""
    links = reader.locator(".downloads a, .page-pictures a").all()
    return [reader.url, *(str(link.get_attribute("href")) for link in links)]


def sign_in(member: Colleague) -> None:
    page = member.page
    page.goto(f"/dang-nhap/?next={REGISTER}")
    page.fill("input[name=login]", member.name)
    page.fill("input[name=password]", PASSWORDS[member.name])
    member.press(page.get_by_role("button", name="Đăng nhập", exact=True))
    page.wait_for_url(f"**{REGISTER}")


def find_by_number(member: Colleague, paper: Paper) -> None:
    """Typed as it comes to mind, without marks and dashes."""
    page = member.page
    page.get_by_label("Số ký hiệu", exact=True).fill(f" {paper.number} kh du")
    member.press(page.get_by_role("button", name="Lọc", exact=True))
    expect(page.locator(".register__total")).to_contain_text("1 văn bản")
    member.look("document-found")
    assert axe_findings(page) == []
    member.press(page.locator("main").get_by_role("link", name=paper.symbol))
    expect(page.locator("h1")).to_contain_text(paper.symbol)


def download(member: Colleague, paper: Paper) -> None:
    """The very file that was uploaded, under its own name."""
    address = str(member.page.locator(".downloads a").first.get_attribute("href"))
    assert unquote(address).endswith(paper.file_name)
    answer = member.page.context.request.get(address)
    assert (answer.status, answer.body()) == (200, paper.file)


# Restricted


def restrict_to_members(head: Colleague, pk: int) -> None:
    page = head.page
    page.goto(f"/quan-tri/pages/{pk}/edit/")
    status = head.panel("status")
    head.press(status.get_by_role("button", name="Đổi phạm vi xem"))
    control = page.locator("#set-privacy .portal-level")
    control.get_by_label("Chỉ dành cho đảng viên").check()
    head.look("document-restricted")
    head.press(control.get_by_role("button", name="Đặt phạm vi xem"))
    expect(page.locator("#set-privacy")).to_be_hidden()


def is_nowhere(reader: Page, article: str, paper: Paper, addresses: list[str]) -> None:
    """Every address answers as one that never was, and the text that cites it is a text again."""
    request: APIRequestContext = reader.context.request
    assert len(addresses) == 5
    assert {address: request.get(address).status for address in addresses} == dict.fromkeys(addresses, 404)
    assert ABSTRACT not in request.get(f"{REGISTER}?so={paper.number} kh du").text()
    is_named_but_not_linked(reader, article, paper)
