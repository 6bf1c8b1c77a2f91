"""What is told of Elasticsearch to those who watch the portal and those who look after it."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from portal.outbox.models import Effect
from portal.registry import trouble_sources
from search.engines.elastic.client import _client
from search.health import LATE, State, state
from search.index.definition import definition
from search.index.names import alias
from search.indexing.effects import SEND
from tests.editorial.desk.conftest import client_of
from tools.elasticsearch import temporary_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(server, settings):
    """An empty index that is searched."""
    settings.ELASTICSEARCH_PREFIX = f"health-{uuid.uuid4().hex[:8]}"
    server.indices.create(index=f"{alias()}-0001", aliases={alias(): {}}, **definition())
    yield server
    server.indices.delete(index=f"{alias()}-0001", ignore_unavailable=True)


@pytest.fixture
def item(visitor):
    """What ``/healthz`` says of the search; ``None`` where it does not speak of it."""
    return lambda: visitor.get("/healthz").json()["items"].get("search")


def test_without_elasticsearch_nothing_is_said(item, settings, administrator):
    settings.ELASTICSEARCH_URLS = []
    assert item() is None
    assert troubles(administrator) == []


def test_an_index_that_is_searched_is_well(index, item, administrator):
    assert item() == "ok"
    assert troubles(administrator) == []


def test_without_an_index_what_to_do_is_told(server, settings, item, administrator):
    settings.ELASTICSEARCH_PREFIX = f"health-{uuid.uuid4().hex[:8]}"
    assert item() == "failing"
    [trouble] = troubles(administrator)
    assert "search_index rebuild" in trouble


def test_an_index_of_another_definition_answers_and_a_rebuild_is_asked_for(index, item, administrator, capsys):
    call_command("search_index", "status")
    assert "search_index rebuild" not in capsys.readouterr().out
    index.indices.put_mapping(index=alias(), meta={"definition": "another"})
    assert item() == "ok"
    assert state() is State.OUTDATED
    [trouble] = troubles(administrator)
    assert "search_index rebuild" in trouble
    call_command("search_index", "status")
    assert "search_index rebuild" in capsys.readouterr().out


@pytest.mark.parametrize(("waited", "found"), [(LATE / 2, State.SERVES), (LATE * 2, State.BEHIND)])
def test_an_index_that_lags_is_not_well(index, waited, found):
    written = timezone.now() - waited
    later = timezone.now() + timedelta(minutes=1)  # between two attempts
    Effect.objects.create(kind=SEND, key="search.send:1", payload={}, created_at=written, due_at=later)
    assert state() is found


def test_watchers_share_an_answer(index, settings):
    assert state() is State.SERVES
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    assert state() is State.SERVES
    cache.clear()
    assert state() is State.SILENT


def test_troubles_are_for_those_who_look_after_the_portal(settings, django_user_model):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    assert troubles(django_user_model.objects.create_user("reader")) == []


def test_the_admin_tells_its_administrators(settings, administrator):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    assert "Elasticsearch không trả lời" in client_of(administrator).get("/quan-tri/").content.decode()


@pytest.mark.slow
def test_a_server_that_hangs_is_told_without_waiting_for_it(elasticsearch_url, settings, item):
    with temporary_server() as node:
        settings.ELASTICSEARCH_URLS = [node.url]
        node.freeze()
        try:
            assert item() == "failing"
        finally:
            node.thaw()
            _client.cache_clear()


def troubles(person) -> list[str]:
    source = trouble_sources.get("search")
    assert source is not None
    return [str(trouble.text) for trouble in source.find(person)]
