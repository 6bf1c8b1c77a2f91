"""The register as a file, of what is asked for and may be seen: streamed, and no cell of it is a formula."""

import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from documents.register.narrowing import Narrowing
from portal.access.marks import mark_of
from portal.access.restrictions import Restrictions
from portal.access.tokens import tokens_of
from portal.spreadsheets import XLSX, csv_pieces, write_workbook

if TYPE_CHECKING:
    from documents.models import OfficialDocument
    from documents.querysets import OfficialDocumentQuerySet

_AT_ONCE = 500
_WIDTHS = (18, 18, 60, 30, 14, 14, 14, 22, 10, 24)


def export(request: HttpRequest, documents: "OfficialDocumentQuerySet", kind: str) -> HttpResponseBase:
    """``documents`` as far as they fit what ``request`` asks for.

    Raises:
        Http404: there is no such kind of file, or no such filter: a file cannot say that it holds more.
    """
    asked = Narrowing.of(request)
    if asked.unknown:
        raise Http404
    fitting = asked.ordered(asked.apply(documents)).for_rows()
    restrictions = tokens_of(request).tokens.restrictions
    rows = (_values(document, request, restrictions) for document in fitting.iterator(chunk_size=_AT_ONCE))
    response: HttpResponseBase
    if kind == "csv":
        response = StreamingHttpResponse(csv_pieces(_headings(), rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="van-ban.csv"'
    elif kind == "xlsx":
        file = tempfile.TemporaryFile()  # noqa: SIM115  the answer closes it
        write_workbook(file, _headings(), _WIDTHS, rows)
        file.seek(0)
        response = FileResponse(file, content_type=XLSX, as_attachment=True, filename="van-ban.xlsx")
    else:
        raise Http404
    response["X-Robots-Tag"] = "noindex"
    return response


def _headings() -> list[str]:
    return [
        _("Number and symbol"),
        _("Document type"),
        _("Abstract"),
        _("Issuing body"),
        _("Issue date"),
        _("Effective"),
        _("Term"),
        _("Validity"),
        _("Access"),
        _("Address"),
    ]


def _values(document: "OfficialDocument", request: HttpRequest, restrictions: Restrictions) -> Iterable[Any]:
    return (
        document.symbol,
        str(document.document_type),
        document.abstract,
        str(document.issuer),
        document.issued_on,
        document.begins,
        str(document.term or ""),
        str(document.status.label),
        str(mark_of(document, restrictions) or _("Public")),
        document.get_full_url(request) or "",
    )
