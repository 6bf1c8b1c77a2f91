"""Which document a mention means: rules on texts of our own, without a database."""

import datetime as dt

import pytest

from documents.mentions.cited import read
from documents.mentions.resolution import Candidate, resolve

SECRETARIAT, POLITBURO, COMMITTEE = "Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"


def document(pk, symbol, day, term="", body=SECRETARIAT, holds=True, above=""):
    letters = symbol.partition("/")[2]
    return Candidate(
        pk, symbol=symbol, issued_on=dt.date.fromisoformat(day), term=term, letters=letters, body=body, holds=holds,
        above=above,
    )  # fmt: skip


CT10_2002 = document(1, "10-CT/TW", "2002-03-28", "IX")
CT10_2007 = document(2, "10-CT/TW", "2007-03-30", "X")
HD12_2018 = document(3, "12-HD/BTCTW", "2018-07-06", "XII", "Ban Tổ chức Trung ương")
HD12_2022 = document(4, "12-HD/BTCTW", "2022-01-18", "XIII", "Ban Tổ chức Trung ương")
NQ21_2017 = document(5, "21-NQ/TW", "2017-10-25", "XII", COMMITTEE)
NQ21_2022 = document(6, "21-NQ/TW", "2022-06-16", "XIII", COMMITTEE)
CT05_2016 = document(7, "05-CT/TW", "2016-05-15", "XII", POLITBURO)
CT05_1996 = document(8, "05-CT/TW", "1996-11-20", "VIII", SECRETARIAT)
KH121 = document(9, "121-KH/TU", "2018-05-09", "", "Tỉnh uỷ Sơn Hải")
CT29_TU = document(10, "29-CT/TU", "2018-03-01", "", "Tỉnh uỷ Sơn Hải")
CT29_TW = document(11, "29-CT/TW", "2017-12-05", "XII", SECRETARIAT)
QD76 = document(12, "76-QĐ/TW", "2000-06-15", "VIII", POLITBURO, holds=False)
QD76_NEW = document(13, "76-QĐ/TW", "2022-07-15", "XIII", SECRETARIAT)
UBKT = document(14, "07-HD/UBKTTU", "2019-01-10", "", "Uỷ ban Kiểm tra", above="Tỉnh uỷ Sơn Hải")

BOTH_10, BOTH_12, BOTH_21 = [CT10_2002, CT10_2007], [HD12_2018, HD12_2022], [NQ21_2017, NQ21_2022]


def meant(text, candidates, day="2023-05-01"):
    """What the last mention of ``text`` means: a document, several, or none."""
    *_others, last = read(text.split("\n"))
    return resolve(last.cited, candidates, dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "candidates", "expected"),
    [
        # The day beside the number
        ("Thực hiện Chỉ thị số 10-CT/TW, ngày 30/3/2007, của Ban Bí thư", BOTH_10, CT10_2007),
        ("theo Chỉ thị 10-CT/TW ngày 28-3-2002 về dân chủ", BOTH_10, CT10_2002),
        ("Hướng dẫn 12-HD/BTCTW ngày 06 tháng 7 năm 2018", BOTH_12, HD12_2018),
        ("Hướng dẫn 12-HD/BTCTW, ngày 18/01/2022 về nghiệp vụ", BOTH_12, HD12_2022),
        ("Nghị quyết 21-NQ/TW ngày 16/6/2022", BOTH_21, NQ21_2022),
        ("Nghị quyết số 21-NQ/TW, ngày 25/10/2017", BOTH_21, NQ21_2017),
        ("Hướng dẫn 12 ngày 6/7/2018 của Ban Tổ chức Trung ương", BOTH_12, HD12_2018),
        # A day tells more than the body beside it: people mix up those that sign with TW
        ("Chỉ thị 05-CT/TW ngày 15/5/2016 của Ban Bí thư", [CT05_2016, CT05_1996], CT05_2016),
        # The term, the year
        ("Chỉ thị số 10-CT/TW (khóa X)", BOTH_10, CT10_2007),
        ("Chỉ thị số 10 của Ban Bí thư khóa IX", BOTH_10, CT10_2002),
        ("Nghị quyết 21-NQ/TW khóa XII", BOTH_21, NQ21_2017),
        ("Hướng dẫn 12-HD/BTCTW năm 2022", BOTH_12, HD12_2022),
        # Who issued it
        ("Chỉ thị số 05 của Bộ Chính trị", [CT05_2016, CT05_1996], CT05_2016),
        ("Chỉ thị số 05-CT/TW của Ban Bí thư", [CT05_2016, CT05_1996], CT05_1996),
        ("Chỉ thị số 29 của BTV Tỉnh ủy", [CT29_TU, CT29_TW], CT29_TU),
        ("Chỉ thị số 29 của Ban Bí thư", [CT29_TU, CT29_TW], CT29_TW),
        ("Kế hoạch 121-KH/TU của Tỉnh ủy Sơn Hải", [KH121], KH121),
        ("Kế hoạch 121-KH/TU", [KH121], KH121),
        ("Hướng dẫn 07-HD/UBKTTU của Ủy ban Kiểm tra Tỉnh ủy Sơn Hải", [UBKT], UBKT),
        # What the page says elsewhere
        ("Chỉ thị 10-CT/TW ngày 30/3/2007 của Ban Bí thư\nchi bộ quán triệt Chỉ thị 10", BOTH_10, CT10_2007),
        ("Hướng dẫn 12-HD/BTCTW ngày 18/01/2022\nHướng dẫn 12-HD/BTCTW còn nêu", BOTH_12, HD12_2022),
        ("Nghị quyết 21-NQ/TW (khóa XII)\nvà Nghị quyết 21 nêu rõ", BOTH_21, NQ21_2017),
        # The day of the text: nobody cites what is not issued yet
        ("Hướng dẫn 12-HD/BTCTW nêu rõ", [HD12_2018, document(20, "12-HD/BTCTW", "2024-01-18", "XIII")], HD12_2018),
        # In force on that day
        ("Quy định 76-QĐ/TW nêu rõ", [QD76, QD76_NEW], QD76_NEW),
        # One alone that has the number
        ("theo Chỉ thị 10-CT/TW", [CT10_2007], CT10_2007),
    ],
)  # fmt: skip
def test_a_mention_means_one_document(text, candidates, expected):
    assert meant(text, candidates).document == expected


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("theo Chỉ thị 10-CT/TW", BOTH_10),
        ("Nghị quyết 21-NQ/TW nêu rõ", BOTH_21),
        ("Chỉ thị số 10 của Ban Bí thư", BOTH_10),
        # Both are cited on the page, so the short form may be either
        ("Chỉ thị 10-CT/TW ngày 30/3/2007\nChỉ thị 10-CT/TW ngày 28/3/2002\ntheo Chỉ thị 10-CT/TW", BOTH_10),
    ],
)
def test_what_may_be_several_is_left_to_the_reader(text, candidates):
    resolution = meant(text, candidates)
    assert resolution.document is None
    assert list(resolution.several) == candidates


