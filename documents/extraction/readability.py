"""Whether the text that a page holds is what a reader of the page sees.

Three things go wrong in files of Vietnamese offices: the page is a photograph; its font does not say which letters it
shows (signs of the private area, or other letters); a scanner's own recognition left out all diacritics.
"""

import re
import unicodedata
from collections.abc import Sequence

from portal.text.syllables import is_abbreviation, is_syllable

#: Fewer letters are a page number, or a scanner's advertisement.
FEW_LETTERS = 20
FEW_BESIDE_A_SCAN = 150
#: Of all signs, how many may be of no script.
MOST_STRANGE = 0.05
ENOUGH_WORDS = 15
LONGEST_WORD = 80
#: Of a text's words, how many are possible Vietnamese syllables: 0.9 in Vietnamese, 0.25 in English, 0.05 in nonsense.
FEWEST_SYLLABLES = 0.12
MOSTLY_VIETNAMESE = 0.6
#: A font that lost its marked letters leaves stumps of words.
MOST_STUMPS = 0.45
ENOUGH_TO_MISS_MARKS = 40

_WORD = re.compile(r"[^\W\d_]+")
_UNMAPPED = re.compile(r"\(cid:\d+\)|/g\d{1,5}(?=/|\s|$)")
_STRANGE = frozenset({"Co", "Cn", "Cs", "Cc"})


def is_scanty(text: str, *, beside_a_scan: bool) -> bool:
    """Whether there is next to no text; more is asked for where a picture covers the page."""
    letters = sum(char.isalpha() for char in text)
    return letters < (FEW_BESIDE_A_SCAN if beside_a_scan else FEW_LETTERS)


def is_readable(text: str, original: str = "") -> bool:
    """Whether ``text`` has words; ``original`` is the same before what is invisible was taken out.

    >>> is_readable("Đảng uỷ xã tổ chức hội nghị " * 8), is_readable("Wkdqk xb fkxbhq gh gdqj " * 8)
    (True, False)
    >>> is_readable("Dang uy xa to chuc hoi nghi so ket " * 8), is_readable("The party cell met in March. " * 8)
    (False, True)
    """
    if _strange_share(original or text) > MOST_STRANGE:
        return False
    words = _WORD.findall(text)
    if any(len(word) > LONGEST_WORD for word in words):
        return False
    spoken = [word for word in words if len(word) > 1 and not is_abbreviation(word)]
    if len(words) >= ENOUGH_WORDS and len(spoken) < (1 - MOST_STUMPS) * len(words) and not _is_in_capitals(words):
        return False
    if len(spoken) < ENOUGH_WORDS:
        return True
    share = sum(map(is_syllable, spoken)) / len(spoken)
    if share < FEWEST_SYLLABLES:
        return False
    return share < MOSTLY_VIETNAMESE or len(spoken) < ENOUGH_TO_MISS_MARKS or not text.isascii()


def _strange_share(text: str) -> float:
    text = _UNMAPPED.sub("\ufffd", text)
    seen = [char for char in text if not char.isspace()]
    if not seen:
        return 0.0
    strange = sum(char == "\ufffd" or unicodedata.category(char) in _STRANGE for char in seen)
    return strange / len(seen)


def _is_in_capitals(words: Sequence[str]) -> bool:
    """Lists of abbreviations (HĐND, UBND) are stumps that somebody wrote."""
    return sum(word.isupper() for word in words) > len(words) / 2
