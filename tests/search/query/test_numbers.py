"""Which documents a query names, and which of its words are left."""

import pytest

from search.query.understanding import understand


@pytest.mark.parametrize(
    ("query", "key", "left"),
    [
        ("10–CT/TW", "10|CT|TW", []),
        ("10 ct tw 2007", "10|CT|TW", []),
        ("chi thi 10 ban bi thu khoa x", "CT|10", []),
        ("hướng dẫn 12 sinh hoạt chi bộ", "HD|12", ["sinh", "hoạt", "chi", "bộ"]),
        ("thực hiện chỉ thị 10-CT/TW", "10|CT|TW", ["thực", "hiện"]),
        ("nqtw4 khoa 12", "NQTW|4|XII", []),
        ("30/2020", "30/2020", []),
    ],
)
def test_the_words_that_name_a_document_are_no_words_any_more(known, query, key, left):
    understood = understand(query, known)
    assert [one.key for one in understood.named] == [key]
    assert list(understood.beside_names.words) == left


@pytest.mark.parametrize("query", ["19 điều đảng viên không được làm", "nhiệm kỳ 2016", "100 ngày", "tháng 9/2020"])
def test_a_number_alone_names_none(known, query):
    understood = understand(query, known)
    assert understood.named == ()
    assert list(understood.beside_names.words) == list(understood.words)


def test_in_a_sentence_the_words_stay(known):
    query = "đảng viên ở chi bộ thực hiện chỉ thị 10-CT/TW về nâng cao chất lượng sinh hoạt chi bộ trong tình hình mới"
    understood = understand(query, known)
    assert [one.key for one in understood.named] == ["10|CT|TW"]
    assert list(understood.beside_names.words) == list(understood.words)


def test_only_what_no_text_has_is_strange(known):
    understood = understand("chi bộ nhệm dang 2016", known)
    assert [word for word, strange in zip(understood.words, understood.strange, strict=True) if strange] == ["nhệm"]
