r"""Resolutions of the Central Committee's plenums, which texts name by the plenum and the term of office.

::

    plenum  = ("Nghị quyết" | "NQ") ["của"] ["Hội nghị"] group {joint group}
    group   = [centre] ["lần thứ"] numbers [centre] [","] ["("] terms [")"]
    centre  = "Trung ương" | "TW" | "T.Ư" | "Ban Chấp hành Trung ương Đảng" | …
    numbers = numeral {joint numeral}          Arabic, Roman or spelled
    terms   = "khóa" numeral {joint ["khóa"] numeral}

Each number and each term is a resolution of its own: *Nghị quyết T.ư 4 khóa XI, XII* are two. Without the centre it is a
plenum's only with ordinal and term; that of a province's committee is none. *Hội nghị Trung ương 5* alone is an event.
"""

import re
from collections.abc import Iterator

from documents.references.belief import Follow, follow_of
from documents.references.beside import Beside, read_beside
from documents.references.numerals import ARABIC, ROMAN, SPELLED, to_roman, value_of
from documents.references.reading import Reading
from documents.references.reference import Kind, Number

S = r"[ ]{0,3}(?:\n[ ]{0,3})?"
_NUMERAL = rf"(?:(?:{ROMAN}|{ARABIC})(?![a-z0-9])|(?:{SPELLED})(?![a-z0-9]))"
_CENTRE = rf"(?:(?:(?:ban{S}chap{S}hanh|bch){S})?(?:trung{S}uong|t\.{{0,2}} ?w|t\.{{1,2}} ?u|tu(?=[^a-z])|bchtw)(?:{S}dang(?:{S}cong{S}san(?:{S}viet{S}nam)?)?)?)"
_HEAD = re.compile(
    rf"(?<![a-z0-9\0])(?P<head>(?:nghi{S}quyet|(?<![-/._])(?<![-/_] )nq){S}[-/]?{S}(?:cua{S})?(?:cac{S})?)"
    rf"(?P<meeting>(?:hoi{S}nghi|hn){S}(?:cua{S})?)?(?=lan|thu|{_CENTRE})"
)
_ORDINAL = rf"(?:(?:ki hop|ky hop|phien hop)?{S}(?:lan{S}(?:thu{S})?|thu{S}|so{S}))"
_GROUP = re.compile(
    rf"(?P<centre>{_CENTRE})?(?:,(?={S}(?:lan|thu)))?{S}(?P<ordinal>{_ORDINAL})?(?P<number>{_NUMERAL})(?!{S}[-/]{S}[a-z]|[-/.,:][0-9]| ?%)"
)
_LATER_NUMBER = re.compile(rf"{S},?{S}lan{S}(?:thu{S})?(?P<number>{_NUMERAL})")
_CENTRE_AFTER = re.compile(rf"{S},?{S}\(?(?:cua{S})?(?P<centre>{_CENTRE})(?![a-z0-9])\)?")
_CENTRE_ONLY = re.compile(rf"(?P<centre>{_CENTRE})(?![a-z0-9])")
_JOINT = rf"{S}(?:[,;&+]{S}(?:va{S}|voi{S})?|va{S}|voi{S}|cung{S}|hoac{S})"
_NEXT_NUMBER = re.compile(
    rf"{_JOINT}(?P<ordinal>{_ORDINAL})?(?P<number>{_NUMERAL})(?!{S}[-/]{S}[a-z0-9]|[.:][0-9]| ?%)"
)
_KHOA = r"(?:nhiem k[iy] )?(?:khoa|k\.?)"
_TERM = re.compile(rf"{S},?{S}\(?{S}(?:dang{S})?{_KHOA}{S}(?:thu{S})?(?P<term>{_NUMERAL})(?P<close>{S}\))?")
_NEXT_TERM = re.compile(
    rf"{_JOINT}(?P<lead>\(?{S}(?:{_KHOA}{S}(?:thu{S})?)?)(?P<term>{_NUMERAL})(?!{S}[-/]{S}[a-z0-9]|[.:][0-9]| ?%)(?P<close>{S}\))?"
)
_NEXT_GROUP = re.compile(rf"{_JOINT}(?={_CENTRE}{S}(?:{_ORDINAL})?{_NUMERAL}|{_NUMERAL}{S}\(?{_KHOA}{S}{_NUMERAL})")
_LOCAL = re.compile(
    rf"{S},?{S}(?:(?:ban{S}chap{S}hanh|bch|ban{S}thuong{S}vu|btv|cua){S})?(?:dang bo|dang uy|tinh|thanh|huyen|quan|thi|xa|phuong|chi|hdnd|hoi dong)(?![a-z0-9])"
)
_YEAR = re.compile(rf"nam{S}[0-9]{{4}}")
_MOST = 20

Found = tuple[int, int, Number, Beside]


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
        group, end = _group(reading, start, place, meeting=head["meeting"] is not None, first=not found)
        if not group:
            break
        found += group
        place = end
        joint = _NEXT_GROUP.match(reading.folded, place)
        if joint is None:
            break
        start = place = joint.end()
    return found, place


def _group(reading: Reading, start: int, place: int, *, meeting: bool, first: bool) -> tuple[list[Found], int]:
    numbers, end, centre, ordinal = _numbers(reading, start, place)
    if not numbers:
        return _unnumbered(reading, start, place) if first else ([], place)
    terms, end = _terms(reading, end)
    if not terms:
        if not centre:
            return [], place
        if (numbers[-1][3] and not ordinal) or follow_of(reading, numbers[-1][1]) is Follow.COUNTED:
            return [], place
    if not centre and first and not (ordinal and terms):
        return [], place
    return _combined(reading, numbers, terms), end


