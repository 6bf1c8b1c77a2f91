"""Whether a type and a bare number name a document: *Chỉ thị 10 của Ban Bí thư* does, *chỉ thị 3 nội dung* does not.

The judges are asked in turn, and the first who knows decides. "Số" before the number, or a date, term or body beside
it, says yes; a word that the number counts says no; the end of the phrase, or a word with which sentences go on, says
yes. A word that neither table knows leaves it to whether the type is written as a name (``Chỉ thị``) or may be a verb
(*hướng dẫn 12 …*).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from documents.references.beside import Beside
from documents.references.codes import WORDS, Type
from documents.references.folding import folded
from documents.references.leads import SMALL_ABBREVIATIONS, Lead
from documents.references.reading import Reading
from documents.references.words import goes_on, is_counted, is_counted_at_end, takes_no_code, words_at


class Follow(Enum):
    ENDS = "the phrase ends"
    GOES_ON = "a word that goes on after a name"
    COUNTED = "a word that the number counts"
    UNKNOWN = "another word"


_ENDING = re.compile(r" {0,3}(?:\Z|[\n.,;:!?()\[\]{}\"“”‘’'…|/\\–—>«»\0-])")
_DATE_OR_YEAR = re.compile(r" {0,3}(?:ngay {1,3}[0-9]|nam {1,3}(?:19|20)[0-9]{2}(?![0-9]| ?[-/] ?[0-9]))")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:…\n]|\n {0,3}[\-–—*+•·])[ \"“(]{0,3}\Z")
_WORDS_BEFORE = re.compile(
    r"((?:[^\W\d_]+ )?[^\W\d_]+)(?: \d{1,4})?"
    r"(?: [^\W\d_]{1,3}\d{1,3} ?[–—,-]){0,3}[\s(\"“]{0,3}\Z"
)
_SMALL_NUMBER = re.compile(r"(?:\A|[^0-9])[1-9]\Z")
#: Numbers that are years of plans: *kế hoạch 2025*, *nghị quyết 2025 của chi bộ*.
_YEARS_AHEAD = range(1990, 2061)
_LAST_MONTH = 12
#: Types that plans and programmes are counted by: *kế hoạch 15 …*, *đề án 3 …*.
_PLANS = frozenset({"KH", "CTr", "ĐA", "QC", "TTr"})
#: No sentence or heading begins with these as verbs.
_RARE_AT_THE_START = frozenset({"chi thi", "quy dinh", "qui dinh"})
#: Codes that also number with a letter behind, or with more than four digits, which elsewhere is a catalogue's.
_LETTERED, _LONG = frozenset({"NQ", "QĐ"}), frozenset({"CV"})
_LONGEST = 4
_SPELLED: dict[str, list[str]] = {}
for _words in WORDS:
    _SPELLED.setdefault(folded(_words), []).append(_words)


@dataclass(frozen=True, slots=True)
class Claim:
    """A bare number after a type, and all that may tell whether they name a document."""

    reading: Reading
    lead: Lead
    type: Type
    number: str
    digits: int
    year: int | None
    follow: Follow
    beside: Beside

    @property
    def small(self) -> bool:
        """One digit, as counts mostly have."""
        return self.digits == 1

    @property
    def typed(self) -> str:
        return self.lead.words or ""

    @property
    def capital(self) -> bool:
        return self.typed[:1].isupper() and not self.typed.isupper()

    @property
    def is_a_name(self) -> bool:
        """The type has a capital for no other reason than being a name."""
        start = self.lead.start
        return self.capital and not _SENTENCE_START.search(self.reading.words, max(0, start - 8), start)


def follow_of(reading: Reading, place: int) -> Follow:
    """What follows a bare number that ends at ``place``.

    >>> [follow_of(Reading(text), 1).name for text in ("3 nội dung", "3 của Đảng ủy", "3, 4", "3 ngày 4/5", "3 ngày")]
    ['COUNTED', 'GOES_ON', 'ENDS', 'GOES_ON', 'COUNTED']
    """
    if _ENDING.match(reading.folded, place):
        return Follow.ENDS
    if _DATE_OR_YEAR.match(reading.folded, place):
        return Follow.GOES_ON
    words = words_at(reading.words, place)
    marked = reading.is_marked(place)
    small = _SMALL_NUMBER.search(reading.folded, max(0, place - 2), place)
    if is_counted(words, marked=marked) or (small and is_counted_at_end(words, marked=marked)):
        return Follow.COUNTED
    return Follow.GOES_ON if goes_on(words, marked=marked) else Follow.UNKNOWN


@lru_cache(maxsize=1024)
def spelled_as(words: str) -> bool:
    """Whether a type's words have no mark that they should not have; missing ones are forgiven.

    >>> spelled_as("Chi thị"), spelled_as("chị thi"), spelled_as("de an"), spelled_as("để án")
    (True, False, True, False)
    """
    plain = " ".join(words.split())
    return any(_within(plain.lower(), spelling) for spelling in _SPELLED.get(folded(plain), ()))


def _within(typed: str, spelling: str) -> bool:
    return all(_marks(letter) <= _marks(wanted) for letter, wanted in zip(typed, spelling, strict=True))


def _marks(letter: str) -> set[str]:
    return set(unicodedata.normalize("NFD", letter)[1:]) | ({"đ"} if letter == "đ" else set())


def is_believed(claim: Claim) -> bool:
    """Whether the lead and the bare number after it name a document."""
    return next(verdict for judge in _JUDGES if (verdict := judge(claim)) is not None)


def _by_contract(claim: Claim) -> bool | None:
    """*HĐ số 12* is a contract (hợp đồng); a guidance is HD."""
    return False if claim.lead.abbreviation and claim.typed in ("HĐ", "hđ") else None


def _by_so(claim: Claim) -> bool | None:
    """*Số* names, but *chương trình số 1 VTV* ranks: a digit, small letters, and a word that nothing goes on with."""
    ranks = claim.number == "1" and not claim.capital and claim.follow is Follow.UNKNOWN and not claim.beside
    return True if claim.lead.so and not ranks else None


def _by_colon(claim: Claim) -> bool | None:
    """*Nghị quyết: 1. Duy trì …* enumerates."""
    return False if claim.lead.colon and claim.follow is not Follow.GOES_ON and not claim.beside else None


def _by_spelling(claim: Claim) -> bool | None:
    return None if claim.lead.abbreviation or (claim.typed and spelled_as(claim.typed)) else False


def _by_thing(claim: Claim) -> bool | None:
    """*Tòa nhà CT3* and *lô 5 CT9* have letters and a number for a name."""
    if not claim.lead.abbreviation:
        return None
    start = claim.lead.start
    before = _WORDS_BEFORE.search(claim.reading.words, max(0, start - 40), start)
    return False if before and takes_no_code(before[1], marked=claim.reading.is_marked(start)) else None


def _by_year_ahead(claim: Claim) -> bool | None:
    if claim.year is None and claim.number.isdigit() and int(claim.number) in _YEARS_AHEAD:
        return claim.beside.date is not None
    return None


def _by_what_is_beside(claim: Claim) -> bool | None:
    return True if claim.beside.date or claim.beside.term or claim.beside.body else None


def _by_count(claim: Claim) -> bool | None:
    return False if claim.follow is Follow.COUNTED else None


def _by_year(claim: Claim) -> bool | None:
    """*Nghị định 30/2020* is numbered with the year; *nghị quyết 9/2020* is of a month."""
    if claim.year is None:
        return None
    return claim.type.code != "NQ" or not claim.number.isdigit() or int(claim.number) > _LAST_MONTH


def _by_type(claim: Claim) -> bool | None:
    """*TB 31 của Thường trực* is written so by those who number papers; the words in full count (*báo cáo 9 …*)."""
    is_named = claim.lead.abbreviation and claim.typed[:1].isupper() and claim.follow is Follow.GOES_ON
    return False if claim.type.counts and (claim.small or not is_named) else None


def _by_abbreviation(claim: Claim) -> bool | None:
    if not claim.lead.abbreviation:
        return None
    code, number = claim.type.code, claim.number
    if (not number.isdigit() and code not in _LETTERED) or (claim.digits > _LONGEST and code not in _LONG):
        return False
    if claim.follow is not Follow.UNKNOWN:
        return not claim.typed.islower() or code in SMALL_ABBREVIATIONS
    return not claim.small and (not claim.typed.islower() or code in ("NQ", "NĐ", "QĐ"))


def _by_follow(claim: Claim) -> bool | None:
    if claim.follow is Follow.UNKNOWN and not claim.beside.year:
        return None
    return claim.is_a_name or not claim.small or (claim.type.noun and claim.type.code not in _PLANS)


def _by_form(claim: Claim) -> bool:
    if claim.type.noun:
        return claim.capital or (not claim.small and claim.type.code not in _PLANS)
    if claim.typed[:1].isupper() and not claim.small and folded(claim.typed) in _RARE_AT_THE_START:
        return True
    return claim.is_a_name


_JUDGES: tuple[Callable[[Claim], bool | None], ...] = (
    _by_contract,
    _by_so,
    _by_colon,
    _by_spelling,
    _by_thing,
    _by_year_ahead,
    _by_what_is_beside,
    _by_count,
    _by_year,
    _by_type,
    _by_abbreviation,
    _by_follow,
    _by_form,
)
