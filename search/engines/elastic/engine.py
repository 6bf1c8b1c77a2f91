"""Elasticsearch as an engine: one request for one search, and no patience."""

import logging
import time
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.conf import settings
from elastic_transport import ConnectionError as TransportConnectionError
from elastic_transport import ObjectApiResponse, TransportError
from elasticsearch import ApiError

from search.contract import EngineUnavailable, SearchRequest, SearchResults
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.client import NotConfigured, client
from search.engines.elastic.requests import counting_body, search_body
from search.engines.elastic.results import NAME, results_of
from search.index.names import alias

logger = logging.getLogger(__name__)

#: Elasticsearch gives up by itself before we do, so that nothing is computed for nobody.
_SHARE_OF_TIMEOUT = 0.8
#: A wait of no time at all would be taken for one without end.
_LEAST_SECONDS = 0.01
#: What reading an answer of another shape raises.
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


class _Refused(EngineUnavailable):
    """One of the questions in a request was answered with an error."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        error = answer["error"]
        super().__init__(f"{error.get('type')}: {error.get('reason')}" if isinstance(error, Mapping) else str(error))
        self.status = answer.get("status")


class ElasticEngine:
    """Answers searches from the index behind the alias. ``breaker`` is shared by all who ask in this process."""

    name = NAME

    def __init__(self, breaker: Breaker | None = None) -> None:
        self.breaker = breaker or Breaker()

    def search(self, request: SearchRequest) -> SearchResults:
        """Wait once: a second wait would take the time that the other engine needs.

        Raises:
            EngineUnavailable: it is not configured, does not answer in time, or answers with an error or with what is
                no answer of Elasticsearch's.
        """
        if not self.breaker.lets_through():
            raise EngineUnavailable("given up for now")
        began = time.perf_counter()
        bodies = search_body(request), counting_body(request)
        try:
            found, counts = self._asked(*bodies)
            results = results_of(found, counts, request, (time.perf_counter() - began) * 1000)
        except NotConfigured as problem:
            raise EngineUnavailable("not configured") from problem
        except (TransportError, ApiError, EngineUnavailable) as problem:
            if not _is_about_the_query(problem):
                self.breaker.failed()
            logger.warning("Elasticsearch does not answer a search: %s", _short(problem))
            raise EngineUnavailable(_short(problem)) from problem
        except _UNREADABLE as problem:
            self.breaker.failed()
            logger.exception("Elasticsearch's answer to a search cannot be read")
            raise EngineUnavailable(f"cannot be read: {_short(problem)}") from problem
        self.breaker.succeeded()
        return results

    def _asked(self, *bodies: dict[str, Any]) -> Sequence[Mapping[str, Any]]:
        """The answers to ``bodies``, which go in one request.

        Raises:
            EngineUnavailable: one of them was not answered, or not in time.
        """
        header = {"index": alias(), "allow_partial_search_results": False}
        within = f"{int(settings.ELASTICSEARCH_TIMEOUT_SECONDS * _SHARE_OF_TIMEOUT * 1000)}ms"
        searches = [line for body in bodies for line in (header, {"timeout": within, **body})]
        answers: Sequence[Mapping[str, Any]] = self._answer(searches)["responses"]
        for answer in answers:
            if "error" in answer:
                raise _Refused(answer)
            if answer["timed_out"]:
                raise EngineUnavailable("took too long")
        return answers

    def _answer(self, searches: list[dict[str, Any]]) -> ObjectApiResponse[Any]:
        """Where there are several nodes and one refuses the connection, another is asked, for what is left of the time.

        A node that answers has answered for all: what is too much for it now is too much for its neighbour as well.
        """
        ends = time.perf_counter() + settings.ELASTICSEARCH_TIMEOUT_SECONDS
        for is_last in (False, True) if len(settings.ELASTICSEARCH_URLS) > 1 else (True,):
            left = max(_LEAST_SECONDS, ends - time.perf_counter())
            asking = client().options(request_timeout=left, max_retries=0, retry_on_status=(), retry_on_timeout=False)
            try:
                return asking.msearch(searches=searches)
            except TransportConnectionError:
                if is_last:
                    raise
        raise EngineUnavailable("nobody was asked")


def _is_about_the_query(problem: Exception) -> bool:
    """It answered, and took this one query amiss: others are welcome."""
    if isinstance(problem, _Refused):
        return problem.status == HTTPStatus.BAD_REQUEST
    return isinstance(problem, ApiError) and problem.meta.status == HTTPStatus.BAD_REQUEST


def _short(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}"[:300]
