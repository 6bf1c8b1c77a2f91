"""An index of each test's own on the real server, gone afterwards."""

import uuid

import pytest

from search.index.names import alias


@pytest.fixture
def index(server, settings):
    """The server; what is made under this test's names goes with it."""
    settings.ELASTICSEARCH_PREFIX = f"writing-{uuid.uuid4().hex[:8]}"
    yield server
    for name in server.indices.get(index=f"{alias()}*").body:
        server.indices.delete(index=name)


@pytest.fixture
def held(index):
    """What is searched now: version and token by key."""

    def read(name: str = "") -> dict[str, tuple[int, str]]:
        index.indices.refresh(index=name or alias())
        answer = index.search(index=name or alias(), size=1000, version=True, docvalue_fields=[{"field": "token"}])
        return {hit["_id"]: (hit["_version"], hit["fields"]["token"][0]) for hit in answer["hits"]["hits"]}

    return read
