"""The description given to a picture when it came in stands for it wherever it is used, unless another is written."""

import pytest
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from portal.blocks import ArticleBody, PictureBlock
from tests.factories import PortalImageFactory

pytestmark = pytest.mark.django_db

DESCRIPTION = "Bí thư chi bộ phát biểu trước các đảng viên trong nhà văn hoá thôn"


@pytest.fixture
def picture():
    return PortalImageFactory(description=DESCRIPTION)


@pytest.fixture
def nameless():
    return PortalImageFactory()


def cleaned(image, **more):
    block = PictureBlock()
    empty = {"alt_text": "", "decorative": False, "caption": "", "credit": ""}
    return block.clean(block.to_python({**empty, "image": image.pk, **more}))


def test_an_empty_text_takes_the_description_of_the_picture(picture):
    assert cleaned(picture, alt_text="  ")["alt_text"] == DESCRIPTION


def test_a_text_of_its_own_stays(picture):
    assert cleaned(picture, alt_text="Quang cảnh buổi họp")["alt_text"] == "Quang cảnh buổi họp"


def test_a_decorative_picture_has_none(picture):
    value = cleaned(picture, decorative=True)
    assert (value["alt_text"], value.alt) == ("", "")


def test_it_is_asked_for_where_there_is_none(nameless):
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(nameless)
    assert "alt_text" in refused.value.block_errors


def test_a_long_description_fits(picture):
    picture.description = "dài " * 63
    picture.save()
    assert len(cleaned(picture)["alt_text"]) <= 250


def test_no_picture_is_only_one_fault(db: None) -> None:
    body = ArticleBody()
    value = body.to_python([{"type": "image", "value": {"image": None, "alt_text": "", "decorative": False}}])
    with pytest.raises(StreamBlockValidationError) as refused:
        body.clean(value)
    assert set(refused.value.block_errors[0].block_errors) == {"image"}


# Drafts: what is required for publishing may still be missing


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("image", {"image": None, "alt_text": "", "decorative": False, "caption": "", "credit": ""}),
        ("media", {"title": "", "file": None, "poster": None, "captions": None, "transcript": ""}),
        ("attachment", {"title": "", "file": None}),
        ("related_link", {"page": None, "url": "", "text": ""}),
        ("gallery", {"title": "", "items": []}),
    ],
)
def test_a_draft_is_saved_with_a_block_just_begun(kind, value):
    body = ArticleBody()
    stream = body.to_python([{"type": kind, "value": value}])
    assert body.clean_deferred(stream)[0].block_type == kind
    with pytest.raises(StreamBlockValidationError):
        body.clean(stream)


def test_a_draft_waits_for_the_text_of_a_picture_without_description(nameless):
    block = PictureBlock()
    value = block.to_python({"image": nameless.pk, "alt_text": "", "decorative": False, "caption": "", "credit": ""})
    assert block.clean_deferred(value)["alt_text"] == ""
