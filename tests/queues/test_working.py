"""The thread of the tasks does not end unseen."""

import threading

import pytest

from portal.outbox import running
from portal.queues import working


@pytest.fixture
def broken_tasks(monkeypatch) -> None:
    def breaks(worker: working.BeatingWorker) -> None:
        raise MemoryError

    monkeypatch.setattr(working.BeatingWorker, "run", breaks)


@pytest.mark.usefixtures("broken_tasks")
def test_a_thread_of_tasks_that_breaks_ends_the_whole_worker(monkeypatch):
    """The outbox goes on until it is told to stop; so the supervisor sees that the process failed."""
    monkeypatch.setattr(running, "run_until", lambda stop, checkpoint: _told(stop))
    with pytest.raises(working.TasksEnded) as ended:
        running.run_worker(threading.Event(), ["default"])
    assert isinstance(ended.value.__cause__, MemoryError)


def test_one_that_is_told_to_end_ends_well(monkeypatch):
    monkeypatch.setattr(working.BeatingWorker, "run", lambda worker: None)
    monkeypatch.setattr(running, "run_until", lambda stop, checkpoint: None)
    running.run_worker(threading.Event(), ["default"])


def _told(stop: threading.Event) -> None:
    assert stop.wait(60), "nobody said that the tasks ended"
