"""Registers that are chosen in the admin: read by a task, shown, and after a yes written by another.

The file lies in the private folder from the moment it is chosen until its rows are written, a day at most. Nothing is
written before its owner says yes. Another person, who approves documents, may then publish what was imported as drafts.
"""

import uuid
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from documents.importing import reports
from documents.importing.planning import Outcome, Row, chunks
from documents.importing.services import CannotImport, Planned, counts, plan_file
from documents.importing.sources import UnreadableRegister
from documents.importing.workbook import MAX_BYTES
from documents.importing.writing import Order, write
from documents.models import DocumentRegister, ImportedDocument, OfficialDocument, RegisterUpload
from documents.services import entered_together
from portal.access.staff import sight_of
from portal.access.storages import PrivateStorage
from portal.editorial.content import digest_of_revision
from portal.editorial.duties.events import published_in_numbers
from portal.editorial.models import Approval
from portal.editorial.services import approve, may_approve
from portal.editorial.workflows import workflow_at
from portal.publishing import reason_of

FOLDER = "registers"
KEPT, REPORT_KEPT = timedelta(days=1), timedelta(days=30)
#: A task that has said nothing for so long was cut off.
SILENT = timedelta(minutes=10)
_SAID_EVERY, _TOGETHER, _MOST_REMARKS = 25, 25, 200
State = RegisterUpload.State


def keep(content: bytes, name: str, *, by: Any, register: DocumentRegister, submit: bool) -> RegisterUpload:
    """Put the file aside and have it read.

    Raises:
        UnreadableRegister: it is too large.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableRegister(_("The file is larger than 20 MB. Keep only the register in it, without pictures."))
    file = f"{FOLDER}/{uuid.uuid4().hex}"
    path = Path(PrivateStorage().path(file))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with transaction.atomic():
        upload = RegisterUpload.objects.create(
            uploaded_by=by, register=register, file_name=name[-200:], file=file, submit=submit
        )
        from documents.importing.tasks import read_upload

        read_upload.enqueue(upload.pk)
    return upload


def path_of(upload: RegisterUpload) -> Path:
    return Path(PrivateStorage().path(upload.file))


def read(pk: int) -> None:
    """The task's work: what would become of the rows."""
    upload = RegisterUpload.objects.filter(pk=pk, state=State.READING).first()
    if upload is None:
        return
    try:
        planned = plan_file(path_of(upload))
    except UnreadableRegister as problem:
        _fail(upload, problem.message)
        return
    upload.rows, upload.remarks = reports.stored(planned.rows), _remarks(planned)
    upload.total = sum(row.outcome in (Outcome.NEW, Outcome.UPDATED) for row in planned.rows)
    upload.state = State.READ
    upload.save()


def confirm(upload: RegisterUpload) -> bool:
    """The owner says yes; whether this was the one time."""
    with transaction.atomic():
        mine = RegisterUpload.objects.filter(pk=upload.pk, state=State.READ).exclude(file="")
        if not mine.update(state=State.WRITING, done=0, seen_at=timezone.now()):
            return False
        from documents.importing.tasks import write_upload

        write_upload.enqueue(upload.pk)
    return True


def carry_out(pk: int) -> None:
    """The task's work after a yes; begun anew where its worker was ended in the middle."""
    upload = RegisterUpload.objects.filter(pk=pk, state=State.WRITING).exclude(file="").first()
    if upload is None:
        return
    try:
        planned = plan_file(path_of(upload))
    except UnreadableRegister as problem:
        _fail(upload, problem.message)
        return
    order = Order(
        DocumentRegister.objects.get(pk=upload.register_id),
        by=upload.uploaded_by,
        confirmed=True,
        submit=upload.submit,
        upload=upload,
    )
    rows = list(_telling(write(planned.rows, order), upload))
    upload.rows, upload.remarks, upload.state = reports.stored(rows), _remarks(planned), State.DONE
    _delete_file(upload)
    upload.save()


def ask_to_publish(upload: RegisterUpload, *, by: AbstractUser) -> None:
    """Somebody else answers for all that was imported.

    Raises:
        CannotImport: he brought it himself, or does not approve documents.
    """
    if not may_publish(upload, by):
        raise CannotImport(_("Whoever brought the register does not approve it. Ask another head of the office."))
    with transaction.atomic():
        mine = RegisterUpload.objects.filter(pk=upload.pk, state=State.DONE)
        if mine.update(state=State.WRITING, approved_by=by, done=0, seen_at=timezone.now()):
            from documents.importing.tasks import publish_upload

            publish_upload.enqueue(upload.pk)


