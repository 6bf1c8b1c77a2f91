"""A document's number and symbol (`Số, ký hiệu`) as its parts: typed in any spelling, compared by one key.

``10-CT/TW`` is the number 10, the letters CT of a directive and the letters TW of its issuer; ``30/2020/NĐ-CP`` has a
year besides. Separators, case, diacritics and leading noughts do not matter for the key (domain 2.3).
"""

import re
from dataclasses import dataclass

from portal.text import fold, normalise

_PARTS = re.compile(
    r"^(?:so\s*:?\s*)?0*(?P<number>\d{1,5})(?:(?P<suffix>[a-z])(?![a-z]))?\s*"
    r"(?:[-/.\s]\s*(?P<year>(?:19|20)\d\d)(?=\D|$))?\s*[-/.\s]*(?P<letters>.*)$"
)
_SEPARATORS = re.compile(r"[-/.,\s]+")


@dataclass(frozen=True)
class Symbol:
    """The parts of a number, folded: ``letters`` are what follows it, code first."""

    number: str
    suffix: str
    year: int | None
    letters: tuple[str, ...]

    @property
    def key(self) -> str:
        """One spelling for all.

        >>> parse_symbol("Số 010 – CT/TW").key == parse_symbol("10 ct tw").key == parse_symbol("10/CT-TW").key
        True
        >>> parse_symbol("30/2020/NĐ-CP").key
        '30/2020|nd|cp'
        """
        year = f"/{self.year}" if self.year else ""
        return "|".join((f"{self.number}{self.suffix}{year}", *self.letters))


def parse_symbol(typed: str) -> Symbol | None:
    """The parts of ``typed``; ``None`` where it begins with no number."""
    found = _PARTS.match(fold(normalise(typed)))
    if found is None:
        return None
    letters = tuple(part for part in _SEPARATORS.split(found["letters"]) if part)
    return Symbol(found["number"], found["suffix"] or "", int(found["year"]) if found["year"] else None, letters)


def key_of(typed: str) -> str:
    """The key of a number; empty where it is none."""
    symbol = parse_symbol(typed)
    return symbol.key if symbol is not None else ""
