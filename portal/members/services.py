"""What people do at their desk."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from portal.members.models import DeskMemory, MailChoice, MailTiming, Notification

__all__ = ["begin_visit", "choose_mails", "mark_all_read", "mark_read", "rename", "visited_before"]


def begin_visit(person: User, now: datetime | None = None) -> None:
    """Signing in begins a visit: what is new since the one before is new for this one, however long it lasts."""
    now = now or timezone.now()
    with transaction.atomic():
        memory, is_first = DeskMemory.objects.get_or_create(person=person, defaults={"visit_began_at": now})
        if not is_first:
            memory.visited_before_at, memory.visit_began_at = memory.visit_began_at, now
            memory.save(update_fields=["visited_before_at", "visit_began_at"])


def visited_before(person: User) -> datetime | None:
    """When the visit before this one began; ``None``: there was none."""
    return DeskMemory.objects.filter(person=person).values_list("visited_before_at", flat=True).first()


def mark_read(person: User, ids: Iterable[int]) -> int:
    """Mark some of his own notifications as read; returns how many were not yet."""
    mine = Notification.objects.filter(person=person, pk__in=list(ids))
    return mine.unread().update(read_at=timezone.now(), awaits_digest=False)


def mark_all_read(person: User, *, up_to: datetime) -> int:
    """Mark as read what he was told until ``up_to``, the moment at which he saw the list."""
    mine = Notification.objects.filter(person=person, created_at__lte=up_to)
    return mine.unread().update(read_at=timezone.now(), awaits_digest=False)


def choose_mails(person: User, timings: Mapping[str, str]) -> None:
    """Keep when he wants mails, by kind.

    Raises:
        ValueError: a timing is none there is.
    """
    choices = [MailChoice(person=person, kind=kind, timing=MailTiming(timing)) for kind, timing in timings.items()]
    MailChoice.objects.bulk_create(
        choices, update_conflicts=True, unique_fields=["person", "kind"], update_fields=["timing"]
    )


def rename(person: User, *, last_name: str, first_name: str) -> None:
    person.last_name, person.first_name = last_name, first_name
    person.save(update_fields=["last_name", "first_name"])
