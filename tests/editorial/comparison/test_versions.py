"""Two versions of an article beside each other, as an editor reads them."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.urls import reverse

from news.models import Article
from portal.editorial.roles import CHIEF
from tests.editorial.desk.conftest import client_of, person
from tests.factories import ArticleFactory, PortalImageFactory
from tests.reading import words_of

ONE, TWO, THREE, FOUR = (f"{n}" * 8 + "-0000-4000-8000-000000000000" for n in "1234")


def paragraph(number: str, html: str) -> dict[str, Any]:
    return {"type": "paragraph", "id": number, "value": html}


@pytest.fixture
def compare(news_section, db):
    """What the comparison of two bodies says of each block, and the page itself."""
    reader = client_of(person("dao", "Lương Thị Bích Đào", CHIEF))
    article = ArticleFactory(parent=news_section, title="Chi bộ Đồng Tiến họp")

    def ask(before: list[dict[str, Any]], after: list[dict[str, Any]], **values: Any) -> Tag:
        numbers = []
        for body, more in ((before, {}), (after, values)):
            article.body = Article._meta.get_field("body").stream_block.to_python(body)
            for name, value in more.items():
                setattr(article, name, value)
            numbers.append(article.save_revision(clean=False).pk)
        response = reader.get(reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, *numbers]))
        assert response.status_code == 200
        shown = BeautifulSoup(response.content, "lxml").select_one("td.comparison")
        assert shown is not None
        return shown

    return ask


def blocks(shown: Any) -> list[str]:
    return [words_of(block) for block in shown.select(".portal-compare__what")]


def test_each_block_says_what_it_is_and_what_became_of_it(compare):
    shown = compare(
        [paragraph(ONE, "<p>Một.</p>"), paragraph(TWO, "<p>Hai hai.</p>"), paragraph(THREE, "<p>Ba.</p>")],
        [
            paragraph(ONE, "<p>Một.</p>"),
            paragraph(TWO, "<p>Hai ba.</p>"),
            {"type": "quote", "id": FOUR, "value": {"text": "Phải nêu gương", "attribution": "Lê Thị Hoa"}},
        ],
    )
    assert sorted(blocks(shown)) == ["Trích dẫn · Thêm mới", "Đoạn văn", "Đoạn văn · Đã bỏ", "Đoạn văn · Đã sửa"]
    assert "1 phần không đổi" in words_of(shown)
    assert [words_of(part) for part in shown.select("del, ins")] == ["[bỏ:] hai", "[thêm:] ba"]
    assert "Lê Thị Hoa" in words_of(shown)


def test_a_block_that_moved_says_so(compare):
    kept = [paragraph(ONE, "<p>Một.</p>"), paragraph(TWO, "<p>Hai.</p>"), paragraph(THREE, "<p>Ba.</p>")]
    shown = compare(kept, [kept[2], kept[0], kept[1]])
    assert blocks(shown)[0] == "Đoạn văn · Chuyển lên 2 vị trí"
    assert "2 phần không đổi" in words_of(shown)


def test_a_changed_caption_is_shown_with_the_pictures_name(compare):
    image = PortalImageFactory(title="Hội nghị tháng 9")
    value = {"image": image.pk, "alt_text": "Bí thư phát biểu", "decorative": False, "caption": "Cũ", "credit": ""}
    shown = compare(
        [{"type": "image", "id": ONE, "value": value}],
        [{"type": "image", "id": ONE, "value": {**value, "caption": "Mới", "decorative": True}}],
    )
    said = words_of(shown)
    assert "Hội nghị tháng 9" in said
    assert "[bỏ:] Cũ [thêm:] Mới" in said
    assert "[bỏ:] Không [thêm:] Có" in said
    assert "Bí thư phát biểu" not in said, "what stayed is left out"
    assert shown.select_one("img")


def test_another_picture_is_named(compare):
    old, new = PortalImageFactory(title="Ảnh cũ"), PortalImageFactory(title="Ảnh mới")
    value = {"alt_text": "x", "decorative": False, "caption": "", "credit": ""}
    shown = compare(
        [{"type": "image", "id": ONE, "value": {**value, "image": old.pk}}],
        [{"type": "image", "id": ONE, "value": {**value, "image": new.pk}}],
    )
    assert "[bỏ:] cũ [thêm:] mới" in words_of(shown)


def test_a_table_is_compared_row_by_row(compare):
    def table(*rows: list[str]) -> dict[str, Any]:
        return {"type": "table", "id": ONE, "value": {"data": list(rows), "first_row_is_table_header": True}}

    shown = compare(
        [table(["Chi bộ", "Đảng viên"], ["Xóm Mới", "45"])], [table(["Chi bộ", "Đảng viên"], ["Xóm Mới", "54"])]
    )
    assert "Xóm Mới | [bỏ:] 45 [thêm:] 54" in words_of(shown)


def test_a_change_of_form_alone_is_said(compare):
    shown = compare([paragraph(ONE, "<p>Một hai.</p>")], [paragraph(ONE, "<p>Một <b>hai</b>.</p>")])
    assert "Câu chữ giữ nguyên" in words_of(shown)


def test_a_list_says_which_item_was_added(compare):
    figures = [{"type": "item", "id": TWO, "value": {"figure": "57,3%", "label": "buổi tốt", "note": ""}}]
    more = [*figures, {"type": "item", "id": THREE, "value": {"figure": "52,8%", "label": "buổi đông", "note": ""}}]
    shown = compare(
        [{"type": "key_figures", "id": ONE, "value": {"title": "Số liệu", "items": figures}}],
        [{"type": "key_figures", "id": ONE, "value": {"title": "Số liệu", "items": more}}],
    )
    assert "Thêm mới" in words_of(shown)
    assert "52,8%" in words_of(shown)


def test_plain_fields_are_compared_by_words_too(compare):
    shown = compare([], [], title="Chi bộ Đồng Tiến họp tháng 9")
    assert [words_of(part) for part in shown.select("ins")] == ["[thêm:] tháng 9"]
