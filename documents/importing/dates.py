"""The days that registers hold: dates, serial numbers of spreadsheets, and texts of every form, the day always first.

What says no whole day (`tháng 7/2018`, `…/…/2018`) is unknown, and what says one that cannot be is refused: nothing is
put right by guessing.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from documents.validation import FIRST_YEAR, YEARS_AHEAD
from portal.text import fold

#: Serial numbers from 1930 to 2064: what a date column holds when its cells lost their format.
_SERIALS = range(10_959, 60_000)
_EPOCHS = {1900: dt.date(1899, 12, 30), 1904: dt.date(1904, 1, 1)}
_DIGIT_LOOKALIKES = str.maketrans({"o": "0", "l": "1", "i": "1"})

_MONTHS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MONTH_NUMBERS = _MONTHS | {name: number for number, name in enumerate(_ROMAN, start=1)}
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDS = re.compile(
    rf"(?<!\d)(?:ngay )?(?:mong |mung )?(?P<day>\d{{1,2}})\s*,?\s*thang\s*(?P<month>\d{{1,2}}|{_MONTH_NAMES})"
    r"(?:\s*,?\s*nam\s*|[\s,/.-]+)(?P<year>\d{1,6})(?!\d)"
)
_DIGITS = re.compile(
    r"(?<![\d/.-])(?<!\b[oli])(?P<day>\d{1,2})\s*(?P<sep>[-/.,\\]|\s)\s*(?P<month>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{1,6})(?![\d]|[-/.]\d)"
)
_MIXED = re.compile(
    r"(?<![\d/.-])(?<!\b[oli])(?P<day>\d{1,2})\s*[-/.,\\]\s*(?P<month>\d{1,2})\s*[-/.,\\]\s*(?P<year>\d{1,6})(?![\d]|[-/.]\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=\D|t\d|\Z)")
#: 6.VIII.2014, as typewriters wrote it, and 11-Thg2-20, as a spreadsheet set to Vietnamese shows it.
_ROMAN_MONTH = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})\s*(?P<sep>[-/.,])\s*(?P<month>xii?|x|ix|viii|vii|vi|v|iv|iii|ii|i)\s*(?P=sep)\s*(?P<year>\d{1,6})(?!\d)"
)
_SHORT_MONTH = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})[-\s/.]*\b(?:thg|th|t)[.\s]*(?P<month>\d{1,2})[-\s/.,]+(?P<year>\d{1,6})(?!\d)"
)
_ENGLISH = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[- ](?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]+"
    r"(?P<year>\d{2,4})(?!\d)"
)
_ENGLISH_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_TOGETHER = re.compile(r"(?<!\d)(\d{8})(?!\d)")
_NO_DAY = re.compile(
    r"(?:(?:ngay)?[\s.…_/-]*thang\s*\d{1,2}\s*[-/.,\s]*(?:nam\s*)?\d{4}|\d{1,2}\s*[-/.]\s*(?:\d{4}|\d{1,2})|(?:nam\s*)?(?:19|20)\d\d"
    r"|(?:ngay)?[\s.…_?x]*[-/.][\s.…_?x]*\d{0,2}[\s.…_?x]*[-/.]?\s*(?:\d{4})?|(?:ngay\s*)?\d{1,2}\s*thang\s*\d{1,2}|quy?i? [ivx\d]+\W+(?:nam )?\d{4})"
)
_UNKNOWN = frozenset(
    fold(word)
    for word in (
        "", "-", "--", "---", "?", "??", "…", "...", "..", ".", "x", "không rõ", "chưa rõ", "không", "không có", "chưa có",
        "chưa xác định", "không xác định", "kxđ", "n/a", "na", "null", "none", "không ghi", "không ghi ngày", "k rõ",
        "không nhớ", "0", "/", "//", "/ /", "không rõ ngày", "không đề ngày", "thiếu", "chưa cập nhật", "mất",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Day:
    """What a cell says of a day. ``refused``: why that cannot be; ``doubt``: what a person should look at."""

    day: dt.date | None = None
    refused: str = ""
    doubt: str = ""
    #: Where in the folded text the day stands.
    span: tuple[int, int] = (0, 0)


def read_day(text: str, number: float | None = None, epoch: int = 1900) -> Day:
    """What ``text`` says, or the number of a cell; the last day of a term ``from … to …`` is not asked for here.

    >>> [read_day(text).day.isoformat() for text in ("6.7.2018", "Ngày 06 tháng 7 năm 2018", "2018-07-06T00:00:00")]
    ['2018-07-06', '2018-07-06', '2018-07-06']
    >>> read_day("43287").day, bool(read_day("31/02/2020").refused), bool(read_day("tháng 7/2018").doubt)
    (datetime.date(2018, 7, 6), True, True)
    """
    if number is not None:
        return _serial(number, epoch)
    folded = fold(text)
    if folded.strip(" '’`") in _UNKNOWN:
        return Day()
    found = days_in(folded)
    if not found:
        return _no_day(text, folded, epoch)
    refused = next((day for day in found if day.refused), None)
    if refused is not None:
        return refused
    if len({day.day for day in found}) > 1:
        return Day(refused=_("“%(text)s” holds several days. Write one.") % {"text": text[:60]})
    return found[0]


def days_in(folded: str) -> list[Day]:
    """Every day that a folded text names, in their order."""
    found: dict[int, Day] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (_ISO, _WORDS, _ENGLISH, _SHORT_MONTH, _ROMAN_MONTH, _DIGITS, _MIXED):
        for one in pattern.finditer(folded):
            start, end = one.span()
            if any(start < last and first < end for first, last in taken):
                continue
            taken.append((start, end))
            found[start] = _day(one["day"], one["month"], one["year"], one.span(), one[0])
    return [found[start] for start in sorted(found)]


def _day(day: str, month: str, year: str, span: tuple[int, int], text: str) -> Day:
    number = _MONTH_NUMBERS.get(month) or _ENGLISH_MONTHS.get(month) or int(month)
    doubt = ""
    whole = int(year)
    if len(year) == 2:
        whole = _with_century(whole)
        doubt = _("The year “%(short)s” was taken for %(year)d.") % {"short": year, "year": whole}
    if len(year) not in (2, 4) or not FIRST_YEAR <= whole <= dt.date.today().year + YEARS_AHEAD:  # noqa: DTZ011  a bound of years
        return Day(refused=_("“%(text)s”: the year cannot be right. Correct it.") % {"text": text.strip()}, span=span)
    try:
        return Day(dt.date(whole, number, int(day)), doubt=doubt, span=span)
    except ValueError:
        return Day(refused=_impossible(text.strip(), number), span=span)


def _impossible(text: str, month: int) -> str:
    if month > 12:
        return _("“%(text)s”: there is no such month. Write the day first, then the month.") % {"text": text}
    return _("“%(text)s”: there is no such day.") % {"text": text}


def _with_century(short: int) -> int:
    """Years of two digits are of this century as far as they are past, else of the last.

    >>> _with_century(18), _with_century(97)
    (2018, 1997)
    """
    this = dt.date.today().year % 100  # noqa: DTZ011  a bound of years
    return 2000 + short if short <= this else 1900 + short


def _serial(number: float, epoch: int) -> Day:
    if int(number) in range(FIRST_YEAR, 2100):
        return Day(doubt=_("“%(text)s” says no whole day: it stays empty.") % {"text": f"{number:g}"})
    if number == 0:
        return Day()
    if int(number) not in _SERIALS:
        if len(f"{number:.0f}") in (7, 8):
            return _together(f"{number:.0f}".zfill(8))
        return Day(refused=_("“%(text)s” is no date.") % {"text": f"{number:g}"})
    return Day(_EPOCHS[epoch] + dt.timedelta(days=int(number)))


def _together(digits: str) -> Day:
    """Eight digits in a row, where only one reading can be."""
    readings = {
        day.day
        for day in (
            _day(digits[:2], digits[2:4], digits[4:], (0, 8), digits),
            _day(digits[6:], digits[4:6], digits[:4], (0, 8), digits),
        )
        if day.day
    }
    if len(readings) == 1:
        return Day(readings.pop(), span=(0, 8))
    return Day(refused=_("“%(text)s” is no date.") % {"text": digits})


def _no_day(text: str, folded: str, epoch: int) -> Day:
    bare = folded.strip(" .'’`")
    if bare.isdigit() and int(bare) in _SERIALS:
        return _serial(float(bare), epoch)
    if whole := _TOGETHER.search(folded):
        return _together(whole[1])
    if _NO_DAY.fullmatch(bare):
        year = re.search(r"\d{4}", bare)
        if year and not FIRST_YEAR <= int(year[0]) <= dt.date.today().year + YEARS_AHEAD:  # noqa: DTZ011  a bound of years
            return Day(refused=_("“%(text)s”: the year cannot be right. Correct it.") % {"text": text.strip()[:60]})
        return Day(doubt=_("“%(text)s” says no whole day: it stays empty.") % {"text": text.strip()[:60]})
    alike = bare.translate(_DIGIT_LOOKALIKES)
    if alike != bare and len(found := days_in(alike)) == 1 and re.fullmatch(r"[\d\s./-]+", alike):
        return Day(
            found[0].day, found[0].refused, _("“%(text)s”: letters were taken for digits.") % {"text": text[:60]}
        )
    if not any(char.isdigit() for char in folded):
        return Day(doubt=_("“%(text)s” says no day: it stays empty.") % {"text": text.strip()[:60]})
    return Day(refused=_("“%(text)s” is no date.") % {"text": text.strip()[:60]})


def span_of_days(text: str) -> Iterator[Day]:
    """All days of a text, for cells that hold a beginning and an end."""
    yield from days_in(fold(text))
