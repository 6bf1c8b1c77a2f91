"""The connection on which PostgreSQL tells of commits: as safe as Django's own, and opened again after it was cut."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import InterfaceError, OperationalError, connection

from portal.outbox import running
from portal.outbox.running import run_until
from portal.outbox.services import CHANNEL
from portal.outbox.waking import PostgresAlarm, alarm

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no connection to be cut")


def listeners() -> set[int]:
    """The server's processes that listen for commits in this database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = %s", [f"LISTEN {CHANNEL}"]
        )
        return {pid for (pid,) in cursor.fetchall()}


def cut(pids: set[int]) -> None:
    """As a restart of the server does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid, 10000) FROM unnest(%s::int[]) AS pid", [sorted(pids)])


def wait_for(found: Callable[[], set[int]]) -> set[int]:
    deadline = time.monotonic() + 60
    while not (pids := found()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return pids


@pytest.fixture
def worker(committing_db, monkeypatch) -> Iterator[threading.Thread]:
    """``run_until`` as the worker process has it, with a database connection of its own."""
    monkeypatch.setattr(running, "TRY_AGAIN_SECONDS", 0.05)
    stop = threading.Event()

    def work() -> None:
        try:
            run_until(stop)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    yield thread
    stop.set()
    thread.join()


def test_a_cut_connection_is_an_error_of_the_database(db):
    with alarm() as waiting:
        cut(listeners())
        with pytest.raises((OperationalError, InterfaceError)):
            waiting.wait(10)


def test_a_server_that_is_not_there_is_an_error_of_the_database(db, monkeypatch, tmp_path):
    monkeypatch.setitem(connection.settings_dict, "HOST", str(tmp_path))
    with pytest.raises(OperationalError), alarm():
        pytest.fail("nobody listens there")


def test_a_worker_survives_a_restart_of_the_server(worker):
    before = wait_for(listeners)
    cut(before)
    after = wait_for(lambda: listeners() - before)
    assert after
    assert worker.is_alive()


def test_the_connection_is_made_as_djangos_own_is(db, monkeypatch):
    """What guards Django's connection (TLS, a service file, a role's options) guards this one."""
    options = {**connection.settings_dict["OPTIONS"], "application_name": "portal-worker", "sslmode": "disable"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    with PostgresAlarm() as waiting:
        made_with = waiting._listening.info.get_parameters()
    assert made_with["application_name"] == "portal-worker"
    assert made_with["sslmode"] == "disable"
    assert int(made_with["connect_timeout"]) > 0


def test_an_installation_may_choose_how_long_a_connection_may_take(db, monkeypatch):
    options = {**connection.settings_dict["OPTIONS"], "connect_timeout": 3}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    with PostgresAlarm() as waiting:
        assert waiting._listening.info.get_parameters()["connect_timeout"] == "3"
