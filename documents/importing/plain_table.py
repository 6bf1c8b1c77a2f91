"""A table saved as text (CSV) as plain rows, read in a process of its own: no Django here.

The encoding is the one that gives the most Vietnamese, whatever the program said it wrote; the separator the one by
which the rows have the most cells alike. The shape of what comes is that of :mod:`documents.importing.workbook`.
"""

import codecs
import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

from documents.importing.workbook import LONG, MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS
from portal.confined.refusing import Refused
from portal.confined.workbooks import LARGE
from portal.text.legacy import detect_legacy, from_legacy
from portal.text.letters import normalise
from portal.text.syllables import is_syllable

NOT_TEXT, UNKNOWN_ENCODING = "not text", "unknown encoding"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile(rb"^(?:%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|Rar!|\x1f\x8b)")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = ";,\t|"
_SAID = re.compile(r'^\ufeff?"?sep=(.)"?\r?\n', re.IGNORECASE)
_SAMPLE = 200_000
_BELIEVABLE = 0.6


def read(file: Path) -> list[dict[str, Any]]:
    """The one sheet of the file.

    Raises:
        Refused: it is no text, too large, or in an encoding that gives no Vietnamese.
    """
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise Refused(LARGE)
    text = decode(raw)
    said = _SAID.match(text)
    skipped = 1 if said else 0
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator(text)
    rows: list[list[Any]] = []
    try:
        csv.field_size_limit(MAX_CELL * 4)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        start = 1
        for cells in reader:
            number, start = start, reader.line_num + 1
            values = [cell[:MAX_CELL] if cell.strip() else None for cell in cells[:MAX_COLUMNS]]
            while values and values[-1] is None:
                values.pop()
            if values:
                rows.append([number + skipped, False, values])
            if len(rows) > MAX_ROWS:
                raise Refused(LONG)
    except csv.Error as problem:
        raise Refused(NOT_TEXT) from problem
    return [{"name": "", "hidden": False, "rows": rows, "merged": [], "comments": [], "epoch": 1900}]


def decode(raw: bytes) -> str:
    """
    >>> decode("Số;Trích yếu".encode("utf-16")) == decode(b"S\\xf4\\xec;Tr\\xedch y\\xea\\xecu") == "Số;Trích yếu"
    True

    Raises:
        Refused: as ``read``.
    """
    if _BINARY.match(raw):
        raise Refused(NOT_TEXT)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None) or _wide(raw)
    if encoding:
        return raw.decode(encoding, errors="replace").lstrip("\ufeff")
    if sum(byte < 9 or 13 < byte < 32 for byte in raw[:8000]) > 4 + len(raw[:8000]) / 100:
        raise Refused(NOT_TEXT)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    readings = {_share(text): text for text in (_latin(raw), _cp1258(raw)) if text is not None}
    best = max(readings)
    if best < _BELIEVABLE:
        raise Refused(UNKNOWN_ENCODING)
    return readings[best]


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: text that is mostly Latin has a zero in every other byte."""
    sample = raw[:4000]
    half = len(sample) / 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.05 * half else None


def _cp1258(raw: bytes) -> str | None:
    try:
        return normalise(raw.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def _latin(raw: bytes) -> str:
    """Windows-1252 is the door for TCVN3 and VNI; bytes that it leaves undefined stand for themselves."""
    text = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in raw)
    legacy = detect_legacy(text[:_SAMPLE])
    return from_legacy(text, legacy) if legacy else text


def _share(text: str) -> float:
    """The share of the accented words that can be Vietnamese."""
    accented = [word for word in _WORD.findall(normalise(text[:_SAMPLE])) if not word.isascii()]
    return sum(map(is_syllable, accented)) / len(accented) if accented else 1.0


def _separator(text: str) -> str:
    """The one that most rows have, equally often: a comma inside the abstracts comes as it likes."""
    best, chosen = (0.0, 0), ","
    for separator in _SEPARATORS:
        counts = Counter(
            len(row) for row, _line in zip(_tried(text[:_SAMPLE], separator), range(200), strict=False) if any(row)
        )
        counts.pop(1, None)
        if not counts:
            continue
        width, often = counts.most_common(1)[0]
        rated = (often * min(width, 6), width)
        if rated > best:
            best, chosen = rated, separator
    return chosen


def _tried(text: str, separator: str) -> Any:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        return
