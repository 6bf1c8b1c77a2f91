"""Vietnamese alphabetical order.

Letters come first: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y (f, j, w, z in their Latin places). Of two
syllables with the same letters the tone decides: none, huyền, hỏi, ngã, sắc, nặng. Syllables are compared one after the
other, as in a Vietnamese dictionary or list of names, so that every Hà stands before the first Hạ. Where the tone mark
sits (hoà, hòa) makes no difference. Numbers compare by value: Chi bộ 2 before Chi bộ 10.
"""

import re
import unicodedata

from portal.text.letters import normalise

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_WEIGHTS = {letter: 0x20 + place for place, letter in enumerate(_ALPHABET)}
_NUMBER = 0x10
_OTHER = 0x60
_TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_SHAPES = {"\u0302", "\u0306", "\u031b"}
_END_OF_LETTERS, _END_OF_SYLLABLE = 0x01, 0x00
_SYLLABLE = re.compile(r"\d+|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_LONGEST = 0xFE


def collation_key(text: str) -> bytes:
    """Return a key whose byte order is the Vietnamese order of the texts.

    >>> sorted(["ơn", "đi", "ôn", "dì", "on", "da", "ân", "ăn", "an"], key=collation_key)
    ['an', 'ăn', 'ân', 'da', 'dì', 'đi', 'on', 'ôn', 'ơn']
    >>> sorted(["Hạ An", "Hà Bình", "Chi bộ 10", "Chi bộ 2"], key=collation_key)
    ['Chi bộ 2', 'Chi bộ 10', 'Hà Bình', 'Hạ An']
    >>> collation_key("hoà") == collation_key("HÒA")
    True
    """
    key = bytearray()
    for match in _SYLLABLE.finditer(normalise(text).lower()):
        _append_syllable(key, match.group())
    return bytes(key)


def person_collation_key(name: str) -> bytes:
    """Return the key that sorts people as Vietnamese lists do: by given name (last word), then the rest.

    >>> sorted(["Trần Văn Ân", "Lê Thị Bình", "Nguyễn An", "Đỗ An"], key=person_collation_key)
    ['Đỗ An', 'Nguyễn An', 'Trần Văn Ân', 'Lê Thị Bình']
    """
    words = normalise(name).split("(")[0].split()
    if not words:
        return collation_key(name)
    return collation_key(words[-1]) + bytes([_END_OF_SYLLABLE]) + collation_key(" ".join(words[:-1]))


def _append_syllable(key: bytearray, syllable: str) -> None:
    if syllable[0].isdecimal():
        digits = str(int(syllable[:_LONGEST])).encode()
        key += bytes([_NUMBER, len(digits)]) + digits
        key.append(_END_OF_LETTERS)
    else:
        tones = bytearray()
        for char in unicodedata.normalize("NFC", syllable):
            _append_letter(key, tones, char)
        key.append(_END_OF_LETTERS)
        key += tones
    key.append(_END_OF_SYLLABLE)


def _append_letter(key: bytearray, tones: bytearray, char: str) -> None:
    decomposed = unicodedata.normalize("NFD", char)
    base, marks = decomposed[0], decomposed[1:]
    letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    weight = _WEIGHTS.get(letter) or _WEIGHTS.get(base)
    if weight:
        key.append(weight)
    elif not unicodedata.combining(char):
        key.append(_OTHER)
        key += char.encode("utf-8", "replace")
    tones += bytes(_TONES[mark] for mark in (marks or char) if mark in _TONES)
