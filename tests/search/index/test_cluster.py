"""Three nodes, one of which is killed while entries are searched and sent: nothing is lost, nobody sees an error."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest
from elasticsearch import Elasticsearch

from search import searching
from search.engines.elastic.client import _client
from search.engines.elastic.engine import ElasticEngine
from search.index.checking import check
from search.index.names import alias
from search.index.rebuilding import rebuild
from search.index.writing import IndexUnavailable, send
from search.models import StoredEntry
from tests.search.factories import asked, store, story
from tools.elasticsearch import temporary_cluster
from tools.elasticsearch.node import Node

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

_BEFORE, _WITHOUT, _AFTER = 5.0, 10.0, 3.0
_AT_FIRST = 60
_GREEN_SECONDS = 120


@pytest.fixture(scope="module")
def nodes(elasticsearch_url) -> Iterator[Sequence[Node]]:
    with temporary_cluster(nodes=3) as started:
        yield started


@pytest.fixture
def cluster(nodes, settings, monkeypatch) -> Iterator[Sequence[Node]]:
    """The portal knows all three, and each entry is on two of them."""
    settings.ELASTICSEARCH_URLS = [node.url for node in nodes]
    settings.ELASTICSEARCH_PREFIX = "cluster"
    settings.ELASTICSEARCH_REPLICAS = 1
    engine = ElasticEngine()
    monkeypatch.setattr(searching, "_elastic", lambda: engine)
    store(*(story(number, f"Bài {number}", "chi bộ họp", version=1) for number in range(1, _AT_FIRST + 1)))
    rebuild()
    _until_green(nodes[0])
    yield nodes
    _client.cache_clear()


@dataclass
class Seen:
    """What a visitor and the worker met. ``waiting`` keys could not be sent yet, as effects wait to be tried again."""

    engines: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    longest: float = 0.0
    sent: int = 0
    failed: int = 0
    waiting: set[str] = field(default_factory=set)


def test_one_of_three_nodes_is_killed_under_search_and_indexing(cluster, client, known, record_property):
    seen = Seen()
    _live(_BEFORE, seen, client, known)
    assert seen.engines["elasticsearch"]
    killed = _with_the_primary(cluster)
    killed.kill()
    _live(_WITHOUT, seen, client, known)
    came_back = time.monotonic()
    killed.start()
    _until_green(cluster[0], nodes=3)
    seconds = time.monotonic() - came_back
    answered = seen.engines["elasticsearch"]
    _live(_AFTER, seen, client, known)
    send(seen.waiting)
    lost = check().found
    record_property(
        "measured",
        f"one of three nodes killed: {seen.engines['elasticsearch']} searches answered by Elasticsearch, "
        f"{seen.engines['database']} by the database, the longest in {seen.longest:.2f} s; {seen.sent} entries written, "
        f"{seen.failed} attempts to send failed, {len(lost)} lost; green {seconds:.0f} s after it was started again",
    )
    assert seen.statuses.keys() == {200}
    assert lost == []
    assert seen.engines["elasticsearch"] > answered
    assert StoredEntry.objects.count() == _AT_FIRST + seen.sent


def _live(seconds: float, seen: Seen, client, known) -> None:
    """Pages are written, sent and searched in turn, so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        seen.sent += 1
        number = _AT_FIRST + seen.sent
        store(story(number, f"Bài {number}", "chi bộ họp", version=number))
        seen.waiting.add(str(number))
        try:
            send(seen.waiting)
            seen.waiting.clear()
        except IndexUnavailable:
            seen.failed += 1  # as the worker's effect, it is sent with what comes next
        began = time.monotonic()
        seen.engines[searching.search(asked("chi bộ", known)).engine] += 1
        seen.longest = max(seen.longest, time.monotonic() - began)
        seen.statuses[client.get(f"/tim-kiem/?{urlencode({'q': 'chi bộ'})}").status_code] += 1


def _with_the_primary(nodes: Sequence[Node]) -> Node:
    """The node that takes what is written, so that another must be promoted."""
    server = Elasticsearch(nodes[0].url, request_timeout=30)
    shards: Any = server.cat.shards(index=alias(), format="json").body
    name = next(shard["node"] for shard in shards if shard["prirep"] == "p")
    server.close()
    return next(node for node in nodes if node.settings["node.name"] == name)


def _until_green(node: Node, nodes: int = 1) -> None:
    server = Elasticsearch(node.url, request_timeout=_GREEN_SECONDS + 10)
    health = server.cluster.health(
        index=alias(), wait_for_status="green", wait_for_nodes=f">={nodes}", timeout=f"{_GREEN_SECONDS}s"
    )
    server.close()
    assert not health["timed_out"]
