"""What staff decide of results (``search.rules``), inside the query: whoever may not see a pin has none."""

from collections.abc import Sequence

from search.contract import SearchRequest
from search.engines.elastic.filters import Clause

#: Between one pin and the next, and above whatever a document's number and words bring (``ranking``).
PIN_STEP = 100_000


def or_pinned(must: Sequence[Clause], request: SearchRequest) -> list[Clause]:
    """What an entry must satisfy to be found, or else be pinned."""
    if not request.pinned:
        return list(must)
    ways: list[Clause] = [{"bool": {"filter": list(must)}}, {"terms": {"key": list(request.pinned)}}]
    return [{"bool": {"should": ways, "minimum_should_match": 1}}]


def in_place(request: SearchRequest) -> list[Clause]:
    """Puts the pins first, in their order; other orders than the best first have none."""
    last = len(request.placed)
    return [
        {"constant_score": {"filter": {"term": {"key": key}}, "boost": PIN_STEP * (last - place)}}
        for place, key in enumerate(request.placed)
    ]


def without_excluded(request: SearchRequest) -> list[Clause]:
    return [{"terms": {"key": list(request.excluded)}}] if request.excluded else []
