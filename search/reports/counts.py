"""The counts of the log over a period, of words asked at least twice: what was asked once may name somebody.

How much somebody finds who is signed in says what he may read, and what he asks may be of what only he may read. So
words are listed that others asked often enough, and what was found and not found is told of those others alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, Sum

from portal.text import format_number, format_percent
from search.log.models import ClickDay, QueryDay

PERIODS = (7, 30, 90)
#: By people who are not signed in.
FEWEST_SEARCHES = 2
_ANYBODY = Q(is_signed_in=False)
#: Places of the first page of results; those behind are counted together with none.
MOST_PLACES = 20


@dataclass(frozen=True)
class QueryLine:
    """One query. ``opened`` counts opened results; unknown figures are ``None``.

    ``results`` and ``without_results`` are those of people who are not signed in, all else is of everybody.
    """

    words: str
    searches: int
    visitors: int
    without_results: int
    results: int
    milliseconds: float
    last: date
    opened: int = 0
    place: float | None = None

    @property
    def rate(self) -> float:
        """Of a hundred searches so many opened a result; one search may open several."""
        return 100 * self.opened / self.searches if self.searches else 0.0


@dataclass(frozen=True)
class PlaceLine:
    """One place among the results: how often it was opened, of a hundred searches and of all that were opened."""

    position: int
    clicks: int
    rate: float
    share: float


def queries(today: date, days: int) -> Any:
    """The rows of what was asked, the most frequent first; figures as sums."""
    return (
        QueryDay.objects.filter(day__gt=today - timedelta(days=days))
        .values("words")
        .annotate(
            asked=Sum("searches"),
            people=Sum("visitors"),
            asked_by_anybody=Sum("searches", filter=_ANYBODY),
            nothing=Sum("without_results", filter=_ANYBODY),
            most=Max("results", filter=_ANYBODY),
            time=Sum("milliseconds"),
            last=Max("day"),
        )
        .filter(asked_by_anybody__gte=FEWEST_SEARCHES)
        .order_by("-asked", "words")
    )


def without_results(today: date, days: int) -> Any:
    """What found nothing at least once, the most frequent first."""
    return queries(today, days).filter(nothing__gt=0).order_by("-nothing", "words")


def lines(rows: Sequence[Mapping[str, Any]], today: date, days: int) -> list[QueryLine]:
    """``rows`` with what was opened, in one query more."""
    opened = _opened([row["words"] for row in rows], today, days)
    return [
        QueryLine(
            row["words"],
            row["asked"],
            row["people"],
            row["nothing"],
            row["most"],
            row["time"] / row["asked"],
            row["last"],
            *opened.get(row["words"], (0, None)),
        )
        for row in rows
    ]


def places(today: date, days: int) -> list[PlaceLine]:
    """How often each place of the first page was opened, in two queries."""
    since = today - timedelta(days=days)
    asked = QueryDay.objects.filter(day__gt=since).aggregate(asked=Sum("searches"))["asked"] or 0
    clicked = ClickDay.objects.filter(day__gt=since).values("position").annotate(all=Sum("clicks"))
    counts = dict(clicked.order_by("position").values_list("position", "all"))
    together = sum(counts.values())
    return [
        PlaceLine(place, count, 100 * count / asked if asked else 0.0, 100 * count / together)
        for place, count in counts.items()
        if place <= MOST_PLACES
    ]


def _opened(words: Sequence[str], today: date, days: int) -> dict[str, tuple[int, float]]:
    clicks = ClickDay.objects.filter(day__gt=today - timedelta(days=days), words__in=words).values("words")
    counted = clicks.annotate(all=Sum("clicks"), places=Sum(F("clicks") * F("position")))
    return {row["words"]: (row["all"], row["places"] / row["all"]) for row in counted if row["all"]}


def totals(today: date, days: int) -> Mapping[str, Any]:
    """All searches of the period, also those that are in no line."""
    since = today - timedelta(days=days)
    counted = QueryDay.objects.filter(day__gt=since).aggregate(
        searches=Sum("searches"),
        nothing=Sum("without_results", filter=_ANYBODY),
        different=Count("words", distinct=True),
    )
    return {name: value or 0 for name, value in counted.items()}


def shown(value: float | None) -> str:
    """One decimal; a dash where it is not known."""
    return "–" if value is None else format_number(round(value, 1), decimals=1)


def percent(value: float) -> str:
    return format_percent(round(value, 1), decimals=1)


Cells = Callable[[Any], Iterable[Any]]


def query_cells(line: QueryLine) -> list[Any]:
    return [
        line.words,
        line.searches,
        line.visitors,
        line.results,
        percent(line.rate),
        shown(line.place),
        format_number(round(line.milliseconds)),
    ]


def nothing_cells(line: QueryLine) -> list[Any]:
    return [line.words, line.without_results, line.searches, line.visitors, line.last]


def place_cells(line: PlaceLine) -> list[Any]:
    return [line.position, line.clicks, percent(line.rate), percent(line.share)]
