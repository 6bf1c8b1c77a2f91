"""Numbers of plenums and terms: Arabic, Roman, spelled."""

import re

from documents.references.folding import folded

MOST = 30
_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SPELLED = {
    "nhất": 1, "nhì": 2, "tư": 4, "lăm": 5, "bẩy": 7, "mười": 10, "mười tư": 14, "mười lăm": 15,
    **{word: value for value, word in enumerate(_ONES) if word},
    **{f"mười {word}": 10 + value for value, word in enumerate(_ONES) if word},
}  # fmt: skip


def to_roman(value: int) -> str:
    """
    >>> [to_roman(value) for value in (4, 9, 11, 14, 19, 20)]
    ['IV', 'IX', 'XI', 'XIV', 'XIX', 'XX']
    """
    roman = "X" * (value // 10)
    ones = value % 10
    return roman + ("IX" if ones == 9 else "IV" if ones == 4 else "V" * (ones // 5) + "I" * (ones % 5))


_ROMAN = {to_roman(value).lower(): value for value in range(1, MOST + 1)}


_BY_WORD = {folded(word): value for word, value in _SPELLED.items()}
#: Regular expressions over folded text.
ROMAN = r"x{0,3}(?:ix|iv|v?i{0,3})(?<=[ivx])"
ARABIC = "0?[1-9]|[12][0-9]|30"
SPELLED = "|".join(re.escape(word).replace(r"\ ", " {1,2}") for word in sorted(_BY_WORD, key=len, reverse=True))


def value_of(numeral: str) -> int | None:
    """
    >>> value_of("xii"), value_of("04"), value_of("muoi mot"), value_of("iiii")
    (12, 4, 11, None)
    """
    numeral = " ".join(numeral.split())
    if numeral.isdigit():
        return int(numeral) if 1 <= int(numeral) <= MOST else None
    return _ROMAN.get(numeral) or _BY_WORD.get(numeral)
