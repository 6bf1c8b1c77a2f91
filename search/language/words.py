"""Words as search counts them, and the two spellings in which it compares them.

Vietnamese writes a space after each syllable, so a word here is a syllable, or whatever else stands between spaces and
signs: a number, an abbreviation, a foreign name.
"""

import re
import unicodedata

from portal.text import fold, normalise
from portal.text.letters import FINAL_Y

_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def words_of(text: str) -> list[str]:
    """The words of ``text``, in small letters, as typed otherwise.

    >>> words_of("Đảng uỷ: 30/2020 – “bốn tốt”")
    ['đảng', 'uỷ', '30', '2020', 'bốn', 'tốt']
    """
    return _WORD.findall(normalise(text).lower())


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each of ``words_of(text)`` stands; ``text`` is normalised.

    >>> spans_of("10-CT/TW")
    [(0, 2), (3, 5), (6, 8)]
    """
    return [found.span() for found in _WORD.finditer(text)]


def canonical(word: str) -> str:
    """One spelling for each word that has several: the tone last, whatever letter it was put on; final y as i.

    >>> canonical("hoà") == canonical("hòa"), canonical("uỷ") == canonical("ủy"), canonical("kỳ") == canonical("kì")
    (True, True, True)
    >>> canonical("tí") == canonical("ti"), canonical("thuý") == canonical("thúi")
    (False, False)
    """
    if word.isascii():
        return FINAL_Y.sub(r"\1i", word)
    letters, tone = split_tone(word)
    return FINAL_Y.sub(r"\1i", letters) + tone


def split_tone(word: str) -> tuple[str, str]:
    """The letters of ``word`` with their own marks, and its tone, "" for none.

    >>> split_tone("quyết"), split_tone("ban")
    (('quyêt', '\u0301'), ('ban', ''))
    """
    if word.isascii():
        return word, ""
    marked = unicodedata.normalize("NFD", word)
    tones = [char for char in marked if char in _TONES]
    letters = unicodedata.normalize("NFC", "".join(char for char in marked if char not in _TONES))
    return letters, "".join(tones[:1])


def plain(word: str) -> str:
    """The word without marks: what ``portal.text.fold`` makes of it.

    >>> plain("Đảng"), plain(canonical("kỳ"))
    ('dang', 'ki')
    """
    return fold(word)


def is_marked(word: str) -> bool:
    """Whether ``word`` carries a tone or a letter of its own (ă, â, đ, ê, ô, ơ, ư)."""
    return not word.isascii()


def may_mean(typed: str, form: str) -> bool:
    """Whether ``typed``, perhaps with marks left out, can stand for ``form``; both canonical.

    >>> [may_mean(canonical(typed), canonical("quyết")) for typed in ("quyet", "quyêt", "quyét", "quyệt", "quyt")]
    [True, True, True, False, False]
    """
    typed_letters, typed_tone = split_tone(typed)
    letters, tone = split_tone(form)
    if typed_tone not in {"", tone} or len(typed_letters) != len(letters):
        return False
    return all(
        one == other or (one.isascii() and fold(other) == one)
        for one, other in zip(typed_letters, letters, strict=True)
    )
