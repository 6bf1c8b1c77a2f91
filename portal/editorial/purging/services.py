"""Removing pages for good: what the law forbids to be kept is not taken down, it is made never to have been said.

What stands in backups cannot be reached from here; ``BACKUPS_KEPT_DAYS`` tells until when they hold it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from portal.editorial.audit.services import Thing, record
from portal.editorial.audit.wagtail_log import PAGE
from portal.editorial.purging.compacting import forget_deleted_words
from portal.editorial.purging.registry import PURGED, Doomed, traces

_HOME_DEPTH = 2


@dataclass(frozen=True)
class Purged:
    """How much went, by what it was; ``backups_until`` is the day when the last backup with it is gone, if known."""

    pages: int
    revisions: int
    traces: list[tuple[str, int]] = field(default_factory=list)
    backups_until: date | None = None


def purge(pages: Iterable[Page], *, by: Any = None, with_subtree: bool = False, for_real: bool = True) -> Purged:
    """Remove ``pages`` with their aliases and every trace of what they said. Files go once the transaction holds.

    Not ``for_real``, all of it is done and undone again, to tell how much it would be.

    Raises:
        ValidationError: the home page is among them, or pages lie below and ``with_subtree`` is not given.
    """
    with transaction.atomic():
        doomed = _doomed(pages, with_subtree=with_subtree)
        revisions = Revision.page_revisions.filter(object_id__in=[str(number) for number in doomed.ids])
        doomed.add_names(revisions.values_list("object_str", flat=True))
        doomed.add_names(revisions.values_list("content__title", flat=True))
        count = revisions.count()
        ordered = sorted(traces, key=lambda trace: trace.is_log)
        found = [(str(trace.label), trace.find(doomed)) for trace in ordered]
        _delete(doomed.pages)
        removed = [(label, remove()) for label, remove in found]
        for page in doomed.pages:
            record(PURGED, Thing(PAGE, str(page.pk)), by=by)
        if for_real:
            forget_deleted_words()
            transaction.on_commit(cache.clear)
        else:
            transaction.set_rollback(True)
    return Purged(len(doomed.ids), count, removed, _backups_until())


def _doomed(pages: Iterable[Page], *, with_subtree: bool) -> Doomed:
    found: dict[int, Page] = {}
    waiting = list(pages)
    while waiting:
        page = waiting.pop()
        if page.depth <= _HOME_DEPTH:
            raise ValidationError(_("The home page cannot be removed."))
        below = list(page.get_descendants())
        if below and not with_subtree:
            said = _("Below “%(title)s” lie %(count)d pages. Say that they go as well, or move them first.")
            raise ValidationError(said % {"title": page.title, "count": len(below)})
        new = {one.pk: one for one in [page, *below] if one.pk not in found}
        found |= new
        waiting += Page.objects.filter(alias_of__in=new).exclude(pk__in=found)
    doomed = Doomed([page.specific for page in found.values()])
    doomed.add_names(title for page in doomed.pages for title in (page.title, page.draft_title, page.seo_title))
    return doomed


def _delete(pages: Sequence[Page]) -> None:
    """Deepest first: what goes with a page above it need not be asked for again."""
    for page in sorted(pages, key=lambda one: -one.depth):
        Page.objects.get(pk=page.pk).delete()


def _backups_until() -> date | None:
    days = settings.BACKUPS_KEPT_DAYS
    return timezone.localdate() + timedelta(days=days) if days else None
