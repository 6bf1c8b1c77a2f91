"""How many of the rows found have each kind, type, year and so on.

Rows are grouped by their combination and section in the database, which is one number and a short text to compare;
what a combination means is read here, and kept: its number is made of its values.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count
from django.db.models.functions import Substr

from search.contract import Facet
from search.engines.database import storage
from search.models import Combination

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from search.models import SearchRow

#: Length of the path of the first page, below which the sections lie.
_FIRST_PAGE, _STEP = 8, 4
_MOST_KEPT = 200_000
_kept: dict[int, "Values"] = {}


@dataclass(frozen=True, slots=True)
class Values:
    """What a combination says. ``spans``: status, first day, the day after the last."""

    facets: Mapping[Facet, tuple[str, ...]]
    flat: tuple[tuple[Facet, str], ...]
    year: int | None
    spans: Sequence[Sequence[str | None]]

    def status(self, today: dt.date) -> str:
        """The status on a day, "" where there is none."""
        day = today.isoformat()
        holding = (
            status
            for status, starts, ends in self.spans
            if (starts is None or starts <= day) and (ends is None or ends > day)
        )
        return next(holding, None) or ""

    def counted(self, today: dt.date) -> tuple[tuple[Facet, str], ...]:
        """All that an entry is counted by."""
        if not self.spans:
            return self.flat
        return self.flat + tuple((Facet.STATUS, status) for status in self.of(Facet.STATUS, today))

    def of(self, facet: Facet, today: dt.date) -> tuple[str, ...]:
        if facet is Facet.STATUS and self.spans:
            return tuple(filter(None, [self.status(today)]))
        return self.facets.get(facet, ())


def combinations(numbers: Iterable[int] | None = None) -> Mapping[int, Values]:
    """What the combinations of these numbers mean; ``None`` for all there are."""
    if len(_kept) > _MOST_KEPT:
        _kept.clear()
    wanted = set(Combination.objects.values_list("pk", flat=True)) if numbers is None else set(numbers)
    missing = sorted(wanted - _kept.keys())
    if missing:
        rows = storage.as_set(Combination.objects.all(), missing, "id")
        _kept.update({number: _read(values) for number, values in rows.values_list("pk", "values")})
    return {number: _kept[number] for number in wanted if number in _kept}


def _read(values: list) -> Values:
    kind, document_type, issuer, fields, year, token, spans = values
    single = {
        Facet.KIND: kind,
        Facet.DOCUMENT_TYPE: document_type,
        Facet.ISSUER: issuer,
        Facet.YEAR: str(year or ""),
        Facet.LEVEL: token,
    }
    facets = {facet: (value,) for facet, value in single.items() if value} | {Facet.FIELD: tuple(fields)}
    flat = tuple((facet, value) for facet, some in facets.items() for value in dict.fromkeys(some))
    return Values(facets, flat, year, spans)


def fitting(chosen: Mapping[Facet, Sequence[str]], today: dt.date) -> list[int]:
    """The combinations that have one of the values chosen of each facet."""
    asked = {facet: set(values) for facet, values in chosen.items()}
    return [
        number
        for number, values in combinations().items()
        if all(asked[facet].intersection(values.of(facet, today)) for facet in asked)
    ]


@dataclass(frozen=True, slots=True)
class Counted:
    total: int
    facets: Mapping[Facet, Mapping[str, int]]


def count(
    rows: "QuerySet[SearchRow]",
    chosen: Mapping[Facet, Sequence[str]],
    today: dt.date,
    length: int,
    sections: Collection[str] | None,
) -> Counted:
    """How many rows have what was chosen, and how many would have each value were it chosen beside the others.

    Sections are counted by their paths, which have ``length``; ``sections`` are the chosen ones, ``None`` for all.
    A section's own page is not in it.
    """
    grouped = rows.order_by().annotate(section=Substr("page__path", 1, length + 1))  # longer: below a section
    groups = list(grouped.values_list("combination_id", "section").annotate(found=Count("pk")))
    meant = combinations({number for number, _section, _found in groups})
    asked: dict[Facet, set[str]] = {facet: set(values) for facet, values in chosen.items() if values}
    asked.pop(Facet.SECTION, None)
    lacking = {number: _lacking(values, asked, today) for number, values in meant.items()}
    by_path: Counter[str] = Counter()
    beside: defaultdict[int, int] = defaultdict(int)
    for number, section, found in groups:
        if number not in lacking:  # written between the two queries
            continue
        path = section[:length] if len(section) > length else ""
        if path and not lacking[number]:
            by_path[path] += found
        if sections is None or path in sections:
            beside[number] += found
    tally: defaultdict[tuple[Facet, str], int] = defaultdict(int)
    for number, found in beside.items():
        if len(lacking[number]) < 2:
            only = lacking[number][0] if lacking[number] else None
            for counted in meant[number].counted(today):
                if only is None or counted[0] is only:
                    tally[counted] += found
    tallies: dict[Facet, Counter[str]] = {facet: Counter() for facet in _COUNTED}
    for (facet, value), found in tally.items():
        tallies[facet][value] = found
    total = sum(found for number, found in beside.items() if not lacking[number])
    tallies[Facet.SECTION] = by_path
    return Counted(total, {facet: dict(counts.most_common()) for facet, counts in tallies.items() if counts})


def _lacking(values: Values, asked: Mapping[Facet, set[str]], today: dt.date) -> list[Facet]:
    """The facets of which a combination has none of the values that were chosen."""
    return [facet for facet, wanted in asked.items() if not wanted.intersection(values.of(facet, today))]


_COUNTED = (Facet.KIND, Facet.DOCUMENT_TYPE, Facet.ISSUER, Facet.FIELD, Facet.YEAR, Facet.STATUS, Facet.LEVEL)


def section_length(within: str) -> int:
    """The length of the paths of the sections right below the page at ``within``; below the first page if it is "".

    >>> section_length(""), section_length("000100010002")
    (12, 16)
    """
    return (len(within) or _FIRST_PAGE) + _STEP
