"""Words, phrases and what is left out: which entries are found, and in which order."""

import datetime as dt

import pytest

from search.contract import Order
from search.entries import Entry, StatusSpan
from tests.search.contract.database import database_engine

pytestmark = pytest.mark.django_db


def entry(key, title, body="", **more):
    return Entry(str(key), title, body=body, date=more.pop("date", dt.date(2026, 6, 1)), **more)


@pytest.mark.parametrize(
    "typed", ["sinh hoạt chi bộ", "sinh hoat chi bo", "sinh hoạt chi bo", "sinh hoatj chi booj", "SINH HOẠT CHI BỘ"]
)
def test_words_are_found_however_they_are_typed(typed, keys):
    database_engine(
        [
            entry(1, "Kết nạp đảng viên", "Buổi sinh hoạt chi bộ có thêm người."),
            entry(2, "Sinh hoạt chi bộ thôn"),
            entry(3, "Bán hàng ở chợ", "Bạn bè"),
        ]
    )
    assert keys(typed) == ["2", "1"]


def test_two_spellings_of_one_word_are_one(keys):
    database_engine([entry(1, "Đảng uỷ xã hoà nhập, kỳ họp"), entry(2, "Đảng ủy xã hòa nhập, kì họp")])
    assert set(keys("đảng ủy hòa nhập kì họp")) == set(keys("đảng uỷ hoà nhập kỳ họp")) == {"1", "2"}


def test_all_words_come_before_most_words(keys):
    database_engine(
        [
            entry(1, "Nghị quyết về sinh hoạt", "Chi bộ"),
            entry(2, "Nghị quyết về sinh hoạt của đoàn thanh niên"),
            entry(3, "Thời tiết"),
        ]
    )
    assert keys("nghị quyết sinh hoạt chi bộ") == ["1", "2"]


def test_words_in_the_title_come_first(keys):
    text = "Đảng phí được nộp hằng tháng theo quy định của trung ương."
    database_engine([entry(1, "Thông báo", text), entry(2, "Mức đóng đảng phí", "Xem bảng kèm theo.")])
    assert keys("đảng phí") == ["2", "1"]


def test_words_side_by_side_come_before_words_apart(keys):
    database_engine(
        [
            entry(1, "Một", "Chi tiền cho toàn bộ trường, sinh viên và người hoạt động khác trong vùng."),
            entry(2, "Hai", "Việc sinh hoạt chi bộ trong trường của chúng ta đã có nhiều khác biệt hơn."),
        ]
    )
    assert keys("sinh hoạt chi bộ") == ["2", "1"]


def test_marks_decide_between_words_that_differ_in_nothing_else(keys):
    database_engine([entry(1, "Bạn hàng của chúng tôi"), entry(2, "Bán hàng của chúng tôi")])
    assert keys("bán hàng") == ["2", "1"]
    assert keys("bạn hàng") == ["1", "2"]


def test_newer_entries_come_before_older_ones_that_say_the_same(keys):
    database_engine(
        [
            entry(1, "Kết nạp đảng viên", date=dt.date(2019, 1, 1)),
            entry(2, "Kết nạp đảng viên", date=dt.date(2026, 1, 1)),
        ]
    )
    assert keys("kết nạp đảng viên") == ["2", "1"]


def test_what_binds_nobody_any_more_comes_after_what_followed_it(keys):
    expired = (StatusSpan("in_force", None, dt.date(2026, 1, 1)), StatusSpan("expired", dt.date(2026, 1, 1)))
    database_engine(
        [
            entry(1, "Quy định nơi cư trú của đảng viên", statuses=expired, date=dt.date(2026, 3, 1)),
            entry(
                2, "Quy định về đảng viên", "Nơi cư trú", statuses=(StatusSpan("in_force"),), date=dt.date(2020, 3, 1)
            ),
        ]
    )
    assert keys("quy định nơi cư trú") == ["2", "1"]
    assert keys("quy định nơi cư trú", today=dt.date(2025, 12, 31)) == ["1", "2"]


