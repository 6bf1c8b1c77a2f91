"""Files of rows: taken in, read up to the verdict about stamps, then attached to their documents.

All of it before the transaction that writes the rows: recognising a scan takes seconds, and nobody else could write
meanwhile. What is in quarantine keeps its document a draft; what bears a stamp of secrecy keeps its row out.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from documents.files.reading import read_to_verdict
from documents.files.receiving import NotReceived, receive
from documents.importing.planning import Outcome, Row
from documents.models import Attachment, AttachmentRole, DocumentFile, OfficialDocument, Quarantine, Reading

_CHUNK = 256 * 1024
_MOST_PATHS = 400


@dataclass
class Brought:
    """The files of one row that are here now; ``waits``: not all of them may be shown to readers yet."""

    files: list[DocumentFile] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        return any(not file.is_released for file in self.files)


def find_new_files(rows: Sequence[Row], files: Mapping[tuple[str, int], Sequence[Path]]) -> None:
    """Rows that say nothing new, whose documents lack a file that is in the folder, are imported again for it.

    A document that somebody entered by hand is left as it is.
    """
    waiting = [row for row in rows if row.outcome is Outcome.UNCHANGED and row.record and files.get(row.place)]
    for start in range(0, len(waiting), _MOST_PATHS):
        some = waiting[start : start + _MOST_PATHS]
        known = _known([row.document_id for row in some])
        for row in some:
            if any(_digest(path) not in known.get(row.document_id or 0, set()) for path in files[row.place]):
                row.outcome, row.for_files = Outcome.UPDATED, True


def bring(rows: Iterable[Row], files: Mapping[tuple[str, int], Sequence[Path]], *, by: Any) -> dict[Any, Brought]:
    """Take in and read the files of ``rows``, by the rows' places. What cannot be taken is said of its row.

    A row whose file bears a stamp of secrecy is refused.
    """
    brought: dict[Any, Brought] = {}
    for row in rows:
        if row.outcome not in (Outcome.NEW, Outcome.UPDATED):
            continue
        known = _known([row.document_id]).get(row.document_id or 0, set()) if row.document_id else set()
        ours = brought.setdefault(row.place, Brought())
        for path in files.get(row.place, ()):
            if _digest(path) not in known:
                _bring_one(row, path, ours, by)
        if row.for_files and row.outcome is Outcome.UPDATED and not ours.files:
            row.outcome = Outcome.UNCHANGED
    return brought


def attach(document: OfficialDocument, brought: Brought) -> None:
    """Before ``document`` is saved: the first file is the document itself, unless it has one."""
    for file in brought.files:
        has_main = any(one.role == AttachmentRole.MAIN for one in document.attachments.all())
        role = AttachmentRole.ANNEX if has_main else AttachmentRole.MAIN
        document.attachments.add(Attachment(file=file, role=role, sort_order=document.attachments.count()))


def _bring_one(row: Row, path: Path, ours: Brought, by: Any) -> None:
    try:
        with path.open("rb") as stream:
            file = receive(stream, path.name, by=by, length=path.stat().st_size, is_bulk=True)
    except (NotReceived, OSError) as problem:
        reason = " ".join(problem.messages) if isinstance(problem, NotReceived) else str(problem)
        row.warnings.append(_("The file “%(name)s” was not taken: %(reason)s") % {"name": path.name, "reason": reason})
        return
    read_to_verdict(file.pk)
    file.refresh_from_db()
    if file.quarantine == Quarantine.BLOCKED:
        row.refuse(_("The file “%(name)s” bears a stamp of secrecy.") % {"name": path.name})
        return
    if not file.is_released:
        row.warnings.append(_why_it_waits(file) % {"name": path.name, "problem": file.problem})
    ours.files.append(file)


def _why_it_waits(file: DocumentFile) -> str:
    if file.reading == Reading.FAILED:
        return _("The file “%(name)s” could not be read, so the document stays a draft: %(problem)s")
    return _("The file “%(name)s” waits for a second person, so the document stays a draft.")


def _known(documents: Iterable[int | None]) -> dict[int, set[str]]:
    """The digests of the files that the newest versions of these documents name."""
    known: dict[int, set[str]] = {}
    for document in OfficialDocument.objects.filter(pk__in=[pk for pk in documents if pk]):
        latest = document.get_latest_revision_as_object()
        numbers = [one.file_id for one in latest.attachments.all()]
        digests = DocumentFile.objects.filter(pk__in=numbers).values_list("sha256", flat=True)
        known[document.pk] = set(digests)
    return known


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
