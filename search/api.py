"""Results as JSON, for whoever builds on the portal's search (docs/search.md)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.paging import Pager
from search.answering import Found
from search.asked import Asked
from search.choices import Choices, Offer
from search.contract import MOST_RESULTS, PER_PAGE
from search.presenting import Piece, Result, text_of
from search.searching import is_second_best

_BAD_REQUEST = 400


@require_safe
def results_as_json(request: HttpRequest) -> JsonResponse:
    """What the page shows for the same address, in fields. What cannot be answered is told in ``errors``."""
    try:
        asked = Asked.of(request)
    except Http404 as problem:
        return _answer({"errors": [str(problem)]}, _BAD_REQUEST)
    errors = [*asked.days.problems, *([] if asked.words else [_("Say in “q” what to look for.")])]
    if errors:
        return _answer({"errors": errors}, _BAD_REQUEST)
    return _answer(_told(Found.of(asked, request)))


def _told(found: Found) -> dict[str, Any]:
    asked, results = found.asked, found.results
    offer = Offer(asked, results, found.places, found.tokens)
    meant = asked.restored(found.sought.query)
    pager = Pager(asked.page, found.pages, reverse("search_json"), asked.query)
    return {
        "query": asked.words,
        "did_you_mean": meant.words if meant else None,
        "total": results.total,
        "is_at_least": results.is_at_least,
        "page": asked.page,
        "pages": found.pages,
        "per_page": PER_PAGE,
        "most_results": MOST_RESULTS,
        "next": _absolute(pager.next_url),
        "previous": _absolute(pager.url(min(asked.page - 1, found.pages)) if asked.page > 1 else ""),
        "reserve_mode": is_second_best(results),
        "results": [_result(one) for one in found.shown],
        "facets": [_facet(one) for one in offer.choices()],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "title": text_of(result.title),
        "title_marks": list(_marks(result.title)),
        "url": _absolute(result.url),
        "kind": result.kind,
        "kind_label": result.kind_label,
        "date": result.date.isoformat() if result.date else None,
        "snippet": text_of(result.snippet),
        "snippet_marks": list(_marks(result.snippet)),
        "file": result.file or None,
        "access": str(result.mark) or None,
    }


def _facet(facet: Choices) -> Mapping[str, Any]:
    values = [
        {"value": one.value, "label": one.label, "count": one.count, "is_chosen": one.is_chosen}
        for one in facet.choices
    ]
    return {"name": facet.name, "label": facet.label, "values": values}


def _marks(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Beginning and end of each marked word.

    >>> list(_marks([Piece("Chi", True), Piece(" uỷ ", False), Piece("họp", True)]))
    [(0, 3), (7, 10)]
    """
    place = 0
    for piece in pieces:
        if piece.is_marked:
            yield place, place + len(piece.text)
        place += len(piece.text)


def _absolute(path: str) -> str | None:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path if path else None


def _answer(told: dict[str, Any], status: int = 200) -> JsonResponse:
    response = JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    return response
