"""A document as a row of a list, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest

from documents.dates import citation_date
from documents.models.status import Status
from portal.access.marks import mark_of

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from documents.models import OfficialDocument


@dataclass(frozen=True)
class Row:
    """Empty strings mean unknown and are shown as such."""

    url: str
    symbol: str
    type_name: str
    abstract: str
    issuer: str
    date_text: str
    date_iso: str
    status: Status
    term: str
    mark: "str | Promise"

    @property
    def name(self) -> str:
        return f"{self.type_name} {self.symbol}".strip()


def rows_of(documents: "Iterable[OfficialDocument]", request: HttpRequest) -> list[Row]:
    """``documents`` asked for by ``for_rows()``; no further query."""
    return [
        Row(
            url=document.get_url(request) or "",
            symbol=document.symbol,
            type_name=str(document.document_type),
            abstract=document.abstract,
            issuer=str(document.issuer),
            date_text=citation_date(document.issued_on) if document.issued_on else "",
            date_iso=document.issued_on.isoformat() if document.issued_on else "",
            status=document.status,
            term=str(document.term or ""),
            mark=mark_of(document),
        )
        for document in documents
    ]
