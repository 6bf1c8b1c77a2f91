"""Lines as files, written piece by piece. No cell of them is a formula, whatever somebody called his page."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

import xlsxwriter

from portal.editorial.audit.lines import ReadLine, headings

#: What a spreadsheet takes for the beginning of a formula; the wide ones are those of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A sheet has no more rows; the first is the heading.
MOST_ROWS = 1_048_575
WIDTHS = (8, 19, 26, 34, 60, 18, 12, 14, 18, 60)


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


def csv_pieces(lines: Iterable[ReadLine]) -> Iterator[bytes]:
    """With the mark by which spreadsheets know UTF-8."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff".encode() + writer.writerow(headings()).encode()
    for line in lines:
        yield writer.writerow([plain(value) for value in line.values()]).encode()


def xlsx_file(lines: Iterable[ReadLine]) -> IO[bytes]:
    """A temporary file, written row by row: memory does not grow with the lines."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  whoever sends it closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for column, (heading, width) in enumerate(zip(headings(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    for row, line in enumerate(lines, start=1):
        if row > MOST_ROWS:
            break
        for column, value in enumerate(line.values()):
            sheet.write_string(row, column, plain(value))
    book.close()
    file.seek(0)
    return file
