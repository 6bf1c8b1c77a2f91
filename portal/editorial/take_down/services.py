"""Taking a page down, and what follows when it comes back or is taken off by another road."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState
from wagtail.signals import page_unpublished

from portal.access.media_places import lock_places, log_followed, media_follow
from portal.access.restrictions import PUBLIC, Restrictions
from portal.access.staff import sees
from portal.access.subtrees import require_whole
from portal.access.tokens import is_open
from portal.editorial.take_down.models import FormerAddress, TakenDown
from portal.editorial.take_down.signals import pages_taken_down
from portal.redirects.addresses import LONGEST, address_of, default_site
from portal.redirects.models import MovedTree

T = TypeVar("T")

#: What Wagtail's log calls it; the history shows the reason beside.
ACTION = "take_down.take_down"
MOST_REASON_LETTERS = 1000
_HOME_DEPTH = 2
_CHUNK = 500


@dataclass(frozen=True)
class Outcome:
    """How much was taken down, as far as the person may know: an alias may have stood where he sees nothing."""

    pages: int
    media: int


def may_take_down(person: Any, page: Page) -> bool:
    """Whoever may publish a page may take it down, whatever lock is on it: what must not be read cannot wait."""
    if not person.is_active or page.depth <= _HOME_DEPTH:
        return False
    return bool(person.is_superuser or "publish" in page.permissions_for_user(person).permissions)


def take_down(page: Page, *, by: Any, reason: str, with_subtree: bool = False, with_media: bool = True) -> Outcome:
    """Take ``page`` off every channel, and with it its aliases, its schedule and the workflow it is in.

    Pages below stay at their own addresses unless ``with_subtree``. ``with_media`` closes the pictures and files that
    nothing else uses. All of it in one transaction: after it no reader finds the page.

    Raises:
        PermissionDenied: ``by`` may not publish the page, or it is the home page.
        HoldsClosedPages: with the pages below, of which he may not see all.
        ValidationError: no reason is given, or there is nothing to take down.
    """
    if not may_take_down(by, page):
        raise PermissionDenied(_("You have no right to take this page down."))
    if with_subtree:
        require_whole(page, by)
    reason = reason.strip()[:MOST_REASON_LETTERS]
    if not reason:
        raise ValidationError(_("Say why the page is taken down."))

    with transaction.atomic():
        lock_places()
        Page.objects.select_for_update().get(pk=page.pk)
        asked = page.get_descendants(inclusive=True) if with_subtree else Page.objects.filter(pk=page.pk)
        down = [*_live(asked), *_aliases_of(asked)]
        if not down:
            raise ValidationError(_("This page is not published, so there is nothing to take down."))
        with media_follow(asked if with_media else asked.none()) as media:
            records = _record(down, by=by, reason=reason, at=timezone.now())
            _switch_off(asked, [one.pk for one in down], by)
        _log(down, by, {"reason": reason, "with_subtree": with_subtree})
        for part in _chunks(one.pk for one in down):
            for one in Page.objects.filter(pk__in=part).specific():
                page_unpublished.send(sender=type(one), instance=one, taken_down=True)
        pages_taken_down.send(sender=TakenDown, records=records, pages=down, by=by)
    return Outcome(sum(sees(by, one) for one in down), media.closed)


def record_other_unpublishing(page: Page) -> None:
    """A page was taken off by another road than ``take_down``, such as the admin's interface for programs."""
    if page.expired or TakenDown.objects.filter(page_number=page.pk, returned_at__isnull=True).exists():
        return
    if page.depth > _HOME_DEPTH:
        page.live = True  # as it was a moment ago
        try:
            _record([page], by=None, reason="", at=timezone.now())
        finally:
            page.live = False


def welcome_back(page: Page) -> None:
    """``page`` is published again: its address is its own, and its pictures and files are open as before."""
    records = TakenDown.objects.filter(page_number=page.pk, returned_at__isnull=True)
    if records.exists():
        with transaction.atomic():
            with media_follow(Page.objects.filter(pk=page.pk)) as outcome:
                records.update(returned_at=timezone.now())
            log_followed(page, outcome)


def _log(down: list[Page], by: Any, said: dict[str, Any]) -> None:
    """In the history of each page, written at once: they may be thousands."""
    at = timezone.now()
    PageLogEntry.objects.bulk_create(
        [
            PageLogEntry(
                page=one,
                content_type_id=one.content_type_id,
                label=one.draft_title or one.title,
                action=ACTION,
                user=by,
                data=said,
                timestamp=at,
            )
            for one in down
        ],
        batch_size=_CHUNK,
    )


def _live(pages: QuerySet[Page]) -> list[Page]:
    return list(pages.filter(live=True).order_by("path"))


def _aliases_of(pages: QuerySet[Page]) -> list[Page]:
    """Live aliases outside ``pages``, and theirs."""
    known = set(pages.values_list("pk", flat=True))
    found: list[Page] = []
    newest = known
    while newest:
        aliases = [one for part in _chunks(newest) for one in Page.objects.filter(alias_of__in=part)]
        newest = {one.pk for one in aliases} - known
        known |= newest
        found += [one for one in aliases if one.pk in newest and one.live]
    return found


def _record(pages: list[Page], *, by: Any, reason: str, at: datetime) -> list[TakenDown]:
    tree = Restrictions.now().pages
    records = TakenDown.objects.bulk_create(
        [
            TakenDown(
                page_number=page.pk,
                page_type=_type_of(page),
                title=page.title,
                reason=reason,
                taken_down_by=by,
                taken_down_at=at,
                was_public=is_open(page, at) and tree.token(page.path) == PUBLIC,
            )
            for page in pages
        ],
        batch_size=_CHUNK,
    )
    by_page = {record.page_number: record for record in records}
    addresses = {(page.pk, path) for page, path in zip(pages, _addresses(pages), strict=True)}
    for part in _chunks(by_page):
        addresses |= set(Redirect.objects.filter(redirect_page__in=part).values_list("redirect_page", "old_path"))
        addresses |= set(MovedTree.objects.filter(page__in=part).values_list("page", "old_path"))
    FormerAddress.objects.bulk_create(
        [
            FormerAddress(taken_down=by_page[number], path=path)
            for number, path in sorted(addresses)
            if 0 < len(path) <= LONGEST
        ],
        batch_size=_CHUNK,
    )
    return records


def _type_of(page: Page) -> str:
    model = page.specific_class
    return model._meta.label_lower if model is not None else ""


def _addresses(pages: list[Page]) -> list[str]:
    site = default_site()
    return [address_of(page.url_path, site) for page in pages]


def _switch_off(asked: QuerySet[Page], down: list[int], by: Any) -> None:
    """Everything that shows a page now or would show it later, for all of them at once."""
    numbers = {*asked.values_list("pk", flat=True), *down}
    for part in _chunks(numbers):
        texts = [str(number) for number in part]
        Page.objects.filter(pk__in=part, live=True).update(live=False, has_unpublished_changes=True, live_revision=None)
        Revision.page_revisions.filter(object_id__in=texts, approved_go_live_at__isnull=False).update(
            approved_go_live_at=None
        )
        active = WorkflowState.objects.active().filter(
            base_content_type__app_label="wagtailcore", base_content_type__model="page", object_id__in=texts
        )
        for workflow in active:
            workflow.cancel(user=by)


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while part := list(islice(waiting, _CHUNK)):
        yield part
