"""Taking a file in: written to the disk piece by piece, never held, measured and told by its content."""

import hashlib
import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import IO, Any, Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from documents.files import actions
from documents.files.storing import new_folder, path_of, remove_folder, stored_name
from documents.files.tasks import read_file
from documents.models import DocumentFile
from documents.models.files import Kind
from portal.editorial.audit.services import record
from portal.file_contents import check_content
from portal.text import normalise

MIB = 1024 * 1024
MOST_BYTES = 500 * MIB
#: Of one person, uploaded and not yet in a document.
MOST_UNCLAIMED = 60
_CHUNK = 256 * 1024
_LONGEST_STEM = 100
_OLE = b"\xd0\xcf\x11\xe0"
_UNSAFE = re.compile(r"[^\w .()+–-]+")


class Stream(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


class NotReceived(ValidationError):
    """The file was not taken; the message says why and what to do."""


def receive(stream: Stream, name: str, *, by: Any, length: int | None = None, is_bulk: bool = False) -> DocumentFile:
    """Keep what ``stream`` brings and have it read. The same bytes again are the file that is there already.

    ``is_bulk``: whoever brings many at once reads them himself, and sees to it that each comes into a document.

    Raises:
        NotReceived: it is too large, is not whole, is no PDF or DOCX, or too many of ``by`` wait for their document.
    """
    if length is not None and length > MOST_BYTES:
        raise _too_large()
    if not is_bulk and DocumentFile.objects.filter(uploaded_by=by, document=None).count() >= MOST_UNCLAIMED:
        raise NotReceived(_("Many files of yours are in no document yet. Save the documents, then upload more."))
    folder = new_folder()
    try:
        file = _received(stream, name, folder, by, length, is_bulk=is_bulk)
    except BaseException:
        remove_folder(folder)
        raise
    if file.folder != folder:
        remove_folder(folder)
    return file


def _received(stream: Stream, name: str, folder: str, by: Any, length: int | None, *, is_bulk: bool) -> DocumentFile:
    part = path_of(f"{folder}/part")
    size, sha256 = _write(stream, part)
    if length is not None and size < length:
        raise NotReceived(_("Only a part of the file arrived. Upload it again."))
    known = DocumentFile.objects.filter(sha256=sha256, uploaded_by=by, document=None).first()
    if known is not None:
        return known
    kind = kind_of(part)
    stored = stored_name(folder, kind)
    part.chmod(settings.FILE_UPLOAD_PERMISSIONS)
    part.rename(path_of(stored))
    with transaction.atomic():
        file = DocumentFile.objects.create(
            file=stored, name=safe_name(name, kind), kind=kind, size=size, sha256=sha256, uploaded_by=by
        )
        record(actions.UPLOADED, file, by=by)
        if not is_bulk:
            read_file.enqueue(file.pk)
    file.refresh_from_db()
    return file


def _write(stream: Stream, path: Path) -> tuple[int, str]:
    """How many bytes came, and their digest."""
    size, digest = 0, hashlib.sha256()
    with path.open("wb") as out:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise _too_large()
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return size, digest.hexdigest()


def kind_of(path: Path) -> Kind:
    """By the content alone.

    Raises:
        NotReceived: it is neither PDF nor DOCX.
    """
    with path.open("rb") as file:
        head = file.read(8)
        if not head:
            raise NotReceived(_("The file is empty. Choose another one."))
        for kind in Kind:
            if _is(file, kind):
                return kind
    if head.startswith(_OLE):
        raise NotReceived(
            _(
                "Files of old Word (.doc), and those with a password, are not taken. Save it as DOCX or PDF, without one."
            )
        )
    raise NotReceived(_("Only PDF and DOCX are taken. Save the document as PDF and upload that."))


def _is(file: IO[bytes], kind: Kind) -> bool:
    try:
        check_content(file, kind)
    except ValidationError as problem:
        if problem.code == "too_much_inside":
            raise NotReceived(problem.messages) from problem
        return False
    return True


def safe_name(name: str, kind: str) -> str:
    """What readers' computers may call it: one form of Unicode, no folder, no sign that a system reads as more.

    >>> safe_name("C:\\\\Hồ sơ\\\\10-CT/TW: về <sinh hoạt>.PDF", "pdf")
    'TW về sinh hoạt.pdf'
    >>> safe_name("…", "docx")
    'van-ban.docx'
    """
    last = PurePosixPath(unicodedata.normalize("NFC", normalise(name)).replace("\\", "/")).name
    stem = last[: -len(PurePosixPath(last).suffix)] if _has_known_ending(last) else last
    words = " ".join(_UNSAFE.sub(" ", stem).split()).replace(" .", ".")
    return f"{words[:_LONGEST_STEM].strip(' .-') or 'van-ban'}.{kind}"


def _has_known_ending(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in {".pdf", ".docx", ".doc"}


def _too_large() -> NotReceived:
    return NotReceived(
        _("The file exceeds the allowed size of %(size)s. Divide it, or scan it with fewer dots.")
        % {"size": filesizeformat(MOST_BYTES)}
    )
