"""Reading a workbook of accounts, in a process of its own (``portal.confined``): no Django here.

Its size and kind are asked first (``portal.confined.workbooks``), formulas are never worked out, and rows and columns
are counted. What gets past that ends at the limits of the process.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from portal.confined.refusing import Refused
from portal.confined.workbooks import BROKEN, DAMAGED, check_bounds
from portal.text import fold, normalise

MAX_BYTES = 2 * 1024 * 1024
MAX_UNPACKED = 10 * 1024 * 1024
MAX_PARTS = 200
MAX_ROWS = 1000
MAX_COLUMNS = 30
MAX_CELL = 500
#: The heading stands in one of the first rows; above it there may be the name of an office and of the list.
HEADING_WITHIN = 10

NAME, FAMILY, GIVEN, EMAIL, ROLES, ORGANISATIONS, NOTE = (
    "name", "family", "given", "email", "roles", "organisations", "note"
)  # fmt: skip
#: What a column may be called, folded; the first is what the template says.
HEADINGS: Mapping[str, Sequence[str]] = {
    NAME: ("ho va ten", "ho ten", "ten day du", "ho ten day du"),
    FAMILY: ("ho va ten dem", "ho dem", "ho va dem", "ho"),
    GIVEN: ("ten",),
    EMAIL: ("thu dien tu", "email", "e mail", "dia chi thu dien tu", "dia chi email", "hop thu", "dia chi thu"),
    ROLES: ("vai tro", "vai tro va cap", "vai tro cap", "quyen", "nhom"),
    ORGANISATIONS: ("to chuc", "to chuc dang", "chi bo", "don vi"),
    NOTE: ("loi nhan", "ghi chu"),
}
_WORDS = re.compile(r"[^\w]+")

#: Why a file is refused, besides ``portal.confined.workbooks``.
NO_HEADING, LONG = "no heading", "long"

#: The number of the line in the sheet, what stands in its columns, and the names of columns that hold a formula.
Line = tuple[int, dict[str, str], list[str]]


def read(file: Path) -> list[Line]:
    """The filled lines of the first sheet.

    Raises:
        Refused: it is no workbook, too large, or has no heading with the columns needed.
    """
    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    check_bounds(content, largest=MAX_BYTES, unpacked=MAX_UNPACKED, parts=MAX_PARTS)
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        try:
            return _rows(book)
        finally:
            book.close()
    except Refused:
        raise
    except BROKEN as problem:
        raise Refused(DAMAGED) from problem


def _rows(book: Any) -> list[Line]:
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise Refused(DAMAGED)
    # Two more than allowed tell that there is more; the heading may stand low.
    lines = sheet.iter_rows(max_row=MAX_ROWS + HEADING_WITHIN + 2, max_col=MAX_COLUMNS)
    columns: dict[int, str] = {}
    rows: list[Line] = []
    for number, cells in enumerate(lines, start=1):
        if not columns:
            if number > HEADING_WITHIN:
                break
            columns = _columns(_text(cell) for cell in cells)
            continue
        row = _row(number, cells, columns)
        if row is not None:
            rows.append(row)
    if not columns:
        raise Refused(NO_HEADING)
    if len(rows) > MAX_ROWS:
        raise Refused(LONG)
    return rows


def _columns(headings: Iterable[str]) -> dict[int, str]:
    """What each column holds; nothing where this line is not the heading. The order does not matter."""
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        name = " ".join(_WORDS.sub(" ", fold(heading)).split())
        kind = next((kind for kind, names in HEADINGS.items() if name in names), None)
        if kind is not None and kind not in found.values():
            found[place] = kind
    kinds = set(found.values())
    return found if EMAIL in kinds and (NAME in kinds or {FAMILY, GIVEN} <= kinds) else {}


def _row(number: int, cells: Sequence[Any], columns: Mapping[int, str]) -> Line | None:
    values: dict[str, str] = {}
    formulas: list[str] = []
    for place, kind in columns.items():
        cell = cells[place] if place < len(cells) else None
        if getattr(cell, "data_type", "") == "f":
            formulas.append(kind)
        elif text := _text(cell):
            values[kind] = text
    return (number, values, formulas) if values or formulas else None


def _text(cell: Any) -> str:
    """What stands in a cell, as one line in one form of Unicode."""
    value = getattr(cell, "value", None)
    return " ".join(normalise(str(value))[:MAX_CELL].split()) if value is not None else ""
