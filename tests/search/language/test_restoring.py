"""Marks that a query lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.restoring import restore, written
from search.language.words import canonical, may_mean, words_of


def restored(text: str, known) -> str:
    words = words_of(text)
    return " ".join(written(words, restore(words, known), known))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sinh hoat chi bo", "sinh hoạt chi bộ"),
        ("nang cao chat luong sinh hoat", "nâng cao chất lượng sinh hoạt"),
        ("ban thuong vu dang uy", "ban thường vụ đảng uỷ"),
        ("ban doc ban bao", "bạn đọc bán báo"),
        ("sinh hoạt chi bo", "sinh hoạt chi bộ"),
        ("nghi quyêt", "nghị quyết"),
        ("chat lượng", "chất lượng"),
    ],
)
def test_the_neighbours_tell_which_word_was_meant(typed, meant, known):
    assert restored(typed, known) == meant


def test_what_was_typed_with_marks_throughout_stays(known):
    assert restored("bán hàng ban thường vụ đảng uỷ tỉnh", known) == "bán hàng ban thường vụ đảng uỷ tỉnh"


def test_a_marked_word_is_never_exchanged_for_another_that_the_texts_have(known):
    assert restored("bán bo", known).startswith("bán ")


def test_unknown_words_stay(known):
    assert restored("facebook 10 ct tw", known) == "facebook 10 ct tw"


@given(
    words=st.lists(st.sampled_from(["sinh", "hoat", "chi", "bộ", "dang", "ủy", "xyz", "2020", "quyêt"]), max_size=12)
)
def test_each_word_keeps_its_letters(words, known):
    forms = restore(words, known)
    assert len(forms) == len(words)
    assert all(may_mean(canonical(word), form) for word, form in zip(words, forms, strict=True))
