"""Words and their one spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text import fold
from search.language.words import canonical, is_marked, may_mean, plain, words_of

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("khoá", "khóa"), ("uỷ", "ủy"), ("kỳ", "kì"), ("tỷ", "tỉ"), ("lý", "lí"), ("khoẻ", "khỏe")],
)
def test_two_spellings_of_a_word_are_one(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("bán", "bạn"), ("thuý", "thúi"), ("đa", "da"), ("an", "ân"), ("my", "mỳ")])
def test_two_words_stay_two(one, other):
    assert canonical(one) != canonical(other)


def test_decomposed_text_has_the_same_words():
    text = "Đảng uỷ phường Phước Sơn"
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text)


@given(WORDS)
def test_canonical_and_plain_forms_are_stable(word):
    assert canonical(unicodedata.normalize("NFC", canonical(word))) == canonical(word)
    assert plain(canonical(word)) == fold(word)


@given(WORDS)
def test_a_word_without_its_marks_may_mean_it(word):
    form = canonical(word)
    assert may_mean(form, form)
    assert may_mean(canonical(plain(word)), form)


@given(WORDS, WORDS)
def test_what_may_mean_a_word_folds_to_the_same(typed, form):
    if may_mean(canonical(typed), canonical(form)):
        assert fold(typed) == fold(form)


def test_marks_are_tones_and_letters_of_their_own():
    assert [is_marked(word) for word in ("đang", "an", "bán", "10")] == [True, False, True, False]
