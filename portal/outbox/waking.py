"""How a worker learns of a commit: PostgreSQL tells it, in SQLite a number changes with every commit."""

import time
from types import TracebackType
from typing import Any, Protocol, Self

from django.db import connection

from portal.outbox.services import CHANNEL

_LOOK_EVERY_SECONDS = 0.05
_CONNECT_SECONDS = 10
#: How Django reads rows, in the words of psycopg.
_NOT_FOR_THE_SERVER = {"autocommit", "context", "cursor_factory", "prepare_threshold", "row_factory"}


class Alarm(Protocol):
    """``wait`` returns when something was committed, or when the time is over."""

    def wait(self, seconds: float) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class PostgresAlarm:
    """LISTEN on a connection of its own: Django's may be closed and opened at any time.

    What goes wrong with it is raised as Django's own errors, which whoever waits for a database knows.
    """

    def __enter__(self) -> Self:
        import psycopg

        with connection.wrap_database_errors:
            self._listening = psycopg.connect(**_parameters(), autocommit=True)
            self._listening.execute(f"LISTEN {CHANNEL}")
        return self

    def wait(self, seconds: float) -> None:
        with connection.wrap_database_errors:
            for _ in self._listening.notifies(timeout=seconds, stop_after=1):
                return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.close()


def _parameters() -> dict[str, Any]:
    """All that Django connects with, so that this connection is guarded as Django's is."""
    found = {
        name: value for name, value in connection.get_connection_params().items() if name not in _NOT_FOR_THE_SERVER
    }
    return {"connect_timeout": _CONNECT_SECONDS, **found}


class SqliteAlarm:
    """``PRAGMA data_version`` differs once another connection has committed; it costs next to nothing."""

    def __enter__(self) -> Self:
        self._seen = self._version()
        return self

    def wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            version = self._version()
            if version != self._seen:
                self._seen = version
                return
            time.sleep(_LOOK_EVERY_SECONDS)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing was opened."""

    @staticmethod
    def _version() -> int:
        with connection.cursor() as cursor:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])


def alarm() -> Alarm:
    return PostgresAlarm() if connection.vendor == "postgresql" else SqliteAlarm()
