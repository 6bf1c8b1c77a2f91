"""From tesseract's words with their places to lines in the order of reading. Runs apart, on the standard library alone.

A head and a foot of an official document have two columns side by side. They are read one after the other, as their
authors wrote them; what has more columns is a table, and its rows stay together, parted by tabs.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

#: In heights of a line: a wider gap between words parts columns.
_WIDE = 2.2
_MOST_WORDS = 20_000
#: Of 100: what is less sure in ink is a seal's rim or a signature's stroke.
_SURE_INK = 45
_FEWEST_LETTERS = 3


@dataclass(frozen=True)
class Word:
    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Cell:
    """Words that stand together."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> int:
        return min(word.left for word in self.words)

    @property
    def right(self) -> int:
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        return (min(word.top for word in self.words) + max(word.bottom for word in self.words)) / 2

    @property
    def height(self) -> float:
        return median(word.bottom - word.top for word in self.words)

    @property
    def confidence(self) -> float:
        return sum(word.confidence for word in self.words) / len(self.words)


Row = tuple[Cell, ...]


def words_of(table: str) -> list[tuple[tuple[str, ...], Word]]:
    """The words of tesseract's TSV, each with the line that it belongs to."""
    found: list[tuple[tuple[str, ...], Word]] = []
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        left, top = int(row["left"]), int(row["top"])
        word = Word(text, float(row["conf"]), left, top, left + int(row["width"]), top + int(row["height"]))
        found.append(((row["block_num"], row["par_num"], row["line_num"]), word))
    return found[:_MOST_WORDS]


def rows_of(table: str) -> list[Row]:
    """Lines in tesseract's order, cut where they have wide gaps."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for line, word in words_of(table):
        lines.setdefault(line, []).append(word)
    return [tuple(_cells(words)) for words in lines.values()]


def text_of(rows: Sequence[Row]) -> str:
    return "\n".join(_reading_order(rows))


def confidence_of(rows: Iterable[Row]) -> int:
    """The mean of the words, weighed by their letters; 0 where nothing was recognised."""
    words = [word for row in rows for cell in row for word in cell.words]
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters) if letters else 0


def with_ink(rows: Sequence[Row], ink: Iterable[Row]) -> list[Row]:
    """Words stamped in ink as lines of their own, each before the line that it stands at."""
    stamped = [
        (cell,) for row in ink for cell in row
        if cell.confidence >= _SURE_INK and sum(char.isalpha() for char in cell.text) >= _FEWEST_LETTERS
    ]  # fmt: skip
    merged = list(rows)
    for row in stamped:
        place = next((place for place, other in enumerate(merged) if other[0].middle > row[0].middle), len(merged))
        merged.insert(place, row)
    return merged


def _cells(words: list[Word]) -> Iterator[Cell]:
    height = median(word.bottom - word.top for word in words)
    words = sorted(words, key=lambda word: word.left)
    held = [words[0]]
    for word in words[1:]:
        if word.left - held[-1].right > _WIDE * height:
            yield Cell(tuple(held))
            held = []
        held.append(word)
    yield Cell(tuple(held))


def _reading_order(rows: Sequence[Row]) -> Iterator[str]:
    place = 0
    while place < len(rows):
        end, gap = _column_run(rows, place)
        if gap is None:
            yield "\t".join(cell.text for cell in rows[place])
            place += 1
            continue
        cells = [cell for row in rows[place:end] for cell in row]
        yield from (cell.text for cell in cells if cell.right <= gap)
        yield from (cell.text for cell in cells if cell.left >= gap)
        place = end


def _column_run(rows: Sequence[Row], start: int) -> tuple[int, float | None]:
    """Where the two columns that begin at ``start`` end, and what lies between them; ``None`` where none begin.

    Rows with one cell belong to them as long as they lie on one side of the gap.
    """
    first = next((place for place in range(start, min(start + 3, len(rows))) if len(rows[place]) == 2), None)
    if first is None:
        return start, None
    left, right = rows[first][0].right, rows[first][1].left
    end = start
    for row in rows[start:]:
        if len(row) > 2:
            break
        narrower_left = max([left, *(cell.right for cell in row if cell.right <= (left + right) / 2)])
        narrower_right = min([right, *(cell.left for cell in row if cell.left >= (left + right) / 2)])
        crossing = any(cell.left < (left + right) / 2 < cell.right for cell in row)
        if crossing or narrower_right - narrower_left < row[0].height:
            break
        left, right = narrower_left, narrower_right
        end += 1
    return (end, (left + right) / 2) if end > first else (start, None)
