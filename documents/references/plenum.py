r"""Resolutions of the Central Committee's plenums, which texts name by the plenum and the term of office.

::

    plenum  = ("Nghị quyết" | "NQ") ["của"] ["Hội nghị"] group {joint group}
    group   = [centre] ["lần thứ"] numbers [centre] [","] ["("] terms [")"]
            | centre terms ["lần thứ" numeral]
    centre  = "Trung ương" | "TW" | "T.Ư" | "Ban Chấp hành Trung ương Đảng" | …
    numbers = numeral {joint numeral}          Arabic, Roman or spelled
    terms   = "khóa" numeral {joint ["khóa"] numeral}

Each number and each term is a resolution of its own: *Nghị quyết T.ư 4 khóa XI, XII* are two. Without the centre it is
a plenum's only with ordinal and term; a province's committee has none. *Hội nghị Trung ương 5* alone is an event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from documents.references.belief import Follow, follow_of
from documents.references.beside import Beside, read_beside
from documents.references.numerals import ARABIC, ROMAN, SPELLED, to_roman, value_of
from documents.references.reading import SPACE as S
from documents.references.reading import Reading
from documents.references.reference import Kind, Number

_NUMERAL = rf"(?:(?:{ROMAN}|{ARABIC})(?![a-z0-9])|(?:{SPELLED})(?![a-z0-9]))"
_COMMITTEE = rf"(?:ban{S}chap{S}hanh|bch)"
_CENTRE = (
    rf"(?:(?:{_COMMITTEE}{S})?(?:trung{S}uong|(?:t\.{{0,2}} ?w|t\.{{1,2}} ?u)(?:\.(?= ?[0-9]))?|tu(?=[^a-z])|bchtw)"
    rf"(?:{S}dang(?:{S}cong{S}san(?:{S}viet{S}nam)?)?)?)"
)
_NO_SYMBOL = r"(?<![0-9a-e][-/._])(?<![0-9a-e] [-/_])(?<![0-9a-e][-/_] )(?<![0-9a-e] [-/_] )"
_HEAD = re.compile(
    rf"(?<![a-z0-9\0])(?:nghi{S}quyet|{_NO_SYMBOL}nq){S}[-/]?{S}(?P<of>cua{S})?(?:cac{S})?"
    rf"(?:(?:hoi{S}nghi|hn){S}(?:cua{S})?)?(?=lan|thu|{_CENTRE}|(?:0?[1-9]|1[0-5]){S}{_CENTRE}{S}[,(]?{S}khoa)"
)
_ORDINAL = rf"(?:lan{S}(?:thu{S})?|thu{S}|so{S})"
_NO_MORE = rf"(?!{S}[-/]{S}[a-z0-9]|[.:][0-9]| ?%)"
_FIRST_NUMBER = re.compile(
    rf"(?P<centre>{_CENTRE})?(?:,(?={S}(?:lan|thu)))?{S}(?P<ordinal>{_ORDINAL})?(?P<number>{_NUMERAL})"
    rf"(?!{S}[-/]{S}(?!khoa|k\.? ?[0-9ivx])[a-z]|[-/.,:][0-9]| ?%)"
)
_LATER_NUMBER = re.compile(rf"{S},?{S}lan{S}(?:thu{S})?(?P<number>{_NUMERAL})")
#: *Nghị quyết Trung ương 6 (lần 2) khóa VIII*: a plenum that sat twice.
_SITTING = re.compile(rf"{S}\(?lan{S}(?:thu{S})?(?:[12]|nhat|hai)(?![a-z0-9])\)?")
#: After a comma with a number of its own it is the next one's: *Nghị quyết Trung ương 5, Trung ương 6*.
_CENTRE_AFTER = re.compile(
    rf"(?!{S},{S}{_CENTRE}{S}(?:{_ORDINAL})?{ARABIC}){S},?{S}\(?(?:cua{S})?(?P<centre>{_CENTRE})(?![a-z0-9])\)?"
)
_CENTRE_ONLY = re.compile(rf"(?P<centre>{_CENTRE})(?![a-z0-9])")
_JOINT = rf"{S}(?:[,;&+]{S}(?:va{S}|voi{S})?|va{S}|voi{S}|cung{S}|hoac{S})"
_NEXT_NUMBER = re.compile(rf"{_JOINT}(?:{_ORDINAL})?(?P<number>{_NUMERAL}){_NO_MORE}")
_TERM_WORD = r"(?:nhiem k[iy] )?(?:khoa|k\.?)"
_ONLY_ROMAN = r"\((?=[ivx]{1,5}[ ,;)])"
_TERM = re.compile(
    rf"{S}[-,]?{S}(?:\(?{S}(?:dang{S})?{_TERM_WORD}{S}(?:thu{S})?|{_ONLY_ROMAN})(?P<term>{_NUMERAL})(?P<close>{S}\))?"
)
_NEXT_TERM = re.compile(
    rf"{_JOINT}\(?{S}(?P<word>{_TERM_WORD}{S}(?:thu{S})?)?(?P<term>{_NUMERAL}){_NO_MORE}(?P<close>{S}\))?"
)
_NEXT_GROUP = re.compile(
    rf"{_JOINT}(?={_CENTRE}{S}(?:{_ORDINAL})?{_NUMERAL}|{_NUMERAL}{S}\(?{_TERM_WORD}{S}{_NUMERAL})"
)
_LOCAL = re.compile(
    rf"{S},?{S}(?:(?:{_COMMITTEE}|ban{S}thuong{S}vu|btv|cua){S})?"
    r"(?:dang bo|dang uy|tinh|thanh|huyen|quan|thi|xa|phuong|chi|hdnd|hoi dong)(?![a-z0-9])"
)
_YEAR = re.compile(rf"nam{S}[0-9]{{4}}")
_MOST = 20

Found = tuple[int, int, Number, Beside]


@dataclass(frozen=True, slots=True)
class _Plenum:
    start: int
    end: int
    value: int
    spelled: bool


@dataclass(frozen=True, slots=True)
class _Term:
    start: int
    end: int
    roman: str


@dataclass(slots=True)
class _Plenums:
    """The numbers of one group; ``centre`` and ``ordinal``: whether it says so much."""

    end: int
    numbers: list[_Plenum] = field(default_factory=list)
    centre: bool = False
    ordinal: bool = False

    def reach(self, end: int) -> None:
        """The last number's mention goes on to ``end``."""
        self.end = end
        self.numbers[-1] = replace(self.numbers[-1], end=end)


