"""One form for text at the door, one form for matching.

``normalise`` is applied once, when text enters (form, import, paste). What it returns is stored and displayed.
``fold`` is applied to both sides of a comparison and never stored for display.

Text in a legacy encoding (TCVN3, VNI) is converted first (:mod:`portal.text.legacy`): TCVN3 writes ư as the soft hyphen
that ``normalise`` removes.
"""

import re
import unicodedata

# Đ has two look-alikes that old keyboards and fonts produced: the Icelandic Eth and the African D.
_LOOKALIKES = {"\u00d0": "Đ", "\u0189": "Đ"}

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
# A tone typed before the circumflex, breve or horn: NFC leaves the two apart.
_LOOSE_SHAPE = re.compile("[\u0302\u0306\u031b]")
_MARKS = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]{2,}")

#: How far the full-width signs of Asian keyboards stand behind the same of ASCII.
_FULL_WIDTH = 0xFEE0
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_WHITESPACE = re.compile(r"\s+")
_UNDECOMPOSED = str.maketrans({"đ": "d", "ð": "d", "\u0256": "d"})
# kì = kỳ, lí = lý, quí = quý: only a syllable that ends in y right after its first consonants (thuý and thúi differ).
FINAL_Y = re.compile(r"(?<![^\W_])(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|)y(?![^\W_])")


def normalise(text: str) -> str:
    """Return ``text`` as we store it: NFC, plain spaces, ``\\n`` line ends, nothing invisible.

    Spelling, dashes and quotation marks stay as typed.

    >>> normalise("Đa\u0309ng\u00a0bộ\\r\\n10–CT/TW")
    'Đảng bộ\\n10–CT/TW'
    >>> normalise("\u00d0ảng\u200b u\u00adỷ")
    'Đảng uỷ'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _UNSEEN.sub("", text)
    for lookalike, letter in _LOOKALIKES.items():
        text = text.replace(lookalike, letter)
    text = unicodedata.normalize("NFC", text)
    if _LOOSE_SHAPE.search(text):
        text = _join_loose_shapes(text)
    return text


def plain_signs(text: str) -> str:
    """``normalise`` for boxes in which a number is typed: digits of any script and full-width signs as our own.

    >>> plain_signs("１２－ＣＴ／ＴＷ"), plain_signs("١٢-CT/TW"), plain_signs("Đ½")
    ('12-CT/TW', '12-CT/TW', 'Đ½')
    """
    text = normalise(text)
    return text if text.isascii() else "".join(map(_plain_sign, text))


def _plain_sign(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return chr(ord(char) - _FULL_WIDTH) if "\uff01" <= char <= "\uff5e" else char


def _join_loose_shapes(text: str) -> str:
    def shapes_first(marks: re.Match[str]) -> str:
        return "".join(sorted(marks.group(), key=lambda mark: not _LOOSE_SHAPE.match(mark)))

    return unicodedata.normalize("NFC", _MARKS.sub(shapes_first, unicodedata.normalize("NFD", text)))


def fold(text: str) -> str:
    """Return the form in which two spellings of the same words are equal.

    Case, diacritics, đ, old and new tone placement, final i/y, kinds of dash and of white space do not matter.

    >>> fold("Đảng uỷ") == fold("ĐẢNG ỦY") == fold("dang uy")
    True
    >>> fold("hoà, khoá, kỳ, kĩ, tỷ lệ")
    'hoa, khoa, ki, ki, ti le'
    >>> fold("10\u2013CT/TW")
    '10-ct/tw'
    >>> fold("thuý") == fold("thúi")
    False
    """
    text = normalise(text)
    if not text.isascii():
        text = _strip_marks(text)
        text = _DASHES.sub("-", text)
    else:
        text = text.lower()
    text = _WHITESPACE.sub(" ", text).strip()
    return FINAL_Y.sub(r"\1i", text)


def _strip_marks(text: str) -> str:
    # Compatibility forms can hold capitals and capitals can have compatibility forms, hence twice.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(char for char in text if char < "\u0300" or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", text.translate(_UNDECOMPOSED))
