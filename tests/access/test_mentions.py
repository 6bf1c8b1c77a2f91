"""Texts link just those documents that their reader may open, and documents list just those texts."""

import pytest

from documents.mentions import mentioned_in
from tests.access.asking import client_of
from tests.access.planting import Item, Plants


def documents(plants: Plants) -> list[Item]:
    return [item for item in plants.items if item.kind == "OfficialDocument"]


@pytest.mark.parametrize("role", ["anonymous", "outsider", "member", "editor", "superuser"])
def test_a_text_links_what_its_reader_may_open(role: str, plants: Plants, db: None) -> None:
    hub = plants.pages[-1]
    content = client_of(role, plants).get(hub.get_url()).content.decode()
    for item in documents(plants):
        card = f'data-card="/_the-van-ban/{item.thing.pk}/"'
        assert (card in content) == (role in item.case.seen_by), item.case.name


@pytest.mark.parametrize("role", ["anonymous", "member", "superuser"])
def test_a_document_lists_the_texts_that_its_reader_may_open(
    role: str, plants: Plants, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentioned_in, "SHOWN", 100)
    document = documents(plants)[0].thing
    content = client_of(role, plants).get(document.get_url()).content.decode()
    _before, found, after = content.partition('id="duoc-nhac-den"')
    listed = after.partition("</section>")[0]
    assert found
    texts = {
        item.thing.get_url(): item for item in plants.items if item.kind == "Article" and item.case.state != "changed"
    }
    shown = [item for url, item in texts.items() if f'href="{url}"' in listed]
    assert all(role in item.case.seen_by for item in shown)
    assert any(item.case.name == "members" for item in shown) == (role != "anonymous")
