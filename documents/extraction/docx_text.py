"""What stands in a DOCX, in the order of reading; runs in a process of its own (``portal.confined``), without Django.

Heads come first, then paragraphs, tables and text boxes where they stand, notes at the end of the page that refers to
them, feet last. Deleted and hidden words are left out, the numbers of lists are counted as Word counts them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from documents.extraction.docx_archive import Archive, W, opened
from documents.extraction.docx_styles import PLAIN, Lists, Look, Styles, list_of, look_of
from documents.extraction.legacy_text import Decoder
from documents.extraction.readability import is_readable
from portal.confined.refusing import Refused

PAGE_BREAK = "\f"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "tcPr", "trPr", "sectPr")
)
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}lastRenderedPageBreak": PAGE_BREAK}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_BOX = f"{W}txbxContent"
Piece = tuple[str, str]


def read(file: Path) -> dict[str, Any]:
    """The text of the document, page by page as far as its pages are marked in it."""
    with opened(file) as archive:
        reader = _Reader(archive)
        lines = list(reader.lines())
        drawn = bool(archive.named(r"word/media/[^/]+"))
        signed = archive.named(r"_xmlsignatures/sig\d+\.xml")
    pages = _split(lines, reader.notes_met)
    whole = "\n".join(pages)
    if not whole.strip():
        raise Refused("only_pictures" if drawn else "empty")
    readable = is_readable(whole)
    return {
        "pages": [
            {"number": number, "text": text, "wanting": "", "pictured": (drawn and number == 1) or not readable}
            for number, text in enumerate(pages, 1)
        ],
        "encrypted": False,
        "signatures": [{"kind": "XML-DSig"} for _ in signed],
        "legacy": sorted(reader.decoder.met),
    }


@dataclass
class _Reader:
    archive: Archive
    decoder: Decoder = field(default_factory=Decoder)
    #: Numbers of notes by the line that refers to them, with their text.
    notes_met: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles = Styles.read(self.archive.root("word/styles.xml"))
        self.lists = Lists.read(self.archive.root("word/numbering.xml"))
        self.notes = {kind: self._notes(kind) for kind in ("footnotes", "endnotes")}
        self._boxes: list[str] = []

    def lines(self) -> Iterator[str]:
        yield from self._margins("header")
        for block in self.archive.children("word/document.xml", f"{W}body"):
            yield from self._block(block)
        yield from self._margins("footer")

    def _margins(self, name: str) -> Iterator[str]:
        """Heads or feet; those of first, odd and even pages often say the same."""
        said: dict[str, None] = {}
        for part in self.archive.named(rf"word/{name}\d*\.xml"):
            root = self.archive.root(part)
            for block in root if root is not None else ():
                said.update(dict.fromkeys(line.strip() for line in self._block(block)))
        yield from (line for line in said if line and not line.isdigit())

    def _notes(self, kind: str) -> dict[str, Element]:
        root = self.archive.root(f"word/{kind}.xml")
        notes = root if root is not None else ()
        return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") is None}

    def _block(self, block: Element) -> Iterator[str]:
        if block.tag == f"{W}p":
            yield from self._paragraph(block)
        elif block.tag == f"{W}tbl":
            for row in _nearest(block, f"{W}tr"):
                yield from self._row(row)
        elif block.tag not in _LEFT_OUT:
            for inner in block:
                yield from self._block(inner)

    def _row(self, row: Element) -> Iterator[str]:
        """A row of figures is one line; cells with paragraphs, as in the head of a letter, follow each other."""
        cells = [list(chain.from_iterable(map(self._block, cell))) for cell in _nearest(row, f"{W}tc")]
        filled = [[line for line in cell if line.strip()] for cell in cells]
        if all(len(cell) <= 1 for cell in filled):
            line = "\t".join(cell[0] if cell else "" for cell in filled).rstrip()
            if line:
                yield line
        else:
            yield from chain.from_iterable(filled)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = None if named is None else named.get(f"{W}val")
        outer, self._boxes = self._boxes, []
        parts = groupby(self._pieces(paragraph, style), key=lambda piece: piece[1] == PAGE_BREAK)
        text = "".join(PAGE_BREAK if breaks else self.decoder.pieces(pieces) for breaks, pieces in parts)
        boxes, self._boxes = self._boxes, outer
        yield from boxes
        number = self._number(properties, style) if text.strip() else ""
        yield f"{number} {text}" if number else text

    def _number(self, properties: Element | None, style: str | None) -> str:
        numbered = None if properties is None else properties.find(f"{W}numPr")
        name, level = self.styles.list_of(style) if numbered is None else list_of(numbered)
        return self.decoder.plain(self.lists.next(name, level))

    def _pieces(self, element: Element, style: str | None, look: Look = PLAIN) -> Iterator[Piece]:
        for inner in element:
            if inner.tag in _LEFT_OUT:
                continue
            if inner.tag == f"{W}r":
                yield from self._pieces(inner, style, self._look(inner, style))
            elif inner.tag == _ALTERNATIVE:
                choice = inner.find(_CHOICE)
                yield from self._pieces(choice if choice is not None else inner, style, look)
            elif inner.tag == _BOX:
                self._boxes.extend(line for block in inner for line in self._block(block) if line.strip())
            elif not look.hidden and (said := self._said(inner)) is not None:
                yield look.font or "", said.upper() if look.capitals else said
            else:
                yield from self._pieces(inner, style, look)

    def _look(self, run: Element, style: str | None) -> Look:
        properties = run.find(f"{W}rPr")
        named = None if properties is None else properties.find(f"{W}rStyle")
        character = (named.get(f"{W}val"),) if named is not None else ()
        return look_of(properties).over(self.styles.look(*character, style))

    def _said(self, mark: Element) -> str | None:
        """What an element of a run adds to the text; ``None`` where it has to be looked into."""
        if mark.tag in (f"{W}t", _FORMULA):
            return mark.text or ""
        if mark.tag == f"{W}br":
            return PAGE_BREAK if mark.get(f"{W}type") == "page" else "\n"
        if mark.tag == _WORD_ART:
            self._boxes.append(self.decoder.plain(mark.get("string", "")))
            return ""
        if mark.tag in _NOTES:
            return self._referred(_NOTES[mark.tag], mark.get(f"{W}id", ""))
        return _SIGNS.get(mark.tag)

    def _referred(self, kind: str, name: str) -> str:
        note = self.notes[kind].pop(name, None)
        if note is None:
            return ""
        sign = f"[{len(self.notes_met) + 1}]"
        self.notes_met[sign] = ""  # its place, before notes that it may refer to
        self.notes_met[sign] = " ".join(line.strip() for block in note for line in self._block(block)).strip()
        return sign


def _nearest(element: Element, tag: str) -> Iterator[Element]:
    """Those below ``element`` that stand in no other of their kind."""
    for inner in element:
        if inner.tag == tag:
            yield inner
        else:
            yield from _nearest(inner, tag)


def _split(lines: list[str], notes: dict[str, str]) -> list[str]:
    """Pages at the breaks that Word left; the notes that a page refers to stand at its end."""
    pages: list[str] = []
    waiting = list(notes.items())
    for text in "\n".join(lines).split(PAGE_BREAK):
        here = [note for note in waiting if note[0] in text]
        waiting = [note for note in waiting if note not in here]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip("\n")
        page = "\n".join((text, *(f"{sign} {said}" for sign, said in here)))
        if page.strip():
            pages.append(page)
    return pages
