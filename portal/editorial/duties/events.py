"""What happens to a text on its way to the readers, each written down as an effect: the worker tells people of it.

Who took part is asked when it happens; whose turn it is when they are told, since by then it may be done.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState, WorkflowState

from portal.editorial.duties import kinds
from portal.editorial.duties.people import took_part, whose_turn
from portal.outbox.models import Effect
from portal.outbox.services import write_effect
from portal.registry import NotificationKind

if TYPE_CHECKING:
    from django.utils.functional import Promise

TOLD = "editorial.told"
#: Publishing is part of the decision that ended a workflow so short a time before.
AT_ONCE = timedelta(minutes=5)

Somebody = AbstractBaseUser | AnonymousUser | None

_in_numbers: ContextVar[bool] = ContextVar("published in numbers", default=False)


@dataclass(frozen=True)
class Event:
    """One thing that may happen. ``sentence`` names ``title``, and what else its effect brings along."""

    name: str
    kind: NotificationKind
    sentence: "str | Promise"


TURN = Event("turn", kinds.TURN, _("“%(title)s” waits for you: %(step)s"))
RETURNED = Event("returned", kinds.RETURNED, _("“%(title)s” was returned"))
PASSED_ON = Event("passed_on", kinds.PASSED_ON, _("“%(title)s” passed the step “%(step)s”"))
SCHEDULED = Event("scheduled", kinds.APPROVED, _("“%(title)s” was approved and goes live at %(at)s"))
HELD = Event("held", kinds.APPROVED, _("“%(title)s” was approved and is held ready"))
APPROVED_LIVE = Event("approved_live", kinds.PUBLISHED, _("“%(title)s” was approved and published"))
PUBLISHED = Event("published", kinds.PUBLISHED, _("“%(title)s” was published"))
TAKEN_DOWN = Event("taken_down", kinds.TAKEN_DOWN, _("“%(title)s” was taken down"))
TREE_TAKEN_DOWN = Event(
    "tree_taken_down", kinds.TAKEN_DOWN, _("“%(title)s” and other pages were taken down, %(count)s altogether")
)
COMMENTED = Event("commented", kinds.COMMENTED, _("New remarks on “%(title)s”"))

EVENTS: Mapping[str, Event] = {
    event.name: event
    for event in (
        *(TURN, RETURNED, PASSED_ON, SCHEDULED, HELD, APPROVED_LIVE),
        *(PUBLISHED, TAKEN_DOWN, TREE_TAKEN_DOWN, COMMENTED),
    )
}


def step_began(step: TaskState, by: Somebody) -> None:
    """It is somebody's turn; what was said at the step before goes along."""
    page = _page_of(step)
    if page is None:
        return
    said = _said_before(step)
    _write(TURN, str(step.pk), page, (), by=by, step=step, note=said.comment if said else "")


def returned(step: TaskState, by: Somebody) -> None:
    page = _page_of(step)
    if page is not None:
        _write(RETURNED, str(step.pk), page, took_part(page), by=by, step=step, note=step.comment)


def passed(step: TaskState, by: Somebody) -> None:
    """A step was passed: the next one began, or the workflow has ended and the text is scheduled, held or published."""
    page = _page_of(step)
    if page is None:
        return
    state = WorkflowState.objects.select_related("current_task_state__task").get(pk=step.workflow_state_id)
    if state.status == WorkflowState.STATUS_IN_PROGRESS:
        next_ones = set(whose_turn(state.current_task_state.task).values_list("pk", flat=True))
        _write(PASSED_ON, str(step.pk), page, took_part(page) - next_ones, by=by, step=step, note=step.comment)
    elif state.status == WorkflowState.STATUS_APPROVED:
        _ended(step, page, by)


def _ended(step: TaskState, page: Page, by: Somebody) -> None:
    planned = Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    at = planned.values_list("approved_go_live_at", flat=True).first()
    page.refresh_from_db(fields=["live", "live_revision", "latest_revision"])
    if at is not None:
        _write(SCHEDULED, str(step.pk), page, took_part(page), by=by, note=step.comment, at=at.isoformat())
    elif not page.live or page.live_revision_id != page.latest_revision_id:
        _write(HELD, str(step.pk), page, took_part(page), by=by, note=step.comment)


@contextmanager
def published_in_numbers() -> Iterator[None]:
    """Inside, nobody is told of single publications: nobody reads a thousand notices, and importers see the result."""
    before = _in_numbers.set(True)
    try:
        yield
    finally:
        _in_numbers.reset(before)


def published(page: Page, revision: Revision, by: Somebody) -> None:
    """``page`` is live with ``revision``: by the decision that just ended its workflow, or later, or without one."""
    if _in_numbers.get():
        return
    step = _just_decided(page)
    if step is not None:
        _write(APPROVED_LIVE, str(step.pk), page, took_part(page), by=step.finished_by, note=step.comment)
        return
    moment = page.last_published_at.timestamp() if page.last_published_at else 0
    _write(PUBLISHED, f"{revision.pk}:{moment:.0f}", page, took_part(page), by=by)


def taken_down(pages: Sequence[Page], by: Somebody, reason: str, key: str) -> None:
    """One page, or one with many others, which are told of together: nobody gets a thousand mails."""
    if not pages:
        return
    first = pages[0]
    people = took_part(first, rounds=2)
    if len(pages) == 1:
        _write(TAKEN_DOWN, key, first, people, by=by, note=reason)
        return
    for start in range(0, len(pages), 500):
        numbers = [page.pk for page in pages[start : start + 500]]
        people |= set(Page.objects.filter(pk__in=numbers).values_list("owner", flat=True)) - {None}
    _write(TREE_TAKEN_DOWN, key, first, people, by=by, note=reason, count=len(pages))


def commented(page: Page, people: Iterable[int], by: Somebody, said: Sequence[str], key: str) -> None:
    _write(COMMENTED, key, page, {*took_part(page), *people}, by=by, note="\n".join(said))


def _write(
    event: Event,
    key: str,
    page: Page,
    people: Iterable[int],
    *,
    by: Somebody,
    step: TaskState | None = None,
    **more: Any,
) -> None:
    """The key tells people of the same thing once, whatever sends it twice."""
    payload = {
        "event": event.name,
        "page": page.pk,
        "title": page.get_admin_display_title(),
        "people": sorted(people),
        "by": by.pk if by is not None else None,
        "step": step.pk if step is not None else None,
        **more,
    }
    write_effect(TOLD, payload, key=f"told:{event.name}:{key}")


def _page_of(step: TaskState) -> Page | None:
    thing = step.workflow_state.content_object
    return thing if isinstance(thing, Page) else None


def _said_before(step: TaskState) -> TaskState | None:
    before = TaskState.objects.filter(workflow_state=step.workflow_state_id, finished_at__isnull=False)
    found: TaskState | None = before.exclude(pk=step.pk).order_by("-finished_at").first()
    return found if found is not None and found.status == TaskState.STATUS_APPROVED else None


def _just_decided(page: Page) -> TaskState | None:
    """The last step of the workflow that ended with this very publication."""
    ended = WorkflowState.objects.for_instance(page).filter(
        status=WorkflowState.STATUS_APPROVED, current_task_state__finished_at__gt=timezone.now() - AT_ONCE
    )
    state = ended.select_related("current_task_state__finished_by").order_by("-created_at").first()
    if state is None:
        return None
    step: TaskState = state.current_task_state
    keys = [f"told:{event.name}:{step.pk}" for event in (SCHEDULED, HELD, APPROVED_LIVE)]
    return None if Effect.objects.filter(key__in=keys).exists() else step
