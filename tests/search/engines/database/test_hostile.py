"""Whatever is typed is answered."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.contract import Facet, Order
from search.engines.database import writing
from search.engines.database.tokens import Lines
from search.entries import Entry
from search.models import StoredEntry
from tests.search.contract.database import database_engine

SIGNS = [
    "AND", "OR", "NOT", "NEAR(a b, 2)", '"', '""', "'", "''", "*", "a*", "^a", ":", "tokens:a", "-", "--", "-a", "+a", "(", ")",
    "((a)", "{", "}", "[", "]", "\\", "\\'", "&", "|", "!", "!a", "<->", "a <-> b", "a:*", "%", "_", "__", "=", "=a", "#", "@",
    ";", "/*", "*/", "; DROP TABLE search_searchrow; --", "' OR 1=1 --", "$$", "$1", "?", "%s", "%(a)s", "{0}", "\x00", "\x01",
    "\x1f", "\u200b", "\u202e", "\ufeff", "\ud800", "\U0001f600", "👨‍👩‍👧", "שלום", "مرحبا", "ẹ̀", "ﬁ", "½", "㈱", "ǅ", "İ", "ß", "٣", "⁄",
    "\r\n", "\t", " ", "", "10/", "/10", "10-/", "-CT/TW", "10-CT/TW-", "99999999999999999999-CT/TW", "0", "00", "1e9", "NaN",
]  # fmt: skip
LONG = ["a" * 100_000, "a " * 50_000, '"' * 100_000, "-a " * 30_000, "(" * 50_000, "ạ" * 100_000, "10-CT/TW " * 10_000]
MIXED = ["".join(pair) for pair in itertools.islice(itertools.permutations(SIGNS, 2), 0, None, 47)]
HOSTILE = [*SIGNS, *LONG, *MIXED, *(f"chi bộ {sign} họp" for sign in SIGNS)]


@pytest.fixture
def _some_entries(db):
    database_engine([Entry("1", "Chi bộ họp", body=" ".join(SIGNS[:40]), numbers=("10|CT|TW",)), Entry("2", "a b")])


@pytest.mark.usefixtures("_some_entries")
def test_nothing_that_is_typed_is_an_error(ask):
    assert len(HOSTILE) > 200
    for typed in HOSTILE:
        found = ask(typed)
        assert found.total >= len(found.hits), typed
        ask(typed, title_only=True, order=Order.NEWEST, chosen={Facet.KIND: [typed[:50]]})


@given(typed=st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("_some_entries")
def test_any_text_is_answered(ask, typed):
    ask(typed)
    ask(f'"{typed}" chi bộ -{typed}')


@given(text=st.text(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("_some_entries")
def test_any_text_is_written_and_taken_away_again(text):
    stored = StoredEntry.objects.first().entry()
    writing.write([Entry(stored.key, text, body=text, numbers=(text[:60],))])
    writing.delete([stored.key])


@given(text=st.text(max_size=300))
def test_tokens_hold_no_space_and_no_sign_of_a_query(text):
    for token in Lines.of(Entry("1", text, body=text, numbers=(text,), cited=(text,))).tokens():
        assert token.strip() == token != ""
        assert not set(token) & set(" \n\"'\\()*^:&!<>\x00")
