"""What a page of any type consists of, for those who check it: its texts, its HTML, its pictures, in reading order."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

#: For machines: addresses, slugs and choices hold no sentences.
NOT_PROSE = (models.URLField, models.SlugField, models.EmailField, models.UUIDField)
#: Of Wagtail's own fields only these are for readers.
OWN_FIELDS = frozenset({"title", "seo_title", "search_description"})
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Piece:
    """A part of the page: ``where`` is how the form calls it, ``value`` what is there, ``block`` what kind it is."""

    where: str
    value: Any
    block: Any = None


@dataclass(frozen=True)
class Picture:
    """A picture where it stands."""

    where: str
    image: Any
    alt: str
    decorative: bool
    credit: str


def plain(source: str) -> str:
    """The words of HTML, with a line for each element.

    >>> plain("<p>Chi bộ <b>Đồng Tiến</b> họp</p><p>Bế mạc</p>").split("\\n")[1]
    'Chi bộ Đồng Tiến họp'
    """
    lines = re.sub(r"</?(?:p|li|h\\d|br|div|td|th|tr|blockquote)\b[^>]*>", "\n", source)
    return html.unescape(_TAG.sub("", lines))


def texts(page: Page) -> Iterator[Piece]:
    """Every text that readers may see, as plain words."""
    for piece in pieces(page):
        if isinstance(piece.value, str) and piece.value.strip():
            yield Piece(piece.where, plain(piece.value) if _is_rich(piece) else piece.value, piece.block)
        elif isinstance(piece.block, TableBlock) and piece.value:
            rows = piece.value.get("data") or []
            yield Piece(piece.where, "\n".join(str(cell) for row in rows for cell in row if cell), piece.block)


def rich_texts(page: Page) -> list[Piece]:
    """Every text with headings and links, as it is stored."""
    return [piece for piece in pieces(page) if _is_rich(piece) and piece.value]


def tables(page: Page) -> list[Piece]:
    return [piece for piece in pieces(page) if isinstance(piece.block, TableBlock) and piece.value]


def pictures(page: Page) -> Iterator[Picture]:
    """The pictures in their fields, then those in the text."""
    for field in page._meta.concrete_fields:
        image = _image_in_field(page, field)
        if image is not None:
            alt = str(getattr(page, f"{field.name}_alt", "") or image.default_alt_text)
            credit = str(getattr(page, f"{field.name}_credit", "") or image.credit)
            yield Picture(_name(field), image, alt, False, credit)
    for piece in pieces(page):
        if isinstance(piece.block, StructBlock):
            yield from _picture_of_struct(piece)


def _picture_of_struct(piece: Piece) -> Iterator[Picture]:
    value = piece.value
    for name, block in piece.block.child_blocks.items():
        if isinstance(block, ImageChooserBlock) and "alt_text" in value and value.get(name):
            image = value[name]
            alt = str(value.get("alt_text") or image.default_alt_text)
            yield Picture(
                piece.where, image, alt, bool(value.get("decorative")), str(value.get("credit") or image.credit)
            )


def _image_in_field(page: Page, field: Any) -> Any:
    """The picture in a field that goes with the text; the one for social networks is its own affair."""
    if not isinstance(field, models.ForeignKey) or field.related_model is not get_image_model():
        return None
    return getattr(page, field.name) if hasattr(page, f"{field.name}_alt") else None


def pieces(page: Page) -> Iterator[Piece]:
    """All fields that are edited, streams block by block."""
    wagtails = {field.name for field in Page._meta.get_fields()}
    for field in page._meta.concrete_fields:
        if not field.editable or (field.name in wagtails and field.name not in OWN_FIELDS):
            continue
        value = getattr(page, field.attname)
        if isinstance(field, StreamField):
            yield from _pieces_of_stream(_name(field), value)
        elif isinstance(value, str) and _is_prose(field):
            yield Piece(_name(field), value, field)


def _pieces_of_stream(where: str, stream: StreamValue) -> Iterator[Piece]:
    for number, child in enumerate(stream, start=1):
        yield from _pieces_of_block(f"{where}, {number}. {child.block.label}", child.block, child.value)


def _pieces_of_block(where: str, block: Any, value: Any) -> Iterator[Piece]:
    if isinstance(block, StreamBlock):
        yield from _pieces_of_stream(where, value)
    elif isinstance(block, ListBlock):
        for number, item in enumerate(value, start=1):
            yield from _pieces_of_block(f"{where} ({number})", block.child_block, item)
    elif isinstance(block, StructBlock):
        yield Piece(where, value, block)
        for name, child in block.child_blocks.items():
            yield from _pieces_of_block(where, child, value.get(name))
    elif isinstance(block, RichTextBlock):
        yield Piece(where, value.source if value else "", block)
    else:
        yield Piece(where, value, block)


def _is_prose(field: Any) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, NOT_PROSE)
    return is_text and not field.choices


def _is_rich(piece: Piece) -> bool:
    return isinstance(piece.block, RichTextField | RichTextBlock)


def _name(field: Any) -> str:
    return capfirst(str(field.verbose_name))
