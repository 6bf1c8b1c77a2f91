"""What a visitor may not see is in no hit, count, facet or snippet, from the moment on in which that was decided."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from portal.access.restrictions import Restrictions
from portal.access.tokens import Tokens
from search.contract import Facet, Order
from search.entries import Entry, Passage
from tests.search.contract.database import database_engine, page_of
from tests.search.engines.database.conftest import NOW

pytestmark = pytest.mark.django_db

SECRET = Entry(
    "7", "Bí mật chi bộ", kind="document", body="chi bộ họp kín", document_type="3", date=dt.date(2024, 5, 1),
    numbers=("7|CT|TW", "CT|7"), passages=(Passage("1", "mat.pdf", 1, "chi bộ trong tệp"),),
)  # fmt: skip
OPEN = Entry("8", "Chi bộ công khai", kind="article", date=dt.date(2025, 5, 1))


def restrict(page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set([Group.objects.create(name="Kín")])


def unpublish(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=NOW)


def schedule(page):
    Page.objects.filter(pk=page.pk).update(go_live_at=NOW + dt.timedelta(seconds=1))


def move_below_a_closed_page(page):
    closed = page.get_parent().add_child(instance=Page(title="Kín", slug="kin"))
    restrict(closed)
    page.refresh_from_db()
    page.move(closed, pos="last-child")


def delete(page):
    page.delete()


@pytest.mark.parametrize("close", [restrict, unpublish, expire, schedule, move_below_a_closed_page, delete])
@pytest.mark.parametrize(
    "typed", ["chi bộ", "bí mật", '"bí mật chi bộ"', "7-CT/TW", "họp kín ở chi bộ bí mật của thôn là khi nào và ở đâu"]
)
def test_what_was_closed_just_now_is_nowhere(close, typed, ask):
    database_engine([SECRET, OPEN])
    assert "7" in [hit.key for hit in ask(typed).hits]
    close(page_of("7"))
    for order in Order:
        found = ask(typed, order=order)
        assert "7" not in [hit.key for hit in found.hits]
        assert found.total == len(found.hits)
        assert not any({"document", "3", "2024"} & counts.keys() for counts in found.facets.values())
        assert "mật" not in repr(found)


def test_those_who_may_see_it_find_it(ask):
    database_engine([SECRET, OPEN])
    restrict(page_of("7"))
    tokens = Tokens().restrictions.tokens()
    assert [hit.key for hit in ask("bí mật", Tokens(["public", *tokens])).hits] == ["7"]


def test_how_common_a_word_is_tells_nothing_of_what_is_closed(ask):
    database_engine([OPEN])
    before = ask("chi bộ")
    database_engine([SECRET])
    restrict(page_of("7"))
    after = ask("chi bộ")
    assert (before.total, before.facets) == (after.total, after.facets)


def test_the_token_of_the_entry_must_be_held_too(ask):
    database_engine([Entry("9", "Tin nội bộ", token="g7"), OPEN])
    assert ask("tin nội bộ", Tokens(restrictions=Restrictions.from_rows([]))).total == 0
    held = ask("tin nội bộ", Tokens(["public", "g7"], Restrictions.from_rows([])))
    assert (held.total, held.facets[Facet.LEVEL]) == (1, {"g7": 1})
