"""Parts of sites that stand beside and inside an article, each in at least two forms."""

import pytest

from news.importers.reading import read_article
from tests.news.importers.test_more_rules import first_names, value, words
from tests.news.importers.test_rules import FIRST, SECOND, TITLE, html_page, text_page


@pytest.mark.parametrize("line", ["0:00/3:41", "Giọng nữ miền Nam", "0 lượt đánh giá", "12 chia sẻ"])
@pytest.mark.parametrize("page", [text_page, html_page])
def test_players_and_ratings_are_left_out(page, read_text, line):
    above, below = read_text(page(line)), read_text(page(tail=line))
    assert line not in words(above)
    assert words(below).endswith(SECOND)


@pytest.mark.parametrize(
    ("menu", "section"),
    [(("Giới thiệu", "Tin tức", "Nước sạch", "Trang chủ", "Tin tức", "Nước sạch"), ["Nước sạch"]),
     (("Giới thiệu", "Tin tức", "Nước sạch", "Trang chủ", "Liên hệ", "Đường làng"), [])],
)  # fmt: skip
def test_a_path_in_lines_below_a_menu(read_text, menu, section):
    lines = "\n".join((*menu, TITLE))
    assert first_names(read_text(f"{lines}\n\n{FIRST}\n\n{SECOND}")) == section


@pytest.mark.parametrize("name", ["title_cat", "news-category-title", "cate"])
@pytest.mark.parametrize("tag", ["div", "li"])
def test_the_one_link_of_a_section_above_the_title(read_text, name, tag):
    links = "".join(f"<li><a href='/{number}'>Kế hoạch số {number} của huyện</a></li>" for number in range(3))
    head = f"<ul>{links}</ul><ul><{tag} class='{name}'><a href='/n'>Nước sạch</a></{tag}></ul>"
    assert first_names(read_text(html_page().replace("<h1>", f"{head}<h1>"))) == ["Nước sạch"]


@pytest.mark.parametrize(
    ("line", "caption"),
    [("Tổ dân vận hướng dẫn bà con dùng vòi nước.", True), ("Tổ dân vận đã hướng dẫn bà con dùng vòi nước.", False),
     ("Bà con tham quan trạm bơm đầu xóm.", True)],
)  # fmt: skip
def test_sentences_between_paragraphs_that_only_show(read_text, line, caption):
    reading = read_text(f"{TITLE}\n{FIRST}\n{SECOND}\n{line}\n{FIRST.replace('Sáng', 'Chiều')}")
    assert [photo.caption for photo in reading.photos] == ([line] if caption else [])


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_text_saved_twice_in_the_wrong_encoding(tmp_path, codec):
    page = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in (FIRST, SECOND))
    twice = "".join(
        bytes([byte]).decode(codec, errors="ignore") or chr(byte)
        for byte in f"<html><body>{page}</body></html>".encode()
    )
    assert read_article(tmp_path / "trang.html", twice.encode()).title.value == TITLE


def test_the_foot_of_an_article_holds_its_tags(read_text):
    foot = "<footer><ul class='td-tags'><li><span>TỪ KHOÁ</span></li><li><a href='/1'>nước sạch</a></li><li><a href='/2'>xóm Đồng</a></li></ul></footer>"
    html = html_page().replace("<h1>", "<article><h1>").replace("</body>", f"{foot}</article></body>")
    assert read_text(html).bylines.tags == ("nước sạch", "xóm Đồng")
    outside = html_page().replace("</body>", "<footer><p>Ai cũng có thể dùng lại bài này của xóm.</p></footer></body>")
    assert words(read_text(outside)).endswith(SECOND)


def test_a_ticker_is_no_text(read_text):
    ticker = "<marquee><font color='red'>Nhiệt liệt hưởng ứng tuần lễ nước sạch và vệ sinh môi trường của huyện, của tỉnh và của cả nước!</font></marquee>"
    reading = read_text(
        f"<html><body><table><tr><td>{ticker}</td></tr></table>{html_page()}</body></html>", "trang.html"
    )
    assert reading.title.value == TITLE
    assert "hưởng ứng" not in words(reading)


def test_the_name_of_a_site_between_signs_is_no_title(read_text):
    head = "<head><title>..:: Trang thông tin điện tử xã Đồng Nước ::..</title></head>"
    reading = read_text(f"<html>{head}<body><p>{FIRST}</p><p>{SECOND}</p></body></html>", "trang.html")
    assert reading.title is None


@pytest.mark.parametrize(
    "line", ["Bài đã được xem 2.148 lần", "Bài viết này đã có 2.148 lượt đọc", "Tin đã được đọc: 2.148 lần"]
)
@pytest.mark.parametrize("page", [text_page, html_page])
def test_how_sites_say_a_count(page, read_text, line):
    reading = read_text(page(tail=line))
    assert value(reading.bylines.views) == 2148
    assert words(reading).endswith(SECOND)


@pytest.mark.parametrize("label", ["Tệp đính kèm:", "Tài liệu kèm theo:"])
@pytest.mark.parametrize("page", [text_page, html_page])
def test_a_label_without_its_value_is_left_out(page, read_text, label):
    assert words(read_text(page(tail=label))).endswith(SECOND)


@pytest.mark.parametrize("page", [text_page, html_page])
def test_a_source_in_brackets(page, read_text):
    assert value(read_text(page(tail="(Nguồn: Báo cáo của UBND xã)")).bylines.source) == "Báo cáo của UBND xã"


@pytest.mark.parametrize("piece", ["a/", "in|", "<http://a", "*a ", "by A "])
@pytest.mark.parametrize("page", [text_page, html_page])
def test_long_rows_of_signs_do_not_hold_up_the_reading(page, read_text, piece):
    """Each word of such a row is tried as the start of a name: a row without bounds would never end."""
    assert read_text(page(tail=piece.replace("<", "&lt;") * 10_000)).title.value == TITLE
