"""Asks no server that does not answer: visitors would wait for it one by one.

Closed, every search is tried. After some failures in a row it is open, and for a while none is tried. Then one is, and
decides; others are not tried until it has.
"""

import threading
import time
from collections.abc import Callable

#: So many failures in a row are no accident.
FAILURES = 3
#: So long nobody is sent; what was restarted is found again soon after.
PAUSE_SECONDS = 5.0


class Breaker:
    """For one server and all threads of this process."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, failures: int = FAILURES, pause: float = PAUSE_SECONDS
    ) -> None:
        self._clock = clock
        self._failures = failures
        self._pause = pause
        self._in_a_row = 0
        self._shut_until: float | None = None
        self._lock = threading.Lock()

    def lets_through(self) -> bool:
        """Whether to try now. Who is let through while it is open tries for all: the pause begins anew."""
        with self._lock:
            if self._shut_until is None:
                return True
            if self._clock() < self._shut_until:
                return False
            self._shut_until = self._clock() + self._pause
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._in_a_row = 0
            self._shut_until = None

    def failed(self) -> None:
        with self._lock:
            self._in_a_row += 1
            if self._in_a_row >= self._failures:
                self._shut_until = self._clock() + self._pause
