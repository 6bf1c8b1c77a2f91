"""Single demo pages, made and published as an editor would, at a time in the past."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.models import Page, PageLogEntry, Revision

from portal.bulk_indexes import index_now
from portal.editorial.content import digest_of_revision
from portal.editorial.models import Approval
from portal.editorial.services import vouch_for
from portal.text import VIET_NAM

from .accounts import demo_user

#: Whose text the demo's pages are.
WRITER = "phongvien"

PageT = TypeVar("PageT", bound=Page)


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """An instant in Viet Nam's time."""
    return datetime.combine(day, time(hour, minute), tzinfo=VIET_NAM)


def child(parent: Page, slug: str) -> Page | None:
    """The child of ``parent`` with this slug."""
    found = parent.get_children().filter(slug=slug).first()
    return found.specific if found is not None else None


@transaction.atomic
def publish_child(
    parent: Page, page: PageT, *, when: datetime, by: AbstractUser | None, first: bool = False
) -> tuple[PageT, bool]:
    """Publish ``page`` below ``parent`` unless a page with its slug is there; (the page, whether it was made now).

    ``first`` puts it before its siblings. A page that ``go_live_at`` puts off is scheduled instead.
    """
    there = child(parent, page.slug)
    if there is not None:
        return there, False  # whoever has this slug stands in for the demo's page
    parent.refresh_from_db()
    page.live = False
    page.owner = by
    sibling = parent.get_first_child() if first else None
    if sibling is None:
        parent.add_child(instance=page)
    else:
        sibling.add_sibling("left", instance=page)
        parent.refresh_from_db()
    publish(page, when=when, by=by)
    return page, True


def publish_approved(revision: Revision, *, by: AbstractUser | None) -> None:
    """Approve ``revision`` as the demo's chief editor and publish it, or let it be published at its time."""
    page = revision.content_object
    vouch_for({page: digest_of_revision(revision)}, by=by, kind=Approval.Kind.DEMO)
    revision.publish(user=by)


def publish(page: Page, *, when: datetime, by: AbstractUser | None) -> None:
    """Save a revision of ``page``, publish it, and say everywhere that this happened at ``when``.

    The demo's reporter wrote it, ``by`` approves.
    """
    revision = page.save_revision(user=demo_user(WRITER), log_action=True, clean=False)
    publish_approved(revision, by=by)
    revisions = Revision.objects.for_instance(page)
    revisions.update(created_at=when)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=when)
    dates = {"latest_revision_created_at": when}
    if Page.objects.filter(pk=page.pk, live=True).exists():
        dates |= {"first_published_at": when, "last_published_at": when}
    Page.objects.filter(pk=page.pk).update(**dates)
    page.refresh_from_db()
    index_now(Page.objects.get(pk=page.pk).specific)  # as stored: its child rows have got their keys
