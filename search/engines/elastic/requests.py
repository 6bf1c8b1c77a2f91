"""One search as one request to Elasticsearch, with two questions in it: which are best, and how many there are.

Together they would cost several times as much: to count, every entry that has the words must be looked at, and to weigh
each of those by all readings of the words; the best alone are found without looking at most of them. So the counts come
without weights, the best without counts.

The visitor's tokens are a filter of both, before anything is counted, ranked or marked: what he may not see is in no
number either.
"""

from typing import Any

from search.contract import MOST_RESULTS, PER_PAGE, Order, SearchRequest
from search.engines.elastic.facets import counting
from search.engines.elastic.filters import Clause, chosen, forbidden, required
from search.engines.elastic.highlighting import highlighting, passages
from search.engines.elastic.ranking import Found, found_by, noted

#: A story that was told among so many results before a page is not told on the page again: texts so near to each other
#: have scores as near.
BEFORE = 5
_TIES: list[Clause] = [{"date": {"order": "desc", "missing": "_last"}}, {"key": {"order": "asc"}}]
_ORDERS: dict[Order, list[Clause]] = {
    Order.RELEVANCE: [{"_score": {"order": "desc"}}, *_TIES],
    Order.NEWEST: _TIES,
    Order.MOST_VIEWED: [{"popularity": {"order": "desc"}}, *_TIES],
}


def search_body(request: SearchRequest) -> dict[str, Any]:
    """The results of one page, and a few before them, with marked words."""
    first, shown = shown_of(request)
    before = min(BEFORE, first)
    body = ranking_body(request)
    told = [*noted(request), *([] if request.title_only else [passages(request)])]
    body["post_filter"]["bool"]["filter"].append(beside_all(told))
    return {
        **body,
        "from": first - before if shown else 0,
        "size": shown and shown + before,
        "highlight": highlighting(request),
        "stored_fields": ["title", "summary"],
        "docvalue_fields": ["story"],
        "track_total_hits": False,
    }


def beside_all(told: list[Clause]) -> Clause:
    """Clauses that narrow nothing: beside one that all satisfy Lucene asks optional ones of no entry, and what is named
    in them, or looked for inside the hits, is still told of the hits.
    """
    return {"bool": {"must": [{"match_all": {}}], "should": told}}


def counting_body(request: SearchRequest) -> dict[str, Any]:
    """How many are found, all told and by each facet."""
    found = found_by(request)
    body: dict[str, Any] = {
        "query": {
            "bool": {
                "filter": [*required(request), *found.required],
                "must_not": [*forbidden(request), *found.forbidden],
            }
        },
        "size": 0,
        "track_total_hits": True,
        "aggs": counting(request),
    }
    narrowed = chosen(request)
    if narrowed:
        body["post_filter"] = {"bool": {"filter": narrowed}}
    return body


def ranking_body(request: SearchRequest) -> dict[str, Any]:
    """What is found, and in which order."""
    found = found_by(request)
    access, narrowed = required(request), chosen(request)
    asked: Clause = {"must_not": [*forbidden(request), *found.forbidden]}
    if request.order is Order.RELEVANCE:
        asked["should"] = list(found.ranking)
    if _is_for_all(request, found):
        # Nearly all that is ranked passes: to be asked after it leaves the ranking free to skip.
        asked["minimum_should_match"] = 1
        after = access
    else:
        asked["filter"] = [*access, *found.required, *narrowed]
        after = []
    return {"query": {"bool": asked}, "post_filter": {"bool": {"filter": after}}, "sort": _ORDERS[request.order]}


def _is_for_all(request: SearchRequest, found: Found) -> bool:
    """Whether nothing but the words and access narrows the search."""
    narrows = request.under or request.since or request.until or chosen(request)
    return request.order is Order.RELEVANCE and found.is_ranked_alone and not narrows


def shown_of(request: SearchRequest) -> tuple[int, int]:
    """The place of the page's first result, and how many there may be on it."""
    first = (max(request.page, 1) - 1) * PER_PAGE
    return first, max(0, min(PER_PAGE, MOST_RESULTS - first))
