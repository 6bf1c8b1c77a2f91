"""Whether a file is what the ending of its name says.

Only the beginning of a file is read, and of archives (`.docx` and its kin are archives) the list of what they hold:
nothing is unpacked. An archive's list is measured before it is read, so that none can fill the memory.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

HEAD = 4096
MOST_UNPACKED = 1024**3
#: Bytes in which an archive lists what it holds: room for tens of thousands of names.
LONGEST_DIRECTORY = 4 * 1024**2
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
#: The last record of an archive and how far from the end of the file it can stand.
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 0xFFFF
_END_OF_64_BITS, _LOCATOR_SIZE = b"PK\x06\x07", 20
#: What begins like this is no plain text, whatever its name.
_NO_TEXT = (
    b"MZ",
    b"\x7fELF",
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
)
#: What reading a damaged archive, or one with a password, ends in.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError)
_ODF = b"application/vnd.oasis.opendocument."


class TooMuchInside(Exception):
    """An archive that would unfold to more than anybody's computer takes."""


def check_content(file: IO[bytes], ending: str) -> None:
    """Leaves ``file`` at its beginning.

    Raises:
        ValidationError: it is not what ``ending`` says; with what to do.
    """
    file.seek(0)
    head = file.read(HEAD)
    try:
        fits = ending not in _FITS or _FITS[ending](head, file)
    except TooMuchInside as problem:
        raise ValidationError(
            _("This archive is refused: it unfolds to too much. Divide it and upload the parts."),
            code="too_much_inside",
        ) from problem
    finally:
        file.seek(0)
    if not fits:
        raise ValidationError(
            _(
                "The name ends in .%(ending)s, but the content is not of that type. Open the file in the program it was "
                "made with, save it as .%(ending)s and upload it again."
            ),
            code="not_what_it_says",
            params={"ending": ending},
        )


def _begins(*beginnings: bytes) -> Callable[[bytes, IO[bytes]], bool]:
    return lambda head, file: head.startswith(beginnings)


def _is_pdf(head: bytes, file: IO[bytes]) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-")


def _is_mp3(head: bytes, file: IO[bytes]) -> bool:
    return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


def _is_mp4(head: bytes, file: IO[bytes]) -> bool:
    return head[4:8] == b"ftyp"


def _is_wave(head: bytes, file: IO[bytes]) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == b"WAVE"


def _is_text(head: bytes, file: IO[bytes]) -> bool:
    """In any encoding: old Vietnamese texts are in none that could be checked."""
    return head.startswith(_BYTE_ORDER_MARKS) or (b"\0" not in head and not head.startswith(_NO_TEXT))


def _is_captions(head: bytes, file: IO[bytes]) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def _is_archive(head: bytes, file: IO[bytes]) -> bool:
    return _names_in(file) is not None


def _is_office(folder: str) -> Callable[[bytes, IO[bytes]], bool]:
    """A document of Microsoft's kind, without macros: those have endings of their own."""

    def fits(head: bytes, file: IO[bytes]) -> bool:
        names = _names_in(file) or set()
        has_part = any(name.startswith(f"{folder}/") and name.endswith(".xml") for name in names)
        return has_part and "[Content_Types].xml" in names and f"{folder}/vbaProject.bin" not in names

    return fits


def _is_odf(kind: bytes) -> Callable[[bytes, IO[bytes]], bool]:
    def fits(head: bytes, file: IO[bytes]) -> bool:
        if "mimetype" not in (_names_in(file) or ()):
            return False
        try:
            with zipfile.ZipFile(file) as archive, archive.open("mimetype") as stated:
                return stated.read(len(_ODF) + len(kind)) == _ODF + kind
        except _UNREADABLE:
            return False

    return fits


def _names_in(file: IO[bytes]) -> set[str] | None:
    """What an archive holds; nothing where it cannot be read.

    Raises:
        TooMuchInside: it lists or unfolds to too much.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - _END_SIZE - _LOCATOR_SIZE))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return None
    (directory,) = struct.unpack_from("<I", tail, end + 12)
    if directory > LONGEST_DIRECTORY or tail[max(0, end - _LOCATOR_SIZE) : end].startswith(_END_OF_64_BITS):
        raise TooMuchInside
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except _UNREADABLE:
        return None
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise TooMuchInside
    return {entry.filename for entry in entries}


_FITS: Mapping[str, Callable[[bytes, IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _is_office("word"),
    "jpg": _begins(b"\xff\xd8\xff"),
    "mp3": _is_mp3,
    "mp4": _is_mp4,
    "odt": _is_odf(b"text"),
    "ods": _is_odf(b"spreadsheet"),
    "ogg": _begins(b"OggS"),
    "pdf": _is_pdf,
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "pptx": _is_office("ppt"),
    "rtf": _begins(b"{\\rtf"),
    "txt": _is_text,
    "vtt": _is_captions,
    "wav": _is_wave,
    "webm": _begins(b"\x1a\x45\xdf\xa3"),
    "xlsx": _is_office("xl"),
    "zip": _is_archive,
}
