"""Other readings of a query, and what is nearly one of its words: the same on every engine."""

import pytest

from search.contract import SearchRequest
from search.query.synonyms import Synonyms
from search.query.understanding import understand
from tests.search.contract.corpus import CELLS, CT_2007, HD_42, PLENUM_XII
from tests.search.factories import NOW, TODAY, anybody

SYNONYMS = Synonyms([["SHCB", "sinh hoạt chi bộ"], ["họp chi bộ", "sinh hoạt chi bộ"]])


@pytest.fixture
def read(engine, texts_known):
    """Results for a query, with the synonyms above."""

    def reading(query):
        asked = understand(query, texts_known, SYNONYMS)
        return engine.search(SearchRequest(asked, anybody(), NOW, TODAY))

    return reading


@pytest.mark.parametrize("typed", ["SHCB", "shcb", "họp chi bộ", "hop chi bo"])
def test_what_says_the_same_in_other_words_is_found_and_marked(read, typed):
    hits = {hit.key: hit for hit in read(typed).hits}
    assert {CELLS, CT_2007, HD_42} <= hits.keys()
    title = hits[CELLS].title
    assert [title.text[start:end] for start, end in title.marks] == ["Sinh", "hoạt", "chi", "bộ"]


def test_other_readings_are_beside_a_number_too(read):
    assert read("hướng dẫn 42 SHCB").hits[0].key == HD_42


def test_all_words_of_one_reading_are_asked_and_not_of_all(read):
    assert read("SHCB").total == read("sinh hoạt chi bộ").total


@pytest.mark.parametrize("typed", ["chỉnh đồn đảngg", "xây dựngg chỉnh đốn"])
def test_a_word_that_no_text_has_is_forgiven_one_slip(read, typed):
    assert read(typed).hits[0].key == PLENUM_XII
