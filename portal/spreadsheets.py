"""Lines as files for spreadsheets, written piece by piece. No cell of them is a formula, whatever somebody typed."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import xlsxwriter

from portal.text import format_date

#: What a spreadsheet takes for the beginning of a formula; the wide ones are those of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A sheet has no more rows below its heading. What comes after stands on further sheets.
MOST_ROWS = 1_048_575
KINDS = ("csv", "xlsx")
#: Days of workbooks begin here: those before it are written as words.
FIRST_DAY = dt.date(1900, 3, 1)
DAY_FORMAT = "dd/mm/yyyy"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def plain(value: Any) -> str:
    """A value in words, a day as readers write it.

    >>> plain("=cmd|' /C calc'!A0"), plain("Đường hoa"), plain(None), plain(dt.date(2018, 7, 6))
    ("'=cmd|' /C calc'!A0", 'Đường hoa', '', '06/07/2018')
    """
    if type(value) is dt.date:
        return format_date(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_pieces(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """With the mark by which spreadsheets know UTF-8."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff".encode() + writer.writerow(headings).encode()
    for row in rows:
        yield writer.writerow([plain(value) for value in row]).encode()


def write_workbook(
    file: str | IO[bytes], headings: Sequence[str], widths: Sequence[int], rows: Iterable[Iterable[Any]]
) -> int:
    """Row by row into ``file``, a path or an open file: memory does not grow with them; returns how many sheets.

    A day is a day there too, so that it can be sorted and narrowed by.
    """
    how = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, how) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": DAY_FORMAT, "align": "left"})
        sheet, number = _new_sheet(book, bold, headings, widths), 0
        for row in rows:
            if number == MOST_ROWS:
                sheet, number = _new_sheet(book, bold, headings, widths), 0
            number += 1
            for column, value in enumerate(row):
                if type(value) is dt.date and value >= FIRST_DAY:
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write_string(number, column, plain(value))
        return len(book.worksheets())


def _new_sheet(book: Any, bold: Any, headings: Sequence[str], widths: Sequence[int]) -> Any:
    sheet = book.add_worksheet()
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    return sheet
