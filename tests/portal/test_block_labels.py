"""Blocks are called the same in the list to choose from, in the handbook and in what the paste says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock

from portal.admin.paste.views import _note
from portal.blocks import ArticleBody
from portal.models import GalleryPage, HomePage
from portal.text.paste import IMAGES, TABLES

HANDBOOK = Path(settings.BASE_DIR) / "docs" / "handbook" / "01-dang-bai.md"


def all_within(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, BaseStreamBlock | BaseStructBlock):
        for child in block.child_blocks.values():
            yield from all_within(child)
    elif isinstance(block, ListBlock):
        yield from all_within(block.child_block)


def names() -> list[str]:
    return [str(block.label) for block in ArticleBody().child_blocks.values()]


@pytest.mark.parametrize(
    "stream",
    [
        ArticleBody(),
        HomePage._meta.get_field("body").stream_block,
        GalleryPage._meta.get_field("pictures").stream_block,
    ],
    ids=["article", "home", "gallery"],
)
def test_labels_begin_with_a_capital(stream: Block) -> None:
    labels = [str(block.label) for block in all_within(stream) if block.label]
    assert labels
    assert [label for label in labels if label[0].islower()] == []


def test_no_two_blocks_have_one_name() -> None:
    assert len(set(names())) == len(names())
    assert {"Đoạn văn", "Ảnh", "Khung thông tin", "Liên kết trong bài"} <= set(names())


def test_the_handbook_lists_them_by_name() -> None:
    text = " ".join(HANDBOOK.read_text(encoding="utf-8").split())
    assert [name for name in names() if f"**{name}**" not in text] == []


def test_the_paste_names_the_blocks_to_use() -> None:
    with override("vi"):
        blocks = dict(zip(ArticleBody().child_blocks, names(), strict=True))
        assert f"khối {blocks['image']}" in _note(IMAGES, 2)
        assert f"khối {blocks['table']}" in _note(TABLES, 2)
