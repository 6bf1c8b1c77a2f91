"""Lines of the activity log as files."""

from collections.abc import Iterable
from pathlib import Path

from portal.editorial.audit.lines import ReadLine, headings
from portal.spreadsheets import csv_pieces, write_workbook

_WIDTHS = (8, 19, 26, 34, 60, 18, 12, 14, 18, 60)


def write_file(lines: Iterable[ReadLine], path: Path) -> int:
    """Write ``lines`` to ``path``, as its ending says; returns how many sheets the file has.

    Raises:
        ValueError: the ending is none of ``portal.spreadsheets.KINDS``.
    """
    rows = (line.values() for line in lines)
    if path.suffix == ".csv":
        with path.open("wb") as file:
            file.writelines(csv_pieces(headings(), rows))
        return 1
    if path.suffix == ".xlsx":
        return write_workbook(str(path), headings(), _WIDTHS, rows)
    raise ValueError(path.suffix)