@pytest.mark.parametrize(
    ("text", "candidates", "day"),
    [
        # A bare number names nothing, even where only one document has it
        ("thực hiện Chỉ thị 10", [CT10_2007], "2023-05-01"),
        ("Hướng dẫn 12", [HD12_2018], "2023-05-01"),
        # Both in full on the page: the bare one may be either
        ("Chỉ thị 10-CT/TW ngày 30/3/2007\nChỉ thị 10-CT/TW ngày 28/3/2002\ntheo Chỉ thị 10", BOTH_10, "2023-05-01"),
        # Of another day, term, year, body, place than all that are here
        ("Chỉ thị 10-CT/TW ngày 1/2/2012", BOTH_10, "2023-05-01"),
        ("Chỉ thị 10-CT/TW khóa XII", BOTH_10, "2023-05-01"),
        ("Hướng dẫn 12-HD/BTCTW năm 2020", BOTH_12, "2023-05-01"),
        ("Chỉ thị số 05 của Bộ Chính trị", [CT05_1996], "2023-05-01"),
        ("Chỉ thị số 29 của BTV Huyện ủy", [CT29_TU, CT29_TW], "2023-05-01"),
        ("Kế hoạch 121-KH/TU của Ban Thường vụ Tỉnh ủy Hòa Bình", [KH121], "2023-05-01"),
        ("Kế hoạch 121-KH/TU ngày 09/5/2018 của Ban Thường vụ Tỉnh ủy Hòa Bình", [KH121], "2023-05-01"),
        # The text is older than all of them
        ("Nghị quyết 21-NQ/TW", BOTH_21, "2015-02-03"),
        ("Chỉ thị 10-CT/TW", [], "2023-05-01"),
    ],
)
def test_what_is_not_known_stays_text(text, candidates, day):
    resolution = meant(text, candidates, day)
    assert resolution.document is None
    assert resolution.several == ()


def test_an_unknown_day_of_the_text_excludes_nothing():
    assert meant("Nghị quyết 21-NQ/TW ngày 16/6/2022", BOTH_21, day="").document == NQ21_2022


def test_a_document_without_a_day_stands_behind_the_one_of_the_day():
    undated = Candidate(30, symbol="10-CT/TW", letters="TW", body=SECRETARIAT)
    assert meant("Chỉ thị 10-CT/TW ngày 30/3/2007", [undated, CT10_2007]).document == CT10_2007
    assert meant("Chỉ thị 10-CT/TW ngày 30/3/2007", [undated]).document == undated


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Nghị quyết T.ư 4 khóa XI, XII", ["NQTW|4|XI", "NQTW|4|XII"]),
        ("đề án 343, 704", ["ĐA|343", "ĐA|704"]),
        ("Kế hoạch số 121 của Tỉnh ủy\nthực hiện Kế hoạch 121-KH/TU", ["121|KH|TU", "121|KH|TU"]),
        # Another body's of the same number and type
        ("Chỉ thị số 29 của Ban Bí thư\nvà Chỉ thị 29-CT/TU", ["CT|29", "29|CT|TU"]),
    ],
)
def test_context_gives_a_short_form_its_full_number(text, keys):
    assert [found.cited.key for found in read(text.split("\n"))] == keys


def test_a_place_is_read_as_far_as_it_is_a_name():
    (found,) = read(["Kế hoạch số 121-KH/TU của Ban Thường vụ Tỉnh ủy Hòa Bình, ngày 09/5/2018 về sinh hoạt"])
    assert found.cited.place == "Hòa Bình"


@pytest.mark.parametrize("candidates", [[QD76, QD76_NEW], [QD76_NEW]])
def test_of_candidates_that_are_not_all_none_is_certain(candidates):
    """What was left out may hold as well."""
    (mention,) = read(["Theo Quy định 76-QĐ/TW."])
    day = dt.date(2023, 5, 1)
    assert resolve(mention.cited, candidates, day).document == QD76_NEW
    resolution = resolve(mention.cited, candidates, day, are_all=False)
    assert resolution.document is None
    assert list(resolution.several) == candidates
