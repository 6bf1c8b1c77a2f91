"""The counts beside each facet's values: of what is found with all that is chosen, but for the facet's own values.

So a reader sees what choosing another value, or one more, would bring. Counts are made in the query that finds, behind
the same filters of access.
"""

from collections.abc import Mapping
from typing import Any

from portal.access.restrictions import STEP
from search.contract import Facet, SearchRequest
from search.engines.elastic.filters import FIELDS, Clause, chosen, has_status, sections_at
from search.index.definition import STATUSES

#: So many values of a facet are counted; the most frequent.
MOST_VALUES = 50
#: Root, site, section: how deep the sections lie that are counted when the search is bound to none.
_FIRST_SECTIONS = 3
#: Levels are few to readers and many tokens to us: as many as the visitor holds are counted, up to this.
_MOST_TOKENS = 1_000
_VALUES = "values"


def counting(request: SearchRequest) -> dict[str, Clause]:
    """One aggregation for each facet."""
    return {facet.value: _behind_the_others(facet, request) for facet in Facet}


def counted(answer: Mapping[str, Any]) -> dict[Facet, dict[str, int]]:
    """The counts in the answer to it, the most frequent values first."""
    found = {}
    for facet in Facet:
        told = answer[facet.value]
        told = told.get(_VALUES, told)["buckets"]
        if isinstance(told, dict):
            counts = {name: bucket["doc_count"] for name, bucket in told.items()}
        else:
            counts = {str(bucket["key"]): bucket["doc_count"] for bucket in told}
        by_count = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        found[facet] = {value: count for value, count in by_count if count}
    return found


def _behind_the_others(facet: Facet, request: SearchRequest) -> Clause:
    others = chosen(request, but=facet)
    values = _values(facet, request)
    return {"filter": {"bool": {"filter": others}}, "aggs": {_VALUES: values}} if others else values


def _values(facet: Facet, request: SearchRequest) -> Clause:
    if facet is Facet.STATUS:
        return {"filters": {"filters": {status: has_status(status, request.today) for status in STATUSES}}}
    if facet is Facet.LEVEL:
        return {"terms": {"field": FIELDS[facet], "size": min(len(request.tokens), _MOST_TOKENS)}}
    if facet is Facet.SECTION:
        depth = len(request.under) // STEP + 1 if request.under else _FIRST_SECTIONS
        return {"terms": {"field": sections_at(depth), "size": MOST_VALUES}}
    return {"terms": {"field": FIELDS[facet], "size": MOST_VALUES}}
