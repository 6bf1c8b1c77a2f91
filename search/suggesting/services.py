"""The one way to get suggestions: from Elasticsearch where there is one that answers, else from the database."""

import logging
from collections.abc import Iterator
from functools import lru_cache

from django.http import HttpRequest
from django.utils import timezone

from portal.access.tokens import Tokens
from search.contract import EngineUnavailable
from search.engines.elastic.client import is_configured
from search.indexing.effects import is_too_far_behind
from search.language.learning import known_syllables
from search.popular.shown import popular_beginning
from search.suggesting.begun import begun
from search.suggesting.contract import Suggested, Suggester, SuggestRequest
from search.suggesting.database import DatabaseSuggester
from search.suggesting.elastic import ElasticSuggester
from search.suggesting.issuers import issuers_named
from search.suggesting.presenting import MOST_OF_A_KIND, Kind, Suggestion, queries_for, suggestions_for

logger = logging.getLogger(__name__)


def suggestions(text: str, tokens: Tokens, request: HttpRequest) -> list[Suggestion]:
    """What is offered to the holder of ``tokens`` who has typed ``text`` so far."""
    typed = begun(text, known_syllables())
    if not typed:
        return []
    now = timezone.now()
    issuers = issuers_named(typed, text)
    asked = SuggestRequest(typed, tokens, now, timezone.localdate(now), issuers)
    queries = popular_beginning(typed, MOST_OF_A_KIND[Kind.QUERY])
    return [
        *queries_for(queries, typed),
        *suggestions_for(_suggested(asked), typed, tokens, request),
    ]


def _suggested(asked: SuggestRequest) -> Suggested:
    for suggester in _suggesters():
        try:
            return suggester.suggest(asked)
        except EngineUnavailable as problem:
            logger.info("%s gives no suggestions: %s", suggester.name, problem)
    return Suggested()


def _suggesters() -> Iterator[Suggester]:
    if is_configured() and not is_too_far_behind():
        yield _elastic()
    yield DatabaseSuggester()


@lru_cache(maxsize=1)
def _elastic() -> ElasticSuggester:
    """One for the process: its breaker remembers who did not answer."""
    return ElasticSuggester()
