"""Bringing all entries up to date, for a database that had none, after a restore, and daily."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.registry import ScheduledJob
from search.indexing.comparing import Difference, difference
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


def enter_now(ids: Sequence[int]) -> None:
    """The entries of pages that were stored past all signals, in the transaction that stores them."""
    with transaction.atomic():
        project(ids)


def mend_daily() -> str:
    """The scheduler's job."""
    found = difference()
    changed = mend(found, most=MOST_PAGES) if found else 0
    return _("%(count)d search entries mended") % {"count": changed} if changed else ""


JOB = ScheduledJob("search_entries", gettext_lazy("Comparing pages and search entries"), timedelta(days=1), mend_daily)
