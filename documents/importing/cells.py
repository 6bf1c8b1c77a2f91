"""Cells as the portal reads them, out of what the reading process handed over."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from documents.importing.dates import Day, read_day
from portal.text import normalise

_SAYS = re.compile(r'"((?:[^"]|"")*)"\s*')
_REFERS = re.compile(r"\$?([A-Z]{1,2})\$?([0-9]{1,6})\s*")
_DATE = re.compile(r"=\s*DATE\(\s*(\d{1,4})\s*[,;]\s*(\d{1,2})\s*[,;]\s*(\d{1,2})\s*\)\s*", re.IGNORECASE)
_LINK = re.compile(r'=\s*HYPERLINK\(\s*"[^"]*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)\s*', re.IGNORECASE)
_JOINED = re.compile(r"=\s*CONCAT(?:ENATE)?\((.*)\)\s*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Cell:
    """``text`` as it is shown; ``number`` where it is one; ``problem``: ``formula`` or ``error``."""

    text: str = ""
    number: float | None = None
    iso: str = ""
    epoch: int = 1900
    problem: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.problem)

    @property
    def line(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())

    def day(self) -> Day:
        """What it says of a day."""
        return read_day(self.iso or self.text, self.number, self.epoch)


EMPTY = Cell()


def cell_of(raw: Any, epoch: int = 1900, others: Mapping[tuple[int, int], Any] | None = None) -> Cell:
    """
    >>> cell_of(["formula", '="10-CT/TW"', None]), cell_of(["number", 5, "05-CT/TW"]).text
    (Cell(text='10-CT/TW', number=None, iso='', epoch=1900, problem=''), '05-CT/TW')
    """
    if raw is None:
        return EMPTY
    if isinstance(raw, str):
        return Cell(normalise(raw).strip(" \t\n'’") if raw.startswith("'") else normalise(raw).strip())
    kind, value, *rest = raw
    if kind == "date":
        return Cell(value, iso=value)
    if kind == "number":
        plain = rest[0] == f"{value:g}" or rest[0] == str(value)
        return Cell(rest[0], number=float(value) if plain else None, epoch=epoch)
    if kind == "formula":
        return _formula(value, rest[0], epoch, others or {})
    return Cell(str(value), problem="error")


def _formula(formula: str, result: Any, epoch: int, others: Mapping[tuple[int, int], Any]) -> Cell:
    """What can be read off a formula without working it out, else what the workbook remembers of its result."""
    if found := _DATE.fullmatch(formula):
        iso = f"{int(found[1]):04}-{int(found[2]):02}-{int(found[3]):02}"
        return Cell(iso, epoch=epoch)
    if found := _LINK.fullmatch(formula):
        return Cell(normalise(found[1].replace('""', '"')).strip())
    if (said := _said(formula, epoch, others)) is not None:
        return said
    known = cell_of(result, epoch) if result not in (None, ["number", 0, "0"]) else EMPTY
    return known if known.text and not known.problem else Cell(formula, problem="formula")


def _said(formula: str, epoch: int, others: Mapping[tuple[int, int], Any]) -> Cell | None:
    """Words and other cells, joined by ``&``."""
    joined = _JOINED.fullmatch(formula)
    rest, sign = (joined[1], ",;") if joined else (formula.removeprefix("=").strip(), "&")
    parts: list[Cell] = []
    while rest:
        if word := _SAYS.match(rest):
            part = Cell(normalise(word[1].replace('""', '"')))
        elif (word := _REFERS.match(rest)) and (word[1], word[2]):
            raw = others.get((int(word[2]), _column(word[1])))
            if raw is None or (isinstance(raw, list) and raw[0] == "formula"):
                return None
            part = cell_of(raw, epoch)
        else:
            return None
        parts.append(part)
        rest = rest[word.end() :]
        if rest and rest[0] not in sign:
            return None
        rest = rest[1:].strip()
    if len(parts) == 1:
        return replace(parts[0], text=parts[0].text.strip())
    return Cell("".join(part.text for part in parts).strip()) if parts else None


def _column(letters: str) -> int:
    """
    >>> _column("A"), _column("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.line for cell in cells]
