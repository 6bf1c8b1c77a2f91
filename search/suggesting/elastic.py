"""Suggestions from Elasticsearch: three small searches in one request, behind the filters of every search.

Words that begin as typed are looked up as prefixes in the folded titles: a field of their beginnings would be larger
than the titles, and the terms of titles are some thousands.
"""

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.contract import EngineUnavailable
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.client import NotConfigured, client
from search.engines.elastic.filters import Clause, forbidden, required
from search.engines.elastic.results import NAME
from search.index.names import alias
from search.language.letters import WRITTEN
from search.suggesting.begun import Begun
from search.suggesting.contract import MOST_NUMBERED, MOST_TITLES, Suggested, SuggestRequest

logger = logging.getLogger(__name__)

#: Who types waits no longer for a suggestion; the next letter asks again.
MOST_SECONDS = 1.0
_NEWEST: list[Clause] = [{"date": {"order": "desc", "missing": "_last"}}, {"key": {"order": "asc"}}]


class ElasticSuggester:
    """Asks once. Its breaker is its own: that a suggestion took too long does not keep anybody from searching."""

    name = NAME

    def __init__(self, breaker: Breaker | None = None) -> None:
        self.breaker = breaker or Breaker()

    def suggest(self, request: SuggestRequest) -> Suggested:
        """
        Raises:
            EngineUnavailable: it is not configured, does not answer in time, or answers with an error.
        """
        if not request.begun:
            return Suggested()
        if not self.breaker.lets_through():
            raise EngineUnavailable("given up for now")
        searches = searches_for(request)
        try:
            answers = _ask(searches)
        except NotConfigured as problem:
            raise EngineUnavailable("not configured") from problem
        except (TransportError, ApiError, EngineUnavailable) as problem:
            self.breaker.failed()
            logger.info("Elasticsearch gives no suggestions: %.300s", problem)
            raise EngineUnavailable(str(problem)[:300]) from problem
        self.breaker.succeeded()
        return _suggested(dict(zip(searches, answers, strict=True)), request)


def _ask(searches: Mapping[str, Clause]) -> Sequence[Mapping[str, Any]]:
    seconds = min(MOST_SECONDS, settings.ELASTICSEARCH_TIMEOUT_SECONDS)
    lines = [line for body in searches.values() for line in ({}, {**body, "timeout": f"{int(seconds * 800)}ms"})]
    asking = client().options(request_timeout=seconds, max_retries=0, retry_on_timeout=False)
    answers = asking.msearch(index=alias(), searches=lines)["responses"]
    for answer in answers:
        if "error" in answer or answer.get("timed_out"):
            raise EngineUnavailable(str(answer.get("error", {}).get("type", "took too long")))
    return list(answers)


def searches_for(request: SuggestRequest) -> dict[str, Clause]:
    """The searches by what they find; those that could find nothing are left out."""
    begun = request.begun
    searches = {"titled": _titled(request)}
    if begun.numbers:
        searches["numbered"] = _numbered(request)
    if request.issuers:
        searches["issuers"] = {
            "size": 0,
            "query": _allowed(request, [{"terms": {"issuer": list(request.issuers)}}]),
            "aggs": {"issuers": {"terms": {"field": "issuer", "include": list(request.issuers)}}},
        }
    return searches


def _allowed(request: SuggestRequest, must: Sequence[Clause], should: Sequence[Clause] = ()) -> Clause:
    allowed = request.allowed
    return {
        "bool": {"filter": [*required(allowed), *must], "must_not": forbidden(allowed), "should": list(should)},
    }


def _titled(request: SuggestRequest) -> Clause:
    begun = request.begun
    words: list[Clause] = [_any({"match": {"title": spelling}} for spelling in spellings) for spellings in begun.words]
    if begun.beginnings:
        words.append(_any({"prefix": {"title": beginning}} for beginning in begun.beginnings))
    return {
        "size": MOST_TITLES,
        "query": _allowed(request, words, [_side_by_side(begun)]),
        "collapse": {"field": "story"},
        "sort": [{"_score": {"order": "desc"}}, *_NEWEST],
        "_source": False,
    }


def _side_by_side(begun: Begun) -> Clause:
    """As they are typed the words say more than in another order."""
    kind = "match_phrase_prefix" if begun.beginnings else "match_phrase"
    return {"constant_score": {"filter": {kind: {"title": begun.line}}}}


def _numbered(request: SuggestRequest) -> Clause:
    ways = _any({"regexp": {"numbers": {"value": _pattern(number)}}} for number in request.begun.numbers)
    return {
        "size": MOST_NUMBERED,
        "query": _allowed(request, [ways, {"term": {"kind": "document"}}]),
        "sort": _NEWEST,
        "_source": False,
    }


def _pattern(number: str) -> str:
    """Numbers are folded when they are typed, and stand in the index as they are written.

    >>> _pattern("10|ct")
    '10\\\\|[cC][tT].*'
    """
    signs = (
        f"[{WRITTEN.get(sign, sign + sign.upper())}]" if sign.isalpha() else re.sub(r"([^0-9])", r"\\\1", sign)
        for sign in number
    )
    return "".join(signs) + ".*"


def _any(clauses: Any) -> Clause:
    ways = list(clauses)
    return ways[0] if len(ways) == 1 else {"bool": {"should": ways, "minimum_should_match": 1}}


def _suggested(answers: Mapping[str, Mapping[str, Any]], request: SuggestRequest) -> Suggested:
    def keys(name: str) -> list[str]:
        return [hit["_id"] for hit in answers[name]["hits"]["hits"]] if name in answers else []

    buckets = answers["issuers"]["aggregations"]["issuers"]["buckets"] if "issuers" in answers else []
    seen = {bucket["key"] for bucket in buckets if bucket["doc_count"]}
    return Suggested(keys("numbered"), keys("titled"), [issuer for issuer in request.issuers if issuer in seen])
