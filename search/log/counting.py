"""Counts are gathered in the process and written together, seconds later: no search waits, and SQLite has one writer.

What a process has gathered is lost when it is killed; these are statistics. What cannot be written is dropped.
"""

import atexit
import logging
import threading
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction

from search.log.models import ClickDay, QueryDay
from search.log.receipts import Receipt

logger = logging.getLogger(__name__)

#: Of more different queries, and of more different results opened, the rest is not counted until these are written.
MOST_GATHERED = 5_000
#: On one day so many different ones have rows in either table; what comes beside them is somebody playing. Those that
#: have a row are counted on.
MOST_ROWS_A_DAY = 20_000

QueryKey = tuple[date, str, bool, str]
ClickKey = tuple[date, str, int, int]
Key = TypeVar("Key", QueryKey, ClickKey)

_ADD_QUERIES = """INSERT INTO search_queryday
    (day, words, is_signed_in, engine, searches, visitors, results, without_results, milliseconds)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (day, words, is_signed_in, engine) DO UPDATE SET
    searches = search_queryday.searches + excluded.searches, visitors = search_queryday.visitors + excluded.visitors,
    results = excluded.results, without_results = search_queryday.without_results + excluded.without_results,
    milliseconds = search_queryday.milliseconds + excluded.milliseconds"""
_ADD_CLICKS = """INSERT INTO search_clickday (day, words, position, page, clicks) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (day, words, position, page) DO UPDATE SET clicks = search_clickday.clicks + excluded.clicks"""


@dataclass
class _Sum:
    searches: int = 0
    visitors: int = 0
    results: int = 0
    without_results: int = 0
    milliseconds: int = 0


@dataclass
class _Gathered:
    queries: dict[QueryKey, _Sum] = field(default_factory=dict)
    clicks: Counter[ClickKey] = field(default_factory=Counter)


class Gatherer:
    """The counts of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gathered = _Gathered()
        self._timer: threading.Timer | None = None

    def search(self, receipt: Receipt, day: date, *, is_new_visitor: bool) -> None:
        key = (day, receipt.words, receipt.is_signed_in, receipt.engine)
        with self._lock:
            if len(self._gathered.queries) >= MOST_GATHERED and key not in self._gathered.queries:
                return
            counted = self._gathered.queries.setdefault(key, _Sum())
            counted.searches += 1
            counted.visitors += is_new_visitor
            counted.results = receipt.results
            counted.without_results += not receipt.results
            counted.milliseconds += receipt.milliseconds
        self._write_later()

    def click(self, receipt: Receipt, position: int, page: int, day: date) -> None:
        key = (day, receipt.words, position, page)
        with self._lock:
            if len(self._gathered.clicks) >= MOST_GATHERED and key not in self._gathered.clicks:
                return
            self._gathered.clicks[key] += 1
        self._write_later()

    def write(self) -> None:
        """Write what was gathered, in one transaction; what the database does not take is dropped."""
        with self._lock:
            gathered, self._gathered = self._gathered, _Gathered()
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None
        if not (gathered.queries or gathered.clicks):
            return
        try:
            with transaction.atomic():
                _write(gathered)
        except (DatabaseError, InterfaceError):
            logger.warning("counts of searches could not be written", exc_info=True)

    def _write_later(self) -> None:
        if not settings.SEARCH_LOG_SECONDS:
            self.write()
            return
        with self._lock:
            if self._timer is None:
                timer = threading.Timer(settings.SEARCH_LOG_SECONDS, self._write_in_thread)
                timer.daemon = True
                try:
                    timer.start()
                except RuntimeError:  # no more threads: the next search tries again
                    logger.warning("no thread for writing the counts of searches", exc_info=True)
                else:
                    self._timer = timer

    def _write_in_thread(self) -> None:
        try:
            self.write()
        finally:
            connection.close()


def _write(gathered: _Gathered) -> None:
    asked = _with_room(QueryDay, ("day", "words", "is_signed_in", "engine"), gathered.queries)
    opened = _with_room(ClickDay, ("day", "words", "position", "page"), gathered.clicks)
    queries = [
        (*key, one.searches, one.visitors, one.results, one.without_results, one.milliseconds)
        for key, one in sorted(gathered.queries.items())
        if key in asked
    ]
    clicks = [(*key, count) for key, count in sorted(gathered.clicks.items()) if key in opened]
    with connection.cursor() as cursor:
        if queries:
            cursor.executemany(_ADD_QUERIES, queries)
        if clicks:
            cursor.executemany(_ADD_CLICKS, clicks)


def _with_room(rows: type[QueryDay] | type[ClickDay], names: Sequence[str], keys: Collection[Key]) -> Collection[Key]:
    """Those of ``keys`` that may be written: on a day that is full, those that have a row."""
    full = {day for day in {key[0] for key in keys} if rows.objects.filter(day=day).count() >= MOST_ROWS_A_DAY}
    if not full:
        return keys
    words = {key[1] for key in keys if key[0] in full}
    known = set(rows.objects.filter(day__in=full, words__in=words).values_list(*names))
    return {key for key in keys if key[0] not in full or key in known}


gatherer = Gatherer()
atexit.register(gatherer.write)
