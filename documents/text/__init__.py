"""The full text of a document for readers: its parts with anchors, and its contents. Pure, without models."""

from documents.text.contents import Entry, contents_of, count_of
from documents.text.structure import Block, blocks_of, shown_lines

__all__ = ["Block", "Entry", "blocks_of", "contents_of", "count_of", "shown_lines"]