def plenums(reading: Reading) -> Iterator[Found]:
    """Every plenum resolution, in order.

    >>> def keys(text):
    ...     return [number.key for _, _, number, _ in plenums(Reading(text))]
    >>> keys("Nghị quyết T.ư 4 khóa XI, XII")
    ['NQTW|4|XI', 'NQTW|4|XII']
    >>> keys("Nghị quyết Hội nghị lần thứ mười một BCH Trung ương Đảng ( khóa XI)")
    ['NQTW|11|XI']
    >>> keys("NQTW 4 (khóa XII); nghị quyết trung ương khóa 11; Nghị quyết Trung ương 5, 6 và 7 khóa XII")
    ['NQTW|4|XII', 'NQTW||XI', 'NQTW|5|XII', 'NQTW|6|XII', 'NQTW|7|XII']
    >>> keys("Hội nghị Trung ương 5 (khóa XIII); Nghị quyết Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XVI")
    []
    """
    place = 0
    while (head := _HEAD.search(reading.folded, place)) is not None:
        found, end = _groups(reading, head)
        yield from found
        place = max(end, head.end())


def _groups(reading: Reading, head: re.Match[str]) -> tuple[list[Found], int]:
    found: list[Found] = []
    start, place = head.start(), head.end()
    while len(found) < _MOST:
        group, end = _group(reading, start, place, first=not found)
        if not group and not found and not head["of"]:
            group, end = _unnumbered(reading, start, place)
        if not group:
            break
        found += group
        place = end
        joint = _NEXT_GROUP.match(reading.folded, place)
        if joint is None:
            break
        start = place = joint.end()
    return _with_terms(found), place


def _with_terms(found: list[Found]) -> list[Found]:
    """A list says the term at its end: *Nghị quyết Trung ương 5, Trung ương 6 (khóa XII)*."""
    completed: list[Found] = []
    term = None
    for start, end, number, beside in reversed(found):
        term = number.term or term
        completed.append((start, end, replace(number, term=term), beside))
    return completed[::-1]


def _group(reading: Reading, start: int, place: int, *, first: bool) -> tuple[list[Found], int]:
    plenums = _numbers(reading, start, place)
    if not plenums.numbers:
        return [], place
    terms, end = _terms(reading, plenums.end)
    if first and not plenums.centre and not (plenums.ordinal and terms):
        return [], place
    last = plenums.numbers[-1]
    if not terms and ((last.spelled and not plenums.ordinal) or follow_of(reading, last.end) is Follow.COUNTED):
        return [], place
    return _combined(reading, plenums.numbers, terms), end


