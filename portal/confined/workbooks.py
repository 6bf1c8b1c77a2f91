"""What every reader of workbooks asks first, in the process with bounds: no Django here.

A workbook is a zip of XML from a stranger: its size is bounded before anything is unpacked, and a document type, by
which XML grows or reaches out, is refused.
"""

import zipfile
import zlib
from io import BytesIO

from openpyxl.utils.exceptions import InvalidFileException

from portal.confined.refusing import Refused

#: Why a file is refused.
LARGE, UNPACKED, DAMAGED = "large", "unpacked", "damaged"
#: What reading a damaged or malicious archive raises, in zipfile, zlib, lxml and openpyxl.
BROKEN = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, KeyError,
    IndexError, AttributeError, TypeError, ValueError, OverflowError, SyntaxError, StopIteration, AssertionError,
)  # fmt: skip


def check_bounds(content: bytes, *, largest: int, unpacked: int, parts: int) -> None:
    """Before anything is read as XML: sizes as unpacked, not as the file claims them to be.

    Raises:
        Refused: ``LARGE``, ``UNPACKED`` or ``DAMAGED``.
    """
    if len(content) > largest:
        raise Refused(LARGE)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            inside = archive.infolist()
            if len(inside) > parts:
                raise Refused(UNPACKED)
            left = unpacked
            for part in inside:
                left -= _checked_size(archive, part, left)
    except Refused:
        raise
    except BROKEN as problem:
        raise Refused(DAMAGED) from problem


def _checked_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(DAMAGED)  # no office program writes others
    with archive.open(part) as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise Refused(UNPACKED)
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    if is_xml and any(
        mark in data for mark in (b"<!DOCTYPE", b"<!ENTITY", b"\0")
    ):  # zeros: UTF-16 could hide the others
        raise Refused(DAMAGED)
    return len(data)
