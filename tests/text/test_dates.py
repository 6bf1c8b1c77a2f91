import datetime as dt
from decimal import Decimal

import pytest

from portal.text import format_date, format_dateline, format_formal_date, format_moment, format_number, format_percent


def test_dateline_is_in_vietnamese_time_and_has_the_year():
    assert format_dateline(dt.datetime(2026, 12, 31, 17, 5, tzinfo=dt.UTC)) == "Thứ Sáu, 01/01/2027, 00:05 [GMT+7]"


def test_dateline_without_a_known_time_shows_the_day_only():
    moment = dt.datetime(2026, 11, 21, 17, 0, tzinfo=dt.UTC)
    assert format_dateline(moment, time_known=False) == "Chủ nhật, 22/11/2026"


@pytest.mark.parametrize("show", [format_dateline, format_date, format_moment, format_formal_date])
def test_a_moment_without_time_zone_is_refused(show):
    with pytest.raises(ValueError, match="time zone"):
        show(dt.datetime(2026, 11, 22, 10, 0))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("weekday", "name"),
    list(enumerate(["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"])),
)
def test_every_weekday_has_its_vietnamese_name(weekday, name):
    monday = dt.datetime(2026, 11, 16, 5, tzinfo=dt.UTC)
    assert format_dateline(monday + dt.timedelta(days=weekday)).startswith(f"{name}, ")


def test_formal_date_pads_small_days_and_the_first_two_months():
    assert format_formal_date(dt.date(2026, 1, 9)) == "ngày 09 tháng 01 năm 2026"
    assert format_formal_date(dt.date(2026, 3, 10)) == "ngày 10 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (-4356361, None, "-4.356.361"),
        (57.3, None, "57,3"),
        (1e21, None, "1.000.000.000.000.000.000.000"),
        (Decimal("49.10"), None, "49,10"),
        (89.472, 1, "89,5"),
        (1234, 2, "1.234,00"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(number, decimals, written):
    assert format_number(number, decimals=decimals) == written


def test_percent_has_no_space():
    assert format_percent(57.3) == "57,3%"
