"""Working out related stories behind the pages, a bounded number at a time, and reading what was kept."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from portal.registry import RelatedSource, ScheduledJob
from search.indexing.parts import parts
from search.models import StoredEntry
from search.related.choosing import related_to, relating
from search.related.models import RelatedPages

#: The kinds of entries whose pages show related ones.
KINDS = ("news",)
#: What one run of the job works out; what waits longer comes with a later run.
MOST_AT_ONCE = 300
#: After so long a list is made anew: much was published since.
LASTS = timedelta(days=30)
_BATCH = 25


def related_ids(page: Page) -> Sequence[int]:
    """What is kept for ``page``; one query. Whoever shows it asks who may see what."""
    kept = RelatedPages.objects.filter(pk=page.pk).values_list("pages", flat=True).first() if page.pk else None
    return kept or []


def relate(ids: Iterable[int]) -> int:
    """Work out the lists of these pages; returns how many were made. A page that has no entry has none."""
    made = 0
    engines = relating()
    for part in parts(sorted(set(ids)), _BATCH):
        for row in StoredEntry.objects.filter(pk__in=part, kind__in=KINDS).prefetch_related("passages"):
            made += _keep(row, [int(key) for key in related_to(row.entry(), engines)])
    return made


def _keep(row: StoredEntry, pages: Sequence[int]) -> int:
    """Keep the list of ``row`` as it was read; it stays due if the entry was changed while its list was worked out.

    What stands in a list for the first time is likely to have it in its own. A first list tells nobody: while there are
    many of those, they find each other (``relate_some``).
    """
    try:
        with transaction.atomic():
            kept, is_first = RelatedPages.objects.select_for_update().get_or_create(pk=row.pk)
            come = set() if is_first else set(pages) - set(kept.pages)
            is_current = StoredEntry.objects.filter(pk=row.pk, version=row.version).exists()
            kept.pages, kept.made_at = list(pages), timezone.now() if is_current else None
            kept.save()
    except IntegrityError:  # the page was deleted meanwhile
        return 0
    _make_anew(come)
    return 1


def entries_changed(ids: Iterable[int]) -> None:
    """The lists of these pages, and of those in them, are to be made anew; in two queries of the caller's."""
    pages = set(ids)
    _make_anew(pages | _in_lists_of(pages))


def relate_some() -> str:
    """The scheduler's job: what was never made, the newest first, then what may be another by now."""
    new = _missing()
    due = [*new, *_stale(MOST_AT_ONCE - len(new))]
    made = relate(due)
    if len(new) < MOST_AT_ONCE:  # else all are new, and find each other
        _make_anew(_in_lists_of(new) - set(due))
    return _("%(count)d lists of related stories made") % {"count": made} if made else ""


def relate_all() -> int:
    """All that were never made; for a portal that has none yet. Stopped, it goes on where it was."""
    made = 0
    while new := _missing():
        done = relate(new)
        made += done
        if not done:
            break
    return made


def _missing() -> list[int]:
    made = RelatedPages.objects.filter(pk=OuterRef("pk"))
    rows = StoredEntry.objects.filter(~Exists(made), kind__in=KINDS).order_by("-date", "-pk")
    return list(rows.values_list("pk", flat=True)[:MOST_AT_ONCE])


def _stale(most: int) -> list[int]:
    old = RelatedPages.objects.filter(Q(made_at=None) | Q(made_at__lt=timezone.now() - LASTS))
    rows = old.order_by(F("made_at").asc(nulls_first=True), "-pk")
    return list(rows.values_list("pk", flat=True)[:most])


def _in_lists_of(pages: Iterable[int]) -> set[int]:
    """What is like a new story stands in the new story's list: so the older ones learn of it."""
    lists = RelatedPages.objects.filter(pk__in=list(pages)).values_list("pages", flat=True)
    return {page for some in lists for page in some}


def _make_anew(pages: Iterable[int]) -> None:
    RelatedPages.objects.filter(pk__in=list(pages)).update(made_at=None)


JOB = ScheduledJob("search_related", gettext_lazy("Working out related stories"), timedelta(minutes=10), relate_some)
SOURCE = RelatedSource("search", related_ids)
