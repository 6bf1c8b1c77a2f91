"""The engines, filled, and how the rules of the contract ask them."""

import uuid
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from search.language.statistics import SyllableStatistics, learned_from
from tests.search.contract.corpus import ENTRIES
from tests.search.contract.engines import ENGINES
from tests.search.factories import asked


@pytest.fixture(scope="session")
def contract_indices(elasticsearch_url) -> Iterator[str]:
    """What the names of the indices begin with; they go when all tests have ended."""
    prefix = f"contract-{uuid.uuid4().hex[:8]}"
    yield prefix
    server = Elasticsearch(elasticsearch_url)
    for name in server.indices.get(index=f"{prefix}-*").body:
        server.indices.delete(index=name)
    server.close()


@pytest.fixture(scope="session")
def texts_known() -> SyllableStatistics:
    """What the entries themselves teach."""
    return learned_from(entry.words for entry in ENTRIES)


@pytest.fixture(params=sorted(ENGINES))
def engine(request, db):
    """Each engine, holding the entries of the corpus. Without ``db`` here these tests alone would have no tables."""
    return ENGINES[request.param](request, ENTRIES)


@pytest.fixture
def search(engine, texts_known):
    """Results for a query as it is typed."""
    return lambda query, **more: engine.search(asked(query, texts_known, **more))


@pytest.fixture
def found(search):
    """The keys that are found, in their order."""
    return lambda query, **more: [hit.key for hit in search(query, **more).hits]
