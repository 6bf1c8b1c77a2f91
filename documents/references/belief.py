"""Whether a type and a bare number name a document: *Chỉ thị 10 của Ban Bí thư* does, *chỉ thị 3 nội dung* does not.

In this order: "số" before the number, or a date, term or body beside it, say yes; a word that the number counts says no;
the end of the phrase or a word with which sentences go on say yes; a word unknown to both tables leaves it to whether
the type is written as a name (``Chỉ thị``) or may be a verb (*hướng dẫn 12 …*).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from documents.references.beside import Beside
from documents.references.codes import TYPES, WORDS, Type
from documents.references.folding import folded
from documents.references.reading import Reading
from documents.references.words import goes_on, is_counted, is_counted_at_end, takes_no_code, words_at


class Follow(Enum):
    ENDS = "the phrase ends"
    GOES_ON = "a word that goes on after a name"
    COUNTED = "a word that the number counts"
    UNKNOWN = "another word"


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a number, from ``start`` to ``end`` in the reading."""

    start: int
    end: int
    type: Type | None
    so: bool
    """With "số"."""
    words: str | None
    """The type as written, where it is written as it should be."""
    abbreviation: bool = False
    body: str | None = None
    issuer: str | None = None
    lenient: bool = False
    colon: bool = False
    """A colon stands between type and number: *Nghị quyết: 1. Duy trì …* begins an enumeration."""

    @property
    def code(self) -> str | None:
        return self.type.code if self.type else None


_ENDING = re.compile(r" {0,3}(?:\Z|[\n.,;:!?()\[\]{}\"“”‘’'…|/\\–—>«»\0-])")
_DATE_OR_YEAR = re.compile(r" {0,3}(?:ngay {1,3}[0-9]|nam {1,3}(?:19|20)[0-9]{2}(?![0-9]| ?[-/] ?[0-9]))")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:…\n]|\n {0,3}[\-–—*+•·])[ \"“(]{0,3}\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s(\"“]{0,3}\Z")
_SMALL_NUMBER = re.compile(r"(?:\A|[^0-9])[1-9]\Z")
_YEARS_AHEAD = range(1990, 2061)
#: Types that plans and programmes are counted by: *kế hoạch 15 …*, *đề án 3 …*.
_PLANS = frozenset({"KH", "CTr", "ĐA", "QC", "TTr"})
#: No sentence or heading begins with these as verbs.
_RARE_AT_THE_START = frozenset({"chi thi", "quy dinh", "qui dinh"})
#: Codes that chats write in small letters.
SMALL_ABBREVIATIONS = frozenset({"NQ", "CT", "KL", "QĐ", "HD", "NĐ", "CV", "KH", "CTr", "TTr", "TT", "TB", "BC"})
_SPELLED: dict[str, list[str]] = {}
for _words in WORDS:
    _SPELLED.setdefault(folded(_words), []).append(_words)


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
    if is_counted(words, marked=marked) or (
        _SMALL_NUMBER.search(reading.folded, max(0, place - 2), place) and is_counted_at_end(words, marked=marked)
    ):
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


def is_believed(reading: Reading, lead: Lead, number: str, year: int | None, follow: Follow, beside: Beside) -> bool:
    """Whether ``lead`` and the bare ``number`` after it name a document."""
    assert lead.type is not None
    if lead.so:
        return True
    if lead.colon and follow is not Follow.GOES_ON and not beside:
        return False
    if lead.words is None or not (lead.abbreviation or spelled_as(lead.words)):
        return False
    if lead.abbreviation and _is_a_thing(reading, lead.start):
        return False
    if year is None and number.isdigit() and int(number) in _YEARS_AHEAD:
        return beside.date is not None
    if beside.date or beside.term or beside.body:
        return True
    if follow is Follow.COUNTED:
        return False
    if year is not None:
        return lead.type.code != "NQ" or int(number) > 12
    if lead.type.counts:
        return False
    small_number = reading.folded[lead.end] != "0" and len(number) == 1
    if lead.abbreviation:
        return _abbreviation_is_believed(lead, number, follow, small_number=small_number)
    capital = lead.words[0].isupper() and not lead.words.isupper()
    if beside.year or follow is not Follow.UNKNOWN:
        return capital or not small_number or (lead.type.noun and lead.type.code not in _PLANS)
    if lead.type.noun:
        return capital or (not small_number and lead.type.code not in _PLANS)
    if folded(lead.words) in _RARE_AT_THE_START and not small_number and lead.words[0].isupper():
        return True
    return capital and not _SENTENCE_START.search(reading.words, max(0, lead.start - 8), lead.start)


def _is_a_thing(reading: Reading, start: int) -> bool:
    before = _WORD_BEFORE.search(reading.words, max(0, start - 24), start)
    return before is not None and takes_no_code(before[1], marked=reading.is_marked(start))


def _abbreviation_is_believed(lead: Lead, number: str, follow: Follow, *, small_number: bool) -> bool:
    assert lead.type is not None and lead.words is not None
    if (lead.type.code not in ("NQ", "QĐ") and not number.isdigit()) or (len(number) > 4 and lead.type.code != "CV"):
        return False
    if lead.words == lead.words.lower():
        return follow is not Follow.UNKNOWN or (len(number) > 1 and lead.type.code in ("NQ", "NĐ", "QĐ"))
    return follow is not Follow.UNKNOWN or not small_number


assert set(_SPELLED) == set(TYPES)
