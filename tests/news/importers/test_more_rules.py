"""Single rules of head, foot and body, each on at least two shapes of page."""

import pytest

from news.importers.structure import Heading, Quote, shape
from tests.news.importers.test_rules import FIRST, SECOND, TITLE, html_page, text_page

THIRD = (
    "Ba tháng sau, vòi nước đầu tiên chảy ở sân nhà văn hoá, bà con mang can đến hứng và ở lại xem họp chi bộ tháng ấy."
)


def words(reading) -> str:
    told = [*(found.value for found in reading.sapo), *(block.runs for block in reading.body)]
    return "\n".join("".join(run.text for run in runs) for runs in told)


def value(found):
    return found.value if found else None


def first_names(reading) -> list[str]:
    return [found.value for found in reading.sections[:1]]


@pytest.mark.parametrize(
    "row",
    ["[ In ]   [ Gửi bạn bè ]   [ Về trang trước ]", "Xem cỡ chữ: A- A A+", "Gửi cho bạn bè  In trang", "Chia sẻ | Facebook | Zalo | Lưu bài",
     "Bình luận (0)", "Bạn cần phải đăng nhập để gửi bình luận"],
)  # fmt: skip
@pytest.mark.parametrize("page", [text_page, html_page])
def test_rows_of_tools_are_left_out(page, read_text, row):
    reading = read_text(page(tail=row))
    assert words(reading).endswith(SECOND)
    assert reading.bylines.author is None


def test_a_sentence_made_of_such_words_stays(read_text):
    assert "Chia sẻ và in ra." in words(read_text(text_page("Chia sẻ và in ra.")))


@pytest.mark.parametrize("name", ["margin-bottom-lg", "m-bottom", "border-footer", "p-header-2"])
def test_names_of_distances_say_nothing_of_a_part(read_text, name):
    html = html_page().replace("<div class='info'>", f"<div class='info {name}'>")
    assert words(read_text(html)).endswith(SECOND)


@pytest.mark.parametrize(
    ("line", "poster", "author", "moment"),
    [
        ("Gửi bởi bientap vào T5, 07/03/2013 - 14:22", "bientap", None, "2013-03-07 07:22"),
        ("Viết bởi Lương Bích Hằng | Được đăng: 03 Tháng 11 2016 08:15", None, "Lương Bích Hằng", "2016-11-03 01:15"),
        ("Posted on 5 Tháng Sáu, 2021 by admin in Tin thôn", "admin", None, "2021-06-04 17:00"),
        ("Đăng ngày: 17-09-2019, 09h30 | Bởi: Hoa Ban", None, "Hoa Ban", "2019-09-17 02:30"),
    ],
)
@pytest.mark.parametrize("page", [text_page, html_page])
def test_lines_of_who_and_when_without_colons(page, read_text, line, poster, author, moment):
    reading = read_text(page(line))
    assert (value(reading.bylines.poster), value(reading.bylines.author)) == (poster, author)
    assert f"{reading.published.value.moment:%Y-%m-%d %H:%M}" == moment
    assert reading.title.value == TITLE


def test_prose_that_names_a_writer_is_no_byline(read_text):
    prose = (
        "Được viết bởi Nguyễn Du, những câu thơ ấy đến nay người xóm Đồng vẫn ngâm trong các buổi họp cuối năm của xóm."
    )
    reading = read_text(text_page(tail=prose))
    assert reading.bylines.poster is None
    assert words(reading).endswith(prose)


@pytest.mark.parametrize(
    "markup",
    ["<div class='tags'><span>Từ khoá:</span><a href='/1'>nước sạch</a><a href='/2'>xóm Đồng</a></div>",
     "<div>Từ khoá: <a href='/1'>nước sạch</a> <a href='/2'>xóm Đồng</a></div>", "<p>Tags: nước sạch, xóm Đồng</p>"],
)  # fmt: skip
def test_tags_are_one_for_each_link(read_text, markup):
    assert read_text(html_page().replace("</body>", f"{markup}</body>")).bylines.tags == ("nước sạch", "xóm Đồng")


