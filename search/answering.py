"""One search for whoever shows it: the page, the JSON endpoint, the feed."""

from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest

from portal.access.tokens import Tokens, tokens_of
from search.asked import Asked
from search.contract import MOST_RESULTS, PER_PAGE, SearchRequest, SearchResults
from search.places import Places
from search.presenting import Result, results_for
from search.searching import search


@dataclass(frozen=True)
class Found:
    """What was asked, by whom, and what was found for it."""

    asked: Asked
    tokens: Tokens
    places: Places
    sought: SearchRequest
    results: SearchResults
    shown: list[Result]

    @classmethod
    def of(cls, asked: Asked, request: HttpRequest, tokens: Tokens | None = None) -> Self:
        """Ask the engines for what the visitor may see, or for what the holder of ``tokens`` may.

        Besides theirs that is four queries, six where sections are named.
        """
        tokens = tokens_of(request).tokens if tokens is None else tokens
        places = asked.places(tokens)
        sought = asked.request(tokens, places)
        found = search(sought)
        return cls(asked, tokens, places, sought, found, results_for(found, tokens, request, sought.placed))

    @property
    def first(self) -> int:
        """The place of the first result shown, counted from 1 over all pages."""
        return (self.asked.page - 1) * PER_PAGE + 1

    @property
    def pages(self) -> int:
        """How many pages there are to turn."""
        return max(1, -(-min(self.results.total, MOST_RESULTS) // PER_PAGE))
