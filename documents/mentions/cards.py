"""A document in few words beside a link to it, asked for when a reader stops at the link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from documents.models import OfficialDocument
from portal.access.marks import mark_of
from portal.access.tokens import tokens_of
from portal.text import format_date


@require_safe
def document_card(request: HttpRequest, pk: int) -> HttpResponse:
    """Number, abstract and validity of a document; never kept, since who may see it changes.

    Raises:
        Http404: there is none with this number, or none for this visitor.
    """
    visible = OfficialDocument.objects.visible_to(tokens_of(request).tokens)
    document = visible.filter(pk=pk).for_rows().first()
    if document is None:
        raise Http404
    day = format_date(document.issued_on) if document.issued_on else ""
    values = {"document": document, "day": day, "status": document.status, "level_mark": mark_of(document)}
    response = HttpResponse(render_to_string("documents/_card.html", values))
    response["Cache-Control"] = "private, no-store"
    return response
