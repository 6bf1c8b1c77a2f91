"""Lines as files, written piece by piece. No cell of them is a formula, whatever somebody called his page."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from portal.editorial.audit.lines import ReadLine, headings

#: What a spreadsheet takes for the beginning of a formula; the wide ones are those of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A sheet has no more rows; the first is the heading. What comes after stands on further sheets.
MOST_ROWS = 1_048_575
KINDS = ("csv", "xlsx")
WIDTHS = (8, 19, 26, 34, 60, 18, 12, 14, 18, 60)


def plain(value: Any) -> str:
    """
    >>> plain("=cmd|' /C calc'!A0"), plain("Đường hoa"), plain(None)
    ("'=cmd|' /C calc'!A0", 'Đường hoa', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def write_file(lines: Iterable[ReadLine], path: Path) -> int:
    """Write ``lines`` to ``path``, as its ending says; returns how many sheets the file has.

    Raises:
        ValueError: the ending is none of ``KINDS``.
    """
    if path.suffix == ".csv":
        return _write_csv(lines, path)
    if path.suffix == ".xlsx":
        return _write_xlsx(lines, path)
    raise ValueError(path.suffix)


def _write_csv(lines: Iterable[ReadLine], path: Path) -> int:
    """With the mark by which spreadsheets know UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings())
        writer.writerows([plain(value) for value in line.values()] for line in lines)
    return 1


def _write_xlsx(lines: Iterable[ReadLine], path: Path) -> int:
    """Row by row: memory does not grow with the lines."""
    how = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), how) as book:
        bold = book.add_format({"bold": True})
        sheet, row = _new_sheet(book, bold), 0
        for line in lines:
            if row == MOST_ROWS:
                sheet, row = _new_sheet(book, bold), 0
            row += 1
            for column, value in enumerate(line.values()):
                sheet.write_string(row, column, plain(value))
        return len(book.worksheets())


def _new_sheet(book: Any, bold: Any) -> Any:
    sheet = book.add_worksheet()
    for column, (heading, width) in enumerate(zip(headings(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    return sheet
