"""How common words are is kept for a while, and takes no room from what else is kept."""

import pytest
from django.core.cache import cache

from search.engines.database.frequency import Frequencies
from search.entries import Entry
from tests.search.contract.database import database_engine

pytestmark = pytest.mark.django_db


def test_what_no_row_has_is_not_kept(django_assert_num_queries):
    database_engine_of_one_village()
    Frequencies().of(["thon", "xom"])
    with django_assert_num_queries(1) as asked:
        assert Frequencies().of(["thon", "xom"]) == {"thon": 1, "xom": 0}
    assert "xom" in asked[0]["sql"]
    assert "thon" not in asked[0]["sql"]


def test_a_slip_of_the_fingers_drives_nothing_out_of_the_cache(ask):
    """Hundreds of words are one letter away, and a cache in memory holds some hundreds of things."""
    database_engine_of_one_village()
    cache.set("of-another", 1)
    for typed in ("nhem", "xuan thamg", "khoem", "quyeg"):
        ask(typed)
    assert cache.get("of-another") == 1


def database_engine_of_one_village():
    database_engine([Entry("1", "Thôn Vạn Giã")])
