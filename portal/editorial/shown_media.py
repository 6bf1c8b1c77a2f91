"""Pictures and files on approved pages: readers see them, or are about to, so whoever may not publish there does not
exchange them.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser
from wagtail.models import Page

from portal.editorial.content import digest_of_revision
from portal.editorial.guard import applies_to
from portal.editorial.models import Approval
from portal.media_uses import pages_showing, waiting_versions


def may_change_shown(item: Any, by: AbstractUser) -> bool:
    """Whether ``by`` may change what readers see of ``item``, a picture or a file.

    What counts is what is live, and what goes live without another look at it: a version with an appointed time, or one
    that was approved and is held ready. Other drafts do not.
    """
    shown_on = {*_live_with(item), *_approved_with(item)}
    pages = Page.objects.filter(pk__in=shown_on).order_by("pk")
    return not any(not page.permissions_for_user(by).can_publish() and applies_to(page) for page in pages.iterator())


def _live_with(item: Any) -> Iterator[int]:
    yield from Page.objects.filter(pk__in=pages_showing(item), live=True).values_list("pk", flat=True)


def _approved_with(item: Any) -> Iterator[int]:
    medium = (type(item), item.pk)
    waiting = [version for version, media in waiting_versions([medium]) if medium in media]
    pages = {int(version.object_id) for version in waiting if version.approved_go_live_at is None}
    held = Approval.objects.filter(page__in=pages, held=True)
    approved = set(held.values_list("page", "digest"))
    for version in waiting:
        page = int(version.object_id)
        if version.approved_go_live_at is not None or (approved and (page, digest_of_revision(version)) in approved):
            yield page
