"""Bytes to text: whichever encoding gives the most Vietnamese.

Old pages lie about their encoding, so a declaration is one candidate among others. Text that is UTF-8 is UTF-8; for the
rest every candidate is read and the share of its accented words that are Vietnamese syllables decides. Windows-1252 is
the door for TCVN3 and VNI, which :mod:`portal.text` then converts.
"""

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news.importers.errors import Refused
from portal.text import detect_legacy, from_legacy, normalise
from portal.text.syllables import is_syllable

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
# One broken byte in so many characters is damage; more is another encoding.
_DAMAGE = 60
_BELIEVABLE = 0.6
_BINARY = re.compile(rb"^(?:%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|Rar!|\x1f\x8b)")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    damaged: int = 0  # how many places could not be read
    mended: bool = False  # UTF-8 that had been read as Windows-1252 and saved so


def decode(raw: bytes) -> Decoded:
    """Return the text of ``raw``.

    Raises:
        Refused: it is no text, or text in an encoding that gives no Vietnamese.
    """
    if _BINARY.match(raw):
        raise Refused(_("This is not a text or HTML file (its content is a document, picture or archive). Save the page "
                        "from the browser as “Web page, HTML only” or as text."))  # fmt: skip
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _lenient(raw, encoding)
    wide = _wide_encoding(raw)
    if wide:
        return _lenient(raw, wide)
    if _looks_binary(raw):
        raise Refused(_("The file holds binary data, not text. Save the page again from the browser as HTML or text."))
    return _mended(_utf8(raw) or _best(raw))


def vietnamese_share(text: str) -> float:
    """The share of the accented words of ``text`` that can be Vietnamese; 1 when it has no accented word."""
    accented = [word for word in _WORD.findall(text) if not word.isascii()]
    if not accented:
        return 1.0
    return sum(map(is_syllable, accented)) / len(accented)


def _lenient(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, errors="replace").lstrip("\ufeff")
    return Decoded(text, encoding, text.count("\ufffd"))


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a mark: mostly-Latin text has a zero in every other byte."""
    sample = raw[:4000]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _looks_binary(raw: bytes) -> bool:
    sample = raw[:8000]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > max(4, len(sample) / 100)


def _utf8(raw: bytes) -> Decoded | None:
    """UTF-8, also with some damage, provided that real multi-byte letters outnumber it."""
    decoded = _lenient(raw, "utf-8")
    if not decoded.damaged:
        return decoded
    sound = sum(char > "\x7f" and char != "\ufffd" for char in decoded.text)
    return decoded if sound > 4 * decoded.damaged and decoded.damaged * _DAMAGE < len(decoded.text) else None


def _candidates(raw: bytes) -> Iterator[str]:
    declared = _DECLARED.search(raw[:4000])
    if declared:
        yield declared.group(1).decode("ascii", errors="replace").lower()
    yield from ("cp1258", "cp1252", "utf-8")


def _best(raw: bytes) -> Decoded:
    best: tuple[float, Decoded] | None = None
    for encoding in dict.fromkeys(_candidates(raw)):
        decoded = _read(raw, encoding)
        if decoded is None:
            continue
        share = vietnamese_share(_readable(decoded.text)) - 20 * decoded.damaged / max(len(decoded.text), 1)
        if best is None or share > best[0]:
            best = share, decoded
    if best is None or best[0] < _BELIEVABLE:
        raise Refused(_("The encoding of the text was not recognised: read as UTF-8, Windows-1258, TCVN3 and VNI it gives no "
                        "Vietnamese. Open the page in the browser it looks right in and save it again as UTF-8."))  # fmt: skip
    return best[1]


def _read(raw: bytes, encoding: str) -> Decoded | None:
    if encoding in ("cp1252", "windows-1252", "iso-8859-1", "latin-1", "latin1"):
        # The five bytes that Windows-1252 leaves undefined stand for themselves, as in browsers.
        text = "".join(_WINDOWS_1252[byte] for byte in raw) if not raw.isascii() else raw.decode("ascii")
        return Decoded(text, "windows-1252")
    try:
        return _lenient(raw, encoding)
    except (LookupError, UnicodeError):
        return None


_WINDOWS_1252 = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


def _readable(text: str) -> str:
    """What of ``text`` is read by people, converted for the judgement if it is in a legacy encoding."""
    sample = html.unescape(_MARKUP.sub(" ", text[:_SAMPLE]))
    legacy = detect_legacy(sample)
    return normalise(from_legacy(sample, legacy) if legacy else sample)


_TWICE = re.compile("[\u00c3\u00c4\u00c6\u00e1][\u0080-\u00bf\u0152-\u2122]")


def _mended(decoded: Decoded) -> Decoded:
    """Undo one saving of UTF-8 as Windows-1252 or Latin-1 (``Äáº£ng`` → ``Đảng``)."""
    text = decoded.text
    if len(_TWICE.findall(text)) < 5 or vietnamese_share(_readable(text)) >= _BELIEVABLE:
        return decoded
    raw = bytearray()
    back = {chr(byte): byte for byte in range(256)} | {char: byte for byte, char in enumerate(_WINDOWS_1252)}
    for char in text:
        byte = back.get(char)
        raw += bytes([byte]) if byte is not None else char.encode("utf-8", errors="replace")
    again = _lenient(bytes(raw), "utf-8")
    if again.damaged * 20 < len(again.text) and vietnamese_share(_readable(again.text)) >= _BELIEVABLE:
        return Decoded(again.text, decoded.encoding, again.damaged, mended=True)
    return decoded
