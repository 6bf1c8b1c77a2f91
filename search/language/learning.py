"""What texts teach of syllables: learned daily and at each rebuild, loaded when first asked for.

Only what anybody may open is read: marks that are put right, and words that count as strange, would tell of closed
texts. A text that is closed or withdrawn is forgotten at the next reading, a day later at most.
"""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.tokens import PUBLIC
from portal.registry import ScheduledJob
from search.language.statistics import SyllableStatistics, learned_from
from search.models import LearnedSyllables, StoredEntry, StoredPassage
from search.unmapped import unmapped

#: Whether something newer was learned is asked so often.
LOOK_EVERY_SECONDS = 60.0
_ROWS_AT_ONCE = 100

_NOTHING = SyllableStatistics({}, {}, {})


def learn() -> LearnedSyllables:
    """Read the texts of the open entries and store what they teach; one text is in memory at a time."""
    with unmapped():
        known = learned_from(_texts())
    with transaction.atomic():
        learned = LearnedSyllables.objects.create(stored=known.to_bytes(), entries=_open_entries().count())
        LearnedSyllables.objects.exclude(pk=learned.pk).delete()
    return learned


def _texts() -> Iterator[str]:
    rows = _open_entries().order_by("pk").values_list("title", "summary", "about", "body")
    for texts in rows.iterator(chunk_size=_ROWS_AT_ONCE):
        yield from texts
    passages = StoredPassage.objects.filter(entry__in=_open_entries()).order_by("pk")
    yield from passages.values_list("text", flat=True).iterator(chunk_size=_ROWS_AT_ONCE)


def _open_entries() -> QuerySet[StoredEntry]:
    """Those that anybody may open now."""
    now = timezone.now()
    begun = Q(go_live_at=None) | Q(go_live_at__lte=now)
    return StoredEntry.objects.filter(begun, Q(expire_at=None) | Q(expire_at__gt=now), token=PUBLIC)


class _Known:
    """What this process has loaded: the number of the row, what it holds, and when a newer one was looked for."""

    def __init__(self) -> None:
        self.held: tuple[int | None, SyllableStatistics, float] = (None, _NOTHING, float("-inf"))

    def now(self) -> SyllableStatistics:
        number, known, looked = self.held
        if time.monotonic() - looked < LOOK_EVERY_SECONDS:
            return known
        newest = LearnedSyllables.objects.order_by("-pk").values_list("pk", flat=True).first()
        if newest != number:
            row = LearnedSyllables.objects.filter(pk=newest).first() if newest else None
            known = SyllableStatistics.from_bytes(bytes(row.stored)) if row is not None else _NOTHING
        self.held = (newest, known, time.monotonic())
        return known


_known = _Known()


def known_syllables() -> SyllableStatistics:
    """What the texts taught when they were last read; nothing before that. One query a minute."""
    return _known.now()


def forget_known() -> None:
    """Who asks next looks at once."""
    _known.held = (None, _NOTHING, float("-inf"))


def learn_daily() -> str:
    """The scheduler's job."""
    return _("learned from %(count)d entries") % {"count": learn().entries}


JOB = ScheduledJob(
    "search_syllables", gettext_lazy("Learning syllables from the texts"), timedelta(days=1), learn_daily
)