@pytest.mark.parametrize("between", ["Bình luận (0)", "Xem thêm", "Các tin khác\n\nĐường hoa xóm Hạ"])
def test_tags_below_the_end_of_the_article(read_text, between):
    reading = read_text(text_page(tail=f"{between}\n\nTừ khoá: nước sạch, xóm Đồng"))
    assert reading.bylines.tags == ("nước sạch", "xóm Đồng")


@pytest.mark.parametrize(
    ("below", "count"),
    [("Xem thêm\n\n423 lượt đọc", 423), ("Các tin khác\n\nĐường hoa xóm Hạ\n\n423 lượt đọc", None)],
)
def test_the_count_of_another_article_is_none_of_this(read_text, below, count):
    assert value(read_text(text_page(tail=below)).bylines.views) == count


PATHS = {
    "links": "<div class='breadcrumb'><a href='/v'>Văn hoá</a><a href='/d'>Nông thôn mới</a></div>",
    "list": "<ol class='breadcrumb'><li><a href='/'>Trang nhất</a></li><li><a href='/t'>Tin tức</a></li><li><a href='/d'>Nông thôn mới</a></li></ol>",
    "arrows": "<div><a href='/'>Trang chủ</a> &gt; <a href='/d'>Nông thôn mới</a></div>",
    "name above": "<span class='cat'>Nông thôn mới</span>",
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_the_last_step_of_a_path_is_the_section(read_text, path):
    assert first_names(read_text(html_page().replace("<h1>", f"{path}<h1>"))) == ["Nông thôn mới"]


@pytest.mark.parametrize(
    ("menu", "section"),
    [
        (("Trang chủ", "Tin tức", "Văn bản", "Liên hệ", "Tin nông thôn mới"), ["Tin nông thôn mới"]),
        (("Trang chủ", "Chính trị", "Kinh tế", "Media", "Kinh tế", "Tin nông thôn mới"), ["Tin nông thôn mới"]),
        (("Trang chủ", "Chính trị", "Kinh tế", "Media", "Tin nông thôn mới"), []),
    ],
    ids=["after the end of a menu", "after an entry said twice", "within a menu"],
)
def test_the_section_named_below_a_menu(read_text, menu, section):
    lines = "\n".join((*menu, TITLE))
    assert first_names(read_text(f"{lines}\n\n{FIRST}\n\n{SECOND}")) == section


@pytest.mark.parametrize(
    ("first", "second"),
    [("HỘI NGHỊ SƠ KẾT CÔNG TÁC NƯỚC SẠCH", "VỀ VIỆC GIAO CHO CHI BỘ XÓM ĐỒNG"), ("SƠ KẾT PHONG TRÀO NƯỚC SẠCH CỦA", "CHI BỘ XÓM ĐỒNG HẠ")],
)  # fmt: skip
def test_a_title_in_two_lines(read_text, first, second):
    title = f"{first} {second}"
    assert read_text(f"{first}\n{second}\n12/03/2018\n\n{FIRST}\n\n{SECOND}").title.value == title
    html = f"<p align='center'><b>{first}</b></p><p align='center'><b>{second}</b></p><p>{FIRST}</p><p>{SECOND}</p>"
    assert read_text(f"<html><body>{html}</body></html>", "trang.html").title.value == title


def test_a_section_above_a_title_is_no_part_of_it(read_text):
    reading = read_text(f"TIN NÔNG THÔN MỚI\n{TITLE.upper()}\n12/03/2018\n\n{FIRST}\n\n{SECOND}")
    assert reading.title.value == TITLE.upper()
    assert reading.kicker.value == "TIN NÔNG THÔN MỚI"


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ("Ông Lò Văn Pản đi lấy mẫu nước ở giếng đầu xóm Đồng\nẢnh: Hà Vy", "Ông Lò Văn Pản đi lấy mẫu nước ở giếng đầu xóm Đồng", "Hà Vy"),
        ("Mẻ nước đầu tiên chảy về tới sân nhà văn hoá.\n(Ảnh: Hà Vy)", "Mẻ nước đầu tiên chảy về tới sân nhà văn hoá.", "Hà Vy"),
        ("Ông Lò Văn Pản (bên trái) bên giếng nước mới.", "Ông Lò Văn Pản (bên trái) bên giếng nước mới.", ""),
        ("Lãnh đạo xã cắt băng khánh thành trạm nước", "Lãnh đạo xã cắt băng khánh thành trạm nước", ""),
    ],
)  # fmt: skip
def test_captions_in_saved_text(read_text, lines, caption, credit):
    reading = read_text(text_page().replace(SECOND, f"{lines}\n\n{SECOND}"))
    assert [(photo.caption, photo.credit) for photo in reading.photos] == [(caption, credit)]
    assert "Ông Lò" not in words(reading)


