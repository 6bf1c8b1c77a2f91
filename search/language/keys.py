"""Words typed in the raw keys of Telex or VNI, because the Vietnamese keyboard was off: ``dangr uyr``, ``d9ang3 uy3``.

Some foreign words and formulas would become syllables too (``his`` → hí, ``co2`` → cò), so the query as a whole
decides.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from portal.text.syllables import is_abbreviation, is_syllable
from search.language.statistics import SyllableStatistics
from search.language.words import canonical, is_marked, plain

#: Of running text 0.7 of the words need keys; of a stripped query none do.
IN_KEYS = 0.4

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323", "z": ""}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323", "0": ""}
_DOUBLED = {"a": "â", "e": "ê", "o": "ô"}
_VNI_SHAPES = {"6": _DOUBLED, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}}
#: The key w: on uo that of the o, which brings that of the u.
_HORNED = {"o": "ơ", "u": "ư", "a": "ă"}
#: Before a final letter uơ is ươ: ``nguoiw`` is ngươi, ``thuow`` is thuơ.
_SINGLE_HORN = re.compile("(?<!q)uơ(?=.)")
_VOWEL = re.compile("[aăâeêioôơuưy]")
_LONGEST = 12


def decode(words: Sequence[str], known: SyllableStatistics) -> list[str]:
    """``words`` as they were meant, where the query is in keys; else as they are.

    It is in keys when it has no letter of its own kind (ă, đ, ế: then the keyboard was on) and at least
    ``IN_KEYS`` of its words can only be keys: no word of the texts, and a syllable of theirs once decoded.
    """
    if any(map(is_marked, words)):
        return list(words)
    certain = sum(not _stands(word, known) and _meant(word, known) is not None for word in words)
    if not certain or certain < IN_KEYS * len(words):
        return list(words)
    return [word if _stands(word, known) else _meant(word, known) or _possible(word) or word for word in words]


def _stands(word: str, known: SyllableStatistics) -> bool:
    """Whether the word means something as it is typed."""
    return bool(known.forms(plain(word)))


def _meant(word: str, known: SyllableStatistics) -> str | None:
    """The syllable of the texts that the keys give."""
    for syllable in _readings(word):
        form = canonical(syllable)
        if known.count(form):
            return known.spelling(form)
    return None


def _possible(word: str) -> str | None:
    """A syllable that the texts lack, or an abbreviation with đ: believed beside other words in keys."""
    if is_abbreviation(word) and "dd" in word:
        return word.replace("dd", "đ")
    return next(_readings(word), None)


def _readings(word: str) -> Iterator[str]:
    if len(word) <= _LONGEST and not word.isdigit():
        for keys in (telex, vni):
            syllable = keys(word)
            if syllable and syllable != word and is_syllable(syllable):
                yield syllable


def telex(word: str) -> str | None:
    """What the keys of Telex write; ``None`` when they write nothing. Marks may come late, as keyboards allow.

    >>> [telex(word) for word in ("ddangr", "nghij", "quyeets", "nguwowif", "nguoiwf", "dduwowcj", "thuowr", "hoaf")]
    ['đảng', 'nghị', 'quyết', 'người', 'người', 'được', 'thuở', 'hoà']
    """
    written: list[str] = []
    tone = ""
    for key in word:
        if key in _TELEX_TONES and _has_vowel(written):
            tone = _TELEX_TONES[key]
        elif key == "w":
            if not _shape(written, _HORNED):
                written.append("ư")
        elif key == "d" and written[:1] == ["d"]:
            written[0] = "đ"
        elif key in _DOUBLED and key in written:
            _shape(written, {key: _DOUBLED[key]})
        else:
            written.append(key)
    return _toned("".join(written), tone)


def vni(word: str) -> str | None:
    """What the keys of VNI write: a figure after what it marks.

    >>> [vni(word) for word in ("d9ang3", "nghi5", "quye61t", "ngu7o7i2", "nguoi72", "2020", "ct10")]
    ['đảng', 'nghị', 'quyết', 'người', 'người', None, None]
    """
    written: list[str] = []
    tone = ""
    for key in word:
        if not key.isdigit():
            written.append(key)
        elif key == "9" and "d" in written:
            written[written.index("d")] = "đ"
        elif _shape(written, _VNI_SHAPES.get(key, {})):
            continue
        elif key in _VNI_TONES and _has_vowel(written):
            tone = _VNI_TONES[key]
        else:
            return None
    return _toned("".join(written), tone)


def _has_vowel(written: Sequence[str]) -> bool:
    return any(_VOWEL.match(letter) for letter in written)


def _shape(written: list[str], shapes: dict[str, str]) -> bool:
    """Give the last letter that can take one its shape; whether there was one."""
    for place in range(len(written) - 1, -1, -1):
        if written[place] in shapes:
            written[place] = shapes[written[place]]
            return True
    return False


def _toned(letters: str, tone: str) -> str | None:
    """``letters`` with the tone on the last vowel that can bear it; where it is written is a matter of spelling."""
    letters = _SINGLE_HORN.sub("ươ", letters)
    for vowel in reversed(list(_VOWEL.finditer(letters))):
        syllable = unicodedata.normalize("NFC", letters[: vowel.end()] + tone + letters[vowel.end() :])
        if is_syllable(syllable):
            return syllable
    return None
