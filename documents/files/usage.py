"""Which documents name a file: on their pages, or in any version of one."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision

from documents.models import Attachment, DocumentFile

#: Numbers looked for at once in the texts of versions, and versions held at once.
_AT_ONCE = 200


def used_among(files: Collection[int]) -> set[int]:
    """Those of ``files`` that a page or any version of one names."""
    return set(users_among(files))


def users_among(files: Collection[int]) -> dict[int, int]:
    """A document for each of ``files`` that one names, or any version of one. All versions are read once at most."""
    named = Attachment.objects.filter(file__in=files).order_by("-document__live", "-document")
    users = dict(reversed(named.values_list("file", "document")))
    documents = DocumentFile.objects.filter(pk__in=files, document__isnull=False).values_list("document", flat=True)
    own = Q(object_id__in=[str(number) for number in documents])  # found by an index, and mostly there
    for versions in (own, Q()):
        left = sorted(set(files) - users.keys())
        for start in range(0, len(left), _AT_ONCE):
            some = left[start : start + _AT_ONCE]
            for revision in _versions_with(some).filter(versions).iterator(_AT_ONCE):
                users.update(dict.fromkeys(_named_in(revision) & set(some), int(revision.object_id)))
    return users


def _versions_with(files: Iterable[int]) -> QuerySet[Revision]:
    """Versions in whose text one of the numbers stands beside the name."""
    revisions = Revision.objects.filter(content_type__app_label="documents", content_type__model="officialdocument")
    numbers = "|".join(map(str, files))
    return (
        revisions.alias(text=Cast("content", TextField())).filter(text__regex=rf'"file": ?({numbers})[,}}]').order_by()
    )


def _named_in(revision: Revision) -> set[int]:
    return {row.get("file") for row in revision.content.get("attachments") or ()}


def documents_naming(file: DocumentFile) -> set[int]:
    """All documents that name ``file``, also in versions alone, and the one that it was uploaded for."""
    named = set(file.attachments.values_list("document", flat=True))
    versions = _versions_with([file.pk]).iterator(_AT_ONCE)
    named |= {int(revision.object_id) for revision in versions if file.pk in _named_in(revision)}
    return named | ({file.document_id} if file.document_id else set())
