"""What is shown of a text: the piece with the words, as it was written."""

import pytest

from search.engines.database.snippets import Sought, best_piece
from search.entries import Entry, Passage
from tests.search.contract.database import database_engine


def marked(snippet):
    """The marked words, those that stand side by side as one text."""
    spans = iter(snippet.marks)
    joined = [next(spans, (0, 0))]
    for start, end in spans:
        if snippet.text[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [snippet.text[start:end] for start, end in joined]


@pytest.mark.django_db
def test_marks_are_on_the_words_as_they_were_written(ask):
    database_engine([Entry("1", "Sinh hoạt CHI BỘ", summary="Chuyện thời tiết", body="Hôm qua, chi bộ\nđã sinh hoạt.")])
    (hit,) = ask("sinh hoat chi bo").hits
    assert marked(hit.title) == ["Sinh hoạt CHI BỘ"]
    assert hit.snippet.text == "Hôm qua, chi bộ đã sinh hoạt."
    assert marked(hit.snippet) == ["chi bộ", "sinh hoạt"]


@pytest.mark.django_db
def test_words_in_a_file_lead_to_its_page(ask):
    pages = (Passage("4", "a.pdf", 1, "Trang đầu"), Passage("4", "a.pdf", 2, "Mẫu biên bản sinh hoạt chi bộ"))
    database_engine([Entry("1", "Hướng dẫn", summary="Về biểu mẫu", passages=pages)])
    (hit,) = ask("biên bản").hits
    assert (hit.file, hit.file_page, marked(hit.snippet)) == ("4", 2, ["biên bản"])


@pytest.mark.django_db
def test_a_file_is_not_named_where_the_page_itself_says_it(ask):
    database_engine([Entry("1", "Biên bản", passages=(Passage("4", "a.pdf", 1, "biên bản"),))])
    (hit,) = ask("biên bản").hits
    assert (hit.file, hit.file_page) == ("", None)


def test_the_piece_with_most_of_the_words_is_shown():
    text = f"chi chi chi {'xa ' * 200} chi bộ họp {'gần ' * 200} bộ"
    snippet = best_piece(text, Sought({"chi": 1.0, "bo": 1.0, "hop": 1.0}, {})).snippet
    assert marked(snippet) == ["chi bộ họp"]
    assert len(snippet.text.split()) <= 40


def test_a_text_without_any_of_the_words_is_shown_from_its_beginning():
    snippet = best_piece("Một hai ba " * 100, Sought({"chi": 1.0}, {})).snippet
    assert snippet.text.startswith("Một hai ba")
    assert (snippet.marks, len(snippet.text.split())) == ([], 40)


@pytest.mark.django_db
def test_words_with_other_marks_than_were_typed_are_not_marked(ask):
    database_engine([Entry("1", "Bạn bè bán hàng")])
    assert marked(ask("bán hàng").hits[0].title) == ["bán hàng"]
    assert marked(ask("ban hang").hits[0].title) == ["Bạn", "bán hàng"]
