"""Dates as Vietnamese sites print them.

The grammar, day before month:

    weekday?  [,|-]  time?  day/month/year  time?  zone?        Thứ Hai, 05/10/2020 | 08:15 GMT+7
    time - day/month/year                                       Cập nhật lúc 14:30 - 05/10/2020
    ngày D tháng M năm YYYY                                     Ngày 5 tháng 10 năm 2020, 8 giờ 15
    day month-name year, month-name day, year                   5 Tháng Mười, 2020; October 5, 2020
    ISO 8601                                                    2020-10-05T08:15:00+07:00
    time | day/month                                            10:37 | 14/02: has no year, is no date

A reading says what is wrong with a date instead of guessing: no year, no such day, a day in the future, the year 1.
"""

import datetime as dt
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.text import VIET_NAM


class Problem(enum.StrEnum):
    NO_YEAR = "no_year"
    INVALID = "invalid"
    FUTURE = "future"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Reading:
    """A date found in a text, between ``start`` and ``end`` with its weekday, time and zone."""

    start: int
    end: int
    text: str
    day: dt.date | None = None
    time: dt.time | None = None
    problem: Problem | None = None
    weekday: bool = False
    seconds: bool = False
    zone: bool = False
    doubtful: bool = False  # may be month first, or disagrees with its weekday
    offset: dt.timezone | None = None

    @property
    def moment(self) -> dt.datetime | None:
        """The instant in UTC; midnight in Viet Nam when only the day is known."""
        if self.day is None or self.problem:
            return None
        local = dt.datetime.combine(self.day, self.time or dt.time(), self.offset or VIET_NAM)
        return local.astimezone(dt.UTC)


_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
}  # fmt: skip
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"mười\s+một|mười\s+hai|một|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp"
_ENGLISH_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)

