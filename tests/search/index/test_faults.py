"""A server that dies, hangs or is full while it is written to: nothing is lost once what failed is sent again."""

import threading
import time

import pytest
from elasticsearch import Elasticsearch

from search.engines.elastic.client import _client
from search.index import writing
from search.index.names import alias
from search.index.writing import IndexUnavailable, send
from search.models import StoredEntry
from tests.search.factories import store, story
from tools.elasticsearch import temporary_server

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

KEYS = [str(3000 + number) for number in range(120)]


@pytest.fixture(scope="module")
def node(elasticsearch_url):
    with temporary_server() as started:
        yield started


@pytest.fixture
def harmed(node, settings, monkeypatch):
    """A server to be done harm to, and rows to be sent in many small requests."""
    settings.ELASTICSEARCH_URLS = [node.url]
    settings.ELASTICSEARCH_PREFIX = "faults"
    monkeypatch.setattr(writing, "ROWS_AT_ONCE", 3)
    server = Elasticsearch(node.url, request_timeout=30)
    for name in server.indices.get(index="faults-entries-*").body:
        server.indices.delete(index=name)
    store(*(story(int(key), f"Bài {key}", "chi bộ họp " * 50, version=int(key)) for key in KEYS))
    yield node
    _client.cache_clear()


def test_killed_in_the_midst_of_sending_nothing_is_lost(harmed, settings):
    send(KEYS[:1])
    killer = threading.Timer(0.2, harmed.kill)
    killer.start()
    try:
        with pytest.raises(IndexUnavailable):
            _send_without_end()
    finally:
        killer.join()
        harmed.start()
    settings.ELASTICSEARCH_URLS = [harmed.url]
    send(KEYS)
    assert _versions(harmed) == {key: int(key) for key in KEYS}
    assert not StoredEntry.objects.filter(indexed_version=0).exists()


def test_a_server_that_hangs_is_given_up_and_caught_up_with(harmed, monkeypatch):
    send(KEYS[:1])
    monkeypatch.setattr(writing, "BULK_TIMEOUT_SECONDS", 1)
    harmed.freeze()
    began = time.monotonic()
    try:
        with pytest.raises(IndexUnavailable):
            send(KEYS)
        assert time.monotonic() - began < 10
    finally:
        harmed.thaw()
    monkeypatch.undo()
    send(KEYS)
    assert _versions(harmed) == {key: int(key) for key in KEYS}


def _send_without_end() -> None:
    """As a worker does; the last of it meets a server that is gone."""
    while True:
        send(KEYS)


def _versions(node):
    server = Elasticsearch(node.url, request_timeout=30)
    server.indices.refresh(index=alias())
    answer = server.search(index=alias(), size=1000, version=True)
    return {hit["_id"]: hit["_version"] for hit in answer["hits"]["hits"]}
