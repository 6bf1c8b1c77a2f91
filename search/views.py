"""Results, for readers."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from portal.access.tokens import tokens_of
from portal.paging import Pager
from portal.seo import Seo
from search.asked import ORDER, TITLES, WORDS, Asked
from search.contract import MOST_RESULTS, PER_PAGE
from search.presenting import choices_for, results_for
from search.searching import is_second_best, search


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """The search page: the box alone, or what was found for the words in the address."""
    asked = Asked.of(request)
    context: dict[str, Any] = {
        "asked": asked,
        "names": {"words": WORDS, "order": ORDER, "titles": TITLES},
        "search_url": reverse("search"),
        "heading": _("Search"),
        "seo": Seo(title=_title(asked), canonical=settings.WAGTAILADMIN_BASE_URL),
        "breadcrumbs": [(pgettext("portal", "Home"), "/")],
    }
    if asked.words:
        context |= _found(asked, request)
    response = render(request, "search/results.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _found(asked: Asked, request: HttpRequest) -> Mapping[str, Any]:
    tokens = tokens_of(request).tokens
    sought = asked.request(tokens)
    found = search(sought)
    pages = max(1, -(-min(found.total, MOST_RESULTS) // PER_PAGE))
    return {
        "total": found.total,
        "is_at_least": found.is_at_least,
        "is_second_best": is_second_best(found),
        "results": results_for(found, tokens, request),
        "choices": choices_for(asked, found),
        "orders": [(asked.in_order(order).url, label, order == asked.order) for order, label in _orders()],
        "titles_url": asked.in_titles(not asked.titles).url,
        "pager": Pager(min(asked.page, pages), pages, reverse("search"), asked.query),
        "restored": asked.restored(sought.query),
        "all_url": Asked(asked.words).url,
    }


def _orders() -> list[tuple[str, str]]:
    return [("", _("Best first")), ("moi", _("Newest first")), ("xem", _("Most viewed first"))]


def _title(asked: Asked) -> str:
    return _("Search: %(words)s") % {"words": asked.words} if asked.words else _("Search")
