"""The signs of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parsing import MOST_WORDS, Typed, parse


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("“bốn tốt”", Typed(("bốn", "tốt"), ("bốn tốt",))),
        ('chi bộ "bốn tốt', Typed(("chi", "bộ", "bốn", "tốt"))),
        ("đảng phí -hưu", Typed(("đảng", "phí"), (), ("hưu",))),
        ("10-CT/TW", Typed(("10", "ct", "tw"))),
        ("từ -5 đến 10", Typed(("từ", "5", "đến", "10"))),
        ("nhiệm kỳ 2020 - 2025", Typed(("nhiệm", "kỳ", "2020", "2025"))),
        ("“”  -", Typed(())),
    ],
)
def test_signs_say_what_must_and_must_not_be_there(query, read):
    assert parse(query) == read


def test_in_a_sentence_quotes_are_speech():
    question = '"Trọng tài thương mại" là phương thức giải quyết tranh chấp do các bên thoả thuận -đúng hay sai?'
    assert parse(question).phrases == parse(question).excluded == ()
    assert parse(question).words[:4] == ("trọng", "tài", "thương", "mại")


@given(st.text(max_size=300))
def test_anything_can_be_typed(query):
    read = parse(query)
    assert len(read.words) <= MOST_WORDS
    assert all(word.isalnum() for word in read.words)


def test_a_pasted_book_is_read_in_part():
    assert len(parse("chi bộ " * 50_000).words) == MOST_WORDS
