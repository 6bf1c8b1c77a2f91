"""The one way to search: Elasticsearch where there is one that answers, else the database."""

import logging
from collections.abc import Iterator
from functools import lru_cache

from django.utils.module_loading import import_string

from search.contract import Engine, EngineUnavailable, SearchRequest, SearchResults
from search.engines.database.engine import DatabaseEngine
from search.engines.elastic.client import is_configured
from search.indexing.effects import is_too_far_behind

logger = logging.getLogger(__name__)

_ELASTIC = "search.engines.elastic.engine.ElasticEngine"


def search(request: SearchRequest) -> SearchResults:
    """Results from the first engine that answers; ``SearchResults.engine`` says which it was.

    Each engine bounds its own time: Elasticsearch by its timeout and its breaker, the database by what it reads.
    """
    for engine in engines():
        try:
            return engine.search(request)
        except EngineUnavailable as problem:
            logger.info("%s does not answer: %s", engine.name, problem)
    raise EngineUnavailable("no engine answers")


def is_second_best(results: SearchResults) -> bool:
    """Whether the database answered because Elasticsearch, which is set, did not."""
    return is_configured() and results.engine == DatabaseEngine.name


def engines() -> Iterator[Engine]:
    """Those there are, the better first. An index that is behind would count what readers may not see any more.

    The database engine joins the pages and their access as they are at the moment: it has nothing to catch up with.
    """
    if is_configured():
        if is_too_far_behind():
            logger.info("Elasticsearch is not asked: changes are waiting for it")
        else:
            yield _elastic()
    yield DatabaseEngine()


@lru_cache(maxsize=1)
def _elastic() -> Engine:
    """One for the process: its breaker remembers who did not answer."""
    engine: Engine = import_string(_ELASTIC)()
    return engine
