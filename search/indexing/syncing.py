"""Bringing all entries up to date, for a database that had none, after a restore, and daily."""

from collections.abc import Callable
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.outbox.models import Effect
from portal.registry import ScheduledJob
from search.indexing.comparing import Difference, difference
from search.indexing.effects import PAGES, PLACES
from search.indexing.parts import parts
from search.indexing.placing import place
from search.indexing.storing import BATCH, project

#: What one run of the daily job projects; ``manage.py search_index sync`` does all.
MOST_PAGES = 5_000
_PLACED_AT_ONCE = 500


def nothing_shown(done: int, total: int) -> None:
    """For who does not watch."""


def mend(found: Difference, progress: Callable[[int, int], None] = nothing_shown, most: int | None = None) -> int:
    """Bring the entries that differ up to date; returns how many were written. Stopped half-way, it goes on later."""
    changed = done = 0
    texts = sorted({*found.missing, *found.stale, *found.superfluous})
    for part in parts(texts[:most], BATCH):
        changed += project(part)
        done += len(part)
        progress(done, len(texts))
    for part in parts(found.misplaced, _PLACED_AT_ONCE):
        changed += place(part)
    return changed


def catch_up() -> None:
    """Carry out what waits, all pages together, and not one effect after the other; for who made very many."""
    waiting = Effect.objects.waiting().filter(kind__in=(PAGES, PLACES), worker=None)
    known = {pk: (kind, payload["pages"]) for pk, kind, payload in waiting.values_list("pk", "kind", "payload")}
    project({page for kind, pages in known.values() if kind == PAGES for page in pages})
    for part in parts({page for kind, pages in known.values() if kind == PLACES for page in pages}, _PLACED_AT_ONCE):
        place(part)
    for several in parts(known, _PLACED_AT_ONCE):
        waiting.filter(pk__in=several).delete()


def mend_daily() -> str:
    """The scheduler's job."""
    found = difference()
    changed = mend(found, most=MOST_PAGES) if found else 0
    return _("%(count)d search entries mended") % {"count": changed} if changed else ""


JOB = ScheduledJob("search_entries", gettext_lazy("Comparing pages and search entries"), timedelta(days=1), mend_daily)
