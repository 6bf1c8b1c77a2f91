"""Where the table of a sheet is: its headings, its rows of documents, and what stands around and between them.

Above the headings stand the names of office and list, headings take up to three rows and come again on every printed
page, rows like `I. Chỉ thị` part the table, sums and signatures stand below. What is no document is passed over and
said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from documents.importing.cells import EMPTY, Cell, texts
from documents.importing.columns import Column, column_of, columns_of, plain
from documents.importing.dates import days_in
from documents.importing.grids import Grid, GridRow
from documents.references import Kind, find
from portal.text import fold

_HEADING_WITHIN, _HEADING_ROWS = 60, 3
_MOST_SECTIONS = 6
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zđ])\)?(?:\s?=.*)?", re.IGNORECASE)
_DITTO = frozenset(
    {'"', "''", "”", "“", "〃", "nt", "-nt-", "- nt -", "nhu tren", "//", "n/t", "(nt)", "...nt...", "-//-"}
)
_SUM = re.compile(r"(?:tong|cong)(?: (?:cong|so))?\b(?!.*\b(?:bi thu|cong ti|lien doan|hop|ket|du toan)\b)[^a-z]*.*")
_BELOW = re.compile(
    r"(?:nguoi lap|noi nhan|ghi chu\W|thu truong|xac nhan|t/m|tm\.|k/t|kt\.|ki ten|chanh van phong|\(?ki,? (?:va )?ghi ro|luu y\W"
    r"|danh sach nay|bi thu$|pho bi thu$|chu tich$|van thu$|nguoi (?:kiem tra|tong hop|soat)|\(da ki\)|\*)"
)
#: What stands before a title in a cell of its own.
_MARKER = re.compile(r"(?:[A-H]|[IVX]{1,5}|[A-H]?\d{1,2})(?:\.\d{1,2})?")
_LEVELS = (
    re.compile(r"(?:[A-H]|PHẦN\b.{1,20}?)[.):/\s-]"),
    re.compile(r"[IVX]{1,5}\s*[.):/-]"),
    re.compile(r"\d{1,2}\s*[.):/-](?!\d)"),
)


@dataclass
class Line:
    """One row of the register. ``sections`` are the titles that it stands under, the nearest last."""

    sheet: str
    number: int
    cells: dict[str, Cell]
    sections: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    hidden: bool = False
    #: What stands in columns that are not imported.
    others: tuple[str, ...] = ()

    def at(self, column: str) -> Cell:
        return self.cells.get(column, EMPTY)


@dataclass(frozen=True)
class Passed:
    """A row that is no document. ``kind`` is one of those in ``reports.PASSED``."""

    sheet: str
    number: int
    kind: str
    text: str


@dataclass
class Table:
    """What was found in a sheet; without ``columns`` it holds no register."""

    sheet: str
    titles: tuple[str, ...] = ()
    columns: Mapping[int, str] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    legacy: bool = False


def table_of(grid: Grid, relations: Mapping[str, str], before: Table | None = None) -> Table:
    """The register in ``grid``; a sheet without headings goes on with those of the sheet ``before``."""
    table = Table(grid.name, legacy=grid.legacy)
    found = _headings(grid.rows, relations)
    if found is None:
        if before is None or not _goes_on(grid, before):
            return table
        table.columns, table.headings, rows = before.columns, before.headings, grid.rows
    else:
        start, end, table.columns = found
        table.titles = tuple(_titles(grid.rows[:start]))
        table.headings = _words(grid.rows[start:end])
        rows = grid.rows[end:]
    _Reader(table, relations, grid.comments).read(rows)
    return table


def _words(rows: Sequence[GridRow]) -> dict[int, str]:
    """What the headings say, for the preview."""
    width = max(len(row.cells) for row in rows)
    said = {place: dict.fromkeys(row.at(place).line for row in rows if row.at(place)) for place in range(width)}
    return {place: " ".join(words) for place, words in said.items() if words}


def _titles(rows: Sequence[GridRow]) -> Iterator[str]:
    """What stands above the headings, without what is a heading itself."""
    for row in rows:
        yield from dict.fromkeys(text for text in texts(row.cells) if text and column_of(text, {}) is None)


def _headings(rows: Sequence[GridRow], relations: Mapping[str, str]) -> tuple[int, int, dict[int, str]] | None:
    """Where the headings begin and end, and what the columns hold."""
    best: tuple[int, int, int, dict[int, str]] | None = None
    for start in range(min(len(rows), _HEADING_WITHIN)):
        if _names_a_document(rows[start]):
            if best is not None:
                break
            continue
        score, end, columns = _best_from(rows, start, relations)
        # Of two that tell as much the shorter: a title above the headings is none of them.
        if columns and (best is None or (score, start - end) > (best[0], best[1] - best[2])):
            best = score, start, end, columns
    if best is None:
        return None
    start, end, columns = best[1:]
    while start and rows[start].filled:  # its cells are merged with headings above
        start -= 1
    return start, end, columns


def _best_from(rows: Sequence[GridRow], start: int, relations: Mapping[str, str]) -> tuple[int, int, dict[int, str]]:
    """The headings that begin in this row, of one row or of several that tell more together."""
    chosen: tuple[int, int, dict[int, str]] = (0, start, {})
    for end in range(start + 1, min(start + _HEADING_ROWS, len(rows)) + 1):
        if end > start + 1 and (_names_a_document(rows[end - 1]) or _is_numbering(rows[end - 1])):
            break
        columns = columns_of(_stacked(rows[start:end], relations), relations)
        score = _score(columns)
        if score > chosen[0]:
            chosen = score, end, columns
    # Two rows of a table without headings never get here: they name documents.
    return chosen if chosen[0] else (0, start, {})


def _stacked(rows: Sequence[GridRow], relations: Mapping[str, str]) -> list[str]:
    """The heading of each column: that of the lowest row if it says enough, else with what stands above it."""
    width = max(len(row.cells) for row in rows)
    headings = []
    for place in range(width):
        said: list[str] = []
        for row in rows:
            text = (row.at(place) or row.wide.get(place, EMPTY)).line
            if text and text not in said:
                said.append(text)
        headings.append(_told(said, relations))
    return headings


def _told(said: Sequence[str], relations: Mapping[str, str]) -> str:
    variants = [*(said[-1:]), " ".join(said), *said[:-1][::-1]]
    known = [
        variant
        for variant in variants
        if columns_of([variant], relations).get(0, Column.PASSED_OVER) != Column.PASSED_OVER
    ]
    return known[0] if known else (" ".join(said))


def _score(columns: Mapping[int, str]) -> int:
    """How many columns say something of a document; nothing where none tells which one."""
    kinds = set(columns.values()) - {Column.ORDER, Column.PASSED_OVER}
    telling = kinds & {Column.NUMBER, Column.ABSTRACT, Column.WHOLE}
    return len(kinds) if telling and len(kinds) > 1 else 0


def _names_a_document(row: GridRow) -> bool:
    """Whether a number or a day stands in it: headings have none."""
    for cell in row.cells:
        if cell.iso or (cell.number is not None and cell.number > 99):
            return True
        if (
            any(char.isdigit() for char in cell.text)
            and len(cell.text) < 2000
            and (days_in(fold(cell.text)) or any(found.kind is not Kind.NAMED for found in find(cell.text)))
        ):
            return True
    return False


def _is_numbering(row: GridRow) -> bool:
    """The row (1) (2) (3) … under the headings of official forms."""
    said = [cell.line for cell in row.cells if cell]
    if len(said) < 3 or not all(_NUMBERING.fullmatch(text) for text in said):
        return False
    counted = [int(text.strip("()")) for text in said if text.strip("()").isdigit()]
    return counted == sorted(set(counted)) and (not counted or counted[-1] - counted[0] < 2 * len(counted))


def _goes_on(grid: Grid, before: Table) -> bool:
    """Whether a sheet without headings looks like the rows of the sheet before it."""
    places = [place for place, column in before.columns.items() if column in (Column.NUMBER, Column.WHOLE)]
    first = [row for row in grid.rows[:5] if any(find(row.at(place).text) for place in places)]
    return bool(first)


class _Reader:
    """Goes down the rows below the headings."""

    def __init__(self, table: Table, relations: Mapping[str, str], comments: Mapping[int, list[str]]) -> None:
        self.table, self.relations, self.comments = table, relations, comments
        self.sections: dict[int, str] = {}
        self.before: dict[str, Cell] = {}

    def read(self, rows: Sequence[GridRow]) -> None:
        last = max(
            (place for place, row in enumerate(rows) if self._is_document(row) and not _is_numbering(row)), default=-1
        )
        for place, row in enumerate(rows):
            if self._is_heading_again(row) or _is_numbering(row):
                self._pass(row, "heading")
            elif self._is_document(row):
                self._add(row)
            elif self._goes_on(row):
                self._append(row)
            elif said := [text for text in texts(row.cells) if text]:
                self._between(row, said, is_below=place > last)

    def _cells(self, row: GridRow) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        for place, column in self.table.columns.items():
            if (cell := row.at(place)) and column != Column.PASSED_OVER:
                cells[column] = cell
        return cells

    def _others(self, row: GridRow) -> tuple[str, ...]:
        columns = self.table.columns
        return tuple(
            cell.line
            for place, cell in enumerate(row.cells)
            if cell and columns.get(place, Column.PASSED_OVER) == Column.PASSED_OVER
        )

    def _is_document(self, row: GridRow) -> bool:
        cells = self._cells(row)
        cells.pop(Column.NOTE, None)
        order = cells.pop(Column.ORDER, EMPTY)
        if not cells or _is_sum(row):
            return False
        number, abstract = cells.get(Column.NUMBER, EMPTY), cells.get(Column.ABSTRACT, EMPTY)
        whole = cells.get(Column.WHOLE, EMPTY)
        own = [cell for place, cell in enumerate(row.cells) if cell and place not in row.filled]
        if len(cells) == 1 and len(own) <= 1 + bool(order):
            return self._alone(next(iter(cells.values())), order, is_abstract=bool(abstract), is_whole=bool(whole))
        if any(char.isdigit() for char in number.text) or number.iso or whole:
            return not _BELOW.match(fold(number.line or whole.line))
        if _BELOW.match(fold(next(iter(cells.values())).line)):
            return False
        beside = cells.keys() & {Column.ISSUED, Column.TYPE, Column.ISSUER}
        return bool(order.line[:1].isdigit() or (abstract and beside) or len(cells) > 3)

    @staticmethod
    def _alone(cell: Cell, order: Cell, *, is_abstract: bool, is_whole: bool) -> bool:
        """A single filled cell is a document where it names one, and a title else."""
        if any(found.kind is not Kind.NAMED for found in find(cell.text[:400])):
            return not any(level.match(cell.line) for level in _LEVELS[:2]) and not _BELOW.match(fold(cell.line))
        counted = order.line.rstrip(".").isdigit()
        return counted and ((is_abstract and len(cell.line) > 30) or (is_whole and len(cell.line.split()) > 2))

    def _add(self, row: GridRow) -> None:
        cells = self._cells(row)
        number = next((place for place, column in self.table.columns.items() if column == Column.NUMBER), None)
        abstract = next((place for place, column in self.table.columns.items() if column == Column.ABSTRACT), None)
        if number in row.filled and (abstract is None or abstract in row.filled) and self.table.lines:
            self._join(cells)
            self.table.lines[-1].others += self._others(row)
            return
        for column, cell in list(cells.items()):
            if column != Column.ORDER and fold(cell.line) in _DITTO:
                cells[column] = self.before.get(column, EMPTY)
        self.before = cells
        sections = tuple(text for _level, text in sorted(self.sections.items()))
        comments = tuple(self.comments.get(row.number, ()))
        self.table.lines.append(
            Line(self.table.sheet, row.number, cells, sections, comments, row.hidden, self._others(row))
        )

    def _join(self, cells: Mapping[str, Cell]) -> None:
        """Two rows under one merged number are one document: a row for each recipient or relation."""
        line = self.table.lines[-1]
        for column, cell in cells.items():
            there = line.at(column)
            if column != Column.ORDER and cell.text not in there.text.split("; "):
                line.cells[column] = replace(cell, text="; ".join(filter(None, (there.text, cell.text))), number=None)

    def _goes_on(self, row: GridRow) -> bool:
        """The rest of an abstract in a row of its own: it begins small."""
        cells = self._cells(row)
        text = cells.get(Column.ABSTRACT, EMPTY).line
        previous = self.table.lines[-1] if self.table.lines else None
        return (
            list(cells) == [Column.ABSTRACT]
            and previous is not None
            and previous.number == row.number - 1
            and text[:1].islower()
            and bool(previous.at(Column.ABSTRACT))
        )

    def _append(self, row: GridRow) -> None:
        line = self.table.lines[-1]
        self._pass(row, "continued")
        there, more = line.at(Column.ABSTRACT), self._cells(row)[Column.ABSTRACT]
        line.cells[Column.ABSTRACT] = replace(there, text=f"{there.text} {more.text}")

    def _is_heading_again(self, row: GridRow) -> bool:
        same = sum(
            plain(row.at(place).line) == plain(heading)
            for place, heading in self.table.headings.items()
            if row.at(place)
        )
        if same >= 2 and same * 2 >= sum(bool(cell) for cell in row.cells):
            return True
        if _names_a_document(row):
            return False
        columns = columns_of(texts(row.cells), self.relations)
        if _score(columns) < 3 or any(len(text) > 60 for text in texts(row.cells)):
            return False
        self.table.columns, self.table.headings = columns, _words([row])
        return True

    def _between(self, row: GridRow, said: Sequence[str], *, is_below: bool) -> None:
        words = list(dict.fromkeys(said))
        marker = f"{words[0]}. " if len(words) > 1 and _MARKER.fullmatch(words[0]) else ""
        text = marker + " ".join(words[bool(marker) :])
        if _is_sum(row):
            self._pass(row, "sum", text)
        elif is_below or _BELOW.match(fold(text)):
            self._pass(row, "below", text)
        elif len(words) > 3 or len(text) > 250:
            self._pass(row, "other", text)
        else:
            self._pass(row, "section", text)
            level = next((place for place, form in enumerate(_LEVELS) if form.match(f"{text} ")), len(_LEVELS))
            self.sections = {deep: title for deep, title in self.sections.items() if deep < level}
            self.sections[level] = text
            self.before = {}

    def _pass(self, row: GridRow, kind: str, text: str = "") -> None:
        self.table.passed.append(Passed(self.table.sheet, row.number, kind, text[:200]))


def _is_sum(row: GridRow) -> bool:
    said = [text for text in texts(row.cells) if text]
    return (
        bool(said)
        and len(said) < 6
        and bool(_SUM.match(fold(said[0])))
        and not any(found.kind is not Kind.NAMED for text in said for found in find(text[:400]))
    )
