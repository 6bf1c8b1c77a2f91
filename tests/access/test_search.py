"""Search finds for each role what it may see; that it finds nothing else is asked by the matrix."""

import pytest

from portal.access.channels import channels
from tests.access.asking import ask, client_of, said_by
from tests.access.planting import ROLES, Plants, words_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_every_role_finds_what_it_may_see(role: str, plants: Plants, db: None) -> None:
    channel = channels.get("search.results")
    assert channel is not None
    client = client_of(role, plants)
    found = {word for probe in channel.probes(plants) for word in words_in(said_by(ask(client, probe), probe))}
    articles = [item for item in plants.items if item.kind == "Article" and role in item.case.seen_by]
    assert articles
    missing = [item.case.name for item in articles if not item.words & found]
    assert missing == []
