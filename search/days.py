"""From which day to which: what a reader chose in two boxes, or wrote into an address."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from portal.text import format_date

_LONGEST = 20
_READ = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})", re.ASCII),
)


@dataclass(frozen=True)
class Side:
    """One end: as it stands in the address, the day it means, and what is wrong where it means none."""

    typed: str = ""
    day: dt.date | None = None
    problem: str = ""

    @property
    def in_box(self) -> str:
        """What a box for dates can show of it."""
        return self.typed if _day_in(self.typed) else ""

    @classmethod
    def of(cls, typed: str) -> Self:
        """
        >>> Side.of("2026-02-03").day == Side.of("3/2/2026").day == dt.date(2026, 2, 3)
        True
        >>> Side.of("31/02/2026").day, Side.of("").problem
        (None, '')
        """
        typed = typed.strip()[:_LONGEST]
        if not typed:
            return cls()
        day = _day_in(typed)
        if day is None:
            told = _("“%(typed)s” is no day. Write day/month/year, such as 03/02/2026.")
            return cls(typed, None, told % {"typed": typed})
        return cls(day.isoformat(), day)


@dataclass(frozen=True)
class Days:
    """Both ends, each may be open. Where something is wrong nothing is narrowed by what is wrong, and it is told."""

    since: Side = Side()
    until: Side = Side()

    @classmethod
    def of(cls, since: str, until: str) -> Self:
        first, last = Side.of(since), Side.of(until)
        if first.day and last.day and first.day > last.day:
            told = _("The last day (%(last)s) is before the first (%(first)s).")
            days = {"first": format_date(first.day), "last": format_date(last.day)}
            return cls(Side(first.typed), Side(last.typed, None, told % days))
        return cls(first, last)

    @property
    def problems(self) -> list[str]:
        return [side.problem for side in (self.since, self.until) if side.problem]

    @property
    def label(self) -> str:
        """What they narrow to, in words; empty where they narrow nothing."""
        first = format_date(self.since.day) if self.since.day else ""
        last = format_date(self.until.day) if self.until.day else ""
        if first and last:
            return first if first == last else f"{first} – {last}"
        if first:
            return _("From %(day)s") % {"day": first}
        return _("Until %(day)s") % {"day": last} if last else ""


def _day_in(typed: str) -> dt.date | None:
    for form in _READ:
        if found := form.fullmatch(typed):
            try:
                return dt.date(*(int(found[part]) for part in ("year", "month", "day")))
            except ValueError:
                return None
    return None
