"""From the pieces of a text to the blocks of an article's body, as the database keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from portal.demo.library import Library
from portal.demo.pictures import SCENES, captioned
from portal.demo.streams import list_items

from .texts import pieces as kinds

Block = dict[str, Any]


class BodyMaker:
    """Makes bodies from pieces; knows the library and the pages that articles link to."""

    def __init__(self, library: Library, pages: Mapping[str, int] | None = None) -> None:
        self.library = library
        #: Page ids of articles written by hand, by key.
        self.pages = dict(pages or {})

    def blocks(self, pieces: Sequence[kinds.Piece], slots: Mapping[str, str], identity: UUID) -> list[Block]:
        """The blocks of one article; their ids follow from the article's: the same content is the same bytes."""
        made: list[Block] = []
        for number, piece in enumerate(pieces):
            block_type, value = self._block(piece, slots)
            if value is not None:
                made.append({"type": block_type, "value": value, "id": str(uuid5(identity, f"block/{number}"))})
        return made

    def _block(self, piece: kinds.Piece, slots: Mapping[str, str]) -> tuple[str, Any]:
        """Type and value of the block; no value where it would show nothing."""

        def said(text: str) -> str:
            return text.format_map(slots)

        match piece:
            case kinds.Text():
                return "paragraph", html(said(piece.text))
            case kinds.Quote():
                return "quote", {"text": said(piece.text), "attribution": said(piece.attribution)}
            case kinds.Box():
                return "box", {"title": said(piece.title), "text": said(piece.html)}
            case kinds.Figures():
                rows = [[said(part) for part in item] for item in piece.items]
                figures = [{"figure": row[0], "label": row[1], "note": row[2] if len(row) > 2 else ""} for row in rows]
                return "key_figures", {"title": said(piece.title), "items": list_items(figures)}
            case kinds.Table():
                return "table", {
                    "data": [[said(cell) for cell in row] for row in piece.rows],
                    "cell": [],
                    "mergeCells": [],
                    "first_row_is_table_header": True,
                    "first_col_is_header": False,
                    "table_header_choice": "row",
                    "table_caption": said(piece.caption),
                }
            case _:
                return self._block_of_others(piece, slots)

    def _block_of_others(self, piece: kinds.Piece, slots: Mapping[str, str]) -> tuple[str, Any]:
        """Blocks that show something kept elsewhere: a picture, a file, a page."""
        match piece:
            case kinds.Picture():
                return "image", self._picture(piece, slots)
            case kinds.Pictures():
                pictures = [self._picture(one, slots) for one in piece.pictures]
                return "gallery", {"title": piece.title.format_map(slots), "items": list_items(pictures)}
            case kinds.Attachment():
                return "attachment", {"title": piece.title, "file": self.library.file(piece.filename).pk}
            case kinds.Recording():
                return "media", {
                    "title": piece.title,
                    "file": self.library.file(piece.filename).pk,
                    "poster": None,
                    "captions": self.library.file(piece.captions).pk,
                    "transcript": piece.transcript,
                }
            case kinds.ReadAlso():
                page = self.pages.get(piece.key)
                return "related_link", {"page": page, "url": "", "text": ""} if page else None
            case _:
                raise TypeError(f"no block for {piece!r}")

    def _picture(self, piece: kinds.Picture, slots: Mapping[str, str]) -> dict[str, Any]:
        return {
            "image": self.library.picture(piece.scene, piece.variant).pk,
            "alt_text": SCENES[piece.scene].alt,
            "decorative": False,
            "caption": captioned(piece.caption.format_map(slots)),
            "credit": "",
        }


def html(text: str) -> str:
    """Paragraphs parted by empty lines, ``##`` for sub-headings, as rich text.

    >>> html("Một đoạn.\\n\\n## Mục\\n\\nĐoạn <b>hai</b>.")
    '<p>Một đoạn.</p><h2>Mục</h2><p>Đoạn <b>hai</b>.</p>'
    """
    parts = [part.strip() for part in text.strip().split("\n\n")]
    return "".join(
        f"<h2>{part.removeprefix('##').strip()}</h2>" if part.startswith("##") else f"<p>{part}</p>"
        for part in parts
        if part
    )
