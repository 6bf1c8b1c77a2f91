"""A sheet as a grid of cells: merged ones filled, old encodings turned into Unicode."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from documents.importing.cells import EMPTY, Cell, cell_of
from portal.text import detect_legacy, from_legacy

#: Rows of old encodings speak for the others of their sheet from this share on.
_MOSTLY = 0.6
#: Cells that are filled because they are merged. Ranges that lie over each other, as no program writes them, end here.
MOST_FILLED = 1_000_000


@dataclass
class GridRow:
    """``filled`` are the places whose cell is merged with the one above it."""

    number: int
    cells: list[Cell]
    hidden: bool = False
    filled: frozenset[int] = frozenset()
    #: The places whose cell is merged with the one to its left; there a heading stands for both.
    wide: Mapping[int, Cell] = field(default_factory=dict)

    def at(self, place: int) -> Cell:
        return self.cells[place] if place < len(self.cells) else EMPTY


@dataclass
class Grid:
    name: str
    rows: list[GridRow]
    comments: Mapping[int, list[str]]
    legacy: bool = False


def grid_of(sheet: Mapping[str, Any]) -> Grid:
    """The grid of a sheet as the reading process handed it over."""
    raw = {
        (number, place): cell
        for number, _hidden, cells in sheet["rows"]
        for place, cell in enumerate(cells, start=1)
        if cell is not None
    }
    legacy = _Legacy(sheet["rows"])
    rows = {
        number: GridRow(
            number, [cell_of(legacy.read(number, cell), sheet["epoch"], raw) for cell in cells], bool(hidden)
        )
        for number, hidden, cells in sheet["rows"]
    }
    _fill(rows, sheet["merged"])
    comments: dict[int, list[str]] = {}
    for number, _place, text in sheet["comments"]:
        comments.setdefault(number, []).append(" ".join(text.split()))
    return Grid(sheet["name"], [rows[number] for number in sorted(rows)], comments, legacy.found)


class _Legacy:
    """Which rows are in an old encoding: a row at a time, since sheets are pasted together."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self.by_row: dict[int, str] = {}
        accented = 0
        for number, _hidden, cells in rows:
            text = "\n".join(cell for cell in cells if isinstance(cell, str))
            if text.isascii():
                continue
            accented += 1
            if encoding := detect_legacy(text.replace("\n", " ")):
                self.by_row[number] = encoding
        self.found = bool(self.by_row)
        usual = Counter(self.by_row.values()).most_common(1)
        self.for_all = usual[0][0] if usual and len(self.by_row) >= _MOSTLY * accented else ""

    def read(self, number: int, cell: Any) -> Any:
        """Before anything else touches the text: one of their letters is an invisible sign in Unicode."""
        encoding = self.by_row.get(number, self.for_all)
        return from_legacy(cell, encoding) if encoding and isinstance(cell, str) and not cell.isascii() else cell


def _fill(rows: dict[int, GridRow], merged: list[list[int]]) -> None:
    """Downwards a merged cell holds for every row; sideways it is one cell, and a heading of several columns."""
    filled = 0
    for top, left, bottom, right in merged:
        first = rows.get(top)
        value = first.at(left - 1) if first else EMPTY
        if not value:
            continue
        for number in _numbers(rows, top, bottom):
            filled += 1 + right - left
            if filled > MOST_FILLED:
                return
            row = rows[number]
            if number != top:
                row.cells += [EMPTY] * (left - len(row.cells))
                if not row.cells[left - 1]:
                    row.cells[left - 1] = value
                    row.filled |= {left - 1}
            row.wide = {**row.wide, **dict.fromkeys(range(left, right), value)}


def _numbers(rows: Mapping[int, GridRow], top: int, bottom: int) -> Iterator[int]:
    """The rows of a range that hold anything."""
    if bottom - top < len(rows):
        yield from (number for number in range(top, bottom + 1) if number in rows)
    else:
        yield from (number for number in rows if top <= number <= bottom)
