"""What stands in a PDF, read by pypdf; runs in a process of its own (``portal.confined``), without Django."""

import logging
import math
import os
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

from documents.extraction.legacy_text import Decoder
from documents.extraction.readability import is_readable, is_scanty
from portal.confined.refusing import Refused
from portal.text.letters import normalise

MOST_PAGES = 2000
#: What pypdf raises at damaged files.
DAMAGED = (
    PyPdfError, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, OSError,
    RecursionError, NotImplementedError, EOFError, struct.error, zlib.error,
)  # fmt: skip
_END = b"%%EOF"
#: Programs that fill up their files to whole blocks put nothing but these after the end.
_FILLING = b"\0\r\n \t"
_TAIL = 64 * 1024
_HEAD = 1024
#: Of a page's area: a picture larger than this is the page itself.
_WHOLE_PAGE = 0.5
_PAINTING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"})
#: Letters drawn as outlines make hundreds of shapes, a table's lines some dozens.
_MANY_SHAPES = 200
#: Objects read are kept by pypdf, pictures with them; after so many pages it forgets them.
_PAGES_KEPT = 4
_MOST_SIGNATURES = 50
_DEEPEST_FIELD = 8
_MOST_FIELDS = 5000
_DRAWN_NOTES = frozenset({"/Stamp", "/FreeText", "/Widget", "/Watermark", "/Ink"})


def read(file: Path) -> dict[str, Any]:
    """The pages' texts, and whether each has to be recognised from its picture instead."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the file
    with file.open("rb") as stream:
        _require_whole(stream)
        reader, encrypted = _opened(stream)
        decoder = Decoder()
        try:
            signatures = list(_signatures(reader))
            pages = list(_pages(reader, decoder))
        except LimitReachedError as problem:
            raise Refused("bomb") from problem
    if not any(page["text"] or page["wanting"] for page in pages):
        raise Refused("empty")
    return {"pages": pages, "encrypted": encrypted, "signatures": signatures, "legacy": sorted(decoder.met)}


def _require_whole(stream: IO[bytes]) -> None:
    head = stream.read(_HEAD)
    if not head:
        raise Refused("empty")
    if b"%PDF-" not in head:
        raise Refused("not_what_it_says")
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _TAIL))
    if _END not in stream.read().rstrip(_FILLING)[-2 * _HEAD :]:
        raise Refused("truncated")
    stream.seek(0)


def _opened(stream: IO[bytes]) -> tuple[PdfReader, bool]:
    try:
        reader = PdfReader(stream)
        encrypted = reader.is_encrypted
        # Most protected files open without a password and only forbid copying or printing.
        if encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise Refused("encrypted")
        count = len(reader.pages)
    except DependencyError as problem:
        raise Refused("encrypted") from problem
    except LimitReachedError as problem:
        raise Refused("bomb") from problem
    except DAMAGED as problem:
        raise Refused("corrupt") from problem
    if count > MOST_PAGES:
        raise Refused("too_many_pages")
    return reader, encrypted


def _pages(reader: PdfReader, decoder: Decoder) -> Iterator[dict[str, Any]]:
    for number in range(1, len(reader.pages) + 1):
        yield _page(reader, number, decoder)
        if number % _PAGES_KEPT == 0:
            reader.resolved_objects.clear()


@dataclass
class _Drawn:
    """What a page draws besides text: how many pictures and shapes, and the share that the largest picture covers."""

    area: float
    pictures: int = 0
    shapes: int = 0
    largest: float = 0.0
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def see(self, operator: Any, operands: Any, matrix: list[float], text_matrix: Any) -> None:
        if operator in _PAINTING:
            self.shapes += 1
        elif operator in (b"Do", b"INLINE IMAGE"):
            self.pictures += 1
            a, b, c, d = (float(value) for value in matrix[:4])
            covered = abs(a * d - b * c) / self.area if self.area else 0.0
            self.largest = max(self.largest, covered if math.isfinite(covered) else 0.0)

    def hear(self, text: str, matrix: Any, text_matrix: Any, font: DictionaryObject | None, size: Any) -> None:
        name = font.get("/BaseFont", "") if isinstance(font, DictionaryObject) else ""
        self.pieces.append((re.sub(r"^/?(?:[A-Z]{6}\+)?", "", str(name)), text))


def _page(reader: PdfReader, number: int, decoder: Decoder) -> dict[str, Any]:
    """One page; what breaks while it is read leaves it to recognition."""
    try:
        page = reader.pages[number - 1]
        drawn = _Drawn(area=float(page.mediabox.width) * float(page.mediabox.height))
        page.extract_text(visitor_operand_before=drawn.see, visitor_text=drawn.hear)
        noted = _has_drawn_notes(page)
    except LimitReachedError:
        raise
    except DAMAGED:
        return {"number": number, "text": "", "wanting": "unreadable", "pictured": True}
    original = "".join(text for _, text in drawn.pieces)
    text = _tidied(decoder.pieces(drawn.pieces))
    return {
        "number": number,
        "text": text,
        "wanting": _wanting(text, original, drawn),
        "pictured": bool(drawn.pictures or noted or drawn.shapes > _MANY_SHAPES),
    }


def _wanting(text: str, original: str, drawn: _Drawn) -> str:
    if not is_readable(text, original):
        return "unreadable"
    scanty = is_scanty(text, beside_a_scan=drawn.largest > _WHOLE_PAGE)
    return "no_text" if scanty and (drawn.pictures or drawn.shapes > _MANY_SHAPES) else ""


def _tidied(text: str) -> str:
    """Lines stay; blanks at their ends, and more than one empty line, go."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _has_drawn_notes(page: DictionaryObject) -> bool:
    listed = page.get("/Annots")
    notes: Any = listed.get_object() if listed is not None else None
    kinds = (note.get_object() for note in notes[:_MOST_FIELDS]) if isinstance(notes, list) else ()
    return any(isinstance(note, DictionaryObject) and note.get("/Subtype") in _DRAWN_NOTES for note in kinds)


