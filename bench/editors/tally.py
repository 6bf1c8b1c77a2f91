"""What happened, counted by many threads; and the pace at which it happens."""

import threading
import time
from collections import Counter, defaultdict


class ShiftIsOver(Exception):
    """Nobody begins anything any more."""


class Shift:
    """So many actions in all, each editor one every so many seconds; at the latest it ends with the time.

    An editor who had to wait for an answer catches up, as one does.
    """

    def __init__(self, actions: int, per_minute: int, editors: int, seconds: float) -> None:
        self.left, self.seconds = actions, seconds
        self._every = 60 * editors / per_minute
        self._editors = editors
        self._lock = threading.Lock()
        self._next: dict[int, float] = {}

    def begin(self) -> None:
        self.began = self.ended = time.monotonic()
        self._next = {number: self.began + self._every * number / self._editors for number in range(self._editors)}

    def take(self, editor: int) -> None:
        """Wait for this editor's turn to do something.

        Raises:
            ShiftIsOver: all is done, or the time is over.
        """
        due = self._next[editor]
        self._next[editor] = due + self._every
        time.sleep(max(0.0, due - time.monotonic()))
        with self._lock:
            self.ended = time.monotonic()
            if self.left <= 0 or self.ended - self.began > self.seconds:
                raise ShiftIsOver
            self.left -= 1

    @property
    def minutes(self) -> float:
        return (self.ended - self.began) / 60


class Waiting:
    """The pages that wait for a decision, by whose step it is: what the lists of work show."""

    def __init__(self) -> None:
        self._pages: dict[int, str] = {}
        self._lock = threading.Lock()

    def put(self, page: int, role: str) -> None:
        with self._lock:
            self._pages[page] = role

    def remove(self, page: int) -> None:
        with self._lock:
            self._pages.pop(page, None)

    def of(self, role: str) -> list[int]:
        with self._lock:
            return [page for page, waits_for in self._pages.items() if waits_for == role]


class Tally:
    """Counts by name, refusals by reason, and how long answers took."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.problems: list[str] = []
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self._lock = threading.Lock()

    def answered(self, what: str, status: int, seconds: float) -> None:
        with self._lock:
            self.seconds[what].append(seconds)
            if status >= 500:
                self.counts["server errors"] += 1
                self.problems.append(f"{what}: {status}")

    def count(self, name: str) -> None:
        with self._lock:
            self.counts[name] += 1

    def refused(self, reason: str) -> None:
        with self._lock:
            self.counts["refused"] += 1
            self.reasons[reason[:150]] += 1

    def problem(self, name: str, what: str) -> None:
        """Something that must not be."""
        with self._lock:
            self.counts[name] += 1
            self.problems.append(f"{name}: {what}")
