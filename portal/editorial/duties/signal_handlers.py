"""Every way in which a text goes on, and Wagtail's own mails, which are switched off: thin."""

from collections.abc import Sequence
from typing import Any

from django.dispatch import Signal
from wagtail.admin import signal_handlers as wagtails
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_approved,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from portal.editorial.duties import events
from portal.editorial.duties.absences import log_standing_in
from portal.editorial.duties.deadlines import set_deadline
from portal.editorial.take_down.models import TakenDown
from portal.editorial.take_down.signals import pages_taken_down

_MAILS: Sequence[tuple[Signal, type, str, Any]] = (
    (
        task_submitted,
        TaskState,
        "group_approval_task_submitted_email_notification",
        wagtails.task_submission_email_notifier,
    ),
    (
        workflow_submitted,
        WorkflowState,
        "workflow_state_submitted_email_notification",
        wagtails.workflow_submission_email_notifier,
    ),
    (
        workflow_rejected,
        WorkflowState,
        "workflow_state_rejected_email_notification",
        wagtails.workflow_rejection_email_notifier,
    ),
    (
        workflow_approved,
        WorkflowState,
        "workflow_state_approved_email_notification",
        wagtails.workflow_approval_email_notifier,
    ),
)


def connect() -> None:
    task_submitted.connect(submitted, dispatch_uid="duties_submitted")
    task_rejected.connect(returned, dispatch_uid="duties_returned")
    task_approved.connect(passed, dispatch_uid="duties_passed")
    page_published.connect(published, dispatch_uid="duties_published")
    pages_taken_down.connect(taken_down, dispatch_uid="duties_taken_down")


def switch_off_wagtails_mails() -> None:
    """They are English, sent inside the request, and would come beside ours.

    Raises:
        LookupError: Wagtail names them otherwise now, and would send them unnoticed.
    """
    for signal, sender, name, notifier in _MAILS:
        if not signal.disconnect(notifier, sender=sender, dispatch_uid=name):
            raise LookupError(f"Wagtail has no {name}")


def submitted(sender: Any, instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    events.step_began(instance, user)
    set_deadline(instance)


def returned(sender: Any, instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    log_standing_in(instance, user)
    events.returned(instance, user)


def passed(sender: Any, instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    log_standing_in(instance, user)
    events.passed(instance, user)


def published(sender: Any, instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    """Also sent for what is only scheduled, and for aliases, which nobody wrote."""
    if instance.live and revision is not None and instance.alias_of_id is None:
        events.published(instance, revision, get_active_log_context().user)


def taken_down(sender: Any, records: Sequence[TakenDown], pages: Sequence[Page], by: Any, **kwargs: Any) -> None:
    events.taken_down(pages, by, records[0].reason, str(records[0].pk))
