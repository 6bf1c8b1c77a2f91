"""Files that are no pages: each is refused with a reason that says what to do, and quickly."""

import time
from contextlib import suppress

import pytest

from news.importers import reading
from news.importers.errors import Refused
from news.importers.reading import read_article, read_bytes

ARTICLE = (
    "<html><head><title>Trang</title></head><body><h1>Chi bộ xóm Đồng họp bàn chuyện nước sạch</h1>"
    "<p>Ngày đăng: 05/10/2020</p><p>Cuộc họp kéo dài hai giờ, mười bốn đảng viên đều phát biểu, ai cũng mang theo một ca nước "
    "giếng nhà mình để so màu.</p><p>Chi bộ giao ba người đi xin khảo sát, hạn cuối tháng phải có câu trả lời trước dân.</p>"
    "{}</body></html>"
)


def refuse(tmp_path, content: bytes, name: str = "trang.html") -> Refused:
    path = tmp_path / name
    path.write_bytes(content)
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_article(path, read_bytes(path))
    assert time.monotonic() - started < 10
    assert len(str(refused.value.reason)) > 20
    return refused.value


def test_the_article_of_these_tests_is_read(tmp_path):
    assert read_article(tmp_path / "trang.html", ARTICLE.format("").encode()).title.value.startswith("Chi bộ xóm Đồng")


def test_deep_nesting(tmp_path):
    refuse(tmp_path, ARTICLE.format("<div>" * 100_000).encode())


def test_too_many_elements(tmp_path):
    assert refuse(tmp_path, ARTICLE.format("<b>a</b>" * 200_000).encode()).line


def test_giant_attribute(tmp_path):
    assert refuse(tmp_path, ARTICLE.format(f'<p title="{"a" * 3_000_000}">x</p>').encode()).line == 1


def test_an_embedded_picture_is_no_giant_attribute(tmp_path):
    page = ARTICLE.format(f'<img src="data:image/png;base64,{"A" * 2_000_000}">')
    assert read_article(tmp_path / "trang.html", page.encode()).title is not None


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04" + b"\0" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        bytes(range(256)) * 20,
    ],
)
def test_binary_files_named_html(tmp_path, content):
    refuse(tmp_path, content)


@pytest.mark.parametrize("text", ["đ " * 1_500_000, "dòng\n" * 30_000])
def test_text_that_is_no_page(tmp_path, text):
    refuse(tmp_path, text.encode(), "trang.txt")


@pytest.mark.parametrize("line", ["Thứ năm, 14/05/2015 10:06", "a\t\t\t\tb", "Ngày đăng: 05/10/2020", "Các tin khác"])
def test_many_lines_of_one_kind_take_no_long_time(tmp_path, line):
    started = time.monotonic()
    with suppress(Refused):
        read_article(tmp_path / "trang.txt", "\n".join([line] * 8000).encode())
    assert time.monotonic() - started < 15


def test_empty_file(tmp_path):
    refuse(tmp_path, b"  \n ")


def test_huge_file(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    refuse(tmp_path, b"x" * 1001)


def test_unknown_encoding(tmp_path):
    text = (
        "Хозяйственное собрание прошло вчера вечером, все выступили и приняли решение о новом колодце для деревни. " * 5
    )
    refuse(tmp_path, text.encode("koi8-r"), "trang.txt")


def test_missing_file(tmp_path):
    with pytest.raises(Refused):
        read_bytes(tmp_path / "khong-co.txt")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><ul><li><a href=1>Trang chủ</a><li><a href=2>Tin tức</a></ul></body></html>",
        "Trang chủ\nGiới thiệu\nLiên hệ\n",
        "<html><body></body></html>",
        "<html>",
    ],
)
def test_pages_without_an_article(tmp_path, page):
    refuse(tmp_path, page.encode())


def test_a_damaged_file_is_read_and_reported(tmp_path):
    page = ARTICLE.format("").encode()[:-40].replace(b"gi\xe1\xba\xbfng", b"gi\xe1\xba\xbfng \xff\xfe", 1)
    found = read_article(tmp_path / "trang.html", page)
    assert found.title is not None
    assert len(found.notes) >= 2
