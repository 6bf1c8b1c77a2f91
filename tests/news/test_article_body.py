"""Every block of a body is shown, and what was typed stays text."""

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks import StructBlockValidationError
from wagtail.rich_text import RichText

from portal.blocks import ArticleBody
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory
from tests.reading import read

TYPED = "<b onclick=alert(1)>Đảng uỷ & chi bộ</b>"
PLAIN_TABLE = {
    "data": [["Chi bộ", "Đảng viên"], ["Đồng Tiến", "45"], [TYPED, "12"]],
    "first_row_is_table_header": True,
    "first_col_is_header": True,
    "table_caption": "Đảng viên của các chi bộ",
    "table_header_choice": "both",
}


@pytest.fixture
def shown(visitor, article):
    """The body of the article's page, once it consists of ``blocks``."""

    def show(*blocks):
        article.body = list(blocks)
        article.save()
        return read(visitor, article.get_url())

    return show


def picture(**values):
    return {
        "image": PortalImageFactory(title="IMG_7"),
        "alt_text": "Đảng viên giơ tay biểu quyết",
        "decorative": False,
        "caption": "Buổi sinh hoạt tháng 9",
        "credit": "Minh Hà",
        **values,
    }


def file(name: str, title: str = "Nghị quyết chuyên đề"):
    return PortalFileFactory(title=title, file=ContentFile(b"0123456789" * 300, name=name))


def test_headings_lists_and_emphasis_of_running_text(shown):
    page = shown(
        ("paragraph", RichText("<h2>Một việc làm hay</h2><ul><li>Hiến đất</li></ul><p>Rất <b>đáng quý</b>.</p>"))
    )
    assert page.text(".article__body h2") == "Một việc làm hay"
    assert page.texts(".article__body li") == ["Hiến đất"]
    assert page.texts(".article__body b, .article__body strong") == ["đáng quý"]


def test_picture_in_the_text(shown):
    page = shown(("image", picture()))
    assert page.one(".article__body img")["alt"] == "Đảng viên giơ tay biểu quyết"
    assert page.one(".article__body img")["loading"] == "lazy"
    assert page.text(".article__body figcaption") == "Buổi sinh hoạt tháng 9. Ảnh: Minh Hà"


def test_decorative_picture_is_silent(shown):
    page = shown(("image", picture(decorative=True, caption="", credit="")))
    assert page.one(".article__body img")["alt"] == ""
    assert page.all(".article__body figcaption") == []


def test_gallery_shows_each_picture_with_its_own_words(shown):
    page = shown(
        ("gallery", {"title": "Một số hình ảnh", "items": [picture(), picture(alt_text="Lễ chào cờ", caption="")]})
    )
    assert "Một số hình ảnh" in page.text(".article__body")
    assert [img["alt"] for img in page.all(".article__body img")] == ["Đảng viên giơ tay biểu quyết", "Lễ chào cờ"]
    assert page.texts(".article__body figcaption") == ["Buổi sinh hoạt tháng 9. Ảnh: Minh Hà", "Ảnh: Minh Hà"]


def test_decorative_picture_of_a_gallery_is_silent_too(shown):
    page = shown(("gallery", {"title": "", "items": [picture(decorative=True), picture()]}))
    assert [img["alt"] for img in page.all(".article__body img")] == ["", "Đảng viên giơ tay biểu quyết"]


def test_quotation_names_who_said_it(shown):
    page = shown(("quote", {"text": "Đảng viên đi trước.", "attribution": "Đồng chí Lê Thị Hoa, Bí thư Chi bộ"}))
    assert page.text("blockquote") == "Đảng viên đi trước."
    assert page.text("figure:has(blockquote) figcaption") == "Đồng chí Lê Thị Hoa, Bí thư Chi bộ"


def test_table_has_caption_and_headers_in_both_directions(shown):
    page = shown(("table", PLAIN_TABLE))
    assert page.text(".article__body caption") == "Đảng viên của các chi bộ"
    assert page.texts("thead th[scope=col]") == ["Chi bộ", "Đảng viên"]
    assert page.texts("tbody th[scope=row]") == ["Đồng Tiến", TYPED]
    assert page.texts("tbody td") == ["45", "12"]


def test_key_figures_say_what_they_count(shown):
    figures = [{"figure": "57,3%", "label": "buổi sinh hoạt được đánh giá tốt", "note": "theo khảo sát"}]
    text = shown(("key_figures", {"title": "Kết quả", "items": figures})).text(".article__body")
    for word in ("Kết quả", "57,3%", "buổi sinh hoạt được đánh giá tốt", "theo khảo sát"):
        assert word in text


def test_video_has_poster_captions_and_transcript(shown):
    film, captions, poster = file("hoi-nghi.mp4"), file("hoi-nghi.vtt"), PortalImageFactory()
    media = {
        "title": "Hội nghị",
        "file": film,
        "poster": poster,
        "captions": captions,
        "transcript": RichText("<p>Kính thưa…</p>"),
    }
    page = shown(("media", media))
    video = page.one(".article__body video")
    assert video["poster"].endswith(".jpeg")
    assert video.has_attr("controls")
    assert not video.has_attr("autoplay")
    assert page.one("video source")["src"] == film.url
    assert (page.one("video track")["src"], page.one("video track")["srclang"]) == (captions.url, "vi")
    assert "Kính thưa…" in page.text("details.media__transcript")


