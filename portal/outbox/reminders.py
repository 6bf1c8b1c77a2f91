"""Reminders: effects that fall due later, and then ask whether they still make sense."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.outbox.mail import Mail, send_mail
from portal.outbox.models import Effect
from portal.outbox.registry import CannotBeDone, Handed
from portal.outbox.services import write_effect
from portal.registry import Registry

REMINDER = "reminder"


@dataclass(frozen=True)
class Reminder:
    """One sort of reminder. ``mails`` is asked when it falls due: whom to tell what, nobody when it is settled."""

    name: str
    mails: Callable[[Mapping[str, Any]], Iterable[Mail]]


reminders: Registry[Reminder] = Registry("reminder")


def remind(name: str, about: Mapping[str, Any], *, at: datetime, key: str, subject: str = "") -> Effect:
    """Remind at ``at``; the same ``key`` reminds once."""
    payload = {"reminder": name, "about": dict(about)}
    return write_effect(REMINDER, payload, key=f"{REMINDER}:{key}", subject=subject, due_at=at)


def carry_out(handed: Handed) -> None:
    """Write the mails of a reminder that has fallen due, each once.

    Raises:
        CannotBeDone: no app knows this reminder any more.
    """
    reminder = reminders.get(handed.payload["reminder"])
    if reminder is None:
        raise CannotBeDone(f"nobody reminds of {handed.payload['reminder']!r}")
    with transaction.atomic():
        for mail in reminder.mails(handed.payload["about"]):
            send_mail(mail, key=f"{handed.key}:{mail.to}")
