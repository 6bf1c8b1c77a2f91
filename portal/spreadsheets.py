"""Lists as files for spreadsheets, written piece by piece. No cell of them is a formula, whatever somebody typed."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import xlsxwriter

#: What a spreadsheet takes for the beginning of a formula; the wide ones are those of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A sheet has no more rows below its heading.
MOST_ROWS = 1_048_575


def plain(value: Any) -> str:
    """
    >>> plain("=cmd|' /C calc'!A0"), plain("Đường hoa"), plain(None)
    ("'=cmd|' /C calc'!A0", 'Đường hoa', '')
    """
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


def xlsx_file(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Iterable[Any]]) -> IO[bytes]:
    """A temporary file, written row by row: memory does not grow with the rows. More than a sheet holds is left out."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  whoever sends it closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            break
        for column, value in enumerate(row):
            sheet.write_string(number, column, plain(value))
    book.close()
    file.seek(0)
    return file
