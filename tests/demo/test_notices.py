"""The demo's notices say what, when and where, and agree with the calendar."""

import re
from datetime import date, timedelta

import pytest

from portal.demo.dates import weekday
from portal.demo.notices import NOTICES

DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(0, 730, 13)]
NAMED = re.compile(r"(thứ \w+|Chủ nhật), ngày (\d\d)/(\d{1,2})/(\d{4})")


@pytest.fixture(params=NOTICES, ids=lambda notice: notice.slug)
def notice(request):
    return request.param


def said(notice, today):
    words = notice.words(today)
    return f"{notice.title}\n{notice.text}".format_map(words)


def test_a_named_weekday_is_that_of_its_date(notice):
    for today in DAYS:
        for name, *numbers in NAMED.findall(said(notice, today)):
            day, month, year = map(int, numbers)
            assert weekday(date(year, month, day)) == name


def test_every_notice_names_a_full_date(notice):
    assert re.search(r"ngày \d\d/\d{1,2}/\d{4}", said(notice, DAYS[0]))


def test_it_is_about_a_working_day_after_its_issue(notice):
    for today in DAYS:
        assert notice.about_on(today).weekday() < 5
        assert notice.issued_on(today) < notice.about_on(today)
        assert (notice.about < 0) == (notice.about_on(today) < today)


@pytest.mark.parametrize("slug", ["lich-doi-thoai", "tap-huan-so-tay", "hoc-tap-nghi-quyet"])
def test_an_invitation_says_when_and_where(slug):
    text = next(said(notice, DAYS[0]) for notice in NOTICES if notice.slug == slug)

    assert re.search(r"Thời gian: .*\d giờ.*ngày \d\d/\d{1,2}/\d{4}", text)
    assert "Địa điểm: " in text