SAID = "“Nước về, người già trong xóm như trẻ lại mấy tuổi.”"


def quotes(reading) -> list[tuple[str, str]]:
    nodes = shape(reading.body, styled=reading.page.styled)
    told = [node for node in nodes if isinstance(node, Quote)]
    return [("".join(run.text for line in node.lines for run in line), node.attribution) for node in told]


@pytest.mark.parametrize(
    ("markup", "by"),
    [
        (f"<blockquote><p>{SAID}</p></blockquote>", ""),
        (f"<div class='article-quote'><p>{SAID}</p><p class='author'>Bà Lò Thị Bích</p></div>", "Bà Lò Thị Bích"),
        (f"<blockquote>{SAID}<footer>— Bà Lò Thị Bích</footer></blockquote>", "Bà Lò Thị Bích"),
    ],
)
def test_quotes_of_a_page(read_text, markup, by):
    reading = read_text(html_page(FIRST).replace(f"<p>{SECOND}</p>", f"{markup}<p>{SECOND}</p>"))
    assert quotes(reading) == [(SAID, by)]
    assert reading.bylines.author is None


def test_a_quote_of_saved_text(read_text):
    assert quotes(read_text(text_page().replace(SECOND, f"> {SAID}\n\n{SECOND}"))) == [(SAID, "")]


@pytest.mark.parametrize(
    "markup", [f"<blockquote>{{}}<p>{SAID}</p></blockquote>", f"{{}}<blockquote dir='ltr' style='margin-right: 0px'>{SAID}</blockquote>"]
)  # fmt: skip
def test_indented_text_quotes_nobody(read_text, markup):
    text = markup.format("".join(f"<p>{line}</p>" for line in (FIRST, SECOND, THIRD)))
    assert quotes(read_text(f"<html><body><h1>{TITLE}</h1>{text}</body></html>", "trang.html")) == []


@pytest.mark.parametrize("page", [text_page, html_page])
def test_a_section_named_below_the_text_is_left_out(page, read_text):
    head = "Trang chủ > Nông thôn mới"
    written = page(tail="Nông thôn mới")
    with_path = (
        f"{head}\n\n{written}"
        if page is text_page
        else written.replace("<h1>", f"<div>{head.replace('>', '&gt;')}</div><h1>")
    )
    assert words(read_text(with_path)).endswith(SECOND)


@pytest.mark.parametrize("name", ["tomtat", "sapo", "lead"])
def test_a_lead_in_a_line_of_its_own_inside_a_cell(read_text, name):
    html = f"<table><tr><td><span class='tieude'>{TITLE}</span><br><span class='{name}'>{FIRST}</span><br><br>{SECOND}<br><br>{THIRD}</td></tr></table>"
    reading = read_text(f"<html><body>{html}</body></html>", "trang.html")
    assert ["".join(run.text for run in found.value) for found in reading.sapo] == [FIRST]


@pytest.mark.parametrize("asked", ["PV: Thưa ông, nước về bản từ khi nào?", "Phóng viên: Ai giữ chìa khoá trạm nước?"])
def test_a_question_of_an_interview_is_no_heading(read_text, asked):
    reading = read_text(text_page().replace(SECOND, f"{asked}\n\n{SECOND}"))
    assert not any(isinstance(node, Heading) for node in shape(reading.body, styled=False))
