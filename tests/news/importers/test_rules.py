"""Single rules, each on at least two shapes of page."""

import base64

import pytest
from django.core.management import call_command

from news.models import Article
from portal.models import PortalImage
from tests.factories import picture_file

FIRST = (
    "Sáng nay, chi bộ xóm Đồng họp bàn việc nước sạch, mười bốn đảng viên đều phát biểu và mang theo một ca nước giếng."
)
SECOND = (
    "Chi bộ giao ba người đi xin khảo sát, hạn cuối tháng phải có câu trả lời trước dân, ai chậm phải nói rõ lý do."
)
TITLE = "Chi bộ xóm Đồng họp bàn chuyện nước sạch cho cả xóm"


def text_page(*head: str, tail: str = "") -> str:
    return "\n\n".join((TITLE, *head, FIRST, SECOND, tail))


def html_page(*head: str, tail: str = "", meta: str = "") -> str:
    lines = "".join(f"<p>{line}</p>" for line in (*head, FIRST, SECOND, tail) if line)
    return f"<html><head>{meta}</head><body><h1>{TITLE}</h1><div class='info'>{lines}</div></body></html>"


@pytest.fixture(params=[text_page, html_page], ids=["text", "html"])
def page(request):
    return request.param


def published(reading) -> str | None:
    return f"{reading.published.value.moment:%Y-%m-%d %H:%M}" if reading.published else None


def test_published_and_updated(page, read_text):
    reading = read_text(page("Ngày đăng: 01/10/2020 07:00 | Cập nhật lúc: 14:30 - 05/10/2020"))
    assert published(reading) == "2020-10-01 00:00"
    assert f"{reading.updated.value.moment:%Y-%m-%d %H:%M}" == "2020-10-05 07:30"


def test_an_update_before_the_publication_is_none(page, read_text):
    reading = read_text(page("Ngày đăng: 05/10/2020 07:00 | Cập nhật lúc: 14:30 - 01/10/2020"))
    assert reading.updated is None


@pytest.mark.parametrize(
    "line", ["Ngày đăng: 31/02/2020", "Ngày đăng: 10:37 | 14/02", "Ngày đăng: 01/01/0001", "Ngày đăng: 05/10/2099"]
)
def test_a_date_that_is_none_stays_unknown_and_is_reported(page, read_text, line):
    reading = read_text(page(line))
    assert reading.published is None
    assert any(note.line for note in reading.notes)


@pytest.mark.parametrize(
    "clock", ["Thứ năm, 14/05/2015, 10:06:10", "Thứ Năm, ngày 14 tháng 5 năm 2015", "Hôm nay: Thứ Năm, 14/05/2015"]
)
def test_a_clock_is_no_date(read_text, clock):
    assert read_text(f"{clock}\nChào mừng các bạn đến với cổng thông tin điện tử!\n\n{text_page()}").published is None
    html = html_page().replace(
        "<body>", f"<body><div>{clock}</div><div>Chào mừng các bạn đến với cổng thông tin!</div>"
    )
    assert read_text(html, "trang.html").published is None


@pytest.mark.parametrize(
    "other", ["Nước về bản (13/08/2021)", "Nước về bản\n\n13/08/2021 08:00", "Nước về bản\n\nNgày đăng: 13/08/2021"]
)
def test_a_date_in_a_list_of_other_news_is_no_date(page, read_text, other):
    reading = read_text(
        page(tail="Các tin khác" + "\n\n" + other if page is text_page else f"Các tin khác</p><p>{other}")
    )
    assert reading.published is None


def test_the_hour_stated_for_machines_completes_the_day_shown(read_text):
    meta = '<meta property="article:published_time" content="2020-10-05T08:15:00+07:00">'
    assert published(read_text(html_page("Ngày đăng: 05/10/2020", meta=meta))) == "2020-10-05 01:15"


def test_the_date_shown_wins_over_another_one_stated(read_text):
    meta = '<meta property="article:published_time" content="2021-01-01T08:15:00+07:00">'
    reading = read_text(html_page("Ngày đăng: 05/10/2020", meta=meta))
    assert published(reading) == "2020-10-04 17:00"
    assert reading.notes


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("Bài, ảnh: Lò Thị Bích", "Lò Thị Bích", ""),
        ("Tin: Lò Thị Bích - Ảnh: Hà Vy", "Lò Thị Bích", ""),
        ("LÒ THỊ BÍCH", "LÒ THỊ BÍCH", ""),
        ("(Theo TTXVN)", "", "TTXVN"),
        ("Nguồn: Bản tin Nội bộ", "", "Bản tin Nội bộ"),
        ("Theo Lò Thị Bích/Báo Vân Sơn", "Lò Thị Bích", "Báo Vân Sơn"),
        ("Lò Thị Bích - 0901 234 567", "Lò Thị Bích", ""),
    ],
)
def test_signatures(page, read_text, line, author, source):
    bylines = read_text(page(tail=line)).bylines
    assert (bylines.author.value if bylines.author else "") == author
    assert (bylines.source.value if bylines.source else "") == source


def test_a_name_after_the_closing_sign_is_the_author(page, read_text):
    reading = read_text(page(tail=f"{SECOND[:-1]}./. Lò Thị Bích"))
    assert reading.bylines.author.value == "Lò Thị Bích"
    assert reading.body[-1].text.endswith("./.")


@pytest.mark.parametrize("opening", ["(VSO) - ", "(VSO)- ", "VSO - ", "(VSO) "])
def test_source_tags(page, read_text, opening):
    reading = read_text(page().replace(FIRST, opening + FIRST))
    assert reading.bylines.source_tag.value == "VSO"
    assert "VSO" not in "".join(block.text for block in reading.body)


def test_video_is_reported(read_text):
    notes = read_text(html_page().replace("</h1>", "</h1><video src='a.mp4'></video>")).notes
    assert any("video" in note.message for note in notes)


@pytest.mark.parametrize("line", [">> Nước về bản Nậm Cuổi", "Xem thêm: Nước về bản Nậm Cuổi"])
def test_links_to_other_articles_between_paragraphs_are_left_out(page, read_text, line):
    html = line.replace(">", "&gt;")
    reading = read_text(page().replace(SECOND, f"{line}\n\n{SECOND}") if page is text_page else html_page(FIRST, html))
    assert "Nậm Cuổi" not in "".join(block.text for block in reading.body)


@pytest.mark.django_db
def test_pictures_embedded_in_the_page(tmp_path, news_section):
    embedded = base64.b64encode(picture_file()).decode()
    broken = base64.b64encode(b"no picture").decode()
    pictures = "".join(
        f'<p><img src="data:image/jpeg;base64,{data}" alt="{alt}"></p>'
        for data, alt in ((embedded, "Ca nước giếng đặt trên bàn họp"), (broken, "Ảnh hỏng"))
    )
    page = html_page().replace(f"<p>{SECOND}</p>", f"{pictures}<p>{SECOND}</p>")
    (tmp_path / "trang.html").write_text(page)
    call_command("import_articles", str(tmp_path / "trang.html"), verbosity=0)
    (article,) = Article.objects.all()
    assert PortalImage.objects.get().description == "Ca nước giếng đặt trên bàn họp"
    assert [block.block_type for block in article.body] == ["paragraph", "image", "paragraph"]
    assert "Ảnh hỏng" in article.review_note
