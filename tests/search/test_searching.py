"""Which engine answers."""

import datetime as dt

import pytest

from portal.access.tokens import Tokens
from search import searching
from search.contract import EngineUnavailable, SearchRequest, SearchResults
from search.engines.database.engine import DatabaseEngine
from search.entries import Entry
from search.query.understanding import understand
from tests.search.contract.database import database_engine


class Silent:
    name = "silent"

    def search(self, request: SearchRequest) -> SearchResults:
        raise EngineUnavailable("down")


@pytest.fixture
def request_for_cells(db, known):
    database_engine([Entry("1", "Chi bộ")])
    return SearchRequest(understand("chi bộ", known), Tokens(), dt.datetime.now(dt.UTC), dt.date(2026, 12, 1))


def test_the_database_answers_where_there_is_no_elasticsearch(request_for_cells, settings):
    settings.ELASTICSEARCH_URLS = []
    found = searching.search(request_for_cells)
    assert (found.engine, found.total) == ("database", 1)


def test_the_database_answers_when_the_first_engine_does_not(request_for_cells, monkeypatch):
    monkeypatch.setattr(searching, "engines", lambda: iter([Silent(), DatabaseEngine()]))
    assert searching.search(request_for_cells).engine == "database"


def test_that_nobody_answers_is_said(request_for_cells, monkeypatch):
    monkeypatch.setattr(searching, "engines", lambda: iter([Silent()]))
    with pytest.raises(EngineUnavailable):
        searching.search(request_for_cells)
