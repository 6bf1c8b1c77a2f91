"""Ends of articles, rows of tools and first lines as sites nobody has seen may have them."""

import pytest

from tests.news.importers.test_more_rules import value, words
from tests.news.importers.test_rules import FIRST, SECOND, TITLE, html_page, text_page

BOTH = pytest.mark.parametrize("page", [text_page, html_page])


@BOTH
@pytest.mark.parametrize("line", ["Ý kiến bình luận (0)", "Ý kiến bạn đọc (12)", "Phản hồi bài viết: 3"])
def test_comments_counted(page, read_text, line):
    reading = read_text(page(tail=f"Hà Vy\n\n{line}" if page is text_page else f"Hà Vy</p><p>{line}"))
    assert words(reading).endswith(SECOND)
    assert value(reading.bylines.author) == "Hà Vy"


@pytest.mark.parametrize("tools", ["|   In   |   Lưu tệp   |   Chia sẻ", "[ In ] [ Đọc to ]"])
def test_tools_beside_a_date_need_not_all_be_known(read_text, tools):
    head = f"Đi tới nội dung bài\nTrang chủ > Tin tức > Nước sạch\n{TITLE}\nThứ sáu - 06/10/2023 15:10   {tools}"
    reading = read_text(f"{head}\n{FIRST}\n{SECOND}")
    assert reading.title.value == TITLE
    assert f"{reading.published.value.moment:%Y-%m-%d %H:%M}" == "2023-10-06 08:10"
    assert "Đi tới" not in words(reading)


@pytest.mark.parametrize("path", ["Trang chủ > Tin tức > Nước sạch", "Trang nhất » Nước sạch"])
def test_a_title_stands_below_the_path_of_pages(read_text, path):
    assert read_text(f"Nhảy tới phần nội dung chính\n{path}\n{TITLE}\n\n{FIRST}\n\n{SECOND}").title.value == TITLE


@pytest.mark.parametrize("between", [".", ". ."])
def test_a_caption_below_a_row_of_dots(read_text, between):
    line = "Bà Lò Thị Bích tặng quà cho nhà trẻ của xóm."
    reading = read_text(f"{TITLE}\n12/03/2018\n{between}\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert [photo.caption for photo in reading.photos] == [line]


@pytest.mark.parametrize("section", ["Phóng sự - Ghi chép", "Hoạt động cơ sở"])
def test_a_section_above_a_title_without_a_date(read_text, section):
    lines = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND))
    html = (
        f"<html><body><font size=2><b>{section}</b></font><br><font size=4><b>{TITLE}</b></font>{lines}</body></html>"
    )
    for reading in (read_text(html, "trang.html"), read_text(f"{section}\n{TITLE}\n\n{FIRST}\n\n{SECOND}")):
        assert reading.title.value == TITLE
        assert reading.kicker.value == section


@pytest.mark.parametrize(
    "foot",
    ["This entry was posted in <a href='/n'>Nông thôn</a> and tagged <a href='/1'>nước sạch</a>, <a href='/2'>xóm Đồng</a>.",
     "Bài viết này được đăng trong <a href='/n'>Nông thôn</a> và được gắn thẻ <a href='/1'>nước sạch</a>, <a href='/2'>xóm Đồng</a>."],
)  # fmt: skip
def test_a_sentence_of_section_and_tags(read_text, foot):
    reading = read_text(html_page().replace("</body>", f"<div class='cuoi-bai'>{foot}</div></body>"))
    assert reading.bylines.tags == ("nước sạch", "xóm Đồng")
    assert "Nông thôn" in [found.value for found in reading.sections]
    assert words(reading).endswith(SECOND)


@pytest.mark.parametrize(
    ("alt", "kept"), [("gieng-moi", ""), ("gieng moi", ""), ("Giếng mới của xóm", "Giếng mới của xóm")]
)
def test_the_name_of_a_file_is_no_description(read_text, alt, kept):
    picture = f"<p><img src='/anh/2020/gieng-moi.jpg?w=600' alt='{alt}'></p>"
    reading = read_text(html_page(FIRST).replace(f"<p>{SECOND}</p>", f"{picture}<p>{SECOND}</p>"))
    assert [photo.alt for photo in reading.photos] == [kept]


@pytest.mark.parametrize("name", ["createby", "nguoi-dang"])
def test_who_posted_did_not_write(read_text, name):
    head = f"<div><span class='ngay'>18/04/2013</span><span class='{name}'>Lò Thị Bích</span></div>"
    reading = read_text(html_page(tail="<b>H’Lan</b>").replace("</h1>", f"</h1>{head}"))
    assert (value(reading.bylines.poster), value(reading.bylines.author)) == ("Lò Thị Bích", "H’Lan")


@pytest.mark.parametrize("office", ["Phó Bí thư Đảng uỷ xã Đồng Nước", "Trung tâm Bồi dưỡng chính trị huyện"])
@pytest.mark.parametrize("name", ["ThS. Lò Thị Bích", "LÒ THỊ BÍCH"])
def test_a_name_above_an_office_signs(read_text, name, office):
    for reading in (
        read_text(text_page(tail=f"{name}\n{office}")),
        read_text(html_page(tail=f"<b>{name}</b><br>{office}")),
    ):
        assert value(reading.bylines.author) == name
        assert words(reading).endswith(SECOND)
