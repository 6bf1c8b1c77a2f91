"""The thread of the tasks does not end unseen."""

import threading
import time

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


def test_a_lane_that_breaks_ends_the_others_and_the_process(monkeypatch):
    def run(worker: working.BeatingWorker) -> None:
        if worker.queue_names == ["scans"]:
            raise MemoryError
        while worker.running:
            time.sleep(0.01)

    monkeypatch.setattr(working.BeatingWorker, "run", run)
    with pytest.raises(working.TasksEnded) as ended:
        working.run_lanes(threading.Event(), [["long"], ["scans"]])
    assert isinstance(ended.value.__cause__, MemoryError)


def test_lanes_that_are_asked_to_stop_end_well(monkeypatch):
    begun = {"long": threading.Event(), "scans": threading.Event()}

    def run(worker: working.BeatingWorker) -> None:
        begun[worker.queue_names[0]].set()
        while worker.running:
            time.sleep(0.01)

    monkeypatch.setattr(working.BeatingWorker, "run", run)
    stop = threading.Event()
    asking = threading.Thread(target=lambda: all(one.wait(60) for one in begun.values()) and stop.set())
    asking.start()
    working.run_lanes(stop, [["long"], ["scans"]])
    asking.join()
    assert all(one.is_set() for one in begun.values()), "each lane has a worker of its own"


def _told(stop: threading.Event) -> None:
    assert stop.wait(60), "nobody said that the tasks ended"
