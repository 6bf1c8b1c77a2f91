"""Deadlines of steps: shown in the lists of work, reminded of before and when they come, told to the chief after.

Each of the three is an effect that falls due by itself and asks then whether the text still waits at that step.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState, WorkflowState

from portal.editorial.desk.deadlines import DeadlineSource, deadline_sources
from portal.editorial.duties import kinds
from portal.editorial.duties.models import StepDeadline
from portal.editorial.duties.people import whose_turn
from portal.editorial.duties.telling import MAIL, able, mail_context
from portal.editorial.roles import ADMINISTRATOR, CHIEF, group_of
from portal.members.telling import tell
from portal.outbox.registry import CannotBeDone, EffectKind, Handed, effect_kinds
from portal.outbox.services import write_effect
from portal.registry import NotificationKind
from portal.text import format_moment

if TYPE_CHECKING:
    from django.utils.functional import Promise

DEADLINE = "editorial.deadline"


@dataclass(frozen=True)
class Stage:
    """``part`` of the time that the step has, after which people are told."""

    name: str
    part: float
    kind: NotificationKind
    sentence: "str | Promise"


SOON = Stage("soon", 0.75, kinds.DEADLINE, _("“%(title)s” is to be done by %(at)s: %(step)s"))
DUE = Stage("due", 1, kinds.DEADLINE, _("“%(title)s” is due now: %(step)s"))
LATE = Stage("late", 1.5, kinds.OVERDUE, _("“%(title)s” has been overdue since %(at)s: %(step)s (%(people)s)"))
STAGES: Mapping[str, Stage] = {stage.name: stage for stage in (SOON, DUE, LATE)}
_NAMED = 3


def set_deadline(step: TaskState) -> None:
    """Where the task gives so many hours, fix the deadline of a step that begins, and write what falls due."""
    hours = getattr(step.task.specific, "hours", None)
    if not hours or not isinstance(step.workflow_state.content_object, Page):
        return
    given = timedelta(hours=hours)
    StepDeadline.objects.create(step_id=step.pk, at=step.started_at + given)
    for stage in STAGES.values():
        due_at = step.started_at + given * stage.part
        write_effect(
            DEADLINE, {"step": step.pk, "stage": stage.name}, key=f"deadline:{stage.name}:{step.pk}", due_at=due_at
        )


def carry_out(handed: Handed) -> None:
    """Remind, unless the step is done.

    Raises:
        CannotBeDone: nobody knows this stage any more.
    """
    stage = STAGES.get(handed.payload["stage"])
    if stage is None:
        raise CannotBeDone(f"nobody reminds of {handed.payload['stage']!r}")
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS
    )
    step = waiting.select_related("task", "revision", "deadline").filter(pk=handed.payload["step"]).first()
    page = step.workflow_state.content_object if step is not None else None
    if step is None or not isinstance(page, Page) or (stage is SOON and timezone.now() >= step.deadline.at):
        return
    whose = list(whose_turn(step.task))
    people = _above(whose) if stage is LATE else able(page, step)
    subject = str(stage.sentence) % {
        "title": page.get_admin_display_title(),
        "step": step.task.name,
        "at": format_moment(step.deadline.at),
        "people": _names(whose),
    }
    tell(
        people,
        stage.kind.name,
        subject,
        key=handed.key,
        template=MAIL,
        context=mail_context(page),
        page=page,
        in_admin=True,
    )


def _above(whose: Collection[User]) -> list[User]:
    """The chief editors, or the administrators where it is the chiefs' own turn."""
    for role in (CHIEF, ADMINISTRATOR):
        others = group_of(role).user_set.filter(is_active=True).exclude(pk__in=[person.pk for person in whose])
        if others.exists():
            return list(others)
    return []


def _names(people: Collection[User]) -> str:
    names = [person.get_full_name() or person.get_username() for person in list(people)[:_NAMED]]
    return ", ".join(names) + (", …" if len(people) > _NAMED else "")


def _find(steps: Collection[int]) -> dict[int, datetime]:
    return dict(StepDeadline.objects.filter(step__in=steps).values_list("step", "at"))


def register() -> None:
    """Called when the app is ready. A mail server may be away for long: nothing here is given up within a month."""
    deadline_sources.register(DeadlineSource("steps", _find))
    label: Any = _("reminder of a deadline in the workflow")
    effect_kinds.register(EffectKind(DEADLINE, label, carry_out, give_up_after=timedelta(days=60)))
