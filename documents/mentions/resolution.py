"""Which document a mention means, of those that have its number. Pure: plain values in, plain values out.

A number is given again in every term and by many bodies, so it is never enough where more than one paper bears it, and
a bare number is never enough at all (``docs/decisions/mentions.md``).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from documents.references import Kind
from portal.text import fold

#: The bodies that share the letters TW, by a word that tells them apart.
_CENTRAL = {
    "ban bi thu": "secretariat", "bbt": "secretariat",
    "bo chinh tri": "politburo", "bct": "politburo",
    "ban chap hanh": "committee", "bch": "committee", "hoi nghi": "committee",
}  # fmt: skip


class Asked(Protocol):
    """What a mention says; a stored one and one just read alike."""

    @property
    def kind(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def day(self) -> dt.date | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def term(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def is_supported(self) -> bool: ...


@dataclass(frozen=True)
class Candidate:
    """A document that bears the number. ``letters``: those of its body in the number; ``holds``: on the text's day.

    ``above`` names the body above its own, whose place it shares.
    """

    pk: int
    symbol: str = ""
    name: str = ""
    url_path: str = ""
    issued_on: dt.date | None = None
    term: str = ""
    letters: str = ""
    body: str = ""
    above: str = ""
    holds: bool | None = None


@dataclass(frozen=True)
class Resolution:
    """``document`` where one is meant; else all that may be, and the reader chooses."""

    document: Candidate | None = None
    several: tuple[Candidate, ...] = field(default=())


NOTHING = Resolution()


def resolve(
    asked: Asked, candidates: Sequence[Candidate], text_day: dt.date | None, *, are_all: bool = True
) -> Resolution:
    """What ``asked`` means among ``candidates``, read on ``text_day``, the day of the text that says it.

    Where they are not all, none of them is certain, for what was left out might be meant as well.
    """
    if not asked.is_supported:
        return NOTHING
    possible = [one for one in candidates if _fits(asked, one, text_day)]
    possible = _those_of_the_day(asked, possible)
    if len(possible) > 1 and are_all:
        holding = [one for one in possible if one.holds]
        possible = holding if len(holding) == 1 else possible
    if len(possible) == 1 and are_all:
        return Resolution(possible[0])
    if not possible or asked.kind == Kind.PLENUM:
        return NOTHING
    return Resolution(several=tuple(possible))


def _fits(asked: Asked, one: Candidate, text_day: dt.date | None) -> bool:
    if one.issued_on is not None:
        if text_day is not None and one.issued_on > text_day:
            return False
        if asked.day is not None:
            return asked.day == one.issued_on and _is_of_the_place(asked, one)
        if asked.year is not None and asked.year != one.issued_on.year:
            return False
    if asked.term and one.term and asked.term != one.term:
        return False
    return _is_of_the_body(asked, one) and _is_of_the_place(asked, one)


def _those_of_the_day(asked: Asked, possible: list[Candidate]) -> list[Candidate]:
    """Where the day is said, those known to be of it go before those whose day nobody knows."""
    if asked.day is None:
        return possible
    return [one for one in possible if one.issued_on == asked.day] or possible


def _is_of_the_body(asked: Asked, one: Candidate) -> bool:
    letters = one.letters.partition("/")[0]
    if asked.issuer and letters and asked.issuer.partition("/")[0] != letters:
        return False
    said = _central(asked.body) if letters == "TW" else None
    return said is None or _central(one.body) in (None, said)


def _central(words: str) -> str | None:
    """The body meant, where the words name just one of those that sign with TW."""
    folded = fold(words)
    named = {body for word, body in _CENTRAL.items() if word in folded}
    return named.pop() if len(named) == 1 else None


def _is_of_the_place(asked: Asked, one: Candidate) -> bool:
    """A committee is named by its place: *Tỉnh ủy Hòa Bình* is no other province's."""
    place = fold(asked.place)
    return not place or not one.body or place in fold(f"{one.body} {one.above}")
