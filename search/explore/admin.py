"""The page on which staff see how a query is searched (`Xem cách tìm`)."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from portal.access.tokens import may_open, tokens_of
from portal.addresses import page_address
from portal.admin.screens import screen
from search.asked import Asked
from search.contract import EngineUnavailable, SearchRequest
from search.engines.elastic.client import is_configured
from search.explore.contract import Explained, Explainer, Part, Scored
from search.explore.database import DatabaseExplainer
from search.explore.elastic import ElasticExplainer
from search.explore.levels import As, searchers_for
from search.explore.numbers import decimals
from search.explore.one_page import checks_of, page_for
from search.explore.understanding import facts_of, weights_of, words_in
from search.indexing.effects import is_too_far_behind
from search.language.learning import known_syllables
from search.presenting import pieces_of
from search.query.parsing import MOST_LETTERS

#: Whoever keeps the rules for results.
MAY = "search.change_resultrule"
TITLE = gettext_lazy("How it is searched")
#: Addresses' names.
QUERY, AS, ENGINE, PAGE = "q", "muc", "may", "trang"
ELASTIC, DATABASE = "es", "csdl"
#: What would be shown as nothing is not shown.
_LEAST_SHOWN = 0.005


def explore(request: HttpRequest) -> HttpResponse:
    """One query: what was understood, the first results with the parts of their scores, and one page's place.

    Raises:
        PermissionDenied: the person does not keep the search.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    words = request.GET.get(QUERY, "")[:MOST_LETTERS].strip()
    searchers = searchers_for(request)
    searcher = next((one for one in searchers if one.value == request.GET.get(AS, "")), searchers[0])
    engines = _engines()
    engine = request.GET.get(ENGINE, "")
    engine = engine if engine in dict(engines) else engines[0][0]
    context: dict[str, Any] = {
        "names": {"query": QUERY, "searcher": AS, "engine": ENGINE, "page": PAGE},
        "words": words,
        "searchers": [(one.value, one.label, one is searcher) for one in searchers],
        "engines": [(value, label, value == engine) for value, label in engines],
        "page_named": request.GET.get(PAGE, "")[:500],
    }
    if words:
        context |= _found(request, words, searcher, engine)
    return screen(request, "portal_admin/search/explore.html", str(TITLE), context, icon="glasses")


def _engines() -> list[tuple[str, Any]]:
    elastic = [(ELASTIC, "Elasticsearch")] if is_configured() else []
    return [*elastic, (DATABASE, pgettext("time of a search", "Database engine"))]


def _found(request: HttpRequest, words: str, searcher: As, engine: str) -> dict[str, Any]:
    began = time.perf_counter()
    sought = Asked(words).request(searcher.tokens)
    understood = (time.perf_counter() - began) * 1000
    explainer: Explainer = ElasticExplainer() if engine == ELASTIC else DatabaseExplainer()
    told: dict[str, Any] = {
        "facts": list(facts_of(sought.query, words)),
        "words_read": words_in(sought.query, known_syllables()),
        "weights": weights_of(sought.query),
    }
    try:
        if engine == ELASTIC and is_too_far_behind():
            raise EngineUnavailable("behind")
        explained = explainer.explain(sought)
        told |= {
            "analyses": explainer.analyses(sought),
            "total": explained.total,
            "is_at_least": explained.is_at_least,
            "body": explained.body,
            "times": [
                (label, decimals(milliseconds, 1))
                for label, milliseconds in ((_("Understanding the query"), understood), *explained.times)
            ],
            **_table(explained, request, sought),
        }
        if named := request.GET.get(PAGE, "")[:500].strip():
            told |= _one_page(request, named, sought, explainer)
    except EngineUnavailable:
        told["failure"] = _("This engine does not answer now. Readers get the results of the database meanwhile.")
    return told


@dataclass(frozen=True)
class Row:
    """A result as the table shows it; ``points`` in the order of the columns."""

    rank: int
    page: Page
    url: str
    title: Sequence[Any]
    points: Sequence[str]
    score: str


def _table(explained: Explained, request: HttpRequest, sought: SearchRequest) -> dict[str, Any]:
    """The results as readers of the level searched with see them: what was closed since it was found is left out."""
    pages = Page.objects.in_bulk([int(one.hit.key) for one in explained.scored])
    scored = [
        one for one in explained.scored if (page := pages.get(int(one.hit.key))) and may_open(page, sought.tokens)
    ]
    columns = [part for part in Part if any(abs(one.parts.get(part, 0.0)) >= _LEAST_SHOWN for one in scored)]
    rows = [_row(rank, one, pages[int(one.hit.key)], columns, request) for rank, one in enumerate(scored, start=1)]
    return {"columns": [part.label for part in columns], "rows": rows}


def _row(rank: int, one: Scored, page: Page, columns: Sequence[Part], request: HttpRequest) -> Row:
    counted = [one.parts.get(part, 0.0) for part in columns]
    points = [decimals(part) if abs(part) >= _LEAST_SHOWN else "" for part in counted]
    title = list(pieces_of(one.hit.title))
    return Row(rank, page, page_address(page, request), title, points, decimals(one.hit.score))


def _one_page(request: HttpRequest, named: str, sought: SearchRequest, explainer: Explainer) -> dict[str, Any]:
    page = page_for(request, named, tokens_of(request).tokens)
    if page is None:
        return {"page_problem": _("There is no page with this number or address.")}
    placed = explainer.place_of(str(page.pk), sought)
    other = Page.objects.filter(pk=int(placed.told_by)).first() if placed.told_by else None
    other = other if other and may_open(other, sought.tokens) else None
    return {"page_told": page, "placed": placed, "told_by": other, "checks": list(checks_of(page, sought))}


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("xem-cach-tim/", explore, name="search_explore")]


class ExploreMenuItem(MenuItem):
    """Shown to whoever keeps the search."""

    def __init__(self) -> None:
        label: str | Promise = TITLE
        super().__init__(label, reverse("search_explore"), icon_name="glasses", order=900)

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))
