"""What people do with files of documents: all writes but reading live here."""

import time
from collections.abc import Collection
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.files import actions, rights
from documents.files.reading import forget_text
from documents.files.signals import text_changed
from documents.files.storing import folders, remove_folder
from documents.files.tasks import read_file
from documents.files.usage import users_among
from documents.models import DocumentFile, FilePage, OfficialDocument, Quarantine, Reading
from portal.editorial.audit.services import record
from portal.text import normalise

#: What was uploaded and came into no document goes after so long.
UNCLAIMED = timedelta(days=2)


class WrongState(ValueError):
    """What was asked for does not fit the state of the file; ``message`` says so."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def claim(document: OfficialDocument) -> None:
    """Files that ``document`` names and that were uploaded for no document yet are its own from now on."""
    named = [attachment.file_id for attachment in document.attachments.all() if attachment.file_id]
    if named:
        DocumentFile.objects.filter(pk__in=named, document=None).update(document=document.pk)


@transaction.atomic
def read_again(file: DocumentFile, *, by: Any) -> None:
    """Read the text anew. What is released stays so meanwhile, and corrections stay.

    Raises:
        WrongState: it is being read.
    """
    stored = _locked(file)
    if not rights.may_be_read_again(stored):
        raise WrongState(_("The file is being read already."))
    DocumentFile.objects.filter(pk=file.pk).update(
        reading=Reading.WAITING, reason="", page_count=None, seen_at=timezone.now()
    )
    record(actions.READ_AGAIN, stored, by=by)
    read_file.enqueue(file.pk)


@transaction.atomic
def release(file: DocumentFile, *, by: Any) -> None:
    """A second person looked at the pages: there is no stamp.

    Raises:
        PermissionDenied: ``by`` uploaded it, or does not approve documents there.
        WrongState: nobody's word is waited for.
    """
    _decide(file, Quarantine.RELEASED, by)
    record(actions.RELEASED, file, by=by)


@transaction.atomic
def refuse(file: DocumentFile, *, by: Any) -> None:
    """A second person looked at the pages: they bear a stamp. Of the text nothing is kept.

    Raises:
        PermissionDenied, WrongState: as for ``release``.
    """
    stored = _decide(file, Quarantine.BLOCKED, by)
    forget_text(stored)
    DocumentFile.objects.filter(pk=file.pk).update(reading=Reading.DONE)
    record(actions.REFUSED, file, by=by)


def _decide(file: DocumentFile, becomes: Quarantine, by: Any) -> DocumentFile:
    stored = _locked(file)
    if not rights.may_decide(by, stored):
        raise PermissionDenied
    if stored.quarantine != Quarantine.LOOK:
        raise WrongState(_("Nobody's word is waited for: look at the state of the file."))
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=becomes, decided_by=by, decided_at=timezone.now())
    return stored


@transaction.atomic
def correct(page: FilePage, text: str, *, by: Any) -> None:
    """Propose ``text`` for what the machine read; readers see it once another person confirmed it."""
    text = normalise(text).replace("\r\n", "\n").replace("\0", "")
    if text == (page.shown_text if page.proposed_text is None else page.proposed_text):
        return
    FilePage.objects.filter(pk=page.pk).update(proposed_text=text, proposed_by=by, proposed_at=timezone.now())
    record(actions.CORRECTED, page.file, details=str(page.number), by=by)


@transaction.atomic
def confirm(page: FilePage, text: str, *, by: Any) -> None:
    """Let the proposed correction reach readers; ``text`` is what ``by`` saw of it.

    Raises:
        PermissionDenied: ``by`` wrote it, or does not approve documents there.
        WrongState: it is another one by now.
    """
    stored = _proposed(page, by)
    if stored.proposed_text != normalise(text).replace("\r\n", "\n"):
        raise WrongState(_("The correction was changed since you saw it. Read it again."))
    FilePage.objects.filter(pk=page.pk).update(
        corrected_text=stored.proposed_text,
        corrected_by=stored.proposed_by,
        corrected_at=timezone.now(),
        confirmed_by=by,
        **_NOTHING_PROPOSED,
    )
    record(actions.CONFIRMED, stored.file, details=str(page.number), by=by)
    text_changed.send(DocumentFile, file=stored.file)


@transaction.atomic
def reject(page: FilePage, *, by: Any) -> None:
    """Drop a proposed correction; who wrote it may, too.

    Raises:
        PermissionDenied: ``by`` did not write it and does not approve documents there.
    """
    stored = FilePage.objects.select_related("file__document").get(pk=page.pk)
    if stored.proposed_by_id != by.pk:
        stored = _proposed(page, by)
    FilePage.objects.filter(pk=page.pk).update(**_NOTHING_PROPOSED)
    record(actions.REJECTED, stored.file, details=str(page.number), by=by)


_NOTHING_PROPOSED: dict[str, Any] = {"proposed_text": None, "proposed_by": None, "proposed_at": None}


def _proposed(page: FilePage, by: Any) -> FilePage:
    stored = FilePage.objects.select_related("file__document").get(pk=page.pk)
    if not rights.may_confirm(by, stored.file, stored.proposed_by_id):
        raise PermissionDenied
    if stored.proposed_text is None:
        raise WrongState(_("There is no correction to confirm any more."))
    return stored


def _locked(file: DocumentFile) -> DocumentFile:
    return DocumentFile.objects.select_for_update(of=("self",)).select_related("document").get(pk=file.pk)


# Deleting


def discard(file: DocumentFile, *, by: Any) -> None:
    """Delete for good what can be of no use: a file that is blocked, or cannot be read.

    Raises:
        PermissionDenied: it is of use, a published page names it, or ``by`` does not work on its document.
    """
    if not rights.may_discard(by, file):
        raise PermissionDenied
    delete_file(file)


@transaction.atomic
def delete_file(file: DocumentFile) -> None:
    """The file with its text, its pictures and its place in documents, for good. Versions that name it go on without.

    Whoever deletes what a published document shows sees to that document first; ``usage`` tells.
    """
    folder = file.folder
    record(actions.DELETED, file)
    DocumentFile.objects.filter(pk=file.pk).delete()
    transaction.on_commit(partial(remove_folder, folder))


def settle(files: Collection[int]) -> int:
    """Delete those of ``files`` that no page and no version names; returns how many.

    Where the document of one is gone, another that names it has it from now on, with the people who work on that.
    """
    users = users_among(files)
    for number, document in users.items():
        DocumentFile.objects.filter(pk=number, document=None).update(document=document)
    unused = list(DocumentFile.objects.filter(pk__in=files).exclude(pk__in=users))
    for file in unused:
        delete_file(file)
    return len(unused)


def forget_unused_files() -> str:
    """The scheduler's job: files that were uploaded and came into no document, or that no version names any more."""
    before = timezone.now() - UNCLAIMED
    unclaimed = Q(uploaded_at__lt=before, attachments=None) | Q(document=None, attachments__isnull=False)
    count = settle(set(DocumentFile.objects.filter(unclaimed).values_list("pk", flat=True)))
    known = {name.rpartition("/")[0] for name in DocumentFile.objects.values_list("file", flat=True)}
    for name, changed in list(folders()):
        if name not in known and changed < time.time() - UNCLAIMED.total_seconds():
            remove_folder(name)
    return _("%(count)d files of documents deleted") % {"count": count} if count else ""
