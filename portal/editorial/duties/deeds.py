"""What may be done to many texts at once: for each one what would happen, or why it cannot; each in a transaction."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.models import Page, TaskState, Workflow, WorkflowState

from portal.editorial import guard
from portal.editorial.authors import is_author
from portal.editorial.checklist.services import ChecklistRefused, require_checked
from portal.editorial.content import digest_of_revision
from portal.editorial.errors import ChangedSince, NotApproved, OwnText
from portal.editorial.models.tasks import APPROVE, RETURN, ChiefApprovalTask
from portal.editorial.services import submit
from portal.editorial.workflows import last_task, workflow_of
from portal.text import format_moment

if TYPE_CHECKING:
    from django.utils.functional import Promise

logger = logging.getLogger(__name__)


class CannotBeDone(Exception):
    """The text stays as it is; the message says why."""


@dataclass(frozen=True)
class Verdict:
    """``said`` is what will happen, or did, or why nothing can."""

    page: Page
    can: bool
    said: str


class Deed(ABC):
    """``look`` says what would happen to a page, ``act`` does it; each raises ``CannotBeDone`` or an engine's error."""

    name: str
    label: "str | Promise"
    question: "str | Promise"
    done: "str | Promise"
    #: Whether a note goes with it: none, one that may be empty, or one that must not.
    note: bool | None = None

    @abstractmethod
    def look(self, page: Page, person: Any) -> str: ...

    @abstractmethod
    def act(self, page: Page, person: Any, note: str) -> None: ...


def look_at(deed: Deed, pages: Iterable[Page], person: Any) -> list[Verdict]:
    return [_judged(deed, page, person) for page in pages]


def carry_out(deed: Deed, pages: Iterable[Page], person: Any, note: str = "") -> list[Verdict]:
    """Do it to each that allows it now; whatever one page refuses, the others are done."""
    return [_done(deed, page, person, note) for page in pages]


def _judged(deed: Deed, page: Page, person: Any) -> Verdict:
    try:
        return Verdict(page, True, deed.look(page, person))
    except (CannotBeDone, ChecklistRefused, ValidationError, PermissionDenied) as refused:
        return Verdict(page, False, _reason(refused))


def _done(deed: Deed, page: Page, person: Any, note: str) -> Verdict:
    """The row is locked first, so what is looked at is what is acted on."""
    try:
        with transaction.atomic():
            fresh = Page.objects.select_for_update().get(pk=page.pk).specific
            said = deed.look(fresh, person)
            deed.act(fresh, person, note)
    except (CannotBeDone, ChecklistRefused, ValidationError, PermissionDenied) as refused:
        return Verdict(page, False, _reason(refused))
    except Page.DoesNotExist:
        return Verdict(page, False, _("The page was deleted meanwhile."))
    except Exception:  # whatever one page raises, the others go on; it is logged
        logger.exception("bulk action %s failed for page %s", deed.name, page.pk)
        return Verdict(page, False, _("Something went wrong; nothing was done. Open the text and try it there."))
    return Verdict(fresh, True, said)


def _reason(refused: Exception) -> str:
    if isinstance(refused, ValidationError):
        return " ".join(refused.messages)
    return str(refused) or _("You may not do this with this text.")


class Submit(Deed):
    name = "submit"
    label = pgettext_lazy("workflow", "Submit for review")
    question = gettext_lazy("Submit these texts for review?")
    done = pgettext_lazy("workflow", "Submitted")

    def look(self, page: Page, person: Any) -> str:
        tester = page.permissions_for_user(person)
        if not tester.can_edit():
            raise CannotBeDone(_("You may not edit this text."))
        workflow = workflow_of(page)
        if workflow is None:
            raise CannotBeDone(_("No workflow applies here, so nothing is to be submitted."))
        state = page.current_workflow_state
        if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS:
            raise CannotBeDone(_("It waits already: %(step)s.") % {"step": state.current_task_state.task.name})
        if tester.page_locked():
            raise CannotBeDone(_("It is locked."))
        if page.live and not page.has_unpublished_changes:
            raise CannotBeDone(_("It has no changes since it was published."))
        require_checked(page.get_latest_revision_as_object())
        step = state.current_task_state.task if state is not None else workflow.tasks.filter(active=True).first()
        return _("Goes to: %(step)s") % {"step": step.name if step else ""}

    def act(self, page: Page, person: Any, note: str) -> None:
        submit(page, by=person)


