"""Heads, rows of links and lines between paragraphs as sites nobody has seen may have them."""

import pytest

from tests.news.importers.test_more_rules import first_names, value, words
from tests.news.importers.test_rules import FIRST, SECOND, TITLE, html_page, text_page

BOTH = pytest.mark.parametrize("page", [text_page, html_page])


@BOTH
@pytest.mark.parametrize(
    ("line", "poster"),
    [("Đăng lúc: Thứ ba - 14/11/2017 15:27 - Người đăng bài viết: Lò Thị Bích", "Lò Thị Bích"),
     ("Người đăng tin: Lò Thị Bích - 14/11/2017", "Lò Thị Bích"),
     ("Gửi bởi Quản trị vào 25/7/2006, 08:45 (318 lần đọc)", "Quản trị"),
     ("Đăng bởi Ban quản trị lúc 14/11/2017", "Ban quản trị")],
)  # fmt: skip
def test_who_posted(page, read_text, line, poster):
    reading = read_text(page(line))
    assert value(reading.bylines.poster) == poster
    assert reading.published is not None


@pytest.mark.parametrize(
    "menu", [("Trang chủ", "Kinh tế", "Bạn đọc"), ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản")]
)
def test_a_section_apart_from_the_menu_above(read_text, menu):
    lines = "\n".join(menu)
    assert first_names(read_text(f"{lines}\n\nXây dựng Đảng\n\n{text_page()}")) == ["Xây dựng Đảng"]
    spread = "\n\n".join(menu)
    assert first_names(read_text(f"{spread}\n\nXây dựng Đảng\n\n{text_page()}")) == []


@pytest.mark.parametrize(
    "row",
    ["<a href='/1'>Tin tức</a> · <a href='/2'>Tải tệp</a>", "[ <a href='/1'>Trở lại xóm</a> | <a href='/2'>Trang in</a> ]",
     "<a href='/1'>Lịch gặt</a> | <a href='/2'>Giá lúa</a> | <a href='/3'>Mưa nắng</a>"],
)  # fmt: skip
@pytest.mark.parametrize("above", [True, False])
def test_rows_of_short_links_are_no_text(read_text, row, above):
    page = html_page()
    html = page.replace("<h1>", f"<p>{row}</p><h1>") if above else page.replace("</body>", f"<p>{row}</p></body>")
    reading = read_text(html)
    assert words(reading).endswith(SECOND)
    assert reading.kicker is None


@pytest.mark.parametrize("row", ["<a href='/1'>mau-1.doc</a> | <a href='/2'>mau-2.doc</a>"])
def test_rows_of_files_stay(read_text, row):
    assert "mau-1.doc" in words(read_text(html_page(row)))


@pytest.mark.parametrize(
    "line",
    ["Đồng chí Bí thư Đảng uỷ xã chủ trì cuộc họp tại nhà văn hoá xóm.", "Bà con tham gia hiến đất làm đường vào trạm bơm.",
     "Các đại biểu thống nhất thu mỗi hộ một ngày công trong tháng."],
)  # fmt: skip
def test_sentences_that_tell_stay_in_the_text(read_text, line):
    reading = read_text(f"{TITLE}\n{FIRST}\n{SECOND}\n{line}\n{FIRST.replace('Sáng', 'Chiều')}")
    assert line in words(reading)
    assert reading.photos == []
