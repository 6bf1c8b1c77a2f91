"""Who may do what with a file of a document."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.permissions import page_permission_policy

from documents.files.waiting import is_in_hands, was_given_up
from documents.models import DocumentFile, DocumentRegister, OfficialDocument, Quarantine, Reading
from portal.access.staff import sees, sight_of
from portal.editorial.services import may_approve
from portal.editorial.workflows import workflow_of

#: A reader that has said nothing for so long was cut off; the longest step takes ten minutes.
SILENT = timedelta(minutes=15)


def may_upload(user: Any) -> bool:
    """Whoever enters documents somewhere."""
    places = page_permission_policy.instances_user_has_any_permission_for(user, {"add", "change"})
    of_ours = Q(pk__in=DocumentRegister.objects.values("pk")) | Q(pk__in=OfficialDocument.objects.values("pk"))
    return bool(places.filter(of_ours).exists())


def files_for(user: Any) -> QuerySet[DocumentFile]:
    """Files that ``user`` may know of: his own, and those of documents that he may edit."""
    places = page_permission_policy.instances_user_has_permission_for(user, "change")
    edited = (
        sight_of(user).of_pages(DocumentFile.objects.all(), "document__path").filter(document__in=places.values("pk"))
    )
    own = DocumentFile.objects.filter(document=None, uploaded_by=user.pk)
    return DocumentFile.objects.filter(Q(pk__in=edited.values("pk")) | Q(pk__in=own.values("pk")))


def may_choose(user: Any, document: OfficialDocument) -> QuerySet[DocumentFile]:
    """What the form of ``document`` offers: its own files, and what ``user`` uploaded for no document yet."""
    own = Q(document=None, uploaded_by=user.pk) if user is not None else Q(pk__in=())
    used = Q(document=document.pk) if document.pk else Q(pk__in=())
    attached = Q(pk__in=[row.file_id for row in document.attachments.all()])
    return DocumentFile.objects.filter(own | used | attached)


def may_open(user: Any, file: DocumentFile) -> bool:
    """Whether staff may open the file itself, its pictures and its text in the admin.

    In quarantine only who uploaded it may, and while a second person's word is waited for, who may give it: nobody
    can judge what he does not see.
    """
    if file.quarantine == Quarantine.RELEASED:
        return True
    return file.uploaded_by_id == user.pk or (file.quarantine == Quarantine.LOOK and may_decide(user, file))


def may_decide(user: Any, file: DocumentFile) -> bool:
    """Whether ``user`` is a second person for ``file``: he approves documents there, and did not upload it."""
    return file.uploaded_by_id != user.pk and _approves(user, file)


def may_confirm(user: Any, file: DocumentFile, proposed_by: int | None) -> bool:
    """Whether ``user`` may let a correction that ``proposed_by`` wrote reach readers."""
    return proposed_by != user.pk and _approves(user, file)


def may_be_read_again(file: DocumentFile) -> bool:
    """Not while it is being read, or waits for that; a reader that has been silent for long is gone."""
    if file.reading not in (Reading.WAITING, Reading.READING) or was_given_up(file):
        return True
    return (file.seen_at or file.uploaded_at) < timezone.now() - SILENT and not is_in_hands(file)


def may_discard(user: Any, file: DocumentFile) -> bool:
    """Whether ``user`` may delete ``file`` for good: it cannot be used, and no readers' page names it.

    Taking it off a published page would change what was approved; that page is changed or taken down first.
    """
    useless = file.quarantine == Quarantine.BLOCKED or file.reading == Reading.FAILED
    is_shown = file.attachments.filter(document__live=True).exists()
    return useless and not is_shown and may_change(user, file)


def may_change(user: Any, file: DocumentFile) -> bool:
    """Whether ``user`` works on the document of ``file``, or uploaded it for none yet."""
    if file.document is None:
        return bool(file.uploaded_by_id == user.pk)
    return bool(file.document.permissions_for_user(user).can_edit())


def _approves(user: Any, file: DocumentFile) -> bool:
    document = file.document
    if document is None or not user.is_active or not sees(user, document):
        return False
    workflow = workflow_of(document)
    if workflow is not None:
        return may_approve(user, workflow)
    return bool(document.permissions_for_user(user).can_publish())