def _numbers(reading: Reading, start: int, place: int) -> tuple[list[tuple[int, int, int, bool]], int, bool, bool]:
    """The plenums' numbers as (start, end, value, whether spelled), the end, whether the centre and an ordinal are said."""
    group = _GROUP.match(reading.folded, place)
    if group is None or not _is_numeral(reading, group):
        return [], place, False, False
    centre = group["centre"]
    if centre and not _is_centre(reading, *group.span("centre")):
        return [], place, False, False
    numbers = [_numeral(start, group)]
    end = group.end()
    while len(numbers) < _MOST:
        following = _NEXT_NUMBER.match(reading.folded, end)
        if following is None or not _is_numeral(reading, following):
            break
        if follow_of(reading, following.end()) in (Follow.COUNTED, Follow.UNKNOWN) and not _TERM.match(
            reading.folded, following.end()
        ):
            break
        numbers.append(_numeral(following.start("number"), following))
        end = following.end()
    said = centre is not None
    if not said:
        after = _CENTRE_AFTER.match(reading.folded, end)
        if after and _is_centre(reading, *after.span("centre")):
            said, end = True, after.end()
            numbers[-1] = (numbers[-1][0], end, *numbers[-1][2:])
        elif _LOCAL.match(reading.folded, end):
            return [], place, False, False
    elif (after := _CENTRE_AFTER.match(reading.folded, end)) is not None:
        end = after.end()
        numbers[-1] = (numbers[-1][0], end, *numbers[-1][2:])
    return numbers, end, said, group["ordinal"] is not None


def _numeral(start: int, found: re.Match[str]) -> tuple[int, int, int, bool]:
    value = value_of(found["number"])
    assert value is not None
    return start, found.end("number"), value, found["number"].isalpha()


def _is_numeral(reading: Reading, found: re.Match[str], name: str = "number", *, after_word: bool = False) -> bool:
    """Whether the letters are a numeral, and no word or year: *năm 2020*, *vì*, *từ*."""
    start, end = found.span(name)
    typed = reading.words[start:end]
    if value_of(found[name]) is None or _YEAR.match(reading.folded, start):
        return False
    if found[name].isdigit():
        return True
    if re.fullmatch(ROMAN, found[name]):
        return typed.isascii() and (typed.isupper() or (typed.islower() and (len(typed) > 1 or after_word)))
    return True


def _is_centre(reading: Reading, start: int, end: int) -> bool:
    """Whether "tu" is the centre's TƯ and not the province's TU."""
    return reading.folded[start:end] != "tu" or reading.words[start:end] in ("TƯ", "Tư")


def _terms(reading: Reading, place: int) -> tuple[list[tuple[int, int, str]], int]:
    """The terms of office as (start, end, Roman)."""
    first = _TERM.match(reading.folded, place)
    if first is None or not _is_numeral(reading, first, "term", after_word=True):
        return [], place
    terms = [_term(first)]
    end = first.end()
    while len(terms) < _MOST:
        following = _NEXT_TERM.match(reading.folded, end)
        if following is None or not _is_numeral(
            reading, following, "term", after_word=following["lead"].strip() not in ("", "(")
        ):
            break
        if following["lead"].strip() in ("", "("):
            roman = following["term"].isalpha()
            if (
                first["term"].isalpha() != roman
                or first["close"]
                or follow_of(reading, following.end()) is Follow.COUNTED
            ):
                break
            if _TERM.match(reading.folded, following.end()):
                break
        terms.append(_term(following))
        end = following.end()
    return terms, end


def _term(found: re.Match[str]) -> tuple[int, int, str]:
    value = value_of(found["term"])
    assert value is not None
    closed = found["close"] and "(" in found.group()
    lead = (found.groupdict().get("lead") or "").lstrip("( ")
    return found.start("term") - len(lead), found.end("close" if closed else "term"), to_roman(value)


def _unnumbered(reading: Reading, start: int, place: int) -> tuple[list[Found], int]:
    centre = _CENTRE_ONLY.match(reading.folded, place)
    if centre is None or not _is_centre(reading, *centre.span("centre")):
        return [], place
    terms, end = _terms(reading, centre.end())
    later = _LATER_NUMBER.match(reading.folded, end) if len(terms) == 1 else None
    if later and _is_numeral(reading, later):
        number = Number(Kind.PLENUM, str(value_of(later["number"])), code="NQ", issuer="TW", term=terms[0][2])
        return [(start, later.end(), number, Beside())], later.end()
    return [
        (
            start if index == 0 else term_start,
            term_end,
            Number(Kind.PLENUM, None, code="NQ", issuer="TW", term=term),
            Beside(),
        )
        for index, (term_start, term_end, term) in enumerate(terms)
    ], end


def _combined(
    reading: Reading, numbers: list[tuple[int, int, int, bool]], terms: list[tuple[int, int, str]]
) -> list[Found]:
    """Every number with the first term, and the last with the others too."""
    first_term = terms[0][2] if terms else None
    spans = [(start, end, value, first_term) for start, end, value, _ in numbers]
    if terms:
        start, _, value, term = spans[-1]
        spans[-1] = (start, terms[0][1], value, term)
        spans += [(start, end, value, term) for start, end, term in terms[1:]]
    found: list[Found] = []
    for start, end, value, term in spans:
        number = Number(Kind.PLENUM, str(value), code="NQ", issuer="TW", term=term)
        beside = read_beside(reading, end)
        beside.term = term or beside.term
        found.append((start, end, number, beside))
    return found
