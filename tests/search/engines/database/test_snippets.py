"""What is shown of a text: the piece with the words, as it was written."""

import pytest

from search.engines.database.snippets import Sought, best_piece
from search.entries import Entry, Passage
from search.query.marking import Meant
from search.query.understanding import understand
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


def _meant(query, known):
    return Meant(understand(query, known))


def test_the_piece_with_most_of_the_words_is_shown(known):
    text = f"chi chi chi {'xa ' * 200} chi bộ họp {'gần ' * 200} bộ"
    snippet = best_piece(text, Sought({"chi": 1.0, "bo": 1.0, "hop": 1.0}, _meant("chi bộ họp", known))).snippet
    assert marked(snippet) == ["chi bộ họp"]
    assert len(snippet.text.split()) <= 40


def test_a_text_without_any_of_the_words_is_shown_from_its_beginning(known):
    snippet = best_piece("Một hai ba " * 100, Sought({"chi": 1.0}, _meant("chi", known))).snippet
    assert snippet.text.startswith("Một hai ba")
    assert (snippet.marks, len(snippet.text.split())) == ([], 40)


@pytest.mark.django_db
def test_words_with_other_marks_than_were_typed_are_not_marked(ask):
    database_engine([Entry("1", "Bạn bè bán hàng")])
    assert marked(ask("bán hàng").hits[0].title) == ["bán hàng"]
    assert marked(ask("ban hang").hits[0].title) == ["bán hàng"]


@pytest.mark.django_db
def test_the_number_of_a_document_is_one_mark_wherever_it_stands_and_its_parts_are_none(ask):
    text = f"Ngày 10, TW và CT họp. {'Chuyện khác. ' * 60} Theo Chỉ thị số 10-CT/TW thì chi bộ họp mỗi tháng."
    database_engine([Entry("1", "Một bài", body=text, cited=("10|CT|TW",))])
    for typed in ("10 ct tw", "chỉ thị 10"):
        assert marked(ask(typed).hits[0].snippet) == ["10-CT/TW"]
