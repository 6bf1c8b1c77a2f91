"""The few words beside a link to a document."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.access.levels import Level, set_level


def card_of(document) -> str:
    return reverse("document_card", args=[document.pk])


def test_number_abstract_and_validity(directive_2007, visitor):
    response = visitor.get(card_of(directive_2007))
    content = response.content.decode()
    assert "30/03/2007" in content
    assert directive_2007.abstract in content
    assert str(directive_2007.status.label) in content
    assert "<html" not in content
    assert response["Cache-Control"] == "private, no-store"


def test_it_costs_two_queries_and_asks_for_no_session(directive_2007, visitor):
    with CaptureQueriesContext(connection) as queries:
        response = visitor.get(card_of(directive_2007))
    assert len(queries) <= 2
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("state", ["closed", "taken down"])
def test_what_is_closed_is_answered_like_what_is_not_there(directive_2007, visitor, state):
    set_level(directive_2007, Level.MEMBERS) if state == "closed" else directive_2007.unpublish()
    addresses = card_of(directive_2007), reverse("document_card", args=[999_999])
    closed, unknown = map(visitor.get, addresses)
    assert closed.status_code == unknown.status_code == 404
    said = [
        answer.content.decode().replace(path, "") for answer, path in zip((closed, unknown), addresses, strict=True)
    ]
    assert said[0] == said[1]
    assert closed.headers.keys() == unknown.headers.keys()
    assert closed["Cache-Control"] == unknown["Cache-Control"]


def test_a_link_names_its_card(write, directive_2007, visitor):
    content = visitor.get(write("Theo Chỉ thị 10-CT/TW.").get_url()).content.decode()
    assert f'data-card="{card_of(directive_2007)}"' in content


def test_only_pages_with_links_load_what_shows_cards(write, directive_2007, visitor):
    with_link, without = write("Theo Chỉ thị 10-CT/TW."), write("Chi bộ họp.")
    for page, loads in ((with_link, True), (without, False)):
        content = visitor.get(page.get_url()).content.decode()
        assert ("portal/documents/cards.js" in content) == ("portal/documents/cards.css" in content) == loads