class Decision(Deed):
    """On what waits at a step that is the person's."""

    action: str

    def step_of(self, page: Page, person: Any) -> TaskState:
        step: TaskState | None = page.current_workflow_task_state
        if step is None or step.workflow_state.status != WorkflowState.STATUS_IN_PROGRESS:
            raise CannotBeDone(_("It waits for nobody's decision."))
        task = step.task.specific
        actions = {name for name, _label, _asks in task.get_actions(page, person)}
        if self.action not in actions:
            if actions and isinstance(task, ChiefApprovalTask) and is_author(person, page):
                raise OwnText(page.get_admin_display_title())
            raise CannotBeDone(_("It does not wait for you: %(step)s.") % {"step": task.name})
        if page.permissions_for_user(person).page_locked():
            raise CannotBeDone(_("It is locked."))
        return step

    def act(self, page: Page, person: Any, note: str) -> None:
        step = self.step_of(page, person)
        step.task.specific.on_action(step, person, self.action, comment=note)


class Approve(Decision):
    name = "approve"
    action = APPROVE
    label = pgettext_lazy("workflow", "Approve")
    question = gettext_lazy("Approve these texts?")
    done = pgettext_lazy("workflow", "Approved")
    note = False

    def look(self, page: Page, person: Any) -> str:
        step = self.step_of(page, person)
        latest = page.get_latest_revision()
        changed = latest.pk != step.revision_id and digest_of_revision(latest) != digest_of_revision(step.revision)
        last = last_task(step.workflow_state.workflow)
        if last is None or step.task_id != last.pk:
            return _("Goes to: %(step)s") % {"step": _next(step.workflow_state.workflow, step)}
        if changed:
            raise ChangedSince(page.get_admin_display_title())
        return _when(latest.as_object())


class Return(Decision):
    name = "return"
    action = RETURN
    label = pgettext_lazy("workflow", "Return")
    question = gettext_lazy("Return these texts, all with this note?")
    done = pgettext_lazy("workflow", "Returned")
    note = True

    def look(self, page: Page, person: Any) -> str:
        submitter = self.step_of(page, person).workflow_state.requested_by
        name = (submitter.get_full_name() or submitter.get_username()) if submitter is not None else ""
        return _("Goes back to: %(name)s") % {"name": name}


class Publish(Deed):
    name = "publish"
    label = pgettext_lazy("editorial", "Publish")
    question = gettext_lazy("Publish these texts?")
    done = pgettext_lazy("editorial", "Published")

    def look(self, page: Page, person: Any) -> str:
        if not page.permissions_for_user(person).can_publish():
            raise CannotBeDone(_("You may not publish this page."))
        if page.permissions_for_user(person).page_locked():
            raise CannotBeDone(_("It is locked."))
        if page.alias_of_id is not None:
            raise CannotBeDone(_("It repeats another page and follows that one."))
        if page.live and not page.has_unpublished_changes:
            raise CannotBeDone(_("It has no changes since it was published."))
        if guard.lacks_approval(page):
            raise NotApproved(page.get_admin_display_title())
        revision = page.get_latest_revision()  # none where a program made the page
        return _when(revision.as_object() if revision is not None else page)

    def act(self, page: Page, person: Any, note: str) -> None:
        revision = page.get_latest_revision() or page.save_revision(user=person)
        revision.publish(user=person)


def _next(workflow: Workflow, step: TaskState) -> str:
    steps = list(workflow.tasks.filter(active=True))
    numbers = [task.pk for task in steps]
    following = steps[numbers.index(step.task_id) + 1 :] if step.task_id in numbers else []
    return following[0].name if following else ""


def _when(page: Any) -> str:
    if page.go_live_at is not None and page.go_live_at > timezone.now():
        return _("Goes live at %(at)s") % {"at": format_moment(page.go_live_at)}
    return _("Goes live at once")
