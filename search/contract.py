"""What is asked of an engine, and what it answers: the same for Elasticsearch and the database.

A ``SearchRequest`` holds all that decides the answer, the visitor's tokens included: an engine never looks at who asks.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from portal.access.tokens import Tokens
from search.query.understanding import Understood

#: So many results are on one page, and so many can be paged through; who looks further should ask more narrowly.
PER_PAGE = 20
MOST_RESULTS = 1_000


class Order(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    MOST_VIEWED = "viewed"


class Facet(StrEnum):
    """By what results can be narrowed. The value of each is a string: a code or the number of a row."""

    KIND = "kind"
    SECTION = "section"
    DOCUMENT_TYPE = "type"
    ISSUER = "issuer"
    FIELD = "field"
    YEAR = "year"
    STATUS = "status"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. ``now`` and ``today`` decide what is open and what holds: they are never read from a clock inside."""

    query: Understood
    tokens: Tokens
    now: dt.datetime
    today: dt.date
    """The day in Viet Nam."""
    under: str = ""
    """The tree path of the section to which the search is bound."""
    chosen: Mapping[Facet, Sequence[str]] = field(default_factory=dict)
    since: dt.date | None = None
    until: dt.date | None = None
    title_only: bool = False
    order: Order = Order.RELEVANCE
    page: int = 1
    pinned: Sequence[str] = ()
    """Keys of entries that are found whatever their words, and stand first in this order when sorted by relevance. What
    the visitor may not see, and what other filters leave out, is left out all the same."""
    excluded: Sequence[str] = ()
    """Keys of entries that are not found."""

    @property
    def placed(self) -> Sequence[str]:
        """The pins where they stand first."""
        return self.pinned if self.order is Order.RELEVANCE else ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text; ``marks`` are the (start, end) of the words that were found in it."""

    text: str
    marks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One result, by its entry's key. ``file`` and ``file_page`` tell where in an attached file the snippet stands."""

    key: str
    score: float
    title: Snippet
    snippet: Snippet
    file: str = ""
    file_page: int | None = None


@dataclass(frozen=True, slots=True)
class SearchResults:
    """``total`` counts all that was found, or is a lower bound where ``is_at_least``."""

    hits: Sequence[Hit]
    total: int
    facets: Mapping[Facet, Mapping[str, int]]
    is_at_least: bool = False
    engine: str = ""
    milliseconds: float = 0.0


class EngineUnavailable(Exception):
    """The engine does not answer now; another one may."""


class Engine(Protocol):
    """What answers searches.

    Raises:
        EngineUnavailable: it cannot answer now.
    """

    name: str

    def search(self, request: SearchRequest) -> SearchResults: ...
