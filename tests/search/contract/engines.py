"""The engines that must keep the contract: what holds entries, and is asked."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Protocol

import pytest
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.contract import SearchRequest, SearchResults
from search.engines.elastic.engine import ElasticEngine
from search.entries import Entry
from search.index.definition import definition
from search.index.documents import document_of
from search.index.names import alias
from tests.search.contract.database import database_engine


class Holding(Protocol):
    """An engine that holds the entries of the test, and nothing else."""

    name: str

    def search(self, request: SearchRequest) -> SearchResults: ...


def elastic(request: pytest.FixtureRequest, entries: Sequence[Entry]) -> Holding:
    """An index for each set of entries, made once; ``contract_indices`` removes them in the end."""
    server: Elasticsearch = request.getfixturevalue("server")
    settings = request.getfixturevalue("settings")
    settings.ELASTICSEARCH_PREFIX = f"{request.getfixturevalue('contract_indices')}-{hashlib.blake2b(repr(entries).encode(), digest_size=6).hexdigest()}"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20
    if not server.indices.exists(index=alias()):
        server.indices.create(index=f"{alias()}-0001", aliases={alias(): {}}, **definition(refresh=False))
        bulk(server, [{"_index": alias(), "_id": one.key, "_source": document_of(one)} for one in entries])
        server.indices.refresh(index=alias())
    return ElasticEngine()


def database(request: pytest.FixtureRequest, entries: Sequence[Entry]) -> Holding:
    """The tables of the test's own transaction."""
    request.getfixturevalue("db")
    return database_engine(entries)


ENGINES: dict[str, Callable[[pytest.FixtureRequest, Sequence[Entry]], Holding]] = {
    "database": database,
    "elasticsearch": elastic,
}
