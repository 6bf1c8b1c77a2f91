"""One search as one request to Elasticsearch.

The visitor's tokens are a filter of the query itself, before anything is counted, marked or folded: what he may not see
is in no number either.
"""

from typing import Any

from search.contract import MOST_RESULTS, PER_PAGE, Order, SearchRequest
from search.engines.elastic.facets import counting
from search.engines.elastic.filters import Clause, chosen, forbidden, required
from search.engines.elastic.highlighting import highlighting, passages
from search.engines.elastic.ranking import found_by
from search.engines.elastic.rules import in_place, or_pinned, without_excluded

#: Counted exactly up to here; of more it is told that there are more.
MOST_COUNTED = 10_000
_TIES: list[Clause] = [{"date": {"order": "desc", "missing": "_last"}}, {"key": {"order": "asc"}}]
_ORDERS: dict[Order, list[Clause]] = {
    Order.RELEVANCE: [{"_score": {"order": "desc"}}, *_TIES],
    Order.NEWEST: _TIES,
    Order.MOST_VIEWED: [{"popularity": {"order": "desc"}}, *_TIES],
}


def search_body(request: SearchRequest) -> dict[str, Any]:
    """What is sent for one page of results, with counts and marked words."""
    first = (max(request.page, 1) - 1) * PER_PAGE
    shown = max(0, min(PER_PAGE, MOST_RESULTS - first))
    return {
        **ranking_body(request, marked=True),
        "from": first if shown else 0,
        "size": shown,
        "highlight": highlighting(request),
        "stored_fields": ["title", "summary"],
        "aggs": counting(request),
        "track_total_hits": MOST_COUNTED,
        "track_scores": True,
    }


def ranking_body(request: SearchRequest, *, marked: bool = False) -> dict[str, Any]:
    """What is found and in which order; stories that are told twice are shown once."""
    must, ranking, must_not = found_by(request)
    found: Clause = {
        "filter": [*required(request), *or_pinned(must, request)],
        "must_not": [*forbidden(request), *must_not, *without_excluded(request)],
        "should": [
            *ranking,
            *in_place(request),
            *([passages(request)] if marked and not request.title_only else []),
        ],
    }
    body: dict[str, Any] = {
        "query": {"bool": found},
        "collapse": {"field": "story"},
        "sort": _ORDERS[request.order],
    }
    narrowed = chosen(request)
    if narrowed:
        body["post_filter"] = {"bool": {"filter": narrowed}}
    return body
