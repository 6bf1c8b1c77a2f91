"""What the page of a document shows, as plain values."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.dates import citation_date
from documents.diagram import diagram_of
from documents.files.shown import files_context
from documents.mentions.mentioned_in import mentioned_in
from documents.models import OfficialDocument, StatusPeriod
from documents.register.rows import rows_of
from documents.related import CHANGING_EFFECTS, changed_by, relations_of
from documents.text import blocks_of, contents_of, count_of
from portal.access.marks import mark_of
from portal.access.tokens import tokens_of
from portal.sharing import Share

if TYPE_CHECKING:
    import datetime as dt

#: A text with fewer headings needs no contents; of more than so many, those below the uppermost are folded.
FEWEST_IN_CONTENTS, MOST_AT_ONCE = 3, 24


def document_context(document: OfficialDocument, request: HttpRequest) -> dict[str, Any]:
    tokens = tokens_of(request).tokens
    related = relations_of(document, request, tokens)
    files = files_context(document, request)
    blocks = blocks_of(files.shown_text)
    contents = contents_of(blocks)
    return {
        "document": document,
        "level_mark": mark_of(document),
        "status": document.status,
        "status_since": _since(document),
        "is_changed": document.status in CHANGING_EFFECTS,
        "changed_by": changed_by(related, document.status),
        "attributes": list(attributes_of(document)),
        "related": related,
        "diagram": diagram_of(rows_of([document], request)[0], related),
        "text": blocks,
        "contents": contents if count_of(contents) >= FEWEST_IN_CONTENTS else [],
        "contents_are_long": count_of(contents) > MOST_AT_ONCE,
        "share": Share.of(document.citation, document.get_full_url(request) or ""),
        "citation": document.official_citation,
        "originals": files.originals,
        "downloads": files.downloads,
        "mentioned_in": mentioned_in(document, request),
    }


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
    return citation_date(day) if day else ""


def _since(document: OfficialDocument) -> str:
    from documents.dates import today

    if not document.pk:
        return ""
    period = StatusPeriod.objects.on(today()).filter(document=document).first()
    return _day(period.starts) if period is not None and not document.status_override else ""
