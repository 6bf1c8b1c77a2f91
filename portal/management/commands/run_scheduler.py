"""``manage.py run_scheduler``: runs the registered jobs until SIGTERM or Ctrl-C."""

import signal
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.registry import scheduled_jobs
from portal.scheduling import run_lanes


class Command(BaseCommand):
    help = "Run scheduled jobs (publishing, expiry and what apps registered) until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        names = ", ".join(job.name for job in scheduled_jobs)
        self.stdout.write(
            _("The scheduler looks every %(seconds)g seconds: %(jobs)s.")
            % {"seconds": settings.SCHEDULER_TICK.total_seconds(), "jobs": names}
        )
        run_lanes(stop, scheduled_jobs, settings.SCHEDULER_TICK)
        self.stdout.write(_("The scheduler has stopped."))
