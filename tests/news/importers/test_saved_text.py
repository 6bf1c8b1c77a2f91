"""What programs and old sites leave in a saved text, and what of it is the article."""

import pytest

from news.importers.structure import Heading, shape
from tests.news.importers.test_more_rules import THIRD, first_names, value, words
from tests.news.importers.test_rules import FIRST, SECOND, TITLE, html_page, published, text_page


def test_addresses_behind_links_are_no_text(read_text):
    reading = read_text(
        f"Trang chủ <http://vi-du.example/> / Nông thôn mới <http://vi-du.example/ntm>\n\n  {TITLE}\n\nNgày đăng: 17/06/2020\n\n"
        f"*{FIRST}*\n\n{SECOND}\n\n*Lò Thị Bích*\n\n*Các tin khác*\n\n  * Đường hoa xóm Hạ\n    <http://vi-du.example/881> (16/06/2020)\n"
    )
    assert reading.title.value == TITLE
    assert first_names(reading) == ["Nông thôn mới"]
    assert words(reading) == f"{FIRST}\n{SECOND}"
    assert reading.bylines.author.value == "Lò Thị Bích"


def test_numbers_before_links_are_no_text(read_text):
    reading = read_text(
        f"   [1]Trang chủ | [2]Tin tức\n\n   {TITLE}\n\n   {FIRST}\n\n   {SECOND}\n\n   [3]Trở về\n\nReferences\n\n   1. http://vi-du.example/\n"
    )
    assert words(reading) == f"{FIRST}\n{SECOND}"


def test_numbers_of_notes_stay(read_text):
    assert "theo sổ [1]của" in words(read_text(text_page().replace(SECOND, f"{SECOND} Nước chảy theo sổ [1]của xóm.")))


@pytest.mark.parametrize(
    ("lines", "photos"),
    [
        ("/Bà con đứng quanh vòi nước đầu xóm/", [("", "Bà con đứng quanh vòi nước đầu xóm")]),
        ("Vòi nước đầu xóm\n\n/Bà con đứng quanh vòi nước đầu xóm/", [("Vòi nước đầu xóm", "Bà con đứng quanh vòi nước đầu xóm")]),
        ("Đoàn khảo sát làm việc tại trạm nước xóm Đồng.", [("", "Đoàn khảo sát làm việc tại trạm nước xóm Đồng.")]),
        ("Đoàn khảo sát đã làm việc tại trạm nước xóm Đồng.", []),
    ],
)  # fmt: skip
def test_what_is_a_caption(read_text, lines, photos):
    reading = read_text(text_page().replace(SECOND, f"{lines}\n\n{SECOND}"))
    assert [(photo.alt, photo.caption) for photo in reading.photos] == photos


@pytest.mark.parametrize("name", ["Tạp chí Công tác Nước sạch", "Báo Đồng Nước", "Bản tin Nước sạch nông thôn"])
@pytest.mark.parametrize("section", ["NGHIÊN CỨU - TRAO ĐỔI", "Tin nông thôn"])
def test_a_date_below_the_name_of_a_publication_makes_no_title_of_it(read_text, name, section):
    reading = read_text(
        f"{name}\nThứ hai, 16 Tháng 7 2012 08:30\nEmail In PDF.\n{section}\n{TITLE}\n\n{FIRST}\n\n{SECOND}"
    )
    assert reading.title.value == TITLE
    assert reading.kicker.value == section
    assert published(reading) == "2012-07-16 01:30"


def test_the_linked_name_of_a_site_is_no_title(read_text):
    site = "<header><h1 class='title'><a href='/'>Chi hội xóm Đồng Nước</a></h1></header>"
    html = html_page().replace("<h1>", f"{site}<h3 class='post-title'>").replace("</h1><div", "</h3><div")
    assert read_text(html).title.value == TITLE


@pytest.mark.parametrize("line", ["Có ba nguyên nhân chính:", "Cụ thể như sau:", "Trong đó gồm:"])
def test_a_line_that_opens_a_list_is_no_heading(read_text, line):
    reading = read_text(text_page().replace(SECOND, f"{line}\n\n- Giếng cạn;\n\n- Ống cũ.\n\n{SECOND}"))
    assert not any(isinstance(node, Heading) for node in shape(reading.body, styled=False))


