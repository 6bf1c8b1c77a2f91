"""The worker process: it drains the outbox and runs short tasks, until it is asked to stop."""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker

from portal.outbox.waking import alarm
from portal.outbox.worker import Beat, Checkpoint, drain, no_checkpoint, register_worker

logger = logging.getLogger(__name__)

#: Also without being told, what fell due meanwhile is looked for this often.
LOOK_EVERY_SECONDS = 1.0
TRY_AGAIN_SECONDS = 3.0


def run_until(stop: threading.Event, checkpoint: Checkpoint = no_checkpoint) -> None:
    """Carry effects out until ``stop`` is set; one that was begun is finished first.

    Ending without being asked is for the supervisor: a database that is away is waited for here.
    """
    while not stop.is_set():
        try:
            _run_connected(stop, checkpoint)
        except (DatabaseError, InterfaceError, OSError):
            logger.exception("the database did not answer; trying again")
            close_old_connections()
            stop.wait(TRY_AGAIN_SECONDS)


def _run_connected(stop: threading.Event, checkpoint: Checkpoint) -> None:
    worker = register_worker()
    beat = Beat(worker)
    beat.start()
    try:
        with alarm() as waiting:
            while not stop.is_set():
                drain(worker, stop, checkpoint)
                if not stop.is_set():
                    waiting.wait(LOOK_EVERY_SECONDS)
    finally:
        beat.stop.set()
    worker.delete()


class ShortTasks(threading.Thread):
    """The tasks of some queues, beside the effects of the outbox."""

    def __init__(self, queues: Sequence[str]) -> None:
        super().__init__(name="tasks")
        self.worker = db_worker.Worker(
            queue_names=list(queues), interval=1, batch=False, backend_name="default", startup_delay=False,
            max_tasks=None, worker_id=get_random_string(32), excluded_queue_names=[],
        )  # fmt: skip

    def run(self) -> None:
        while self.worker.running:
            try:
                self.worker.run()
            except (DatabaseError, InterfaceError):
                logger.exception("the database did not answer; trying again")
                close_old_connections()
                time.sleep(TRY_AGAIN_SECONDS)
        connection.close()

    def end(self) -> None:
        """Let the task that runs end, and wait for it."""
        self.worker.running = False
        self.join()


def run_worker(stop: threading.Event, queues: Sequence[str], checkpoint: Callable[[str], None] = no_checkpoint) -> None:
    """Outbox and tasks side by side in one process."""
    tasks = ShortTasks(queues)
    tasks.start()
    try:
        run_until(stop, checkpoint)
    finally:
        tasks.end()
