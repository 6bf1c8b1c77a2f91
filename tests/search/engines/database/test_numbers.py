"""A document's number finds that document first, and nothing by its parts."""

import datetime as dt

import pytest

from search.entries import Entry, StatusSpan
from tests.search.contract.database import database_engine

pytestmark = pytest.mark.django_db

ENTRIES = [
    Entry("1", "Về nâng cao chất lượng sinh hoạt chi bộ", body="Ban Bí thư khóa X", date=dt.date(2007, 3, 30),
          numbers=("10|CT|TW", "CT|10"), kind="document"),
    Entry("2", "Về phổ cập giáo dục", body="Ban Bí thư khóa IX", date=dt.date(2002, 3, 28),
          numbers=("10|CT|TW", "CT|10"), kind="document"),
    Entry("3", "Về cải cách hành chính", date=dt.date(2022, 1, 1), numbers=("10|CT|UBND", "CT|10"), kind="document"),
    Entry("4", "Thực hiện chỉ thị của Ban Bí thư", body="Chi bộ học Chỉ thị số 10-CT/TW.", cited=("10|CT|TW",),
          date=dt.date(2025, 1, 1)),
    Entry("5", "Mười việc", body="10 chi bộ họp tại CT Hà Nội, TW đoàn dự; quý 2007.", date=dt.date(2026, 1, 1)),
    Entry("6", "Về công tác văn thư", date=dt.date(2020, 3, 5), numbers=("30/2020|NĐ-CP",), kind="document"),
    Entry("7", "Hướng dẫn sinh hoạt chi bộ", date=dt.date(2018, 7, 6), numbers=("12|HD|BTCTW", "HD|12"), kind="document"),
    Entry("8", "Hướng dẫn về bầu cử", date=dt.date(2022, 1, 18), numbers=("12|HD|BTCTW", "HD|12"), kind="document"),
    Entry("9", "Về xây dựng Đảng", date=dt.date(2016, 10, 30), numbers=("4|NQ|TW", "NQ|4", "NQTW|4|XII"), kind="document"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _documents(db):
    database_engine(ENTRIES)


@pytest.mark.parametrize("typed", ["10-CT/TW", "10 ct tw", "10ct/tw", "10–CT/TW", "010-CT/TW", "Chỉ thị số 10-CT/TW"])
def test_any_spelling_finds_those_documents_first_and_then_who_names_them(typed, keys):
    assert keys(typed) == ["1", "2", "4"]


@pytest.mark.parametrize("typed", ["10-CT/TW 2002", "10 ct tw 2002"])
def test_a_year_decides_between_two(typed, keys):
    assert keys(typed)[0] == "2"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("chi thi 10 ban bi thu khoa x", "1"),
        ("nghị định 30/2020", "6"),
        ("30/2020", "6"),
        ("30/2020/NĐ-CP", "6"),
        ("hướng dẫn 12 sinh hoạt chi bộ", "7"),
        ("HD 12 btctw 2022", "8"),
        ("nqtw4 khoa 12", "9"),
        ("nghị quyết trung ương 4 khóa xii", "9"),
        ("CT10", "1"),
    ],
)
def test_a_number_and_words_find_the_document_that_has_both(typed, first, keys):
    assert keys(typed)[0] == first


def test_a_type_and_a_number_find_all_of_them_the_centres_first(keys):
    assert keys("chỉ thị 10")[:3] == ["1", "2", "3"]


def test_a_text_with_the_parts_of_a_number_apart_is_not_found(keys):
    assert "5" not in keys("10-CT/TW")
    assert "5" not in keys("chỉ thị 10")


def test_a_number_inside_a_sentence_is_seen_too(keys):
    assert keys("quy định của nghị định 30/2020/NĐ-CP về văn thư")[0] == "6"


def test_a_number_that_nobody_has_finds_no_text_by_its_parts(keys):
    assert keys("11-CT/TW") == keys("12 ct tw") == []


def test_what_followed_a_document_comes_before_it_when_words_are_asked_too(keys):
    day = dt.date(2020, 1, 2)
    ended = (StatusSpan("in_force", None, day), StatusSpan("expired", day))
    database_engine(
        [
            Entry(
                "21",
                "Về đảng viên nơi cư trú",
                numbers=("76|QĐ|TW", "QĐ|76"),
                date=dt.date(2000, 6, 15),
                statuses=ended,
            ),
            Entry("22", "Về trách nhiệm đối với nơi cư trú", numbers=("213|QĐ|TW", "QĐ|213"), date=day),
        ]
    )
    assert keys("quy định 76 nơi cư trú") == ["22", "21"]
    assert keys("76-QĐ/TW nơi cư trú") == ["21", "22"]
