"""What is audited of files."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from documents.models import Attachment, DocumentFile, OfficialDocument
from portal.access.tokens import Tokens
from portal.editorial.audit.registry import AuditAction, Guard, audit_actions, guards

UPLOADED, READ_AGAIN, BLOCKED = "document_file.uploaded", "document_file.read_again", "document_file.blocked"
LOOKED_AT, RELEASED, REFUSED = "document_file.looked_at", "document_file.released", "document_file.refused"
CORRECTED, CONFIRMED, REJECTED = "document_file.corrected", "document_file.confirmed", "document_file.rejected"
DELETED = "document_file.deleted"

LABELS = {
    UPLOADED: _("File of a document uploaded"),
    READ_AGAIN: _("File of a document read again"),
    BLOCKED: _("File of a document blocked for its stamp"),
    LOOKED_AT: _("File in quarantine opened by a second person"),
    RELEASED: _("File of a document released by a second person"),
    REFUSED: _("File of a document blocked by a second person"),
    CORRECTED: _("Correction of a file's text proposed"),
    CONFIRMED: _("Correction of a file's text confirmed"),
    REJECTED: _("Correction of a file's text rejected"),
    DELETED: _("File of a document deleted"),
}


def _open_files(tokens: Tokens) -> QuerySet[Any]:
    """Those that a live page shows to whoever holds ``tokens``. What is in quarantine has no name for anybody."""
    shown = Attachment.objects.filter(document__in=OfficialDocument.objects.visible_to(tokens).order_by().values("pk"))
    return DocumentFile.objects.released().filter(pk__in=shown.order_by().values("file")).order_by()


def register() -> None:
    """Called when the app is ready."""
    for name, label in LABELS.items():
        audit_actions.register(AuditAction(name, label))
    guards.register(Guard(DocumentFile._meta.label_lower, _open_files))
