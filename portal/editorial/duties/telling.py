"""Telling people what happened to a text, when the worker carries the effect out."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, TaskState

from portal.editorial.authors import authors_since_live
from portal.editorial.duties import events
from portal.editorial.duties.people import whose_turn, with_substitutes
from portal.editorial.models import ChiefApprovalTask
from portal.members.telling import absolute, tell
from portal.outbox.registry import CannotBeDone, Handed
from portal.text import format_moment

MAIL = "editorial/mail/event"


def carry_out(handed: Handed) -> None:
    """Tell everybody whom an event concerns, each once.

    Raises:
        CannotBeDone: nobody knows this event any more.
    """
    said = handed.payload
    event = events.EVENTS.get(said["event"])
    if event is None:
        raise CannotBeDone(f"nobody tells of {said['event']!r}")
    page = Page.objects.filter(pk=said["page"]).first()
    if page is None:
        return
    step = TaskState.objects.select_related("task", "revision").filter(pk=said["step"]).first()
    subject = str(event.sentence) % {
        "title": said["title"],
        "step": step.task.name if step is not None else "",
        "at": _moment(said.get("at")),
        "count": said.get("count", ""),
    }
    people = _people(event, said, page, step)
    tell(
        people,
        event.kind.name,
        subject,
        key=handed.key,
        template=MAIL,
        context=mail_context(page, said.get("by")),
        page=page,
        in_admin=True,
        note=said.get("note", ""),
    )


def mail_context(page: Page, by: int | None = None) -> dict[str, Any]:
    """What a mail about ``page`` says beside its sentence."""
    person = get_user_model().objects.filter(pk=by).first() if by else None
    return {
        "by": (person.get_full_name() or person.get_username()) if person is not None else "",
        "edit_url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "history_url": absolute(reverse("wagtailadmin_pages:history", args=[page.pk])),
        "public_url": page.full_url if page.live else "",
    }


def _people(event: events.Event, said: Mapping[str, Any], page: Page, step: TaskState | None) -> list[User]:
    if event is not events.TURN:
        took_part = list(get_user_model().objects.filter(pk__in=said["people"]))
        return [person for person in with_substitutes(took_part) if person.pk != said["by"]]
    if step is None or step.status != TaskState.STATUS_IN_PROGRESS:
        return []  # somebody was faster
    return [person for person in able(page, step) if person.pk != said["by"]]


def able(page: Page, step: TaskState) -> list[User]:
    """Whose turn it is, and who stands in. Authors may not approve: they are asked if nobody else is there."""
    people = list(whose_turn(step.task))
    if not isinstance(step.task.specific, ChiefApprovalTask):
        return with_substitutes(people)
    authors = authors_since_live(page.specific, step.revision)
    free = with_substitutes([person for person in people if person.pk not in authors])
    return [person for person in free if person.pk not in authors] or people


def _moment(text: str | None) -> str:
    moment = parse_datetime(text) if text else None
    return format_moment(moment) if moment is not None else ""
