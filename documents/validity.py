"""From dates and relations to periods: a pure function, so that every rule of it can be tried by itself.

A document begins to hold on the day it takes effect; a paper of the Party for which no other day is written on the day
it was signed (domain 2.8). It ends on its expiry, or when another replaces or abrogates it as a whole; an amendment, or
a replacement of a part, leaves the rest in force. A suspension lies over all of that for as long as it lasts.
What is not known is not guessed: without any beginning the status is not determined.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.models.catalogue import RelationKind
from documents.models.status import Status

Effect = RelationKind.Effect


@dataclass(frozen=True)
class Period:
    """``status`` from ``starts`` to the day before ``ends``."""

    status: Status
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True)
class Change:
    """What another document does to this one, from ``since`` on; ``None``: nobody knows since when."""

    effect: str
    since: dt.date | None
    until: dt.date | None = None
    is_partial: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of one document."""

    begins: dt.date | None
    ends: dt.date | None = None
    expired_part: bool = False
    changes: Sequence[Change] = ()
    override: Status | None = None


def periods_of(facts: Facts) -> list[Period]:
    """The periods, one after the other without gaps.

    >>> day = dt.date(2018, 7, 6)
    >>> [(p.status.value, p.starts and p.starts.year) for p in periods_of(Facts(day, ends=dt.date(2025, 1, 1)))]
    [('not_yet', None), ('in_force', 2018), ('expired', 2025)]
    """
    if facts.override is not None:
        return [Period(facts.override)]
    end = _first([facts.ends, *(change.since for change in facts.changes if _ends(change))])
    if end is None and any(_ends(change) for change in facts.changes):
        return [Period(Status.EXPIRED)]  # by a document whose own day is unknown
    if facts.begins is None:
        return [Period(Status.UNKNOWN, None, end), Period(Status.EXPIRED, end)] if end else [Period(Status.UNKNOWN)]
    periods = [Period(Status.NOT_YET, None, facts.begins), *_in_force(facts, end)]
    if end is not None:
        periods.append(Period(Status.EXPIRED, max(end, facts.begins)))
    for change in facts.changes:
        if change.effect == Effect.SUSPENDS and change.since is not None:
            periods = _laid_over(periods, Period(Status.SUSPENDED, max(change.since, facts.begins), change.until))
    return periods


def _ends(change: Change) -> bool:
    return change.effect in (Effect.REPLACES, Effect.ABROGATES) and not change.is_partial


def _in_force(facts: Facts, end: dt.date | None) -> Iterable[Period]:
    """From the beginning to ``end``: in force, and from the first change of a part on only partly."""
    begins = facts.begins
    if begins is None or (end is not None and end <= begins):
        return
    parts = [
        change for change in facts.changes if change.effect == Effect.AMENDS or (change.is_partial and change.effect)
    ]
    if facts.expired_part or any(change.since is None for change in parts):
        yield Period(Status.PARTLY_EXPIRED, begins, end)
        return
    first = _first([change.since for change in parts])
    if first is None or (end is not None and first >= end):
        yield Period(Status.IN_FORCE, begins, end)
        return
    if first > begins:
        yield Period(Status.IN_FORCE, begins, first)
    yield Period(Status.PARTLY_EXPIRED, max(first, begins), end)


def _laid_over(periods: Iterable[Period], cover: Period) -> list[Period]:
    """``periods`` with ``cover`` over whatever holds while it lasts; what has expired stays so."""
    laid: list[Period] = []
    for period in periods:
        if not period.status.holds:
            laid.append(period)
            continue
        start, end = _later(period.starts, cover.starts), _earlier(period.ends, cover.ends)
        if start is not None and end is not None and start >= end:
            laid.append(period)
            continue
        if start != period.starts:
            laid.append(replace(period, ends=start))
        laid.append(Period(cover.status, start, end))
        if end != period.ends:
            laid.append(replace(period, starts=end))
    return laid


def _first(days: Iterable[dt.date | None]) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return _first((one, other))
