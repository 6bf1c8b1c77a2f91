"""How many readers run at once on this machine, whichever process starts them: each may take a lot of memory."""

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LOOK_EVERY_SECONDS = 0.1


class AllTaken(Exception):
    """No place became free in time."""


@dataclass(frozen=True)
class Places:
    """``count`` places under one name; whoever finds none waits for one, ``seconds`` at most.

    A place is a lock on a file: the system gives it back when its process ends, however it ends.
    """

    name: str
    count: int
    seconds: float

    @contextmanager
    def one(self) -> Iterator[None]:
        """Raises: AllTaken."""
        deadline = time.monotonic() + self.seconds
        while (place := self._free()) is None:
            if time.monotonic() >= deadline:
                raise AllTaken
            time.sleep(_LOOK_EVERY_SECONDS)
        try:
            yield
        finally:
            os.close(place)

    def _free(self) -> int | None:
        for number in range(self.count):
            path = Path(tempfile.gettempdir()) / f"portal-{os.getuid()}-{self.name}-{number}.lock"
            place = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(place)
            else:
                return place
        return None
