"""What the register knows: documents, who issues them, how they bear on each other, since when and until when."""

from documents.models.attachments import Attachment, AttachmentRole
from documents.models.catalogue import DocumentType, Field, IssuingRule, Position, RelationKind, Term
from documents.models.document import OfficialDocument
from documents.models.files import DocumentFile, FilePage, Quarantine, Reading
from documents.models.imports import ImportedDocument, RegisterUpload
from documents.models.issuers import Issuer
from documents.models.mentions import CitedName, Mention, MentionDecision, TextReading
from documents.models.register import DocumentRegister
from documents.models.relations import DocumentRelation, RelationEdge
from documents.models.status import Status, StatusPeriod
from documents.models.version import RegisterVersion

__all__ = [
    "Attachment",
    "AttachmentRole",
    "CitedName",
    "DocumentFile",
    "DocumentRegister",
    "DocumentRelation",
    "DocumentType",
    "Field",
    "FilePage",
    "ImportedDocument",
    "Issuer",
    "IssuingRule",
    "Mention",
    "MentionDecision",
    "OfficialDocument",
    "Position",
    "Quarantine",
    "Reading",
    "RegisterUpload",
    "RegisterVersion",
    "RelationEdge",
    "RelationKind",
    "Status",
    "StatusPeriod",
    "Term",
    "TextReading",
]
