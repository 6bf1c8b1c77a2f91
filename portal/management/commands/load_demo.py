"""``manage.py load_demo``: an imaginary committee's whole portal, to look at and to try things on."""

from argparse import ArgumentParser
from datetime import date
from importlib import import_module
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from portal.bulk_indexes import no_index_tasks
from portal.demo.quiet import nobody_told
from portal.demo.registry import DemoRun, loaders_in_order
from portal.text import format_number

DEFAULT_ARTICLES = 300
MOST_OF_A_KIND = 100_000


class Command(BaseCommand):
    """Loads what is missing: run twice, the second run adds nothing; interrupted, the next run completes it."""

    help = "Load the demo content: an imaginary committee with articles, drawn pictures, notices and sign-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--articles", type=int, default=DEFAULT_ARTICLES, metavar="N", help="how many articles (default 300)"
        )
        parser.add_argument(
            "--documents", type=int, default=0, metavar="N", help="how many official documents (default: the real ones)"
        )
        parser.add_argument("--seed", default="lam-khe", help="the same seed on the same day gives the same content")
        parser.add_argument("--today", type=date.fromisoformat, help="take this day (YEAR-MONTH-DAY) for today")

    def handle(self, *args: Any, **options: Any) -> None:
        for what in ("articles", "documents"):
            if not 0 <= options[what] <= MOST_OF_A_KIND:
                message = _("--%(what)s must be from 0 to %(most)s.")
                raise CommandError(message % {"what": what, "most": format_number(MOST_OF_A_KIND)})
        if getattr(settings, "REFUSE_DEMO_ACCOUNTS", False):
            raise CommandError(_("A real server takes no demo content: everyone knows the passwords of its accounts."))
        import_module("portal.demo.site")
        autodiscover_modules("demo")
        began = monotonic()
        run = DemoRun(
            articles=options["articles"],
            documents=options["documents"],
            seed=options["seed"],
            today=options["today"] or timezone.localdate(),
            progress=self._show_progress,
        )
        try:
            with no_index_tasks(), nobody_told():
                for loader in loaders_in_order():
                    loader.load(run)
        except KeyboardInterrupt:
            self._end_progress()
            raise CommandError(
                _("Stopped half-way; run this command again to load what is missing."), returncode=130
            ) from None
        self._end_progress()
        self.stdout.write(self._summary(run, monotonic() - began))

    def _show_progress(self, what: str, done: int, total: int) -> None:
        """One line that grows; on a terminal it is rewritten in place, elsewhere each tenth gets a line."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K{what}: {format_number(done)}/{format_number(total)}", ending="")
            self._unfinished = True
        elif done == total or (done * 10 // total != (done - 1) * 10 // total and total >= 1000):
            self.stdout.write(f"{what}: {format_number(done)}/{format_number(total)}")

    _unfinished = False

    def _end_progress(self) -> None:
        if self._unfinished:
            self.stdout.write("\r\033[K", ending="")

    @staticmethod
    def _summary(run: DemoRun, seconds: float) -> str:
        if not run.made:
            return _("The demo content is complete, nothing was added.")
        parts = " · ".join(f"{format_number(number)} {what}" for what, number in run.made.items())
        return _("Loaded in %(seconds)s seconds: %(parts)s.") % {
            "seconds": format_number(round(seconds)),
            "parts": parts,
        }
