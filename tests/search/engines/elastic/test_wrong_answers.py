"""The engine before nodes that answer, but not as they should: readers wait no longer, and get no error."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from search.contract import EngineUnavailable
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.client import _client
from search.engines.elastic.engine import ElasticEngine
from tests.search.factories import asked

SECONDS = 1.5
#: Two of them are more than the whole time.
HELD = 1.0


class Node(ThreadingHTTPServer):
    """A server that gives one answer, or none: with ``status`` 0 it holds the line for a while and drops it."""

    def __init__(self, status: int, body: object = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.body, self.count = status, json.dumps(body).encode(), 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Node

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.count += 1
        if not self.server.status:
            time.sleep(HELD)
            self.close_connection = True
            return
        self.send_response(self.server.status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8")
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_arguments: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def nodes(settings):
    """Starts nodes, each with one answer for whoever asks."""
    started: list[Node] = []

    def start(*answers: tuple) -> list[Node]:
        for answer in answers:
            node = Node(*answer)
            threading.Thread(target=node.serve_forever, daemon=True).start()
            started.append(node)
        settings.ELASTICSEARCH_URLS = [node.url for node in started]
        settings.ELASTICSEARCH_TIMEOUT_SECONDS = SECONDS
        return started

    yield start
    for node in started:
        node.shutdown()
        node.server_close()
    _client.cache_clear()


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_node_that_is_overloaded_is_not_asked_again_nor_is_its_neighbour(nodes, known, status):
    both = nodes((status, {}), (status, {}))
    with pytest.raises(EngineUnavailable):
        ElasticEngine(Breaker()).search(asked("chi bộ", known))
    assert sum(node.count for node in both) == 1


def test_the_second_node_has_what_the_first_left_of_the_time(nodes, known):
    both = nodes((0,), (0,))
    with pytest.raises(EngineUnavailable, match="Timeout"):
        ElasticEngine(Breaker()).search(asked("chi bộ", known))
    assert [node.count for node in both] == [1, 1]


@pytest.mark.parametrize("body", [
    {},
    [],
    "<html>",
    {"responses": []},
    {"responses": [{}, {}]},
    {"responses": [{"timed_out": False}, {"timed_out": False}]},
    {"responses": [{"timed_out": False, "hits": {"hits": [{"_id": "1"}]}}, {"timed_out": False, "hits": None}]},
])  # fmt: skip
def test_an_answer_of_another_shape_is_none(nodes, known, body, caplog):
    nodes((200, body))
    engine = ElasticEngine(Breaker(failures=1))
    with pytest.raises(EngineUnavailable, match="cannot be read"):
        engine.search(asked("chi bộ", known))
    assert not engine.breaker.lets_through()
    assert "cannot be read" in caplog.text
