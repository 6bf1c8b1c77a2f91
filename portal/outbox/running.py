"""The worker process: it drains the outbox and runs short tasks, until it is asked to stop."""

import logging
import threading
from collections.abc import Callable, Sequence

from django.db import DatabaseError, InterfaceError, close_old_connections

from portal.beat import Beat
from portal.outbox import worker as working
from portal.outbox.waking import alarm
from portal.outbox.worker import Checkpoint, drain, no_checkpoint, register_worker
from portal.queues.working import TasksThread

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
    beat = Beat(worker, working.BEAT_EVERY)
    beat.start()
    try:
        with alarm() as waiting:
            while not stop.is_set():
                drain(worker, stop, checkpoint)
                if not stop.is_set():
                    waiting.wait(LOOK_EVERY_SECONDS)
    finally:
        beat.end()
    worker.delete()


def run_worker(stop: threading.Event, queues: Sequence[str], checkpoint: Callable[[str], None] = no_checkpoint) -> None:
    """Outbox and tasks side by side in one process; when one breaks, both end.

    Raises:
        TasksEnded: the thread of the tasks broke. Whoever watches over this process starts it anew.
    """
    tasks = TasksThread(queues, stop)
    tasks.start()
    try:
        run_until(stop, checkpoint)
    finally:
        tasks.end()
