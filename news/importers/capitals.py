"""Words in capitals as a sentence has them."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[./-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
_VOWELS = frozenset("AEIOUY")
# Abbreviations with a vowel, which could be words; those without one cannot, such as HĐND or BTV.
_ABBREVIATIONS = frozenset({
    "ANQP", "ANTT", "ASEAN", "ATGT", "ATTP", "CAND", "CHXHCN", "CNXH", "COVID", "GDĐT", "HTX", "KHCN", "KTXH",
    "NATO", "OCOP", "QĐND", "QPAN", "QUTW", "TAND", "UBKT", "UBMT", "UBMTTQ", "UBND", "UBTV", "UBTVQH", "UNESCO",
    "USD", "UVBCH", "UVBTV", "UVTW", "UVTƯ", "VHTTDL", "VKSND", "WHO", "WTO", "XHCN",
})  # fmt: skip


def in_sentence_case(text: str) -> str:
    """``text``, wholly in capitals, as the beginning of a sentence; proper nouns cannot be known.

    Abbreviations, Roman numerals and the numbers of documents stay in capitals.

    >>> in_sentence_case("HĐND VÀ UBND HUYỆN BA CHẼ HỌP VỀ KẾT LUẬN 18-KL/TW")
    'HĐND và UBND huyện ba chẽ họp về kết luận 18-KL/TW'
    """
    lowered = _WORD.sub(lambda found: found[0] if _stays(found[0]) else _lower(found[0]), text)
    first = _LETTERS.search(lowered)
    if first is None or lowered[0].isdigit():
        return lowered
    return lowered[: first.start()] + first[0][0].upper() + lowered[first.start() + 1 :]


def _stays(word: str) -> bool:
    """Whether ``word`` is the number of a document, such as 18-KL/TW, or an abbreviation with a full stop: T.Ư."""
    return (word[0].isdigit() and bool({"-", "/"} & set(word))) or re.match(r"[^\W\d_]\.", word) is not None


def _lower(word: str) -> str:
    return _LETTERS.sub(lambda part: part[0] if _is_abbreviation(part[0]) else part[0].lower(), word)


def _is_abbreviation(letters: str) -> bool:
    plain = unicodedata.normalize("NFD", letters)
    return letters in _ABBREVIATIONS or not _VOWELS & set(plain) or _ROMAN.fullmatch(letters) is not None
