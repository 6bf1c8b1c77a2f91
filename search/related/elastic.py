"""What is like an entry, by Elasticsearch: one request."""

from collections.abc import Sequence
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError

from search.contract import EngineUnavailable
from search.engines.elastic.client import NotConfigured, client
from search.engines.elastic.filters import forbidden
from search.index.names import alias
from search.related.contract import MOST_LIKELY, Alike, Likely

#: No reader waits for it, but the scheduler's other jobs do.
_TIMEOUT_SECONDS = 2
#: An entry must have some of the pairs: one alone may be by chance.
_SOME = "2<20%"
#: What a document that both name counts, in shares of all pairs' weight.
_CITED = 0.15


class ElasticRelating:
    """Asks the index that visitors search."""

    def alike(self, wanted: Alike) -> Sequence[Likely]:
        if not wanted.pairs and not wanted.cited:
            return []
        try:
            answer = (
                client()
                .options(request_timeout=_TIMEOUT_SECONDS, max_retries=0)
                .search(
                    index=alias(),
                    query=alike_query(wanted),
                    collapse={"field": "story"},
                    size=MOST_LIKELY,
                    source=False,
                )
            )
        except (NotConfigured, TransportError, ApiError) as problem:
            raise EngineUnavailable(f"{type(problem).__name__}: {problem}"[:300]) from problem
        return [Likely(hit["_id"], hit["_score"]) for hit in answer["hits"]["hits"]]


def alike_query(wanted: Alike) -> dict[str, Any]:
    """Pairs and documents named, behind the same filters of access and time as every search."""
    whole = sum(wanted.pairs.values()) or 1.0
    ways: list[dict[str, Any]] = []
    if wanted.pairs:
        pairs = [{"match": {"words.pairs": {"query": pair, "boost": weight}}} for pair, weight in wanted.pairs.items()]
        ways.append({"bool": {"should": pairs, "minimum_should_match": _SOME}})
    ways += [
        {"constant_score": {"filter": {"term": {"cited": key}}, "boost": _CITED * whole / len(wanted.cited)}}
        for key in wanted.cited
    ]
    return {
        "bool": {
            "filter": [{"terms": {"token": sorted(wanted.tokens)}}, {"term": {"kind": wanted.kind}}],
            "must_not": [*forbidden(wanted.allowed), {"term": {"key": wanted.key}}],
            "should": ways,
            "minimum_should_match": 1,
        }
    }
