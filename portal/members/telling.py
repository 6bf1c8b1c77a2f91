"""Telling people something: on their desk always, by mail at once or once a day as each has chosen.

A mail is checked again when it is handed over: the page may have been restricted, or the person's account closed, while
the mail server was down.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Page

from portal.members.models import MailChoice, MailTiming, Notification
from portal.outbox.mail import Mail, deliver
from portal.outbox.registry import Handed
from portal.outbox.services import write_effect
from portal.registry import notification_kinds

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

NOTICE = "notice"
#: The mail of a notification that brings none of its own.
PLAIN = "members/mail/notice"


class UnknownNotification(LookupError):
    """No app registered this kind of notification."""


def notify(
    person: User,
    kind: str,
    text: "str | StrPromise",
    *,
    key: str = "",
    page: Page | None = None,
    in_admin: bool = False,
    address: str = "",
) -> Notification:
    """Put something on a person's desk, without a mail. The same ``key`` again gives what is there.

    ``in_admin`` leads to the page in the admin, so also to a draft; ``address`` leads elsewhere on this site.

    Raises:
        UnknownNotification: nobody knows this kind.
    """
    _require(kind)
    values = {"kind": kind, "text": _short(text), "page": page, "in_admin": in_admin, "address": address}
    found, _is_new = Notification.objects.get_or_create(person=person, key=key or uuid.uuid4().hex, defaults=values)
    return found


def tell(
    people: Iterable[User],
    kind: str,
    subject: "str | StrPromise",
    *,
    key: str,
    template: str = PLAIN,
    context: Mapping[str, Any] | None = None,
    page: Page | None = None,
    in_admin: bool = False,
    address: str = "",
    note: str = "",
) -> list[Notification]:
    """Tell ``people`` something, each once for a ``key``, and mail it to those who want that at once.

    ``subject`` is the line on the desk and the subject of the mail, ``note`` what somebody said with it. ``template``
    (with ``.txt`` and ``.html``) gets ``context`` and ``person``, ``subject``, ``note``, ``url``. Who may not open
    ``page`` now gets no mail, and finds the line only when he may. Returns what was new.

    Raises:
        UnknownNotification: nobody knows this kind.
    """
    _require(kind)
    asked = {person.pk: person for person in people if person.is_active}
    with transaction.atomic():
        told = set(Notification.objects.filter(person__in=asked, key=key).values_list("person", flat=True))
        timings = mail_timings(kind, asked)
        fresh = [pk for pk in asked if pk not in told]
        Notification.objects.bulk_create(
            [
                Notification(
                    person_id=pk, kind=kind, text=_short(subject), page=page, in_admin=in_admin, address=address, key=key,
                    awaits_digest=timings[pk] == MailTiming.DAILY, note=note,
                )
                for pk in fresh
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        written = list(Notification.objects.filter(person__in=fresh, key=key))
        for notification in written:
            person = asked[notification.person_id]
            if timings[person.pk] == MailTiming.AT_ONCE and person.email and _may_open(notification, person):
                _mail(notification, person, template, context or {})
    return written


def mail_timings(kind: str, people: Iterable[int]) -> dict[int, str]:
    """When each of ``people`` wants mails of this kind."""
    registered = notification_kinds.get(kind)
    default = registered.mail if registered else MailTiming.NEVER
    wanted = list(people)
    chosen = dict(MailChoice.objects.filter(person__in=wanted, kind=kind).values_list("person", "timing"))
    return {person: chosen.get(person, default) for person in wanted}


def notification_url(notification: Notification) -> str:
    """The whole address that leads to what it is about, for whoever may open it. It says nothing of it."""
    return absolute(reverse("members_notification", args=[notification.pk]))


def absolute(path: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def rendered_mail(template: str, subject: str, person: User, context: Mapping[str, Any]) -> Mail:
    """A mail to ``person`` from ``template``, with ``.txt`` and ``.html``."""
    values = {"desk_url": absolute(reverse("members_desk")), **context, "person": person, "subject": subject}
    text = render_to_string(f"{template}.txt", values)
    html = render_to_string(f"{template}.html", values)
    return Mail(to=person.email, subject=subject, text=text, html=html)


def deliver_notice(handed: Handed) -> None:
    """Hand the mail over, if its reader still is one: he may have lost the right, or have read it on his desk."""
    person = get_user_model().objects.filter(pk=handed.payload["person"], is_active=True).first()
    if person is None:
        return
    still = Notification.objects.shown_to(person).unread().filter(pk=handed.payload["notification"])
    if still.exists():
        deliver(Handed(handed.key, handed.payload["mail"]))


def _mail(notification: Notification, person: User, template: str, context: Mapping[str, Any]) -> None:
    values = {**context, "note": notification.note, "url": notification_url(notification)}
    mail = rendered_mail(template, notification.text, person, values)
    payload = {"person": person.pk, "notification": notification.pk, "mail": asdict(mail)}
    write_effect(NOTICE, payload, key=f"{NOTICE}:{notification.pk}")


def _may_open(notification: Notification, person: User) -> bool:
    if notification.page_id is None:
        return True
    return Notification.objects.shown_to(person).filter(pk=notification.pk).exists()


def _require(kind: str) -> None:
    if kind not in notification_kinds:
        raise UnknownNotification(kind)


def _short(text: "str | StrPromise", longest: int = 500) -> str:
    line = " ".join(str(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def kinds_for(person: User) -> Sequence[Any]:
    """The kinds of which ``person`` may be told, for his choice."""
    is_staff = person.has_perm("wagtailadmin.access_admin")
    return [kind for kind in notification_kinds if is_staff or not kind.staff_only]
