"""Days as the demo's texts name them, all reckoned from its clock."""

from __future__ import annotations

from datetime import date, timedelta

from portal.text.dates import WEEKDAYS

SATURDAY = 5


def in_text(day: date) -> str:
    """A day as running text has it: of the months only the first two get a nought.

    >>> in_text(date(2026, 7, 6)), in_text(date(2026, 2, 16)), in_text(date(2026, 11, 3))
    ('06/7/2026', '16/02/2026', '03/11/2026')
    """
    return f"{day.day:02d}/{month_in_text(day.month)}/{day.year}"


def month_in_text(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def weekday(day: date) -> str:
    """
    >>> weekday(date(2026, 11, 22)), weekday(date(2026, 11, 23))
    ('Chủ nhật', 'thứ Hai')
    """
    name = WEEKDAYS[day.weekday()]
    return name.replace("Thứ", "thứ")


def in_full(day: date) -> str:
    """
    >>> in_full(date(2026, 12, 3))
    'thứ Năm, ngày 03/12/2026'
    """
    return f"{weekday(day)}, ngày {in_text(day)}"


def workday(day: date) -> date:
    """``day``, or the Monday after it when it lies in a weekend.

    >>> workday(date(2026, 11, 22))
    datetime.date(2026, 11, 23)
    """
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def next_month(day: date) -> date:
    """The first day of the month after ``day``'s."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def quarter(day: date) -> str:
    """
    >>> quarter(date(2026, 11, 22))
    'IV'
    """
    return ("I", "II", "III", "IV")[(day.month - 1) // 3]


def next_quarter(day: date) -> date:
    """The first day of the quarter after ``day``'s."""
    first = day.replace(day=1)
    for _ in range(3 - (day.month - 1) % 3):
        first = next_month(first)
    return first
