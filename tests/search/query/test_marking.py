"""Which words of a text are marked for a query."""

import pytest

from search.query.marking import Meant, phrases_of
from search.query.synonyms import Synonyms
from search.query.understanding import understand


def marked(query, text, known, **more):
    words = text.split()
    chosen = Meant(understand(query, known, **more)).chosen(words)
    return [word for word, is_marked in zip(words, chosen, strict=True) if is_marked]


@pytest.mark.parametrize("typed", ["sinh hoạt chi bộ", "sinh hoat chi bo", "sinh hoạt chi bo"])
def test_a_word_is_not_marked_for_another_that_only_looks_like_it_without_marks(known, typed):
    text = "đồng chí sinh hoạt chi bộ bỏ"
    assert marked(typed, text.removeprefix("đồng "), known) == ["sinh", "hoạt", "chi", "bộ"]


def test_a_word_typed_without_marks_is_itself_where_no_mark_is_missing(known):
    assert marked("chi uỷ", "chí uỷ", known) == ["uỷ"]


def test_marks_that_were_typed_must_be_there(known):
    assert marked("bán", "Bạn bán bàn", known) == ["bán"]


def test_where_the_likely_word_is_not_there_any_that_was_typed_so_is_marked(known):
    assert marked("ban", "Bạn bán bàn", known) == ["Bạn", "bán", "bàn"]


def test_words_of_other_readings_are_marked(known):
    synonyms = Synonyms([["SHCB", "sinh hoạt chi bộ"]])
    assert marked("SHCB", "sinh hoạt chi bộ", known, synonyms=synonyms) == ["sinh", "hoạt", "chi", "bộ"]


@pytest.mark.parametrize(("typed", "phrases"), [
    ("10ct/tw", ["10ct/tw", "10 CT TW"]),
    ("chỉ thị 10", ["chỉ thị 10", "10 CT TW"]),
    ("nghị định 30/2020", ["nghị định 30/2020", "30/2020 NĐ-CP"]),
    ("nqtw4 khoá 12", ["nqtw4 khoá 12"]),
    ("chi bộ", []),
])  # fmt: skip
def test_a_number_is_looked_for_as_typed_and_as_texts_write_it(known, typed, phrases):
    assert phrases_of(understand(typed, known)) == phrases
