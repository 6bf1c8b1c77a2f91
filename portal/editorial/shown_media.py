"""Pictures and files on approved pages: readers see them, or are about to, so whoever may not publish there does not
exchange them. Nor does anybody while a page is in review: the version that is approved names them by number only.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from django.contrib.auth.models import AbstractUser
from wagtail.models import Page, Revision, TaskState

from portal.editorial.content import digest_of_revision
from portal.editorial.guard import applies_to
from portal.editorial.models import Approval
from portal.media_uses import pages_showing, waiting_versions


class Shown(Enum):
    """Where a picture or a file stands that may not be exchanged."""

    PUBLISHED = "published"
    IN_REVIEW = "in review"


def kept_by(item: Any, by: AbstractUser) -> Shown | None:
    """What keeps ``by`` from changing what readers see of ``item``, a picture or a file; ``None`` where nothing does.

    What counts is what is live, what goes live without another look at it (a version with an appointed time, or one
    that was approved and is held ready), and what somebody is looking at. Other drafts do not.
    """
    medium = (type(item), item.pk)
    waiting = [version for version, media in waiting_versions([medium]) if medium in media]
    shown = {*_live_with(item), *_approved(waiting)}
    if not all(page.permissions_for_user(by).can_publish() for page in _governed(shown)):
        return Shown.PUBLISHED
    reviewed = _in_review({version.object_id for version in waiting})
    return Shown.IN_REVIEW if any(True for _page in _governed(reviewed)) else None


def _governed(numbers: set[int]) -> Iterator[Page]:
    """Those of these pages that may be live only with an approval."""
    return (page for page in Page.objects.filter(pk__in=numbers).order_by("pk").iterator() if applies_to(page))


def _live_with(item: Any) -> Iterator[int]:
    yield from Page.objects.filter(pk__in=pages_showing(item), live=True).values_list("pk", flat=True)


def _in_review(numbers: set[str]) -> set[int]:
    """Of a page that is looked at, every version that waits counts: who decides may have been given a newer one."""
    looked_at = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, revision__in=Revision.page_revisions.filter(object_id__in=numbers)
    )
    return {int(number) for number in looked_at.values_list("revision__object_id", flat=True)}


def _approved(waiting: Sequence[Revision]) -> Iterator[int]:
    """The pages whose version that waits goes live without another look: one query for all that are held."""
    pages = {int(version.object_id) for version in waiting if version.approved_go_live_at is None}
    approved = set(Approval.objects.filter(page__in=pages, held=True).values_list("page", "digest"))
    for version in waiting:
        page = int(version.object_id)
        if version.approved_go_live_at is not None or (approved and (page, digest_of_revision(version)) in approved):
            yield page
