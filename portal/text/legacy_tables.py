"""The two legacy encodings of Vietnamese office documents, as tables.

Both put Vietnamese letters where Western code pages have other signs; a page saved or copied from such a document and
read as Latin-1 or Windows-1252 shows ``§¶ng uû`` (TCVN3, fonts named ``.VnTime``) or ``Ñaûng uûy`` (VNI, fonts named
``VNI-Times``). Keys here are the characters so read.

TCVN3 (TCVN 5712:1993, VN3, "ABC") has one byte for each lower-case letter, but capitals only for the letters without a
tone: À is written with the byte of à in a font whose small letters look like capitals (``.VnTimeH``). Which case was
meant is not in the text.

VNI-Windows has both cases; most letters are two characters: the vowel, then a character for its shape and tone.
"""

from itertools import product

_TCVN3_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
# TCVN 5712 VN1 also has capitals with a tone in places that VN3 leaves empty; a few programs wrote them.
_TCVN_VN1_CAPITALS = {
    0xAF: "Ằ", 0xBA: "Ẳ", 0xBF: "ẴẮẦẨẪẤỀ", 0xCD: "Ể", 0xD9: "ỄẾỒ", 0xE0: "Ổ", 0xF0: "Ỗ", 0xFF: "Ố"
}  # fmt: skip

# The sign after the vowel, by tone: none, sắc, huyền, hỏi, ngã, nặng.
_VNI_PLAIN_TONES = ("", "ù", "ø", "û", "õ", "ï")
_VNI_CIRCUMFLEX_TONES = ("â", "á", "à", "å", "ã", "ä")
_VNI_BREVE_TONES = ("ê", "é", "è", "ú", "ü", "ë")
_VNI_TWO_PART = {
    "a": ("aáàảãạ", _VNI_PLAIN_TONES), "â": ("âấầẩẫậ", _VNI_CIRCUMFLEX_TONES), "ă": ("ăắằẳẵặ", _VNI_BREVE_TONES),
    "e": ("eéèẻẽẹ", _VNI_PLAIN_TONES), "ê": ("êếềểễệ", _VNI_CIRCUMFLEX_TONES),
    "o": ("oóòỏõọ", _VNI_PLAIN_TONES), "ô": ("ôốồổỗộ", _VNI_CIRCUMFLEX_TONES),
    "ơ": ("ơớờởỡợ", _VNI_PLAIN_TONES), "u": ("uúùủũụ", _VNI_PLAIN_TONES),
    "ư": ("ưứừửữự", _VNI_PLAIN_TONES), "y": ("yýỳỷỹ", _VNI_PLAIN_TONES[:5]),
}  # fmt: skip
_VNI_BASES = {"â": "a", "ă": "a", "ê": "e", "ô": "o", "ơ": "ô", "ư": "ö"}
_VNI_SINGLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def _run(table: dict[int, str]) -> dict[str, str]:
    return {chr(start + step): letter for start, letters in table.items() for step, letter in enumerate(letters)}


def _vni() -> dict[str, str]:
    lower = {written: letter for letter, written in _VNI_SINGLE.items()}
    for shape, (letters, signs) in _VNI_TWO_PART.items():
        base = _VNI_BASES.get(shape, shape)
        lower |= {base + sign: letter for letter, sign in zip(letters, signs, strict=True) if base + sign != letter}
    table = dict(lower)
    # The vowel decides the case; typists mixed small and capital signs.
    for written, letter in lower.items():
        capital = letter.upper()
        for rest in {"".join(cases) for cases in product(*((char, char.upper()) for char in written[1:]))}:
            table[written[0].upper() + rest] = capital
    return table


TCVN3_TO_UNICODE: dict[str, str] = _run(_TCVN3_LETTERS) | _run(_TCVN_VN1_CAPITALS)
VNI_TO_UNICODE: dict[str, str] = _vni()

# Writing back serves tests and old systems; a capital that TCVN3 lacks becomes the small letter, as its fonts expect.
UNICODE_TO_TCVN3: dict[str, str] = {letter: byte for byte, letter in _run(_TCVN3_LETTERS).items()}
UNICODE_TO_TCVN3 |= {
    letter.upper(): byte for letter, byte in UNICODE_TO_TCVN3.items() if letter.upper() not in UNICODE_TO_TCVN3
}
UNICODE_TO_VNI: dict[str, str] = {letter: written for written, letter in VNI_TO_UNICODE.items() if written.islower()}
UNICODE_TO_VNI |= {letter.upper(): written.upper() for letter, written in UNICODE_TO_VNI.items()}

# Windows-1252 punctuation that arrives as control characters when the page was read as Latin-1.
CONTROLS_TO_PUNCTUATION: dict[int, str] = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
