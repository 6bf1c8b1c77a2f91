"""What is closed decides nothing of what others find: neither by its words nor by how many there are of it."""

import datetime as dt

import pytest

from search.entries import Entry
from tests.search.contract.database import database_engine

pytestmark = pytest.mark.django_db

_RARE = ("thăng", "điều", "bãi", "khiển", "luân")
_CLOSED = "g7"


def entry(key, title, **more):
    return Entry(str(key), title, **{"date": dt.date(2026, 6, 1), **more})


def five_stories():
    return [entry(number, f"Bài có chữ {word}") for number, word in enumerate(_RARE, start=1)]


def test_the_best_that_is_shown_is_what_others_are_compared_with(ask):
    typed = " ".join(_RARE)
    database_engine(five_stories())
    before = ask(typed)
    assert before.total > 1
    database_engine([entry(9, f"Về {typed}", token=_CLOSED)])
    after = ask(typed)
    assert (after.total, after.facets) == (before.total, before.facets)
    assert [hit.key for hit in after.hits] == [hit.key for hit in before.hits]


def test_how_rare_a_word_is_is_told_by_what_is_shown(ask):
    """Of five words one tells little, beside a story with three: closed stories with these make them no commoner."""
    typed = " ".join(_RARE)
    shown = [entry(1, "Bài về thăng, điều, bãi"), entry(2, "Bài về khiển"), entry(3, "Bài về khiển"), entry(4, "luân")]
    database_engine(shown)
    before = ask(typed)
    database_engine([entry(number, "Về thăng, điều, bãi", token=_CLOSED) for number in range(10, 40)])
    after = ask(typed)
    assert {hit.key for hit in after.hits} == {hit.key for hit in before.hits}
    assert after.total == before.total


def test_closed_entries_take_no_place_of_those_that_are_read(ask, monkeypatch):
    monkeypatch.setattr("search.engines.database.candidates._MOST_VOTED", 3)
    typed = " ".join(_RARE)
    database_engine(five_stories())
    before = ask(typed).total
    database_engine([entry(number, f"Về {typed}", token=_CLOSED) for number in range(10, 20)])
    assert ask(typed).total == before == 3


def test_a_word_that_only_closed_texts_have_is_put_right_as_before(ask):
    database_engine([entry(1, "Nhiệm kỳ mới")])
    before = ask("nhem ky")
    assert before.total == 1
    database_engine([entry(2, "Nhem kỳ", token=_CLOSED)])
    after = ask("nhem ky")
    assert [hit.key for hit in after.hits] == ["1"]
    assert (after.total, after.facets) == (before.total, before.facets)


def test_a_word_is_put_right_to_what_may_be_found(ask):
    """However many closed texts have words that are as near."""
    database_engine([entry(1, "Nhiệm kỳ mới")])
    near = ("nham", "nhom", "nhum", "nhim")
    database_engine([entry(number, f"Chữ {near[number % 4]}", token=_CLOSED) for number in range(10, 22)])
    assert [hit.key for hit in ask("nhem").hits] == ["1"]
