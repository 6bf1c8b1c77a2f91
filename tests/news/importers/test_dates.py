"""Dates in all the forms of old sites."""

import datetime as dt

import pytest

from news.importers.dates import Problem, find_dates
from portal.text import VIET_NAM

TODAY = dt.date(2026, 11, 22)


def shown(text: str) -> str:
    (reading,) = find_dates(text, today=TODAY)
    assert reading.moment is not None
    local = reading.moment.astimezone(VIET_NAM)
    return f"{local:%d/%m/%Y %H:%M}" if reading.time else f"{local:%d/%m/%Y}"


@pytest.mark.parametrize(
    "text",
    [
        "Thứ hai, 05/10/2020 | 08:15",
        "Thứ Hai, ngày 5 tháng 10 năm 2020 | 8:15",
        "05-10-2020 08:15 GMT+7",
        "[05/10/2020 08:15]",
        "08:15, Thứ Hai, 05/10/2020",
        "08h15 ngày 05.10.2020",
        "8 giờ 15 phút, ngày 5/10/2020",
        "5/10/2020 8:15:00 SA",
        "5/10/2020 8:15:00 AM",
        "Đăng lúc 08:15, 05/10/2020 (GMT+7)",
        "T2, 05/10/2020 - 08:15",
        "Thứ hai, 05 Tháng 10 2020 08:15",
        "2020-10-05T08:15:00+07:00",
        "2020-10-05T01:15:00Z",
        "2020/10/05 08:15",
        "Monday, 05 October 2020 08:15",
    ],
)
def test_one_moment_in_many_forms(text):
    assert shown(text) == "05/10/2020 08:15"


@pytest.mark.parametrize(
    "text", ["Ngày 5 tháng 10 năm 2020", "5/10/2020", "05-10-2020", "5 Tháng Mười, 2020", "Tháng Mười 5, 2020",
             "October 5, 2020", "2020-10-05"],
)  # fmt: skip
def test_a_day_without_an_hour(text):
    assert shown(text) == "05/10/2020"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cập nhật lúc: 14:30 - 05/10/2020", "05/10/2020 14:30"),
        ("5/10/2020 8:15:00 CH", "05/10/2020 20:15"),
        ("5/10/2020 12:05:00 SA", "05/10/2020 00:05"),
        ("10/25/2020 3:05:00 PM", "25/10/2020 15:05"),
        ("26 Tháng Tư, 2021", "26/04/2021"),
        ("1 Tháng Mười Hai, 2021", "01/12/2021"),
    ],
)
def test_hours_months_and_order(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("10:37 | 14/02", Problem.NO_YEAR),
        ("Thứ ba, 14/2", Problem.NO_YEAR),
        ("31/02/2020", Problem.INVALID),
        ("45/13/2020", Problem.INVALID),
        ("01/01/0001 00:00", Problem.PLACEHOLDER),
        ("1970-01-01", Problem.PLACEHOLDER),
        ("05/10/2031", Problem.FUTURE),
    ],
)
def test_what_is_no_date_is_not_made_one(text, problem):
    (reading,) = find_dates(text, today=TODAY)
    assert reading.problem is problem
    assert reading.moment is None


@pytest.mark.parametrize(
    "text", ["0900.000.000", "Chỉ thị 10-CT/TW", "21-NQ/TW", "số 12/2019/NĐ-CP", "tỷ lệ 3/4", "1.113 lượt"]
)
def test_numbers_that_are_no_dates(text):
    assert find_dates(text, today=TODAY) == []


@pytest.mark.parametrize("text", ["Thứ ba, 05/10/2020", "5/10/2020 8:15 AM", "05/10/20"])
def test_doubt_is_said(text):
    assert find_dates(text, today=TODAY)[0].doubtful
