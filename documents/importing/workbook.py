"""A workbook as plain rows, read in a process of its own (``portal.confined``): no Django here.

A sheet comes as ``{"name", "hidden", "rows": [[number, hidden, cells]], "merged": [[row, column, row, column]],
"comments": [[row, column, text]], "epoch"}``; rows and columns are counted from one. A cell is ``None``, a text,
``["date", "2018-07-06"]``, ``["number", 10, "10"]`` with what is shown of it, ``["formula", "=A1+1", cell]`` with what
the workbook remembers of its result, or ``["error", "#REF!"]``.
"""

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import openpyxl
from defusedxml import ElementTree
from openpyxl.utils import range_boundaries

from portal.confined.refusing import Refused
from portal.confined.workbooks import BROKEN, DAMAGED, LARGE, check_bounds
from portal.text.legacy import decode as decode_legacy
from portal.text.legacy import legacy_font, speaks_for

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_PARTS = 600
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELL = 20_000
MAX_SHEETS = 60
#: Sheets whose rows were given borders down to the last line end after so many empty ones.
_EMPTY_ENOUGH = 400
LONG = "long"

_MERGED = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_ROW = re.compile(rb"<row\b[^>]*>")
_NUMBER_OF_ROW = re.compile(rb'\br="([0-9]+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_AROUND_A_NUMBER = re.compile(r'^(?:"([^"]*)")?(0+|#|General)(?:"([^"]*)")?$')
_MOST_MERGED = 20_000

Cell = Any
Sheet = dict[str, Any]


def read(file: Path) -> list[Sheet]:
    """All sheets, the hidden ones by name only.

    Raises:
        Refused: it is no workbook, or too large.
    """
    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Refused(LARGE)
    check_bounds(content, largest=MAX_BYTES, unpacked=MAX_UNPACKED, parts=MAX_PARTS)
    try:
        return _sheets(content)
    except Refused:
        raise
    except BROKEN as problem:
        raise Refused(DAMAGED) from problem


def _sheets(content: bytes) -> list[Sheet]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    sheets: list[Sheet] = []
    left = MAX_ROWS
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for sheet in cast("list[Any]", book.worksheets)[:MAX_SHEETS]:
            hidden = sheet.sheet_state != "visible"
            read_sheet: Sheet = {"name": sheet.title, "hidden": hidden, "rows": [], "merged": [], "comments": []}
            sheets.append(read_sheet)
            if hidden:
                continue
            xml = archive.read(sheet._worksheet_path)
            rows = list(_rows(sheet, _hidden_rows(xml), left))
            left -= len(rows)
            epoch = getattr(book.epoch, "year", 1900)
            read_sheet |= {"rows": rows, "merged": _merged(xml), "epoch": 1904 if epoch == 1904 else 1900}
            read_sheet["comments"] = list(_comments(archive, sheet._worksheet_path))
    book.close()
    if any(_is_formula(cell) for sheet in sheets for _number, _hidden, cells in sheet["rows"] for cell in cells):
        _add_results(content, sheets)
    return sheets


def _rows(sheet: Any, hidden: set[int], left: int) -> Iterator[list[Any]]:
    empty = count = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        values = [_cell(cell) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        empty = 0 if values else empty + 1
        if empty > _EMPTY_ENOUGH:
            return
        if not values:
            continue
        count += 1
        if count > left:
            raise Refused(LONG)
        yield [number, number in hidden, values]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return None
    kind = getattr(cell, "data_type", "")
    if kind == "f":
        return ["formula", str(value)[:MAX_CELL], None]
    if kind == "e":
        return ["error", str(value)[:40]]
    if isinstance(value, str):
        return _text(value, cell)
    return _plain(value, cell.number_format)


def _text(value: str, cell: Any) -> str | None:
    """As typed; a text in a font of the old encodings comes in Unicode."""
    value = value[:MAX_CELL]
    if not value.strip():
        return None
    if not value.isascii():
        font = legacy_font(getattr(cell.font, "name", "") or "")
        if font is not None and speaks_for(value, font.encoding):
            return decode_legacy(value, font.encoding, capitals=font.capitals)
    return value


def _plain(value: Any, number_format: str = "General") -> Cell:
    if isinstance(value, dt.datetime):
        return ["date", value.date().isoformat()]
    if isinstance(value, dt.date):
        return ["date", value.isoformat()]
    if isinstance(value, dt.time):
        return ["error", value.isoformat()]
    if isinstance(value, bool):
        return "x" if value else None
    if isinstance(value, int | float):
        return ["number", value, _shown(value, number_format)]
    return str(value)[:MAX_CELL] or None


def _shown(value: float, number_format: str) -> str:
    """With the letters and zeros that the format of the cell adds: 5 in the format 00"-CT/TW" is 05-CT/TW."""
    number = str(int(value)) if float(value).is_integer() else str(value)
    around = _AROUND_A_NUMBER.match(number_format or "")
    if around is None or not float(value).is_integer():
        return number
    digits = number.zfill(len(around[2])) if around[2].startswith("0") else number
    return f"{around[1] or ''}{digits}{around[3] or ''}"


def _hidden_rows(xml: bytes) -> set[int]:
    found = set()
    for row in _ROW.finditer(xml):
        number = _NUMBER_OF_ROW.search(row[0])
        if number and _HIDDEN.search(row[0]):
            found.add(int(number[1]))
    return found


def _merged(xml: bytes) -> list[list[int]]:
    found = []
    for ref in _MERGED.findall(xml)[:_MOST_MERGED]:
        left, top, right, bottom = range_boundaries(ref.decode())
        if left and top and bottom and right and right <= MAX_COLUMNS * 4:
            found.append([top, left, bottom, right])
    return found


def _comments(archive: zipfile.ZipFile, sheet_path: str) -> Iterable[list[Any]]:
    """The notes that hang on cells."""
    folder, name = posixpath.split(sheet_path)
    try:
        relations = ElementTree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    except KeyError:
        return
    for relation in relations:
        if not relation.get("Type", "").endswith("/comments"):
            continue
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        for comment in ElementTree.fromstring(archive.read(path)).iter():
            if comment.tag.endswith("}comment"):
                left, top, _right, _bottom = range_boundaries(comment.get("ref", "A1"))
                words = "".join(part.text or "" for part in comment.iter() if part.tag.endswith("}t"))
                yield [top, left, words[:MAX_CELL]]


def _is_formula(cell: Cell) -> bool:
    return isinstance(cell, list) and cell[0] == "formula"


def _add_results(content: bytes, sheets: list[Sheet]) -> None:
    """What the program that wrote the workbook remembers of its formulas; nothing is worked out here."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet, worksheet in zip(sheets, book.worksheets, strict=False):
        wanted = {number: cells for number, _hidden, cells in sheet["rows"] if any(map(_is_formula, cells))}
        if not wanted:
            continue
        for number, row in enumerate(worksheet.iter_rows(max_row=max(wanted), max_col=MAX_COLUMNS), start=1):
            for place, cell in enumerate(wanted.get(number, ())):
                if _is_formula(cell) and place < len(row):
                    cell[2] = _cell(row[place])
    book.close()
