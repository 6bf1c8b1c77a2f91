"""Workers that show that they live. The work itself is django-tasks-db's."""

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker

from portal.beat import Beat
from portal.queues.models import TaskWorker
from portal.queues.services import return_tasks_of

logger = logging.getLogger(__name__)

BEAT_EVERY = timedelta(seconds=10)
TRY_AGAIN_SECONDS = 3.0
_LOOK_EVERY_SECONDS = 0.2


class BeatingWorker(db_worker.Worker):
    """Runs tasks as its parent does, and is known to be there while it does."""

    def run(self) -> None:
        with _known(self.worker_id, self.queue_names):
            super().run()


@contextmanager
def _known(worker_id: str, queues: Sequence[str]) -> Iterator[None]:
    return_tasks_of(worker_id)
    name = f"{socket.gethostname()}:{os.getpid()}"[:100]
    row, _is_new = TaskWorker.objects.update_or_create(pk=worker_id, defaults={"name": name, "queues": list(queues)})
    beat = Beat(row, BEAT_EVERY)
    beat.start()
    try:
        yield
    finally:
        beat.end()
        with suppress(DatabaseError, InterfaceError):  # then it is soon taken for dead
            TaskWorker.objects.filter(pk=worker_id).delete()


def worker_of(queues: Sequence[str], **options: Any) -> BeatingWorker:
    """A worker for ``queues`` under a number of its own; ``options`` are the parent's."""
    given = {
        "interval": 1, "batch": False, "backend_name": "default", "startup_delay": False, "max_tasks": None,
        "worker_id": get_random_string(32), "excluded_queue_names": [], **options,
    }  # fmt: skip
    return BeatingWorker(queue_names=list(queues), **given)


class TasksEnded(RuntimeError):
    """The thread of the tasks broke."""


class TasksThread(threading.Thread):
    """The tasks of some queues, beside whatever else the process does; when it breaks, ``stop`` is set."""

    def __init__(self, queues: Sequence[str], stop: threading.Event, **options: Any) -> None:
        super().__init__(name="tasks")
        self.worker, self.stop = worker_of(queues, **options), stop
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            run_lastingly(self.worker)
        except BaseException as failure:  # noqa: BLE001  ``end`` raises it in the main thread
            self.failure = failure
            self.stop.set()
        finally:
            connection.close()

    def tell_to_end(self) -> None:
        """Take no other task."""
        self.worker.running = False

    def end(self) -> None:
        """Let the task that runs end, and wait for it.

        Raises:
            TasksEnded: the thread broke before. Whoever watches over this process starts it anew.
        """
        self.tell_to_end()
        self.join()
        if self.failure is not None:
            raise TasksEnded from self.failure


def run_lanes(stop: threading.Event, lanes: Sequence[Sequence[str]], *, batch: bool = False) -> None:
    """Several workers in one process, each for the queues of its lane, until ``stop`` is set; when one breaks, all end.

    What tasks read of strangers' files is read in processes of their own, so a lane more costs little memory here.
    ``batch``: until no task waits.

    Raises:
        TasksEnded: one broke. Whoever watches over this process starts it anew.
    """
    threads = [TasksThread(queues, stop, batch=batch) for queues in lanes]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads) and not stop.wait(_LOOK_EVERY_SECONDS):
        pass
    for thread in threads:
        thread.tell_to_end()
    for thread in threads:
        thread.end()


def run_lastingly(worker: BeatingWorker) -> None:
    """Until the worker is asked to stop: a database that is away is waited for."""
    while worker.running:
        try:
            worker.run()
            return
        except (DatabaseError, InterfaceError):
            logger.exception("the database did not answer; trying again")
            close_old_connections()
            time.sleep(TRY_AGAIN_SECONDS)