def may_publish(upload: RegisterUpload, user: Any) -> bool:
    workflow = workflow_at(upload.register.path, "documents.OfficialDocument")
    return user.pk != upload.uploaded_by_id and (workflow is None or may_approve(user, workflow))


def drafts_of(upload: RegisterUpload) -> Any:
    """What was imported and waits for an approval."""
    waiting = ImportedDocument.objects.filter(upload=upload, document__live=False, document__first_published_at=None)
    return waiting.order_by("pk")


def publish(pk: int) -> None:
    """The task's work: publish the drafts that nobody changed since they were imported."""
    upload = RegisterUpload.objects.filter(pk=pk, state=State.WRITING).select_related("approved_by").first()
    if upload is None or upload.approved_by is None:
        return
    records = list(drafts_of(upload).select_related("document"))
    RegisterUpload.objects.filter(pk=pk).update(total=len(records))
    done, refused = 0, list[str]()
    for some in chunks(records, _TOGETHER):
        with transaction.atomic(), entered_together(), published_in_numbers():
            for record in some:
                try:
                    with transaction.atomic():
                        _publish_one(record, upload.approved_by)
                except ValidationError as problem:  # it stays a draft, and the others go on
                    refused.append(f"{record.document}: {reason_of(problem, OfficialDocument)}")
        done += len(some)
        RegisterUpload.objects.filter(pk=pk).update(done=done, seen_at=timezone.now())
    remarks = [*refused, *upload.remarks][:_MOST_REMARKS]
    RegisterUpload.objects.filter(pk=pk).update(state=State.DONE, remarks=remarks)


def _publish_one(record: ImportedDocument, by: AbstractUser) -> None:
    revision: Revision | None = record.document.get_latest_revision() if record.document else None
    if revision is None or digest_of_revision(revision) != record.written_digest:
        return
    approve(revision, by=by, kind=Approval.Kind.IMPORT)
    revision.publish(user=by)


def forget_old() -> str:
    """The scheduler's job: files of yesterday, reports of last month, and what no row speaks of."""
    now = timezone.now()
    for upload in RegisterUpload.objects.filter(created_at__lt=now - KEPT).exclude(file=""):
        _delete_file(upload)
        if upload.state != State.DONE:
            upload.rows, upload.state = [], State.FAILED
        upload.save()
    RegisterUpload.objects.filter(created_at__lt=now - REPORT_KEPT).delete()
    folder = Path(PrivateStorage().path(FOLDER))
    known = set(RegisterUpload.objects.exclude(file="").values_list("file", flat=True))
    for path in folder.glob("*") if folder.is_dir() else ():
        if f"{FOLDER}/{path.name}" not in known:
            path.unlink(missing_ok=True)
    return ""


def take_away(upload: RegisterUpload) -> None:
    """Forget an upload that was not confirmed, with its file."""
    _delete_file(upload)
    upload.delete()


def rows_for(user: Any, upload: RegisterUpload) -> list[dict[str, Any]]:
    """All rows for whoever brought them; for others those whose documents they may see."""
    rows: list[dict[str, Any]] = upload.rows
    if upload.uploaded_by_id == user.pk:
        return rows
    known = OfficialDocument.objects.filter(pk__in=[row["document"] for row in rows if row["document"]])
    seen = set(sight_of(user).of_pages(known).values_list("pk", flat=True))
    return [row for row in rows if row["document"] in seen]


def sums(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """How many rows became, or would become, what."""
    found = dict.fromkeys(counts([]), 0)
    for row in rows:
        found[row["kind"]] += 1
    return found


def _telling(rows: Iterable[Row], upload: RegisterUpload) -> Iterator[Row]:
    for done, row in enumerate(rows, start=1):
        yield row
        if done % _SAID_EVERY == 0:
            RegisterUpload.objects.filter(pk=upload.pk).update(done=done, seen_at=timezone.now())


def _remarks(planned: Planned) -> list[str]:
    remarks = list(planned.remarks)
    for sheet, headings in planned.columns.items():
        if headings:
            said = _("Columns that are not imported: %(names)s.") % {"names": "; ".join(headings)}
            remarks.append(f"{sheet}: {said}" if sheet else said)
    for one in planned.passed:
        if one.kind == "other":
            number = _("row %(number)d") % {"number": one.number}
            remarks.append(f"{number}: {reports.PASSED[one.kind]}: {one.text}")
    return remarks[:_MOST_REMARKS]


def _fail(upload: RegisterUpload, message: str) -> None:
    _delete_file(upload)
    upload.state, upload.problem = State.FAILED, message
    upload.save()


def _delete_file(upload: RegisterUpload) -> None:
    if upload.file:
        path_of(upload).unlink(missing_ok=True)
        upload.file = ""
