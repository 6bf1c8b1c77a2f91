"""``manage.py db_worker --queue-name long``: instead of django-tasks-db's, with workers that show that they live."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.queues.working import run_lanes


class Command(BaseCommand):
    help = "Run tasks until stopped; the tasks in hand are finished first. What a killed worker held comes back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queue-name", action="append", help="queues of a lane, parted by commas; * for all; once for each lane"
        )
        parser.add_argument("--batch", action="store_true", help="end when no task waits")

    def handle(self, *args: Any, queue_name: list[str] | None, batch: bool, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write(_("The worker runs."))
        run_lanes(stop, [names.split(",") for names in queue_name or ["default"]], batch=batch)
        self.stdout.write(_("The worker has stopped."))
