"""What the page of a document shows, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.models import DocumentRelation, OfficialDocument, RelationEdge, RelationKind, StatusPeriod
from documents.querysets import OfficialDocumentQuerySet
from documents.register.rows import Row, rows_of
from portal.access.marks import mark_of
from portal.access.tokens import Tokens, tokens_of
from portal.sharing import Share
from portal.text import format_date

if TYPE_CHECKING:
    import datetime as dt

#: Of one kind of relation, how many are shown. A charter is cited by thousands.
MOST_OF_A_KIND = 100


@dataclass
class Related:
    """The relations of one kind, seen from this document. ``texts`` name documents that are not in the register."""

    label: str
    rows: list[Row] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def document_context(document: OfficialDocument, request: HttpRequest) -> dict[str, Any]:
    tokens = tokens_of(request).tokens
    related = relations_of(document, request, tokens)
    return {
        "document": document,
        "level_mark": mark_of(document),
        "status": document.status,
        "status_since": _since(document),
        "successors": _successors(related) if not document.status.holds else [],
        "attributes": list(attributes_of(document)),
        "related": related,
        "share": Share.of(document.citation, document.get_full_url(request) or ""),
        "citation": document.official_citation,
    }


def relations_of(document: OfficialDocument, request: HttpRequest, tokens: Tokens) -> list[Related]:
    """What this document does to others, then what others do to it, as far as the visitor may see the others.

    A preview shows what the draft says; nothing follows from it yet.
    """
    is_draft = not document.pk or getattr(request, "is_preview", False)
    own: Iterable[DocumentRelation | RelationEdge] = (
        document.relations.all() if is_draft else document.edges.select_related("kind")
    )
    ends = [(relation.kind.name, relation.target_id, relation.target_text) for relation in own]
    if document.pk:
        inverse = RelationEdge.objects.filter(target=document).select_related("kind")
        ends += [(edge.kind.inverse_name, edge.source_id, "") for edge in inverse]
    rows = _rows({other for _label, other, _text in ends if other}, request, tokens)
    groups: dict[str, Related] = {}
    for label, other, text in ends:
        group = groups.setdefault(label, Related(label))
        if other is None:
            group.texts.append(text)
        elif other in rows and len(group.rows) < MOST_OF_A_KIND and rows[other] not in group.rows:
            group.rows.append(rows[other])
    return [group for group in groups.values() if group.rows or group.texts]


def attributes_of(document: OfficialDocument) -> list[tuple[str, str]]:
    """(label, value) of what is known, in the order of the paper; what is unknown and matters is said to be so."""
    unknown = _("not known")
    signs = str(document.get_signing_authority_display()) if document.signing_authority else ""
    told = [
        (_("Number and symbol"), document.symbol or _("without number")),
        (_("Document type"), str(document.document_type)),
        (_("Issuing body"), ", ".join(map(str, [document.issuer, *document.co_issuers.all()]))),
        (_("Issue date"), _day(document.issued_on) or unknown),
        (_("Effective"), _effective(document) or unknown),
        (_("Expiry"), _joined(". ", _day(document.expires_on), document.expiry_reason)),
        (_("Part no longer in force"), document.expired_part),
        (_("Signer"), _joined(" – ", document.signer, str(document.position or ""), signs)),
        (_("Place of issue"), document.place),
        (_("Term"), str(document.term or "")),
        (pgettext("of documents", "Field"), ", ".join(str(one) for one in document.fields.all())),
        (_("Whom it concerns"), document.scope),
        (_("Circulation"), str(document.get_circulation_display() or "")),
        (_("Urgency"), str(document.get_urgency_display() or "")),
        (_("Recipients"), _joined("\n", *document.recipients.splitlines())),
        (_("Obtained from"), document.source_name),
    ]
    return [(label, value) for label, value in told if value]


def _joined(between: str, *parts: str) -> str:
    return between.join(part.strip() for part in parts if part.strip())


def _effective(document: OfficialDocument) -> str:
    if document.effective_on:
        return _day(document.effective_on)
    begins = document.begins
    return _("%(day)s (day of signature)") % {"day": _day(begins)} if begins else ""


def _day(day: "dt.date | None") -> str:
    return format_date(day) if day else ""


def _since(document: OfficialDocument) -> str:
    from documents.dates import today

    if not document.pk:
        return ""
    period = StatusPeriod.objects.on(today()).filter(document=document).first()
    return _day(period.starts) if period is not None and not document.status_override else ""


def _rows(ids: Iterable[int], request: HttpRequest, tokens: Tokens) -> dict[int, Row]:
    visible: OfficialDocumentQuerySet = OfficialDocument.objects.visible_to(tokens).filter(pk__in=ids)
    documents = list(visible.newest_first().for_rows())
    return {one.pk: row for one, row in zip(documents, rows_of(documents, request), strict=True)}


def _successors(related: Iterable[Related]) -> list[Row]:
    """What took the place of a document that no longer holds."""
    ending = RelationKind.objects.filter(effect__in=[RelationKind.Effect.REPLACES, RelationKind.Effect.ABROGATES])
    labels = set(ending.values_list("inverse_name", flat=True))
    return [row for group in related if group.label in labels for row in group.rows]
