"""The documents that a query names by number, and which of its words do so.

``10-CT/TW`` names one number, and is no question after texts that have a 10 and a ct somewhere. So in a short query the
words that name a document are taken out of its words: the key finds the document and whatever cites it. In a sentence
they stay words, and the key only puts forward what it names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.mentions.names import names_of_number
from documents.references import Kind, Reference, find, read_typed

#: A query that names more is a list somebody pasted.
MOST_NAMED = 4
#: In a query of more words a number is read as in running text.
MOST_WORDS_OF_A_NAME = 12

_YEAR = re.compile(r"(?:\bn[^\W\d_]m\s+)?\b(?P<year>(?:19|20)[0-9]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A document as a query names it, in ``words`` as typed.

    ``is_exact``: by number and symbol, not by type and number alone.
    """

    key: str
    is_exact: bool
    words: str = ""
    code: str = ""
    number: str = ""
    issuer: str = ""
    year: int | None = None
    date: str = ""
    term: str = ""
    body: str = ""

    @property
    def likely_key(self) -> str:
        """The symbol meant where only type and number are typed: of the body that is named, else of the centre."""
        return f"{self.number}|{self.code}|{self.issuer or 'TW'}"


@dataclass(frozen=True, slots=True)
class Naming:
    """What a query names, and the (start, end) of the words that do."""

    named: tuple[Named, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def naming_in(text: str, words: int) -> Naming:
    """The documents named in ``text``, which has so many words.

    >>> [(one.key, one.year) for one in naming_in("10 ct tw 2007", 4).named]
    [('10|CT|TW', 2007)]
    >>> naming_in("hướng dẫn 12 sinh hoạt chi bộ", 7).spans
    ((0, 12),)
    >>> naming_in("5 điều bác hồ dạy", 5)
    Naming(named=(), spans=())
    """
    if not any(char.isdigit() for char in text) and "trung" not in text.lower() and "tw" not in text.lower():
        return Naming()
    references = list(_references(text, words))[:MOST_NAMED]
    spans = [(reference.start, reference.end) for reference in references]
    named = [_named(reference) for reference in references]
    if len(named) == 1 and named[0].year is None:
        for found in _YEAR.finditer(text, spans[0][1]):
            named = [_named(references[0], year=int(found["year"]))]
            spans.append(found.span())
            break
    return Naming(tuple(named), tuple(spans))


def _references(text: str, words: int) -> Iterator[Reference]:
    end = 0
    if words <= MOST_WORDS_OF_A_NAME:
        first = read_typed(text)
        if first is not None and _names_one(first):
            yield first
            end = first.end
    for reference in find(text):
        if reference.start >= end:
            yield reference


def _names_one(reference: Reference) -> bool:
    """A bare number names none; ``30/2020`` and ``chỉ thị 10`` do."""
    return bool(reference.code or (reference.kind is Kind.STATE and reference.year))


def _named(reference: Reference, *, year: int | None = None) -> Named:
    is_plenum = reference.kind is Kind.PLENUM
    return Named(
        key=reference.key,
        is_exact=reference.kind is not Kind.NAMED,
        words=reference.text,
        code=reference.code or "",
        number=reference.number or "",
        issuer=reference.issuer or "",
        # The year of a state number is in its key, and a plenum's term too.
        year=year or (reference.year if reference.kind in (Kind.PARTY, Kind.NAMED) else None),
        date=reference.date or "",
        term="" if is_plenum else reference.term or "",
        body=reference.body or "",
    )


def keys_of(keys: Sequence[str]) -> list[str]:
    """Every key by which a document with ``keys`` may be asked for.

    >>> keys_of(["30/2020|NĐ-CP"])
    ['30/2020', '30/2020|NĐ', '30/2020|NĐ-CP', '30|NĐ-CP', 'NĐ|30']
    """
    found: set[str] = set()
    for key in keys:
        found |= {key} if key.startswith("NQTW|") else names_of_number(key)
        number, sign, _symbol = key.partition("|")
        if sign and "/" in number:
            found.add(number)
    return sorted(found)
