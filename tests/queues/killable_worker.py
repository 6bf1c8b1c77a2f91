"""A worker process that ends itself by SIGKILL: ``killable_worker.py COMMAND POINT``.

``COMMAND`` is run_worker (short tasks) or db_worker (long ones). ``POINT`` is ``claimed``, ``handing over``, ``carried
out`` or ``noted``; nothing leaves the process alone.
"""

import os
import signal
import sys
from datetime import timedelta

import django


def main(command: str, point: str) -> None:
    django.setup()

    from django.core.management import call_command
    from django_tasks.signals import task_finished, task_started

    from portal.queues import querysets, working
    from tests.queues import tasks_at_work

    # Shorter than in service, so that the test need not wait long for the dead.
    querysets.SILENCE, working.BEAT_EVERY = timedelta(seconds=2), timedelta(seconds=0.3)

    def checkpoint(name: str) -> None:
        if name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def begun(**kwargs: object) -> None:
        checkpoint("claimed")

    def ended(**kwargs: object) -> None:
        checkpoint("noted")

    tasks_at_work.checkpoints[""] = checkpoint
    task_started.connect(begun)
    task_finished.connect(ended)
    call_command(command, queue_name=["long"] if command == "db_worker" else "default")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
