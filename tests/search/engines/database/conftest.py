"""Asking the database engine."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from portal.access.tokens import Tokens
from search.contract import SearchRequest, SearchResults
from search.query.understanding import understand
from tests.search.contract.database import database_engine

NOW = dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)
TODAY = dt.date(2026, 12, 1)

Ask = Callable[..., SearchResults]


@pytest.fixture
def ask(db, known) -> Ask:
    """Asks as anyone, on the first of December 2026."""

    engine = database_engine([])

    def asking(query: str, tokens: Tokens | None = None, **more: Any) -> SearchResults:
        how = {"now": NOW, "today": TODAY, **more}
        return engine.search(SearchRequest(understand(query, known), tokens or Tokens(), **how))

    return asking


@pytest.fixture
def keys(ask) -> Callable[..., list[str]]:
    """The keys of the hits, in their order."""

    def asking(query: str, **more: Any) -> list[str]:
        return [hit.key for hit in ask(query, **more).hits]

    return asking
