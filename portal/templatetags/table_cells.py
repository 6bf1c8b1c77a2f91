"""What the cells of a table are, so that figures stand under figures and names of rows are told from values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django import template

register = template.Library()

_FIGURE = re.compile(r"[+\-−–]?\d[\d.,/ ]*\s*(?:%|‰)?")


@dataclass(frozen=True)
class Cell:
    """A cell as it is shown: ``is_number`` where its column is one of figures, ``is_header`` where it names a row or
    a column."""

    text: str
    is_number: bool
    is_header: bool


@dataclass(frozen=True)
class Table:
    """``header`` is empty for a table without one."""

    header: list[Cell]
    rows: list[list[Cell]]


@register.simple_tag
def table_cells(header: Sequence[object] | None, rows: Sequence[Sequence[object]], first_names_rows: bool) -> Table:
    """Cells with what they are. The first column names the rows where the editor said so or left the corner empty."""
    titles = _texts(header or [])
    texts = [_texts(row) for row in rows]
    are_numbers = [_holds_figures(column) for column in zip_longest(*texts, fillvalue="")]
    names_rows = first_names_rows or (len(titles) > 1 and not titles[0])
    return Table(
        header=[Cell(text, at < len(are_numbers) and are_numbers[at], bool(text)) for at, text in enumerate(titles)],
        rows=[
            [Cell(text, are_numbers[at], names_rows and at == 0 and bool(text)) for at, text in enumerate(row)]
            for row in texts
        ],
    )


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number and nothing else: ``24``, ``95,5%``, ``207/210``; not ``09/2020 – nay``."""
    return bool(_FIGURE.fullmatch(cell))


def _texts(cells: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in cells]


def _holds_figures(column: Sequence[str]) -> bool:
    """Most of what it says are figures; a remark such as “chưa thống kê” among them does not matter."""
    said = [cell for cell in column if cell]
    return 2 * sum(map(is_figure, said)) > len(said)
