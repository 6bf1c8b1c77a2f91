"""Counts and what narrows: exact, and of what this visitor may see."""

import datetime as dt

import pytest
from wagtail.models import Page

from portal.models import HomePage
from search.contract import Facet
from search.entries import Entry, StatusSpan
from tests.search.contract.database import database_engine

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _entries(db):
    until = dt.date(2026, 12, 1)
    ending = (StatusSpan("in_force", None, until), StatusSpan("expired", until))
    database_engine([
        Entry("11", "Chi bộ một", kind="document", document_type="1", issuer="5", fields=("7", "8"),
              date=dt.date(2024, 1, 1), statuses=ending),
        Entry("12", "Chi bộ hai", kind="document", document_type="2", issuer="5", fields=("8",),
              date=dt.date(2025, 12, 31), statuses=(StatusSpan("in_force"),)),
        Entry("13", "Chi bộ ba", kind="article", date=dt.date(2025, 6, 1)),
        Entry("14", "Chi bộ bốn", kind="page"),
        Entry("15", "Việc khác", kind="article", date=dt.date(2025, 6, 1)),
    ])  # fmt: skip


def test_each_value_is_counted(ask):
    found = ask("chi bộ")
    assert found.total == 4
    assert found.facets[Facet.KIND] == {"document": 2, "article": 1, "page": 1}
    assert found.facets[Facet.DOCUMENT_TYPE] == {"1": 1, "2": 1}
    assert found.facets[Facet.ISSUER] == {"5": 2}
    assert found.facets[Facet.FIELD] == {"8": 2, "7": 1}
    assert found.facets[Facet.YEAR] == {"2025": 2, "2024": 1}


def test_a_status_is_that_of_the_day(ask):
    assert ask("chi bộ").facets[Facet.STATUS] == {"expired": 1, "in_force": 1}
    assert ask("chi bộ", today=dt.date(2026, 11, 30)).facets[Facet.STATUS] == {"in_force": 2}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({Facet.KIND: ["document"]}, {"11", "12"}),
        ({Facet.KIND: ["document", "page"]}, {"11", "12", "14"}),
        ({Facet.FIELD: ["7"]}, {"11"}),
        ({Facet.YEAR: ["2025"], Facet.KIND: ["article"]}, {"13"}),
        ({Facet.STATUS: ["in_force"]}, {"12"}),
        ({Facet.KIND: ["no such"]}, set()),
        ({Facet.YEAR: []}, {"11", "12", "13", "14"}),
    ],
)
def test_what_is_chosen_narrows_hits_and_total(chosen, found, ask):
    results = ask("chi bộ", chosen=chosen)
    assert {hit.key for hit in results.hits} == found
    assert results.total == len(found)


def test_a_facet_counts_its_other_values_beside_what_is_chosen_of_it(ask):
    found = ask("chi bộ", chosen={Facet.KIND: ["document"]})
    assert found.facets[Facet.KIND] == {"document": 2, "article": 1, "page": 1}
    assert found.facets[Facet.YEAR] == {"2025": 1, "2024": 1}


def test_days_narrow_and_leave_out_what_has_none(keys):
    assert set(keys("chi bộ", since=dt.date(2025, 6, 1))) == {"12", "13"}
    assert set(keys("chi bộ", until=dt.date(2025, 6, 1))) == {"11", "13"}
    assert keys("chi bộ", since=dt.date(2025, 6, 2), until=dt.date(2025, 12, 30)) == []


def test_sections_narrow_and_are_counted(ask, keys):
    home = HomePage.objects.get()
    section = home.add_child(instance=Page(title="Mục", slug="muc"))
    other = home.add_child(instance=Page(title="Mục khác", slug="muc-khac"))
    below = section.add_child(instance=Page(title="Mục con", slug="con"))
    database_engine(
        [
            Entry("21", "Chi bộ", path=f"{section.path}0009"),
            Entry("22", "Chi bộ", path=f"{other.path}0001"),
            Entry("23", "Chi bộ", path=f"{below.path}0001"),
        ]
    )
    numbers = {section.path: 2, other.path: 1}
    counts = ask("chi bộ").facets[Facet.SECTION]
    assert {path: counts[path] for path in numbers} == numbers
    assert ask("chi bộ", under=section.path).facets[Facet.SECTION] == {below.path: 1}
    assert set(keys("chi bộ", under=section.path)) == {"21", "23"}
    narrowed = ask("chi bộ", chosen={Facet.SECTION: [section.path]})
    assert ({hit.key for hit in narrowed.hits}, narrowed.total) == ({"21", "23"}, 2)
    assert narrowed.facets[Facet.SECTION].items() >= numbers.items()
    deeper = ask("chi bộ", chosen={Facet.SECTION: [below.path]})
    assert ([hit.key for hit in deeper.hits], deeper.total) == (["23"], 1)
    assert keys("chi bộ", chosen={Facet.SECTION: ["0", "x", "٣", "9" * 40]}) == []
