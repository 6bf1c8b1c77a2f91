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


@BOTH
@pytest.mark.parametrize("asked", ["Phóng viên: Thưa bà, nước về xóm từ khi nào?", "Phóng viên: Trân trọng cảm ơn bà!"])
def test_a_question_names_no_author(page, read_text, asked):
    for reading in (read_text(page(tail=asked)), read_text(page(tail=f"{asked}\n\n{FIRST.replace('Sáng', 'Chiều')}"))):
        assert reading.bylines.author is None
        assert asked in words(reading)


@pytest.mark.parametrize("tools", ["Gửi bài này In bài này", "[In tin] [Gửi bạn bè]", "| A- A A+"])
@pytest.mark.parametrize("menu", [("Trang chủ", "Giới thiệu", "Nước sạch", "Liên hệ")])
def test_a_date_beside_tools_is_the_dateline(read_text, tools, menu):
    lines = "\n".join(menu)
    reading = read_text(f"{lines}\n\nNước sạch\n\n{TITLE}\n\n15/09/2022 09:05' {tools}\n\n{FIRST}\n\n{SECOND}")
    assert reading.title.value == TITLE
    assert reading.kicker.value == "Nước sạch"
    assert f"{reading.published.value.moment:%Y-%m-%d %H:%M}" == "2022-09-15 02:05"
    assert "In " not in words(reading)


@pytest.mark.parametrize(
    "line",
    ["Đồng chí Lò Văn Pản, Bí thư Chi bộ xóm Đồng", "Bà Lò Thị Bích - Trưởng ban Công tác Mặt trận xóm", "Quang cảnh cuộc họp",
     "Toàn cảnh hội nghị"],
)  # fmt: skip
def test_portraits_and_views_without_a_verb(read_text, line):
    reading = read_text(text_page().replace(SECOND, f"{line}\n\n{SECOND}"))
    assert [photo.caption for photo in reading.photos] == [line]
    assert line not in words(reading)


def test_a_list_of_people_stays_in_the_text(read_text):
    people = "Đồng chí Lò Văn Pản, Bí thư Chi bộ\n\nĐồng chí Hà Vy, Phó Bí thư Chi bộ"
    reading = read_text(text_page().replace(SECOND, f"{people}\n\n{SECOND}"))
    assert "Lò Văn Pản" in words(reading)
    assert "Hà Vy" in words(reading)


@pytest.mark.parametrize("clock", ["Hôm nay: Thứ Ba, ngày 05 tháng 07 năm 2016", "Bây giờ là 10:15 ngày 05/07/2016"])
def test_a_clock_is_no_kicker(read_text, clock):
    reading = read_text(f"Cổng thông tin điện tử xã Đồng Nước\n{clock}\n{text_page('Ngày đăng: 01/07/2016 08:20')}")
    assert reading.kicker is None


@pytest.mark.parametrize("name", ["article-tools", "post_meta_tools", "detail-toolbar"])
def test_the_row_of_tools_of_an_article_may_hold_its_date(read_text, name):
    head = (
        f"<div class='{name}'><div class='meta'><span class='createdate'>Thứ năm, 18 Tháng 4 2013 07:55</span>"
        "<span class='createby'>Lò Thị Bích</span></div><span><a href='#'>Email</a></span><span><a href='#'>In</a></span></div>"
    )
    foot = "<span class='modifydate'>Lần cập nhật cuối ( Thứ bảy, 20 Tháng 4 2013 09:10 )</span>"
    html = html_page().replace("</h1>", f"</h1>{head}").replace("</body>", f"{foot}</body>")
    reading = read_text(html)
    assert f"{reading.published.value.moment:%Y-%m-%d %H:%M}" == "2013-04-18 00:55"
    assert f"{reading.updated.value.moment:%Y-%m-%d %H:%M}" == "2013-04-20 02:10"
    assert value(reading.bylines.poster) == "Lò Thị Bích"
    assert words(reading).endswith(SECOND)


@pytest.mark.parametrize("icon", ["<i class='fa fa-eye'></i>", "<span class='icon-eye'></span>"])
@pytest.mark.parametrize(
    ("beside", "count"), [(" 1.530", 1530), ("<b>1.530</b>", 1530), (" 1.530 lượt xem", 1530), (" Nước sạch", None)]
)
def test_the_number_beside_the_drawing_of_an_eye(read_text, icon, beside, count):
    reading = read_text(html_page().replace("</h1>", f"</h1><p>21/02/2020 - 08:00 {icon}{beside}</p>"))
    assert value(reading.bylines.views) == count
    assert f"{reading.published.value.moment:%Y-%m-%d %H:%M}" == "2020-02-21 01:00"
