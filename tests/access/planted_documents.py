"""Official documents among what the matrix test plants: each with words of its own, and all of them related."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from documents.mentions.services import name_document, read_page
from documents.models import (
    Attachment,
    DocumentRelation,
    DocumentType,
    Field,
    Issuer,
    OfficialDocument,
    RelationKind,
)
from documents.models.levels import Sphere
from documents.services import enter
from news.models import Article
from portal.models import PortalPage
from tests.documents.files.making import ready_made


def document_fields(word: str, media: dict[str, Any]) -> dict[str, Any]:
    digits = "".join(filter(str.isdigit, word))
    number = int(digits or 9999)
    return {
        "symbol": f"{number}-CT/{word if digits else 'TW'}",
        "document_type": DocumentType.objects.get(name="Chỉ thị", sphere=Sphere.PARTY),
        "issuer": Issuer.objects.get(name="Ban Bí thư"),
        "issued_on": timezone.localdate() - dt.timedelta(days=number),
        "abstract": f"về việc {word}",
        "signer": f"Người ký {word}",
        "recipients": f"Nơi nhận {word}",
        "full_text": f"Toàn văn {word}",
        "fields": [Field.objects.order_by("pk").first()],
        "without_secrets": True,
        "attachments": [Attachment(file=ready_made(f"Tệp {word}.pdf", f"Trang một {word}", content=_pdf(word)))],
    }


def _pdf(word: str) -> bytes:
    return f"%PDF-1.4\n{word}\n%%EOF\n".encode()


def relate_all(documents: Sequence[OfficialDocument]) -> None:
    """The first of ``documents``, a public one, bears on all others, and each of them on it."""
    hub = documents[0]
    kind = RelationKind.objects.get(name="liên quan")
    for other in documents:
        if other != hub:
            DocumentRelation.objects.create(document=hub, kind=kind, target=other)
            DocumentRelation.objects.create(document=other, kind=kind, target=hub)
    for document in documents:
        if document.live:
            enter(OfficialDocument.objects.get(pk=document.pk))


def named_without_words(document: OfficialDocument) -> str:
    """How a text names a document without one of its words: by number and day."""
    return f"Chỉ thị số {document.number_value} ngày {document.issued_on:%d/%m/%Y}"


def mention_all(pages: Iterable[Page], documents: Sequence[OfficialDocument]) -> None:
    """All texts are read, as if each named the first of ``documents``; what waits has its names already."""
    for document in documents:
        name_document(OfficialDocument.objects.get(pk=document.pk))
    for page in pages:
        text = Page.objects.get(pk=page.pk).specific
        if isinstance(text, Article):
            more = {"type": "paragraph", "value": f"<p>Xem {named_without_words(documents[0])}.</p>"}
            text.body = [*text.body.raw_data, more]
        if isinstance(text, PortalPage):
            read_page(text)
