"""Other words for the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.synonyms import MOST_READINGS, Synonyms
from search.query.understanding import understand

GROUPS = [
    ["BTV", "ban thường vụ"],
    ["CB", "cán bộ"],
    ["CB", "chi bộ"],
    ["thường kỳ", "định kỳ", "thường lệ"],
    ["T.ư", "TW", "trung ương"],
    ["SHCB", "sinh hoạt chi bộ"],
]
KEPT = Synonyms(GROUPS)


def readings(query: str, known) -> list[str]:
    return [" ".join(reading.restored) for reading in understand(query, known, KEPT).readings]


@pytest.mark.parametrize(
    ("query", "asked_too"),
    [
        ("BTV đảng uỷ", ["ban thường vụ đảng uỷ"]),
        ("ban thuong vu dang uy", ["btv đảng uỷ"]),
        ("sinh hoạt định kỳ", ["sinh hoạt thường kỳ", "sinh hoạt thường lệ"]),
        ("nghị quyết T.Ư", ["nghị quyết tw", "nghị quyết trung ương"]),
        ("CB họp", ["cán bộ họp", "chi bộ họp"]),
        ("đảng viên mới", []),
        ("bán báo", []),
    ],
)
def test_a_query_is_asked_in_other_words_too(query, asked_too, known):
    assert readings(query, known) == asked_too


def test_the_longest_term_is_exchanged_and_nothing_inside_it(known):
    assert readings("sinh hoạt chi bộ", known) == ["shcb"]


def test_all_terms_of_a_query_are_exchanged_together_in_few_readings(known):
    found = readings("BTV T.ư họp thường kỳ", known)
    assert found[0] == "ban thường vụ tw họp định kỳ"
    assert len(found) == 2 <= MOST_READINGS


def test_a_word_with_other_marks_is_another_word(known):
    assert readings("bàn thường vụ", known) == []


@given(st.lists(st.sampled_from(["btv", "cb", "thường", "kỳ", "t", "ư", "tw", "đảng", "10"]), max_size=12))
def test_any_mix_of_terms_has_few_readings_that_differ_from_the_query(words):
    found = list(KEPT.readings(words, words))
    assert len(found) <= MOST_READINGS
    assert all(typed != words for typed, _restored in found)