def test_sound_is_played_as_sound(shown):
    voice = file("phat-thanh.mp3")
    media = {
        "title": "Bản tin",
        "file": voice,
        "poster": None,
        "captions": None,
        "transcript": RichText("<p>Lời đọc</p>"),
    }
    page = shown(("media", media))
    assert page.one(".article__body audio")["src"] == voice.url
    assert page.all("video") == []


def test_attachment_tells_kind_and_size(shown):
    paper = file("nghi-quyet.pdf")
    page = shown(("attachment", {"title": "", "file": paper}))
    assert page.links(".article__body a") == [paper.url]
    text = page.text(".article__body")
    assert "Nghị quyết chuyên đề" in text
    assert "PDF" in text
    assert "2,9 KB" in text
    assert "Tải về" in text


def test_box_stands_apart(shown):
    page = shown(("box", {"title": "Bối cảnh", "text": RichText("<p>Chi bộ thành lập tháng 2/2020.</p>")}))
    assert page.text(".article__body aside") == "Bối cảnh Chi bộ thành lập tháng 2/2020."


def test_related_link_takes_the_title_of_its_page(shown, news_section):
    other = ArticleFactory(parent=news_section, title="Xã về đích nông thôn mới")
    page = shown(("related_link", {"page": other, "url": "", "text": ""}))
    assert page.texts(".article__body a") == ["Xã về đích nông thôn mới"]
    assert page.links(".article__body a") == [other.get_url()]


def test_related_link_to_a_page_that_is_gone_renders_nothing(shown, news_section):
    draft = ArticleFactory(parent=news_section, title="Chưa đăng", live=False)
    assert "Chưa đăng" not in shown(("related_link", {"page": draft, "url": "", "text": "Chưa đăng"})).html


def test_related_link_elsewhere(shown):
    page = shown(("related_link", {"page": None, "url": "https://dangcongsan.vn/", "text": "Báo Đảng"}))
    assert page.links(".article__body a") == ["https://dangcongsan.vn/"]


@pytest.mark.parametrize(
    "block",
    [
        ("quote", {"text": TYPED, "attribution": TYPED}),
        ("key_figures", {"title": TYPED, "items": [{"figure": TYPED, "label": TYPED, "note": TYPED}]}),
        ("box", {"title": TYPED, "text": RichText("<p>Chữ</p>")}),
        ("related_link", {"page": None, "url": "https://dangcongsan.vn/", "text": TYPED}),
        ("table", {**PLAIN_TABLE, "table_caption": TYPED}),
    ],
    ids=lambda block: block[0],
)
def test_typed_text_stays_text(shown, block):
    page = shown(block)
    assert page.all("[onclick]") == []
    assert TYPED in page.text(".article__body")


def test_words_of_pictures_and_files_stay_text(shown):
    page = shown(
        ("image", picture(alt_text=TYPED, caption=TYPED, credit=TYPED)),
        ("attachment", {"title": TYPED, "file": file("nghi-quyet.pdf")}),
        (
            "media",
            {"title": TYPED, "file": file("a.mp3"), "poster": None, "captions": None, "transcript": RichText("")},
        ),
    )
    assert page.all("[onclick]") == []
    assert page.all(".article__body img")[0]["alt"] == TYPED


def test_every_block_has_a_test_here():
    """A new block shows up here until someone has looked at how readers see it."""
    assert set(ArticleBody().child_blocks) == {
        *("paragraph", "image", "gallery", "quote", "table", "key_figures"),
        *("media", "attachment", "box", "related_link"),
    }


def refusal_of(name: str, value: dict) -> dict:
    block = ArticleBody().child_blocks[name]
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.normalize(value))
    return {field: error.message for field, error in refused.value.block_errors.items()}


@pytest.mark.django_db
def test_a_picture_without_alternative_text_is_refused_unless_decorative():
    assert "Hãy tả ảnh" in refusal_of("image", picture(alt_text=" "))["alt_text"]
    block = ArticleBody().child_blocks["image"]
    assert block.clean(block.normalize(picture(alt_text="", decorative=True)))["decorative"]


@pytest.mark.django_db
def test_media_needs_a_playable_file_and_words_for_the_deaf():
    paper = {"title": "Hội nghị", "file": file("a.pdf"), "poster": None, "captions": file("b.txt"), "transcript": ""}
    refused = refusal_of("media", paper)
    assert "MP4" in refused["file"]
    assert ".vtt" in refused["captions"]
    silent = {**paper, "file": file("a.mp4"), "captions": None}
    assert set(refusal_of("media", silent)) == {"transcript"}


@pytest.mark.django_db
def test_a_related_link_has_one_target(news_section):
    both = {"page": news_section, "url": "https://dangcongsan.vn/", "text": "Báo"}
    assert set(refusal_of("related_link", both)) == {"page"}
    assert set(refusal_of("related_link", {"page": None, "url": "", "text": ""})) == {"page"}
    assert set(refusal_of("related_link", {"page": None, "url": "https://dangcongsan.vn/", "text": " "})) == {"text"}
