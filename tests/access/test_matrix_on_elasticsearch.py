"""The search once more, with Elasticsearch answering: whoever may not see something finds none of its words."""

import uuid
from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from portal.access.channels import Channel, channels
from search import searching
from search.engines.elastic.client import client
from search.index.names import alias
from search.index.rebuilding import rebuild
from tests.access.asking import client_of, leaks_in
from tests.access.planting import ROLES, Plants
from tests.search.conftest import elasticsearch_url  # noqa: F401  a fixture

SEARCHING = sorted((one for one in channels if one.name.startswith("search.")), key=lambda one: one.name)


@pytest.fixture(scope="module")
def indexed(plants: Plants, elasticsearch_url: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Plants]:  # noqa: F811
    """What was planted, in an index of its own."""
    own = {
        "ELASTICSEARCH_URLS": [elasticsearch_url],
        "ELASTICSEARCH_PREFIX": f"matrix-{uuid.uuid4().hex[:8]}",
        "ELASTICSEARCH_TIMEOUT_SECONDS": 20,
    }
    searching._elastic.cache_clear()
    with override_settings(**own), django_db_blocker.unblock():
        rebuild()
        yield plants
        for name in client().indices.get(index=f"{alias()}*").body:
            client().indices.delete(index=name)
    searching._elastic.cache_clear()


@pytest.mark.parametrize("channel", SEARCHING, ids=lambda channel: channel.name)
@pytest.mark.parametrize("role", ROLES)
def test_nobody_finds_words_of_what_he_may_not_see(role: str, channel: Channel, indexed: Plants, db: None) -> None:
    leaks = leaks_in(channel, role, indexed)
    assert not leaks, "\n".join(sorted(leaks))


def test_it_is_elasticsearch_that_answers(indexed: Plants, db: None) -> None:
    """And it finds for everybody just what is his."""
    found = {}
    for role in ("anonymous", "member"):
        probe = next(iter(next(one for one in SEARCHING if one.name == "search.json").probes(indexed)))
        told = client_of(role, indexed).get(probe.path).json()
        assert not told["reserve_mode"]
        found[role] = told["total"]
    assert 0 < found["anonymous"] < found["member"]
