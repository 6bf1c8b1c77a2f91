"""Searches in this process, with their time and its own share of it."""

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.access.tokens import Tokens
from search.contract import SearchRequest
from search.engines.database.engine import DatabaseEngine
from search.language.statistics import learned_from
from search.models import StoredEntry
from search.query.understanding import understand

_TAUGHT_BY = 300


@dataclass(frozen=True, slots=True)
class Taken:
    """``cpu_milliseconds`` are this process's own: on PostgreSQL without the server's."""

    milliseconds: float
    cpu_milliseconds: float


def asked(queries: Iterable[str], rounds: int) -> Sequence[Taken]:
    """Ask each query so many times, after one time that counts nothing."""
    known = learned_from(StoredEntry.objects.values_list("body", flat=True)[:_TAUGHT_BY])
    now = dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)
    requests = [SearchRequest(understand(query, known), Tokens(), now, now.date()) for query in queries]
    engine = DatabaseEngine()
    taken = []
    for number in range(rounds + 1):
        for request in requests:
            began, cpu = time.perf_counter(), time.process_time()
            engine.search(request)
            ended = Taken((time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000)
            if number:
                taken.append(ended)
    return taken
