"""``manage.py db_worker --queue-name long``: instead of django-tasks-db's, with a worker that shows that it lives."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.queues.working import run_lastingly, worker_of


class Command(BaseCommand):
    help = "Run tasks until stopped; the task in hand is finished first. What a killed worker held comes back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue-name", default="default", help="queues of tasks, parted by commas; * for all")
        parser.add_argument("--batch", action="store_true", help="end when no task waits")

    def handle(self, *args: Any, queue_name: str, batch: bool, **options: Any) -> None:
        worker = worker_of(queue_name.split(","), batch=batch)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: setattr(worker, "running", False))
        self.stdout.write(_("The worker runs."))
        run_lastingly(worker)
        self.stdout.write(_("The worker has stopped."))
