"""How much each page is read, from whoever counts views, to both engines.

Popularity is the logarithm of the views: of a thousand views a hundred more are little, of ten they are much. An entry
is sent again only when it moved noticeably, whole and with a new version, as after any other change.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.outbox.numbers import next_number
from portal.registry import Registry, ScheduledJob
from portal.text import format_number
from search.indexing.effects import tell_index
from search.indexing.parts import parts
from search.models import StoredEntry
from search.signals import popularity_changed

#: Popularity is kept in steps of this; less than one away from what is stored nothing is sent.
STEP = 0.5
_AT_ONCE = 500


@dataclass(frozen=True)
class ViewCounts:
    """Somebody who counts: ``views`` tells how often each page was read lately, by its number."""

    name: str
    views: Callable[[], Mapping[int, int]]


view_counts: Registry[ViewCounts] = Registry("counts of views")


def follow_views() -> int:
    """Bring popularity to what is counted now; returns how many entries changed. Where nobody counts all stays."""
    if not len(view_counts):
        return 0
    views: Counter[int] = Counter()
    for one in view_counts:
        views.update(one.views())
    moved: defaultdict[float, list[int]] = defaultdict(list)
    for pk, now in _moved(views):
        moved[now].append(pk)
    return sum(_write(part, now) for now, ids in moved.items() for part in parts(ids, _AT_ONCE))


def popularity_of(views: int) -> float:
    """
    >>> [popularity_of(views) for views in (0, 1, 10, 11, 1000)]
    [0.0, 1.0, 3.5, 3.5, 10.0]
    """
    return round(_logarithm(views) / STEP) * STEP


def _moved(views: Mapping[int, int]) -> Iterator[tuple[int, float]]:
    """The entries whose views are a step away from what is stored, with what they are now."""
    for pk, stored in StoredEntry.objects.order_by("pk").values_list("pk", "popularity").iterator():
        if abs(_logarithm(views.get(pk, 0)) - stored) >= STEP:
            yield pk, popularity_of(views.get(pk, 0))


def _write(ids: list[int], popularity: float) -> int:
    with transaction.atomic():
        held = list(
            StoredEntry.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk", flat=True)
        )
        StoredEntry.objects.filter(pk__in=held).update(popularity=popularity, version=next_number())
        popularity_changed.send(StoredEntry, pages=held, popularity=popularity)
        tell_index(held)
    return len(held)


def _logarithm(views: int) -> float:
    return math.log2(1 + max(views, 0))


def _run() -> str:
    return _("%(count)s entries are read more or less than before") % {"count": format_number(follow_views())}


JOB = ScheduledJob("search_popularity", gettext_lazy("Popularity of pages for search"), timedelta(hours=1), _run)
