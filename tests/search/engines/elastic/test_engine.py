"""The engine on a server that fails: it says so in time, and does not keep asking."""

import uuid

import pytest
from elasticsearch import Elasticsearch

from search.contract import EngineUnavailable
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.client import _client
from search.engines.elastic.engine import ElasticEngine
from search.index.definition import definition
from search.index.documents import document_of
from search.index.names import alias
from tests.search.factories import asked, story
from tools.elasticsearch import temporary_server


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class TestBreaker:
    def test_some_failures_in_a_row_open_it(self):
        breaker = Breaker(Clock(), failures=2)
        breaker.failed()
        breaker.succeeded()
        breaker.failed()
        assert breaker.lets_through()
        breaker.failed()
        assert not breaker.lets_through()

    def test_after_a_pause_one_tries_for_all(self):
        clock = Clock()
        breaker = Breaker(clock, failures=1, pause=5)
        breaker.failed()
        clock.now = 5.0
        assert [breaker.lets_through(), breaker.lets_through()] == [True, False]

    def test_what_the_one_finds_decides(self):
        clock = Clock()
        breaker = Breaker(clock, failures=1, pause=5)
        breaker.failed()
        clock.now = 5.0
        breaker.lets_through()
        breaker.failed()
        assert not breaker.lets_through()
        clock.now = 10.0
        breaker.lets_through()
        breaker.succeeded()
        assert [breaker.lets_through(), breaker.lets_through()] == [True, True]


def test_without_an_address_there_is_no_engine(settings, known):
    settings.ELASTICSEARCH_URLS = []
    with pytest.raises(EngineUnavailable):
        ElasticEngine().search(asked("chi bộ", known))


def test_without_an_index_it_says_so_and_opens_the_breaker(server, settings, known):
    settings.ELASTICSEARCH_PREFIX = f"nothing-{uuid.uuid4().hex[:8]}"
    engine = ElasticEngine(Breaker(Clock(), failures=1))
    with pytest.raises(EngineUnavailable, match="index_not_found"):
        engine.search(asked("chi bộ", known))
    assert not engine.breaker.lets_through()


@pytest.fixture(scope="module")
def node(elasticsearch_url):
    """A server of this module's own, to be done harm to."""
    with temporary_server() as started:
        yield started


@pytest.fixture
def filled(node, settings):
    settings.ELASTICSEARCH_URLS = [node.url]
    settings.ELASTICSEARCH_PREFIX = "harm"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 1.5
    server = Elasticsearch(node.url, request_timeout=30)
    for name in server.indices.get(index="harm-entries-*").body:
        server.indices.delete(index=name)
    server.indices.create(index=f"{alias()}-0001", aliases={alias(): {}}, **definition())
    for one in (story(1, "Chi bộ họp"), story(2, "Đảng bộ họp")):
        server.index(index=alias(), id=one.key, document=document_of(one), refresh=True)
    yield node
    _client.cache_clear()


@pytest.mark.slow
def test_a_server_that_hangs_is_given_up_and_found_again(filled, known):
    clock = Clock()
    engine = ElasticEngine(Breaker(clock, failures=2, pause=5))
    request = asked("chi bộ", known)
    for _warm in range(3):
        assert engine.search(request).total == 1
    filled.freeze()
    try:
        for reason in ("Timeout", "Timeout", "given up for now"):
            with pytest.raises(EngineUnavailable, match=reason):
                engine.search(request)
    finally:
        filled.thaw()
    clock.now = 5.0
    assert engine.search(request).total == 1


@pytest.mark.slow
def test_a_server_that_is_gone_is_told_at_once_and_found_again_when_it_is_back(filled, known, settings):
    engine = ElasticEngine(Breaker(failures=100))
    filled.kill()
    try:
        with pytest.raises(EngineUnavailable):
            engine.search(asked("chi bộ", known))
    finally:
        filled.start()
    settings.ELASTICSEARCH_URLS = [filled.url]
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20
    Elasticsearch(filled.url, request_timeout=30).cluster.health(index=alias(), wait_for_status="yellow")
    assert engine.search(asked("chi bộ", known)).total == 1
