"""The demo as both engines have it."""

import datetime as dt
import io
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from portal.access.restrictions import Restrictions, read_again
from portal.access.tokens import PUBLIC, Tokens, tokens_for
from search.asked import Asked
from search.contract import Engine, SearchResults
from search.engines.database.engine import DatabaseEngine
from search.engines.elastic.engine import ElasticEngine
from search.index.definition import definition
from search.index.documents import document_of
from search.index.names import alias
from search.language.learning import forget_known
from search.models import StoredEntry

#: What the demo holds hangs on the day.
TODAY = dt.date(2026, 11, 30)
NOW = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
ARTICLES = 120


@dataclass(frozen=True)
class Found:
    """What somebody found; ``entries`` are those of the hits, in their order."""

    results: SearchResults
    entries: Sequence[StoredEntry]

    @property
    def titles(self) -> list[str]:
        return [entry.title for entry in self.entries]


Search = Callable[..., Found]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", articles=ARTICLES, today=TODAY, stdout=io.StringIO())
        cache.clear()
        forget_known()
        yield
        transaction.set_rollback(True)
    cache.clear()
    forget_known()
    read_again()


@pytest.fixture(scope="module")
def demo_index(demo, django_db_blocker, elasticsearch_url) -> Iterator[str]:
    """What the names of an index with the demo begin with."""
    prefix = f"demo-{uuid.uuid4().hex[:8]}"
    server = Elasticsearch(elasticsearch_url)
    with override_settings(ELASTICSEARCH_PREFIX=prefix), django_db_blocker.unblock():
        name = f"{alias()}-0001"
        server.indices.create(index=name, aliases={alias(): {}}, **definition(refresh=False))
        rows = StoredEntry.objects.prefetch_related("passages")
        bulk(server, [{"_index": name, "_id": str(row.pk), "_source": document_of(row.entry())} for row in rows])
        server.indices.refresh(index=name)
    yield prefix
    server.indices.delete(index=name)
    server.close()


@pytest.fixture(params=["database", "elasticsearch"])
def search(request, demo, db, settings) -> Search:
    """Searches as somebody by his user name, or as a visitor."""
    if request.param == "elasticsearch":
        settings.ELASTICSEARCH_PREFIX = request.getfixturevalue("demo_index")
        settings.ELASTICSEARCH_URLS = [request.getfixturevalue("elasticsearch_url")]
        settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20
        engine: Engine = ElasticEngine()
    else:
        engine = DatabaseEngine()

    def searching(words: str, username: str = "") -> Found:
        asked = replace(Asked(words).request(_tokens(username)), now=NOW, today=TODAY)
        results = engine.search(asked)
        rows = StoredEntry.objects.in_bulk([int(hit.key) for hit in results.hits])
        return Found(results, [rows[int(hit.key)] for hit in results.hits])

    return searching


def _tokens(username: str) -> Tokens:
    if not username:
        return Tokens((PUBLIC,), Restrictions.now())
    return tokens_for(get_user_model().objects.get(username=username))
