"""Workbooks of accounts: the template staff fill in, and reading what comes back, within bounds.

A workbook is a zip of XML from a stranger: its size is bounded before anything is unpacked, a document type (by which
XML grows or reaches out) is refused, formulas are never worked out, and rows and columns are counted.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

import openpyxl
import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from openpyxl.utils.exceptions import InvalidFileException

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
#: What reading a damaged or malicious archive raises, in zipfile, zlib, lxml and openpyxl.
_DAMAGED = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, KeyError,
    IndexError, AttributeError, TypeError, ValueError, OverflowError, SyntaxError, StopIteration, AssertionError,
)  # fmt: skip
_WORDS = re.compile(r"[^\w]+")


class UnreadableWorkbook(ValueError):
    """A file cannot be read as a list of accounts; ``message`` says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Row:
    """One line of the list, as typed: ``number`` is that of the sheet. ``formulas`` names columns that hold one."""

    number: int
    values: Mapping[str, str]
    formulas: tuple[str, ...] = ()


def read_rows(content: bytes) -> list[Row]:
    """The filled lines of the first sheet.

    Raises:
        UnreadableWorkbook: it is no workbook, too large, or has no heading with the columns needed.
    """
    _check_bounds(content)
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        try:
            return _rows(book)
        finally:
            book.close()
    except UnreadableWorkbook:
        raise
    except _DAMAGED as problem:
        raise UnreadableWorkbook(_no_workbook()) from problem


def _no_workbook() -> str:
    return _("This is no Excel workbook (.xlsx), or it is damaged. Open it in Excel and save it as .xlsx again.")


def _check_bounds(content: bytes) -> None:
    """Before anything is read as XML: sizes as unpacked, not as the file claims them to be."""
    if len(content) > MAX_BYTES:
        raise UnreadableWorkbook(_("The file is larger than 2 MB. Keep only the list in it, without pictures."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS:
                raise UnreadableWorkbook(_too_large())
            left = MAX_UNPACKED
            for part in parts:
                left -= _checked_size(archive, part, left)
    except UnreadableWorkbook:
        raise
    except _DAMAGED as problem:
        raise UnreadableWorkbook(_no_workbook()) from problem


def _checked_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableWorkbook(_no_workbook())  # no office program writes others
    with archive.open(part) as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise UnreadableWorkbook(_too_large())
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    if is_xml and any(
        mark in data for mark in (b"<!DOCTYPE", b"<!ENTITY", b"\0")
    ):  # zeros: UTF-16 could hide the others
        raise UnreadableWorkbook(_no_workbook())
    return len(data)


def _too_large() -> str:
    return _("Unpacked, the workbook is too large. Copy the list alone into a new workbook.")


def _rows(book: Any) -> list[Row]:
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise UnreadableWorkbook(_no_workbook())
    # Two more than allowed tell that there is more; the heading may stand low.
    lines = sheet.iter_rows(max_row=MAX_ROWS + HEADING_WITHIN + 2, max_col=MAX_COLUMNS)
    columns: dict[int, str] = {}
    rows: list[Row] = []
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
        raise UnreadableWorkbook(
            _("No line with headings for full name and email was found. Use the template and keep its headings.")
        )
    if len(rows) > MAX_ROWS:
        raise UnreadableWorkbook(_("The list has more than %(count)d lines. Split it.") % {"count": MAX_ROWS})
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


def _row(number: int, cells: Sequence[Any], columns: Mapping[int, str]) -> Row | None:
    values: dict[str, str] = {}
    formulas: list[str] = []
    for place, kind in columns.items():
        cell = cells[place] if place < len(cells) else None
        if getattr(cell, "data_type", "") == "f":
            formulas.append(kind)
        elif text := _text(cell):
            values[kind] = text
    return Row(number, values, tuple(formulas)) if values or formulas else None


def _text(cell: Any) -> str:
    """What stands in a cell, as one line in one form of Unicode."""
    value = getattr(cell, "value", None)
    return " ".join(normalise(str(value))[:MAX_CELL].split()) if value is not None else ""


def split_several(text: str) -> Iterator[str]:
    """Several names in one cell, parted by semicolons, commas or line ends.

    >>> list(split_several("Phóng viên; Đảng viên,"))
    ['Phóng viên', 'Đảng viên']
    """
    return (part.strip() for part in re.split(r"[;,\n]", text) if part.strip())


# The template

#: Headings as the template writes them, with the width of the column.
TEMPLATE = (
    (pgettext_lazy("workbook", "Full name"), 28),
    (pgettext_lazy("workbook", "Email"), 32),
    (pgettext_lazy("workbook", "Role"), 34),
    (pgettext_lazy("workbook", "Organisation"), 40),
    (pgettext_lazy("workbook", "Word to the invited"), 48),
)


def write_template(out: IO[bytes], roles: Sequence[str], organisations: Sequence[str]) -> None:
    """A workbook to fill in: headings, one example, lists to choose from. Nothing in it is taken for a formula."""
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    heading = book.add_format({"bold": True, "bg_color": "#A8121A", "font_color": "#FFFFFF", "border": 1})
    example = book.add_format({"italic": True, "font_color": "#5C554B"})
    sheet, lists = book.add_worksheet(pgettext("workbook", "List")), book.add_worksheet(pgettext("workbook", "Choices"))
    for place, (title, width) in enumerate(TEMPLATE):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, str(title), heading)
    first_role = roles[0] if roles else ""
    filled = (
        pgettext("workbook", "Nguyen Van A (example)"),
        EXAMPLE_EMAIL,
        first_role,
        organisations[0] if organisations else "",
        "",
    )
    for place, text in enumerate(filled):
        sheet.write_string(1, place, text, example)
    sheet.write_comment(1, 0, _("This line is an example and is passed over."))
    for place, names in ((0, roles), (1, organisations)):
        for line, name in enumerate(names):
            lists.write_string(line, place, name)
        if names:
            column = "AB"[place]
            choice = {
                "validate": "list", "source": f"='{lists.get_name()}'!${column}$1:${column}${len(names)}",
                "error_type": "information", "error_title": _("Not in the list"),
                "error_message": _("Several are parted by semicolons. A name that the portal does not know is refused."),
            }  # fmt: skip
            sheet.data_validation(1, 2 + place, MAX_ROWS, 2 + place, choice)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, len(TEMPLATE) - 1)
    book.close()


#: The mailbox of the template's example, by which the line is known; no real address ends like it (RFC 2606).
EXAMPLE_EMAIL = "nguyen-van-a@vi-du.example"
