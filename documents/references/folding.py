"""Small letters without marks, character by character, so that places in the text stay the same."""

import unicodedata

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
SLASHES = "\u2044\u2215\uff0f"
_SMALL = {char: chr(char).lower() for char in range(ord("A"), ord("Z") + 1)}


def _base(char: str) -> str:
    return unicodedata.normalize("NFD", char.lower())[0]


_VIETNAMESE = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
_FOLDED = {
    **_SMALL,
    **{ord(char): _base(char) for char in _VIETNAMESE},
    **dict.fromkeys(map(ord, "đĐ"), "d"),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, SLASHES), "/"),
    ord("\t"): " ",
}


def folded(text: str) -> str:
    """``text``, already normalised, as the grammar compares it: as long as before.

    >>> folded("Đề án số 10–CT/TW")
    'de an so 10-ct/tw'
    """
    return text.translate(_FOLDED)


def set_of(words: str) -> frozenset[str]:
    """A table written as words between spaces.

    >>> sorted(set_of("nq ct kl"))
    ['ct', 'kl', 'nq']
    """
    return frozenset(words.split())
