"""The daily mail: what somebody was told and has not read, in one mail for each day of Viet Nam's calendar."""

from datetime import date

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.members.models import DeskMemory, MailChoice, MailTiming, Notification
from portal.members.telling import notification_url, rendered_mail
from portal.outbox.mail import deliver
from portal.outbox.registry import Handed
from portal.outbox.services import write_effect
from portal.text import format_date

DIGEST = "digest"
#: So many lines a mail has; the desk has the rest.
LINES = 50
PEOPLE_PER_RUN = 500


def send_digests() -> str:
    """The scheduler's job: from the hour of ``DIGEST_HOUR`` on, one mail for each who has something to read."""
    now = timezone.localtime()
    if now.hour < settings.DIGEST_HOUR:
        return ""
    waiting = Notification.objects.awaiting_digest().filter(person=OuterRef("pk"))
    had_it = DeskMemory.objects.filter(person=OuterRef("pk"), digest_on__gte=now.date())
    people = get_user_model().objects.filter(Exists(waiting), ~Exists(had_it), is_active=True).exclude(email="")
    written = sum(_send(person, now.date()) for person in people.order_by("pk")[:PEOPLE_PER_RUN])
    return _("%(count)d daily mails written") % {"count": written} if written else ""


def _send(person: User, day: date) -> bool:
    """Claim the day for this person, and write the effect; of two schedulers one gets it."""
    with transaction.atomic():
        DeskMemory.objects.get_or_create(person=person)
        mine = DeskMemory.objects.filter(Q(digest_on__lt=day) | Q(digest_on__isnull=True), person=person)
        if not mine.update(digest_on=day):
            return False
        ids = list(Notification.objects.awaiting_digest().filter(person=person).values_list("pk", flat=True))
        Notification.objects.filter(pk__in=ids).update(awaits_digest=False)
        write_effect(
            DIGEST,
            {"person": person.pk, "notifications": ids, "day": day.isoformat()},
            key=f"{DIGEST}:{day}:{person.pk}",
        )
    return True


def deliver_digest(handed: Handed) -> None:
    """Write the mail when it is handed over: with what is still unread, wanted, and open to him at that moment."""
    person = get_user_model().objects.filter(pk=handed.payload["person"], is_active=True).first()
    if person is None or not person.email:
        return
    unwanted = MailChoice.objects.filter(person=person, timing=MailTiming.NEVER).values("kind")
    shown = Notification.objects.shown_to(person).unread().filter(pk__in=handed.payload["notifications"])
    lines = list(shown.exclude(kind__in=unwanted).newest_first()[: LINES + 1])
    if not lines:
        return
    subject = _("What is new for you, %(day)s") % {"day": format_date(date.fromisoformat(handed.payload["day"]))}
    context = {
        "lines": [(line, notification_url(line)) for line in lines[:LINES]],
        "has_more": len(lines) > LINES,
    }
    mail = rendered_mail("members/mail/digest", subject, person, context)
    deliver(Handed(handed.key, mail.__dict__))