def test_a_phrase_stands_as_it_was_typed(keys):
    database_engine(
        [
            entry(1, "Bốn tốt", "Chi bộ bốn tốt."),
            entry(2, "Tốt cả bốn"),
            entry(3, "Bốn người làm việc tốt"),
        ]
    )
    assert keys('"bốn tốt"') == ["1"]
    assert keys("“bon tot”") == ["1"]


def test_a_long_phrase_is_not_made_of_its_pairs(ask):
    database_engine(
        [
            entry(1, "Một", "Trong sạch, vững mạnh là mục tiêu."),
            entry(2, "Hai", "Trong sạch thì tốt, sạch vững càng tốt, vững mạnh thì nhất."),
        ]
    )
    found = ask('"trong sạch vững mạnh"')
    assert [hit.key for hit in found.hits] == ["1"]
    assert (found.total, found.is_at_least) == (1, False)


def test_excluded_words_exclude(keys):
    database_engine([entry(1, "Chi bộ thôn"), entry(2, "Chi bộ trường học"), entry(3, "Chi bộ xã", "có trường")])
    assert keys("chi bộ -trường") == ["1"]
    assert set(keys("chi bộ thôn xã học -trường")) == {"1"}


def test_excluding_alone_finds_nothing(ask):
    database_engine([entry(1, "Chi bộ thôn")])
    assert ask("-trường").total == 0


def test_the_title_alone_is_searched_when_asked_so(keys):
    database_engine([entry(1, "Chi bộ thôn"), entry(2, "Thông báo", "Chi bộ thôn họp.")])
    assert set(keys("chi bộ thôn")) == {"1", "2"}
    assert keys("chi bộ thôn", title_only=True) == ["1"]
    assert keys('"chi bộ"', title_only=True) == ["1"]


def test_a_sentence_finds_what_has_most_of_it(keys):
    database_engine(
        [
            entry(1, "Mức đóng đảng phí", "Đảng viên hưởng lương đóng một phần trăm tiền lương hằng tháng."),
            entry(2, "Lương của giáo viên", "Tiền lương tăng."),
            *[entry(number, f"Tin số {number}", "Đảng viên họp") for number in range(3, 20)],
        ]
    )
    asked = "Đảng viên hưởng lương hằng tháng thì mức đóng đảng phí là bao nhiêu phần trăm tiền lương?"
    assert keys(asked)[0] == "1"


def test_orders_by_day_and_by_readers(keys):
    database_engine(
        [
            entry(1, "Chi bộ", date=dt.date(2020, 1, 1), popularity=3.0),
            entry(2, "Chi bộ", date=dt.date(2026, 1, 1), popularity=1.0),
            entry(3, "Chi bộ", date=None, popularity=2.0),
        ]
    )
    assert keys("chi bộ", order=Order.NEWEST) == ["2", "1", "3"]
    assert keys("chi bộ", order=Order.MOST_VIEWED) == ["1", "3", "2"]


def test_pages_of_results_neither_repeat_nor_lose_any(keys):
    database_engine([entry(number, f"Chi bộ {number}") for number in range(1, 46)])
    pages = [keys("chi bộ", page=page) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [20, 20, 5, 0]
    assert len(set().union(*pages)) == 45
    assert keys("chi bộ", page=10_000_000) == keys("chi bộ", page=51) == []


def test_excluded_words_exclude_from_what_has_most_words_too(keys):
    database_engine([entry(1, "Nghị quyết sinh hoạt", "trường học"), entry(2, "Nghị quyết sinh hoạt")])
    assert keys("nghị quyết sinh hoạt chi bộ -trường") == ["2"]


def test_few_words_must_all_be_there(keys):
    database_engine([entry(1, "Sinh hoạt thôn"), entry(2, "Chợ thôn")])
    assert keys("sinh hoạt chợ") == []


def test_marks_typed_in_a_phrase_must_be_there(keys):
    database_engine([entry(1, "Bạn cũ về thăm"), entry(2, "Bán cũ mua mới")])
    assert keys('"bạn cũ"') == ["1"]
    assert set(keys('"ban cu"')) == {"1", "2"}
    assert keys('"bàn cũ"') == []