def _numbers(reading: Reading, start: int, place: int) -> _Plenums:
    plenums = _Plenums(place)
    first = _FIRST_NUMBER.match(reading.folded, place)
    if first is None or not _is_numeral(reading, first) or not (first["centre"] is None or _is_centre(reading, first)):
        return plenums
    plenums.centre, plenums.ordinal = first["centre"] is not None, first["ordinal"] is not None
    plenums.numbers.append(_plenum(start, first))
    plenums.end = first.end()
    while len(plenums.numbers) < _MOST and (following := _next_number(reading, plenums.end)):
        plenums.numbers.append(_plenum(following.start("number"), following))
        plenums.end = following.end()
    sitting = _SITTING.match(reading.folded, plenums.end)
    if sitting is not None:
        plenums.reach(sitting.end())
    after = _CENTRE_AFTER.match(reading.folded, plenums.end)
    if after is not None and _is_centre(reading, after):
        plenums.centre = True
        plenums.reach(after.end())
    elif not plenums.centre and _LOCAL.match(reading.folded, plenums.end):
        plenums.numbers.clear()
    return plenums


def _next_number(reading: Reading, place: int) -> re.Match[str] | None:
    following = _NEXT_NUMBER.match(reading.folded, place)
    if following is None or not _is_numeral(reading, following):
        return None
    if _TERM.match(reading.folded, following.end()):
        return following
    return following if follow_of(reading, following.end()) in (Follow.ENDS, Follow.GOES_ON) else None


def _plenum(start: int, found: re.Match[str]) -> _Plenum:
    return _Plenum(start, found.end("number"), value_of(found["number"]) or 0, found["number"].isalpha())


def _is_numeral(reading: Reading, found: re.Match[str], name: str = "number", *, announced: bool = False) -> bool:
    """Whether the letters are a numeral, and no word or year: *năm 2020*, *vì*, *từ*."""
    start, end = found.span(name)
    typed = reading.words[start:end]
    if value_of(found[name]) is None or _YEAR.match(reading.folded, start):
        return False
    if re.fullmatch(ROMAN, found[name]) is None:
        return True
    return typed.isascii() and (typed.isupper() or (typed.islower() and (len(typed) > 1 or announced)))


def _is_centre(reading: Reading, found: re.Match[str]) -> bool:
    """Whether "tu" is the centre's TƯ and not the province's TU."""
    return found["centre"] != "tu" or reading.words[slice(*found.span("centre"))] in ("TƯ", "Tư")


def _terms(reading: Reading, place: int) -> tuple[list[_Term], int]:
    first = _TERM.match(reading.folded, place)
    if first is None or not _is_numeral(reading, first, "term", announced=True):
        return [], place
    terms = [_term(first, first.start("term"))]
    end = first.end()
    while len(terms) < _MOST:
        following = _NEXT_TERM.match(reading.folded, end)
        if following is None or not _goes_on_with(reading, first, following):
            break
        terms.append(_term(following, following.start("word" if following["word"] else "term")))
        end = following.end()
    return terms, end


def _goes_on_with(reading: Reading, first: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a numeral after a term is one more, and counts nothing and is no plenum's."""
    announced = following["word"] is not None
    if not _is_numeral(reading, following, "term", announced=announced):
        return False
    if announced:
        return True
    return (
        first["close"] is None
        and first["term"].isalpha() == following["term"].isalpha()
        and follow_of(reading, following.end()) is not Follow.COUNTED
        and _TERM.match(reading.folded, following.end()) is None
    )


def _term(found: re.Match[str], start: int) -> _Term:
    closed = found["close"] and "(" in found.group()
    return _Term(start, found.end("close" if closed else "term"), to_roman(value_of(found["term"]) or 0))


def _unnumbered(reading: Reading, start: int, place: int) -> tuple[list[Found], int]:
    """*Nghị quyết Trung ương khóa XI*, or with the number after it."""
    centre = _CENTRE_ONLY.match(reading.folded, place)
    if centre is None or not _is_centre(reading, centre):
        return [], place
    terms, end = _terms(reading, centre.end())
    if not terms:
        return [], place
    later = _LATER_NUMBER.match(reading.folded, end)
    if len(terms) == 1 and later and _is_numeral(reading, later):
        return [_found(reading, start, later.end(), value_of(later["number"]), terms[0].roman)], later.end()
    starts = [start, *(term.start for term in terms[1:])]
    return [_found(reading, at, term.end, None, term.roman) for at, term in zip(starts, terms, strict=True)], end


def _combined(reading: Reading, numbers: list[_Plenum], terms: list[_Term]) -> list[Found]:
    """Every number with the first term, and the last with the others too."""
    if not terms:
        return [_found(reading, number.start, number.end, number.value, None) for number in numbers]
    *others, last = numbers
    first, *more = terms
    return [
        *(_found(reading, number.start, number.end, number.value, first.roman) for number in others),
        _found(reading, last.start, first.end, last.value, first.roman),
        *(_found(reading, term.start, term.end, last.value, term.roman) for term in more),
    ]


def _found(reading: Reading, start: int, end: int, value: int | None, term: str | None) -> Found:
    beside = read_beside(reading, end)
    number = Number(Kind.PLENUM, str(value) if value else None, code="NQ", issuer="TW", term=term or beside.term)
    return start, end, number, beside
