"""The pages of the register."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from documents.querysets import OfficialDocumentQuerySet
from documents.register.counting import FIELD, ISSUER, Counts, counts_of, counts_of_all
from documents.register.issuers import last_day_of, letters_of
from documents.register.narrowing import NUMBER, ORDER, Narrowing
from documents.register.rows import rows_of
from documents.register.telling_apart import meant
from portal.access.tokens import tokens_of
from portal.paging import paginate
from portal.seo import absolute_root

if TYPE_CHECKING:
    from documents.models import DocumentRegister

PER_PAGE = 25
MOST_OF_A_NUMBER = 50
#: Order: which column says so, and how.
_SORTED_BY = {
    "": ("issued_on", "descending"),
    "cu": ("issued_on", "ascending"),
    "so": ("symbol", "ascending"),
    "so-giam": ("symbol", "descending"),
    "co-quan": ("issuer", "ascending"),
}


def register_list(request: HttpRequest, register: "DocumentRegister") -> HttpResponse:
    """All documents, as far as they fit what is asked for."""
    return _list(request, register, register.documents(tokens_of(request).tokens))


def narrowed_list(
    request: HttpRequest, register: "DocumentRegister", issuer: Any = None, field: Any = None
) -> HttpResponse:
    """The documents of one body or of one field, at an address of their own."""
    documents = register.documents(tokens_of(request).tokens)
    documents = documents.of_issuer(issuer) if issuer is not None else documents.in_field(field)
    fixed = {ISSUER: str(issuer.pk)} if issuer is not None else {FIELD: str(field.pk)}
    return _list(request, register, documents, heading=str(issuer or field), fixed=fixed, issuer=issuer)


def by_number(request: HttpRequest, register: "DocumentRegister") -> HttpResponse:
    """One document: there. Several, or none: a page that says so."""
    typed = Narrowing.of(request).number
    found = register.documents(tokens_of(request).tokens).numbered(typed).newest_first().for_rows()[:MOST_OF_A_NUMBER]
    rows = rows_of(meant(found, typed), request)
    if len(rows) == 1:
        return redirect(rows[0].url)
    number = rows[0].symbol if rows else typed
    heading = _("Documents numbered %(number)s") % {"number": number} if typed else _("Look up by number")
    context = {"number": typed, "rows": rows, "heading": heading}
    return _page(request, register, "documents/by_number.html", heading, context)


def issuer_list(request: HttpRequest, register: "DocumentRegister") -> HttpResponse:
    """The bodies that issued what may be seen, from A to Z."""
    letters = letters_of(register.documents(tokens_of(request).tokens), register.get_url(request) or "")
    heading = _("Issuing bodies from A to Z")
    return _page(request, register, "documents/issuers.html", heading, {"letters": letters, "heading": heading})


def _list(
    request: HttpRequest,
    register: "DocumentRegister",
    documents: OfficialDocumentQuerySet,
    heading: str = "",
    fixed: Mapping[str, str] | None = None,
    issuer: Any = None,
) -> HttpResponse:
    asked = Narrowing.of(request)
    is_whole = fixed is None and not asked.number
    counts = _counts_of_whole(request, register) if asked.chosen or is_whole else None
    if counts is not None:
        asked = asked.among(counts)
    if counts is None or not is_whole:  # what a number, a body or a field leaves is little and counted anew
        counts = counts_of(documents.numbered(asked.number) if asked.number else documents, tokens_of(request).tokens)
    fitting = asked.apply(documents)
    total = asked.total(counts)
    if total is None:
        total = fitting.count()
    pager, shown = paginate(request, asked.ordered(fitting).for_rows(), PER_PAGE, total=total)
    base = register.get_url(request) or ""
    context = {
        "asked": asked,
        "facets": asked.facets(counts, fixed or {}),
        "rows": rows_of(shown, request),
        "pager": replace(pager, query=asked.query()),
        "total": total,
        "heading": heading or register.title,
        "intro": "" if heading else register.intro,
        "gone": _gone(issuer, base) if issuer is not None else None,
        "orders": _orders(asked, request.path),
        "sorted_by": _SORTED_BY.get(asked.order, ("", "")),
        "number_name": NUMBER,
        "order_name": ORDER,
        "feed_urls": {"rss": f"{base}rss/", "atom": f"{base}atom/"},
        "export_urls": {kind: f"{base}xuat/{kind}/{asked.query()}" for kind in ("xlsx", "csv")},
        "issuers_url": f"{base}co-quan/",
        "all_url": request.path,
    }
    return _page(request, register, "documents/register.html", heading, context)


def _gone(issuer: Any, base: str) -> Mapping[str, str] | None:
    """Of a body that is no more: until when it was, and who took over."""
    if not (until := last_day_of(issuer)):
        return None
    heir = issuer.successor
    return {"until": until, "heir": str(heir or ""), "heir_url": f"{base}co-quan/{heir.slug}/" if heir else ""}


def _counts_of_whole(request: HttpRequest, register: "DocumentRegister") -> Counts:
    tokens = tokens_of(request).tokens
    return counts_of_all(register.documents(tokens), tokens, register.pk)


def _orders(asked: Narrowing, path: str) -> Mapping[str, str]:
    """The addresses behind the heads of columns: the same again turns the order round."""
    turned = {
        "symbol": ("so", "so-giam"),
        "issued_on": ("", "cu"),
        "type": ("loai", "loai"),
        "issuer": ("co-quan",) * 2,
    }
    return {
        column: path + asked.query(**{ORDER: second if asked.order == first else first})
        for column, (first, second) in turned.items()
    }


def _page(
    request: HttpRequest, register: "DocumentRegister", template: str, heading: str, context: dict[str, Any]
) -> HttpResponse:
    seo = register.seo(request)
    trail = register.breadcrumbs(request)
    if heading:
        seo = replace(
            seo, title=f"{heading} – {register.title}", canonical=absolute_root(register, request) + request.path
        )
        trail = [*trail, (register.title, register.get_url(request) or "")]
    if pager := context.get("pager"):
        seo = seo.on_page(pager)
    if request.GET.keys() - {"page"}:
        seo = replace(seo, robots="noindex, follow")
    overrides = {"register": register, "seo": seo, "breadcrumbs": trail, **context}
    response: HttpResponse = register.render(request, context_overrides=overrides, template=template)
    return response
