"""Dates as the portal prints them: Vietnamese, day first, always with the year, in the time of Viet Nam.

Viet Nam (Asia/Ho_Chi_Minh) has been at UTC+7 without summer time since 1975, so the offset is fixed here and nothing
depends on a time-zone database being installed.
"""

import datetime as dt

VIET_NAM = dt.timezone(dt.timedelta(hours=7), "GMT+7")

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def in_viet_nam(moment: dt.datetime) -> dt.datetime:
    """Return ``moment`` in Vietnamese time.

    Raises:
        ValueError: ``moment`` has no time zone, so its instant is unknown.
    """
    if moment.utcoffset() is None:
        raise ValueError("A moment without a time zone cannot be shown: its instant is unknown.")
    return moment.astimezone(VIET_NAM)


def format_dateline(moment: dt.datetime, *, time_known: bool = True) -> str:
    """Return the line under a title.

    >>> format_dateline(dt.datetime(2020, 9, 12, 3, 34, tzinfo=dt.UTC))
    'Thứ Bảy, 12/09/2020, 10:34 [GMT+7]'
    >>> format_dateline(dt.datetime(2015, 6, 23, 17, 0, tzinfo=dt.UTC), time_known=False)
    'Thứ Tư, 24/06/2015'
    """
    local = in_viet_nam(moment)
    day = f"{WEEKDAYS[local.weekday()]}, {format_date(local)}"
    return f"{day}, {local:%H:%M} [GMT+7]" if time_known else day


def format_date(day: dt.date) -> str:
    """Return the day as ``dd/mm/yyyy``; a moment is first taken to Viet Nam.

    >>> format_date(dt.date(2007, 3, 30))
    '30/03/2007'
    >>> format_date(dt.datetime(2026, 12, 31, 20, 0, tzinfo=dt.UTC))
    '01/01/2027'
    """
    day = in_viet_nam(day) if isinstance(day, dt.datetime) else day
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def format_moment(moment: dt.datetime) -> str:
    """Return day and time for lists of staff and for notices of update.

    >>> format_moment(dt.datetime(2026, 11, 22, 3, 5, tzinfo=dt.UTC))
    '22/11/2026, 10:05'
    """
    local = in_viet_nam(moment)
    return f"{format_date(local)}, {local:%H:%M}"


def format_formal_date(day: dt.date) -> str:
    """Return the day in the words of documents: days below 10 and the months 1 and 2 are padded.

    >>> format_formal_date(dt.date(2018, 7, 6)), format_formal_date(dt.date(2019, 2, 18))
    ('ngày 06 tháng 7 năm 2018', 'ngày 18 tháng 02 năm 2019')
    """
    day = in_viet_nam(day) if isinstance(day, dt.datetime) else day
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