_DATE = re.compile(
    rf"""
    (?<![\d/.:,-])(?P<iso>\d{{4}})-(?P<iso_m>\d{{2}})-(?P<iso_d>\d{{2}})(?!\d)
        (?:[T ](?P<iso_h>\d{{2}}):(?P<iso_mi>\d{{2}})(?::(?P<iso_s>\d{{2}})(?:\.\d+)?)?\s?(?P<iso_z>Z|[+-]\d{{2}}:?\d{{2}})?)?
    | (?<![\d/.-])(?P<y0>\d{{4}})/(?P<m0>\d{{1,2}})/(?P<d0>\d{{1,2}})(?![\d/])
    | (?<![\d/.-])(?P<d1>\d{{1,2}})(?P<sep>\s?[/.-]\s?)(?P<m1>\d{{1,2}})(?P=sep)(?P<y1>\d{{4}}|(?<=[/.])\d{{2}})(?![\d/]|[.-]\d)
    | (?:ngày\s*)?(?<!\d)(?P<d2>\d{{1,2}})\s*tháng\s*(?P<m2>\d{{1,2}})\s*(?:[,/-]?\s*năm|,|\s)\s*(?P<y2>\d{{4}})(?!\d)
    | (?<!\d)(?P<d3>\d{{1,2}})\s+tháng\s+(?P<m3>{_MONTH_NAME})\b\s*,?\s*(?:năm\s*)?(?P<y3>\d{{4}})(?!\d)
    | tháng\s+(?P<m4>{_MONTH_NAME}|\d{{1,2}})\s+(?P<d4>\d{{1,2}})\s*,\s*(?P<y4>\d{{4}})(?!\d)
    | (?<!\d)(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<m5>{_ENGLISH_MONTH})\.?,?[\s-](?P<y5>\d{{4}})(?!\d)
    | \b(?P<m6>{_ENGLISH_MONTH})\.?\s+(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y6>\d{{4}})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_YEAR = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})\s?[/-]\s?(?P<m>\d{1,2})(?![\d/.-])", re.IGNORECASE)
_TIME = (
    r"(?P<h>\d{1,2})\s?(?::|h|g|giờ)\s?(?P<mi>[0-5]\d)(?!\d)(?:\s?phút)?(?P<s>:[0-5]\d)?(?:\.\d{1,3})?"
    r"\s?(?P<half>(?:SA|CH|AM|PM|a\.m\.?|p\.m\.?|sáng|chiều|tối)(?!\w))?"
)
_BETWEEN = r"(?:[\s,;|·•()\[\]–—'’-]|lúc|vào|hồi|ngày|at)*"
_WEEKDAY = (
    r"(?:(?<!\w)thứ\s*(?P<wd>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?<!\w)(?P<sun>chủ\s*nhật|cn)(?!\w)|(?<!\w)t(?P<t>[2-7])(?=[\s,.])|"
    r"(?<!\w)(?P<en>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\w))"
)
_BEFORE_TIME = re.compile(rf"{_TIME}{_BETWEEN}$", re.IGNORECASE)
_AFTER_TIME = re.compile(rf"{_BETWEEN}{_TIME}", re.IGNORECASE)
_BEFORE_WEEKDAY = re.compile(rf"{_WEEKDAY}{_BETWEEN}$", re.IGNORECASE)
_ZONE = re.compile(r"[\s,(\[]*\(?\[?\s*(?:GMT|UTC)\s*\+?\s*0?7(?::00)?\s*\]?\)?", re.IGNORECASE)
_OPENING = re.compile(r"(?:\b(?:lúc|ngày|vào|hồi)\s*|[\[(]\s*)+$", re.IGNORECASE)
_CLOSING = re.compile(r"\s*[\])]")
_FIRST_YEAR = 1945


def find_dates(text: str, *, today: dt.date | None = None) -> list[Reading]:
    """Return all dates of ``text`` in order, those without a year included.

    >>> [str(found.moment) for found in find_dates("Thứ Bảy, 12/09/2020, 10:34 [GMT+7]")]
    ['2020-09-12 03:34:00+00:00']
    >>> find_dates("Ngày đăng: 10:37 | 14/02")[0].problem
    <Problem.NO_YEAR: 'no_year'>
    """
    found = [_full(text, match, today or _today()) for match in _DATE.finditer(text)]
    found += list(_yearless(text, found))
    return sorted(found, key=lambda reading: reading.start)


def _today() -> dt.date:
    return dt.datetime.now(VIET_NAM).date()


def _full(text: str, match: re.Match[str], today: dt.date) -> Reading:
    day, month, year, doubtful = _parts(match)
    start, end = match.span()
    time, seconds, offset, english = None, False, None, False
    if match["iso_h"]:
        time, offset = _iso_time(match), _iso_zone(match["iso_z"])
        seconds = match["iso_s"] is not None
    else:
        start, end, clock = _with_time(text, start, end)
        if clock:
            time, seconds = _clock(clock), clock["s"] is not None
            english = (clock["half"] or "").upper() in ("AM", "PM")
    start, weekday = _with_weekday(text, start)
    zone = _ZONE.match(text, end)
    end = zone.end() if zone else end
    if time is None and not match["iso_h"]:
        start, end, clock = _with_time(text, start, end)  # the time before the weekday, or after the zone
        time, seconds = (_clock(clock), clock["s"] is not None) if clock else (None, False)
    start, end = _widened(text, start, end)
    value, problem = _checked(day, month, year, today)
    if value and weekday is not None and value.weekday() != weekday:
        doubtful = True
    if value and english and match["d1"] and day <= 12 and day != month:
        doubtful = True
    return Reading(
        start, end, text[start:end], value, time, problem, weekday is not None, seconds, zone is not None or offset is not None,
        doubtful, offset,
    )  # fmt: skip


def _parts(match: re.Match[str]) -> tuple[int, int, int, bool]:
    if match["iso"]:
        return int(match["iso_d"]), int(match["iso_m"]), int(match["iso"]), False
    form = next(number for number in range(7) if match[f"y{number}"])
    day, year = int(match[f"d{form}"]), int(match[f"y{form}"])
    month = _month(match[f"m{form}"])
    if len(match[f"y{form}"]) == 2:
        year += 2000
    if form == 1 and month > 12 >= day:
        return month, day, year, False  # 10/25/2020 can only be month first
    return day, month, year, len(match[f"y{form}"]) == 2


def _month(name: str) -> int:
    name = " ".join(name.lower().split())
    if name.isdigit():
        return int(name)
    return _MONTHS.get(name) or _ENGLISH_MONTHS.index(name[:3]) + 1


def _checked(day: int, month: int, year: int, today: dt.date) -> tuple[dt.date | None, Problem | None]:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None, Problem.INVALID
    if year < _FIRST_YEAR or value == dt.date(1970, 1, 1):
        return value, Problem.PLACEHOLDER
    return (value, Problem.FUTURE) if value > today + dt.timedelta(days=1) else (value, None)


def _with_time(text: str, start: int, end: int) -> tuple[int, int, re.Match[str] | None]:
    after = _AFTER_TIME.match(text, end)
    if after and _clock(after) is not None:
        return start, after.end(), after
    before = _BEFORE_TIME.search(text[:start])
    if before and _clock(before) is not None:
        return before.start(), end, before
    return start, end, None


def _clock(match: re.Match[str]) -> dt.time | None:
    hour, half = int(match["h"]), (match["half"] or "").lower().replace(".", "")
    if half in ("ch", "pm", "chiều", "tối") and hour < 12:
        hour += 12
    if half in ("sa", "am", "sáng") and hour == 12:
        hour = 0
    return dt.time(hour, int(match["mi"])) if hour < 24 else None


def _iso_time(match: re.Match[str]) -> dt.time | None:
    hour, minute = int(match["iso_h"]), int(match["iso_mi"])
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _iso_zone(written: str | None) -> dt.timezone | None:
    if not written:
        return None
    if written == "Z":
        return dt.UTC
    digits = written[1:].replace(":", "")
    ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(ahead if written[0] == "+" else -ahead) if ahead < dt.timedelta(hours=24) else None


def _with_weekday(text: str, start: int) -> tuple[int, int | None]:
    named = _BEFORE_WEEKDAY.search(text[:start])
    if not named:
        return start, None
    if named["sun"]:
        return named.start(), 6
    if named["en"]:
        return named.start(), _ENGLISH_WEEKDAYS.index(named["en"][:3].lower())
    return named.start(), _WEEKDAYS[(named["wd"] or named["t"]).lower()]


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in "lúc", "ngày" and brackets around the date."""
    opening = _OPENING.search(text[:start])
    if opening:
        start = opening.start()
        closing = _CLOSING.match(text, end)
        end = closing.end() if closing and re.search(r"[\[(]", opening.group()) else end
    return start, end


def _yearless(text: str, found: list[Reading]) -> Iterator[Reading]:
    for match in _NO_YEAR.finditer(text):
        if any(reading.start <= match.start() < reading.end for reading in found):
            continue
        if not (1 <= int(match["d"]) <= 31 and 1 <= int(match["m"]) <= 12):
            continue
        start, end, clock = _with_time(text, *match.span())
        start, weekday = _with_weekday(text, start)
        start, end = _widened(text, start, end)
        if (
            clock
            or weekday is not None
            or match["d"].startswith("0")
            or match["m"].startswith("0")
            or start != match.start()
        ):
            time = _clock(clock) if clock else None
            yield Reading(start, end, text[start:end], time=time, problem=Problem.NO_YEAR, weekday=weekday is not None)
