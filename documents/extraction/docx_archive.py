"""The parts of a DOCX: an archive of XML, opened within bounds. Runs in a process of its own, without Django."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from portal.confined.refusing import Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_ENTRIES = 20_000
MIB = 1024 * 1024
#: Of one part of text unpacked, and of all that are read. A law of 300 pages has 6 MiB.
LARGEST_PART = 48 * MIB
LARGEST_WHOLE = 96 * MIB
#: Office files unfold to ten times their size, bombs to a thousand times.
STEEPEST, STEEP_FROM = 200, 8 * MIB
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_THROUGH = 8 * MIB
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)
#: Nothing in an office file lies deeper; the walk through it calls itself.
DEEPEST = 200


class Archive:
    """A DOCX opened for reading; what it unfolds to is counted over all parts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._unpacked = 0
        self.names = [entry.filename for entry in archive.infolist()]

    def named(self, pattern: str) -> list[str]:
        """Names of parts, in the order of their numbers."""
        found = [name for name in self.names if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: (len(name), name))

    def root(self, name: str) -> Element | None:
        """The whole part, ``None`` where there is none."""
        return next(self._elements(name, None), None) if name in self.names else None

    def children(self, name: str, parent: str) -> Iterator[Element]:
        """The elements right below ``parent``, one by one; each is let go once the next is asked for."""
        return self._elements(name, parent)

    def _elements(self, name: str, parent: str | None) -> Iterator[Element]:
        self._measure(name)
        above: list[Element] = []
        try:
            with self._archive.open(name) as part:
                for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
                    if event == "start":
                        above.append(element)
                        if len(above) > DEEPEST:
                            raise Refused("bomb")
                        continue
                    above.pop()
                    if (above[-1].tag if above else None) == parent:
                        yield element
                        if above:
                            above[-1].remove(element)
        except DefusedXmlException as problem:
            raise Refused("bomb") from problem
        except (ParseError, *_BROKEN) as problem:
            raise Refused("corrupt") from problem

    def _measure(self, name: str) -> None:
        entry = self._archive.getinfo(name)
        if entry.flag_bits & 1:
            raise Refused("encrypted")
        steep = entry.file_size > STEEP_FROM and entry.file_size > STEEPEST * max(1, entry.compress_size)
        self._unpacked += entry.file_size
        if steep or entry.file_size > LARGEST_PART or self._unpacked > LARGEST_WHOLE:
            raise Refused("bomb")


@contextmanager
def opened(file: Path) -> Iterator[Archive]:
    """The archive, where it is a DOCX."""
    with file.open("rb") as stream:
        head = stream.read(_LOOKED_THROUGH)
    if not head:
        raise Refused("empty")
    if head.startswith(_OLE):
        # Office wraps what has a password into the container of the old formats.
        raise Refused("encrypted" if _ENCRYPTED in head else "unsupported")
    if not head.startswith(b"PK"):
        raise Refused("not_what_it_says")
    del head
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as problem:
        raise Refused("truncated" if isinstance(problem, zipfile.BadZipFile) else "corrupt") from problem
    with archive:
        if len(archive.infolist()) > MOST_ENTRIES:
            raise Refused("bomb")
        parts = Archive(archive)
        if "word/document.xml" not in parts.names:
            raise Refused("not_what_it_says")
        yield parts