def _signatures(reader: PdfReader) -> Iterator[dict[str, str | None]]:
    """Signature fields that are filled; empty ones are places to sign."""
    try:
        form = reader.root_object.get("/AcroForm")
        fields: Any = form.get_object().get("/Fields", []) if form is not None else []
        found = list(_signed(fields, None, _DEEPEST_FIELD))
    except LimitReachedError:
        raise
    except DAMAGED:
        return
    for value in found[:_MOST_SIGNATURES]:
        yield {
            "by": _word(value.get("/Name")),
            "at": _moment(_word(value.get("/M"))),
            "kind": _word(value.get("/SubFilter")),
        }


def _signed(fields: Any, inherited: Any, deepest: int) -> Iterator[DictionaryObject]:
    if deepest == 0:
        return
    for named in list(fields)[:_MOST_FIELDS]:
        entry = named.get_object()
        if not isinstance(entry, DictionaryObject):
            continue
        kind = entry.get("/FT", inherited)
        value = entry.get("/V")
        value = value.get_object() if value is not None else None
        if kind == "/Sig" and isinstance(value, DictionaryObject) and value.get("/Contents") is not None:
            yield value
        if "/Kids" in entry:
            yield from _signed(entry["/Kids"].get_object(), kind, deepest - 1)


def _word(value: Any) -> str | None:
    """As text that every database takes: PostgreSQL refuses zeros and halves of characters, in JSON as well."""
    return normalise(str(value.get_object())).strip("/ ")[:200] or None if value is not None else None


def _moment(written: str | None) -> str | None:
    """A PDF's date as ISO 8601.

    >>> _moment("D:20240105093000+07'00'"), _moment("hôm qua")
    ('2024-01-05T09:30:00+07:00', None)
    """
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)?", written or "")
    if not match:
        return None
    year, month, day, hour, minute, second, east, past = match.groups()
    zone = f"{east}:{past or '00'}" if east else "+00:00" if "Z" in (written or "") else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
