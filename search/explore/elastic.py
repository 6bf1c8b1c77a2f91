"""Elasticsearch tells how it came to its results."""

import copy
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from django.conf import settings
from django.utils.translation import pgettext
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from search.contract import MOST_RESULTS, PER_PAGE, EngineUnavailable, SearchRequest
from search.engines.elastic.client import NotConfigured, client
from search.engines.elastic.ranking import noted
from search.engines.elastic.requests import BEFORE, beside_all, counting_body, ranking_body, search_body
from search.engines.elastic.results import NAME, results_of, shown_on_page
from search.explore.contract import SHOWN, Analysed, Explained, Placed, Scored
from search.explore.naming import parts_of, with_names
from search.index.names import alias

T = TypeVar("T")
_HIDDEN = "…"


class ElasticExplainer:
    """Asks the index that visitors search, past the breaker: it is one person who waits."""

    def explain(self, request: SearchRequest) -> Explained:
        began = time.perf_counter()
        body, counting = {**search_body(request), "size": SHOWN + BEFORE}, counting_body(request)
        built = time.perf_counter()
        found = _asked(
            lambda server: server.search(
                index=alias(), **_arguments(with_names(body)), include_named_queries_score=True
            )
        )
        counts = _asked(lambda server: server.search(index=alias(), **counting))
        answered = time.perf_counter()
        results = results_of(found.body, counts.body, request, 0.0)
        named = {hit["_id"]: hit.get("matched_queries", {}) for hit in found["hits"]["hits"]}
        scored = [Scored(hit, parts_of(named[hit.key], hit.score)) for hit in results.hits[:SHOWN]]
        read = time.perf_counter()
        took = float(found["took"]) + float(counts["took"])
        times = (
            (pgettext("time of a search", "Writing the request"), (built - began) * 1000),
            (pgettext("time of a search", "Elasticsearch"), took),
            (pgettext("time of a search", "On the way"), max(0.0, (answered - built) * 1000 - took)),
            (pgettext("time of a search", "Reading the answer"), (read - answered) * 1000),
        )
        return Explained(NAME, results.total, results.is_at_least, scored, times, _shown(body, counting))

    def place_of(self, key: str, request: SearchRequest) -> Placed:
        """Where a visitor sees it who pages there: each page of results is folded and weighed by itself."""
        body = {**ranking_body(request), "_source": False, "docvalue_fields": ["story"]}
        body["post_filter"]["bool"]["filter"].append(beside_all(noted(request)))
        answer = _asked(lambda server: server.search(index=alias(), **_arguments({**body, "size": MOST_RESULTS})))
        hits = answer["hits"]["hits"]
        places = {hit["_id"]: place for place, hit in enumerate(hits)}
        if key in places:
            first = places[key] // PER_PAGE * PER_PAGE
            around = hits[max(0, first - BEFORE) : first + PER_PAGE]
            shown = shown_on_page(around, replace(request, page=first // PER_PAGE + 1))
            order = [hit["_id"] for hit, _score in shown]
            if key in order:
                return Placed(is_found=True, rank=first + order.index(key) + 1)
            story = hits[places[key]]["fields"]["story"]
            return Placed(is_found=True, told_by=next(hit["_id"] for hit in around if hit["fields"]["story"] == story))
        alone = copy.deepcopy(body)
        alone["query"]["bool"].setdefault("filter", []).append({"term": {"key": key}})
        found = _asked(lambda server: server.search(index=alias(), **_arguments({**alone, "size": 1})))
        return Placed(is_found=bool(found["hits"]["hits"]))

    def analyses(self, request: SearchRequest) -> Sequence[Analysed]:
        typed, meant = " ".join(request.query.words), " ".join(request.query.restored)
        readings = (
            (pgettext("part of a score", "Syllables"), "syllables", typed),
            (pgettext("part of a score", "With marks"), "accented", meant),
            (pgettext("part of a score", "Pairs"), "pairs", typed),
            (pgettext("part of a score", "Pairs with marks"), "accented_pairs", meant),
        )
        return _asked(lambda server: [Analysed(label, _tokens(server, how, text)) for label, how, text in readings])


def _tokens(server: Elasticsearch, analyzer: str, text: str) -> list[str]:
    if not text:
        return []
    return [token["token"] for token in server.indices.analyze(index=alias(), analyzer=analyzer, text=text)["tokens"]]


def _asked(ask: Callable[[Elasticsearch], T]) -> T:
    try:
        return ask(client().options(request_timeout=settings.ELASTICSEARCH_TIMEOUT_SECONDS, max_retries=0))
    except (NotConfigured, TransportError, ApiError) as problem:
        raise EngineUnavailable(f"{type(problem).__name__}: {problem}"[:300]) from problem


def _arguments(body: dict[str, Any]) -> dict[str, Any]:
    return {"from_" if name == "from" else name: value for name, value in body.items()}


def _shown(*bodies: dict[str, Any]) -> str:
    """The request as it was sent, without the places that are closed: that there are any is told to nobody."""
    shown = copy.deepcopy(bodies)
    for body in shown:
        kept = [clause for clause in body["query"]["bool"]["must_not"] if "ancestors" not in clause.get("terms", {})]
        body["query"]["bool"]["must_not"] = [*kept, {"terms": {"ancestors": [_HIDDEN]}}]
    return json.dumps(shown, ensure_ascii=False, indent=2)