@pytest.mark.parametrize(
    ("line", "author"),
    [("Công Tiến – Đài TT xã", "Công Tiến – Đài TT xã"), ("Lò Thị Bích - Văn phòng Đảng uỷ", "Lò Thị Bích - Văn phòng Đảng uỷ"),
     ("Kinh tế - Văn phòng phẩm của xóm", None)],
)  # fmt: skip
def test_signatures_with_an_office(read_text, line, author):
    assert value(read_text(text_page(tail=line)).bylines.author) == author
    html = html_page().replace("</div></body>", f"<p align='right'><b>{line}</b></p></div></body>")
    assert value(read_text(html).bylines.author) == author


def test_an_attachment_below_the_signature(read_text):
    reading = read_text(text_page(tail="Lò Thị Bích\n\nTập tin đính kèm: mau-so-1.xls"))
    assert reading.bylines.author.value == "Lò Thị Bích"
    assert words(reading).endswith("mau-so-1.xls")


@pytest.mark.parametrize(
    ("link", "kept"),
    [("<p><a href='/x'>Xã Hạ cũng khoan giếng cho dân</a></p>", False), ("<p><a href='/x.pdf'>Tải kế hoạch cấp nước (kh-12.pdf)</a></p>", True)],
)  # fmt: skip
def test_links_between_paragraphs(read_text, link, kept):
    told = words(read_text(html_page(FIRST).replace(f"<p>{SECOND}</p>", f"{link}<p>{SECOND}</p><p>{THIRD}</p>")))
    assert ("giếng cho dân" in told or "kh-12.pdf" in told) is kept


@pytest.mark.parametrize(
    ("date", "moment"),
    [("8:25' 5/11/2019", "2019-11-05 01:25"), ("Thứ 3, 05/11/2019 | 08:25 GMT+7", "2019-11-05 01:25")],
)
@pytest.mark.parametrize("page", [text_page, html_page])
def test_dates_of_old_sites(page, read_text, date, moment):
    assert published(read_text(page(date))) == moment


def test_the_moment_behind_an_abbreviation(read_text):
    stated = "<span>Người đăng: <span>Hoa Ban</span></span> <span>vào lúc <abbr class='published' title='2014-12-22T08:15:00+07:00'>08:15</abbr></span>"
    reading = read_text(html_page().replace("</div></body>", f"</div><div>{stated}</div></body>"))
    assert published(reading) == "2014-12-22 01:15"
    assert words(reading).endswith(SECOND)


def test_a_lead_that_the_markup_makes_a_heading_below_a_player(read_text):
    lead = "Sau bốn năm chờ đợi, nước sạch đã chảy về tận từng sân nhà của xóm Đồng."
    html = f"<h1>{TITLE}</h1><div><audio src='a.mp3'></audio></div><h2 class='detail-sapo'>{lead}</h2><p>{FIRST}</p><p>{SECOND}</p>"
    reading = read_text(f"<html><body>{html}</body></html>", "trang.html")
    assert ["".join(run.text for run in found.value) for found in reading.sapo] == [lead]


@pytest.mark.parametrize("cell", ["<td align='right'><b>Lò Thị Bích</b></td>", "<td>Lò Thị Bích</td>"])
def test_a_row_below_a_text_with_a_picture_is_no_caption(read_text, cell):
    text = f"<p>{FIRST}</p><p><img src='nuoc.jpg'></p><p>{SECOND}</p>"
    html = f"<h1>{TITLE}</h1><table><tr><td>{text}</td></tr><tr>{cell}</tr></table>"
    reading = read_text(f"<html><body>{html}</body></html>", "trang.html")
    assert reading.bylines.author.value == "Lò Thị Bích"
    assert [photo.caption for photo in reading.photos] == [""]


@pytest.mark.parametrize("heading", ["Các thông báo khác", "Tài liệu liên quan", "Video khác"])
def test_lists_of_other_things_end_the_text(read_text, heading):
    assert words(read_text(text_page(tail=f"{heading}\n\nĐường hoa xóm Hạ\n\nHọp chợ phiên"))).endswith(SECOND)


def test_the_address_of_a_page_is_no_section(read_text):
    reading = read_text(
        f"<html><body><p><a href='http://vi-du.example/1'>http://vi-du.example/1</a></p>{html_page()}</body></html>",
        "a.html",
    )
    assert first_names(reading) == []
    assert "http" not in words(reading)
