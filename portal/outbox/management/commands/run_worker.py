"""``manage.py run_worker``: drains the outbox and runs short tasks until SIGTERM or Ctrl-C."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.outbox.running import run_worker
from portal.outbox.worker import no_checkpoint


class Command(BaseCommand):
    help = "Carry out effects and short tasks until stopped. Long tasks have a db_worker of their own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue-name", default="default", help="queues of short tasks, parted by commas")

    def handle(self, *args: Any, queue_name: str, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write(_("The worker runs."))
        run_worker(stop, queue_name.split(","), no_checkpoint)
        self.stdout.write(_("The worker has stopped."))
