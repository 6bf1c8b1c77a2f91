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
from portal.text import format_number
from search.answering import Found
from search.asked import SINCE, UNTIL, WITHIN, WORDS, Asked
from search.choices import Offer
from search.contract import MOST_RESULTS, Facet
from search.feeds import followed
from search.helping import Help
from search.log.receipts import Receipt
from search.places import Places
from search.popular.shown import popular_on_page
from search.searching import is_second_best


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """The search page: the box alone, or what was found for the words in the address."""
    asked = Asked.of(request)
    found = Found.of(asked, request) if asked.words else None
    places = found.places if found else asked.places(tokens_of(request).tokens)
    context: dict[str, Any] = {
        "asked": asked,
        "names": {"words": WORDS, "within": WITHIN, "since": SINCE, "until": UNTIL},
        "box_kept": _kept(asked, WORDS, WITHIN),
        "place": _place(asked, places),
        "search_url": reverse("search"),
        "heading": _("Search"),
        "seo": Seo(title=_title(asked), canonical=settings.WAGTAILADMIN_BASE_URL),
        "breadcrumbs": [(pgettext("portal", "Home"), "/")],
    }
    if found:
        context |= _shown(found, is_signed_in=tokens_of(request).is_signed_in)
        if not found.shown and asked.page == 1:
            context["help"] = Help.for_nothing(found, request)
    else:
        context["popular"] = popular_on_page()
    response = render(request, "search/results.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _shown(found: Found, *, is_signed_in: bool) -> Mapping[str, Any]:
    asked, told = found.asked, found.results
    offer = Offer(asked, told, found.places, found.tokens)
    chips = offer.chips()
    return {
        "total": told.total,
        "is_at_least": told.is_at_least,
        "most_shown": format_number(MOST_RESULTS) if told.total > MOST_RESULTS else "",
        "is_second_best": is_second_best(told),
        "results": found.shown,
        "first": found.first,
        "receipt": Receipt.of(
            asked.words,
            told,
            [result.key for result in found.shown],
            first=found.first,
            is_search=asked == Asked(asked.words, origin=asked.origin),
            is_signed_in=is_signed_in,
        ),
        "choices": offer.choices(),
        "chips": chips,
        "can_narrow": bool(told.total or chips or asked.days.problems),
        "days_kept": _kept(asked, SINCE, UNTIL),
        "place_is_lost": bool(asked.within and found.places.of_number(asked.within) is None),
        "orders": [(asked.in_order(order).url, label, order == asked.order) for order, label in _orders()],
        "titles_url": asked.in_titles(not asked.titles).url,
        "pager": Pager(min(asked.page, found.pages), found.pages, reverse("search"), asked.query),
        "restored": asked.restored(found.sought.query),
        "all_url": asked.unfiltered().url,
        "feed_urls": _feeds(asked),
    }


def _feeds(asked: Asked) -> dict[str, str]:
    """None of what only some may see: feeds have what is public."""
    if Facet.LEVEL in asked.chosen:
        return {}
    return {kind: reverse(f"search_{kind}") + followed(asked).query for kind in ("rss", "atom")}


def _place(asked: Asked, places: Places) -> Any:
    """The section to which the search is bound, else the one from which it came."""
    return places.of_number(asked.within) or places.origin


def _kept(asked: Asked, *asked_anew: str) -> list[tuple[str, str]]:
    """What a form carries along."""
    return [(name, value) for name, value in asked.fields.items() if name not in asked_anew]


def _orders() -> list[tuple[str, str]]:
    return [("", _("Best first")), ("moi", _("Newest first")), ("xem", _("Most viewed first"))]


def _title(asked: Asked) -> str:
    return _("Search: %(words)s") % {"words": asked.words} if asked.words else _("Search")
