"""Counts are gathered in the process and written together, seconds later: no search waits, and SQLite has one writer.

What a process has gathered is lost when it is killed; these are statistics. What cannot be written is dropped.
"""

import atexit
import logging
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction

from search.log.models import ClickDay, QueryDay
from search.log.receipts import Receipt

logger = logging.getLogger(__name__)

#: Of more different queries the rest is not counted until these are written.
MOST_GATHERED = 5_000
#: On one day so many different ones have rows; what is asked beside them is somebody playing.
MOST_ROWS_A_DAY = 20_000

QueryKey = tuple[date, str, bool, str]
ClickKey = tuple[date, str, int, int]

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

    def __len__(self) -> int:
        return len(self.queries) + len(self.clicks)


class Gatherer:
    """The counts of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gathered = _Gathered()
        self._timer: threading.Timer | None = None

    def search(self, receipt: Receipt, day: date, *, is_new_visitor: bool) -> None:
        key = (day, receipt.words, receipt.is_signed_in, receipt.engine)
        with self._lock:
            if len(self._gathered) >= MOST_GATHERED and key not in self._gathered.queries:
                return
            counted = self._gathered.queries.setdefault(key, _Sum())
            counted.searches += 1
            counted.visitors += is_new_visitor
            counted.results = receipt.results
            counted.without_results += not receipt.results
            counted.milliseconds += receipt.milliseconds
        self._write_later()

    def click(self, receipt: Receipt, position: int, page: int, day: date) -> None:
        with self._lock:
            if len(self._gathered) >= MOST_GATHERED:
                return
            self._gathered.clicks[(day, receipt.words, position, page)] += 1
        self._write_later()

    def write(self) -> None:
        """Write what was gathered, in one transaction; what the database does not take is dropped."""
        with self._lock:
            gathered, self._gathered = self._gathered, _Gathered()
            self._timer = None
        if not len(gathered):
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
                self._timer = threading.Timer(settings.SEARCH_LOG_SECONDS, self._write_in_thread)
                self._timer.daemon = True
                self._timer.start()

    def _write_in_thread(self) -> None:
        self.write()
        connection.close()


def _write(gathered: _Gathered) -> None:
    days = {key[0] for key in gathered.queries}
    full = {day for day in days if QueryDay.objects.filter(day=day).count() >= MOST_ROWS_A_DAY}
    full |= {
        day
        for day in {key[0] for key in gathered.clicks}
        if ClickDay.objects.filter(day=day).count() >= MOST_ROWS_A_DAY
    }
    queries = [
        (*key, one.searches, one.visitors, one.results, one.without_results, one.milliseconds)
        for key, one in sorted(gathered.queries.items())
        if key[0] not in full
    ]
    clicks = [(*key, count) for key, count in sorted(gathered.clicks.items()) if key[0] not in full]
    with connection.cursor() as cursor:
        if queries:
            cursor.executemany(_ADD_QUERIES, queries)
        if clicks:
            cursor.executemany(_ADD_CLICKS, clicks)


gatherer = Gatherer()
atexit.register(gatherer.write)
