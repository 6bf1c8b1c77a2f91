"""Reader of saved plain text: one line of the file is one block.

Plain text shows no bold and no links; what it does show is kept: empty lines (``gap``), far indents (``placed``),
bullets, and columns (tabs or bars) as tables. Text broken at a fixed width is joined again first.
"""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from django.utils.translation import gettext as _

from news.importers.decoding import Decoded
from news.importers.errors import Refused
from news.importers.lines import itemise, tidy_runs
from news.importers.text_marks import marked_runs, without_link_numbers
from news.importers.tree import Block, Hint, Kind, Note, Placed, Run, SourcePage
from portal.text import detect_legacy, from_legacy, normalise

_FAR = 16
_NARROW = 110
_NEW_LINE_START = re.compile(r"\s*(?:[-+*•]|\d{1,2}[.)]\s|[a-zđ]\)\s|\[)")
_QUOTE = re.compile(r"\s*>\s+(?=[“\"«])")  # "> “…”", as mail and text browsers set off somebody's words
_CELL_END = re.compile(r"(?<=\S)\s*\|\s*$")
_LONGEST_CAPTION = 350
_MOST_ROWS = 200
_MOST_MILLIONS = 2
_MOST_LINES = 20_000
_RULE_ROW = re.compile(r"[\s|+:=-]{3,}")


def read_text(path: Path, decoded: Decoded) -> SourcePage:
    """Return the page that ``decoded`` shows.

    Raises:
        Refused: it has more lines than any article.
    """
    text, notes = decoded.text, []
    if len(text) > _MOST_MILLIONS * 1_000_000:
        raise Refused(
            _(
                "The file is larger than %(limit)d MB, which no saved page is. Save the page without its pictures, as "
                "“HTML only” or as text."
            )
            % {"limit": _MOST_MILLIONS}
        )
    if text.count("\n") > _MOST_LINES:
        raise Refused(
            _(
                "The page has more than %(limit)d elements, which no article has. Copy the article's text into a text "
                "file and import that."
            )
            % {"limit": _MOST_LINES}
        )
    legacy = detect_legacy(text)
    encoding = decoded.encoding
    if legacy:
        text = from_legacy(text, legacy)
        encoding = f"{legacy} ({decoded.encoding})"
        notes.append(
            Note(_("The text was in %(encoding)s and has been converted: check its spelling.") % {"encoding": legacy})
        )
    shown = without_link_numbers(normalise(text))
    lines = [(number, line.rstrip()) for number, line in enumerate(shown.split("\n"), start=1)]
    return SourcePage(path, _blocks(_unwrapped(lines)), styled=False, encoding=encoding, notes=notes)


def _blocks(lines: list[tuple[int, str]]) -> list[Block]:
    blocks: list[Block] = []
    gap, position = True, 0
    while position < len(lines):
        number, line = lines[position]
        rows = _table_rows(lines, position)
        if rows:
            blocks.append(Block(Kind.TABLE, number, rows=tuple(row for row in rows if row), gap=gap))
            position += len(rows)
            gap = False
            continue
        position += 1
        if not line.strip():
            gap = True
            continue
        indent = len(line) - len(line.lstrip())
        quote = _QUOTE.match(line)
        line = line[quote.end() :] if quote else line
        runs = tidy_runs(marked_runs(line))
        if not runs:
            continue
        far = indent >= _FAR and len(line.strip()) < 100
        placed = Placed.END if far else Placed.START
        hints: frozenset[Hint] = frozenset()
        if _CELL_END.search(line) and len(line) < _LONGEST_CAPTION:
            # What is left of a table with a picture and its caption, when a page is saved as text.
            runs, hints = tidy_runs([Run(_CELL_END.sub("", line).lstrip(" |"))]), frozenset({Hint.CAPTION})
        if runs:
            block = Block(Kind.TEXT, number, runs, gap=gap, placed=placed, hints=hints)
            blocks.append(replace(block, quoted=True) if quote else itemise(block))
        gap = False
    return blocks


def _cells(line: str) -> tuple[str, ...]:
    if "\t" in line.strip():
        return tuple(" ".join(cell.split()) for cell in line.strip("\n").split("\t"))
    if line.count("|") >= 2:
        return tuple(" ".join(cell.split()) for cell in line.strip().strip("|").split("|"))
    return ()


def _table_rows(lines: list[tuple[int, str]], start: int) -> list[tuple[str, ...]]:
    """The rows of the table that starts here; a ruling line between rows is an empty row."""
    first = _cells(lines[start][1])
    if first and sum(map(bool, first)) * 2 < len(first):
        return []
    rows: list[tuple[str, ...]] = []
    for _number, line in lines[start : start + _MOST_ROWS]:
        if line.strip() and _RULE_ROW.fullmatch(line) and ("|" in line or "+" in line):
            rows.append(())
            continue
        cells = _cells(line)
        known = next((row for row in rows if row), cells)
        if len(cells) < 2 or len(cells) != len(known):
            break
        rows.append(cells)
    filled = [row for row in rows if row]
    busy = sum(bool(cell) for row in filled for cell in row)
    return rows if len(filled) >= 2 and busy > len(filled) * len(filled[0]) / 2 else []


def _unwrapped(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Join lines that were broken at a fixed width."""
    width = max((len(line) for _number, line in lines), default=0)
    broken = [
        number
        for (number, line), (_next, following) in pairwise(lines)
        if len(line) > width / 2 and following.lstrip()[:1].islower()
    ]
    if width > _NARROW or len(broken) < 5:
        return lines
    joined: list[tuple[int, str]] = []
    previous = ""
    for number, line in lines:
        goes_on = len(previous) > 0.75 * width and line.strip() and not _NEW_LINE_START.match(line)
        if joined and goes_on:
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} {line.strip()}")
        else:
            joined.append((number, line))
        previous = line
    return joined
