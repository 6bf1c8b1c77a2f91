"""The states of work as page queries, each narrowed to what somebody may see in the admin.

They lean on Wagtail's own workflow models alone, so that any workflow and any page type has its place here. What a
person may see is asked of Wagtail's permission policy for pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Revision, TaskState, WorkflowState, WorkflowTask, get_default_page_content_type
from wagtail.permissions import page_permission_policy

if TYPE_CHECKING:
    from django.utils.functional import Promise

Person = AbstractBaseUser | AnonymousUser

#: How long a published page counts as recent.
RECENT = timedelta(days=14)


@dataclass(frozen=True)
class WorkState:
    """A state of work: a column of the board and a list of its own.

    ``pages`` narrows a query to it and gives each page a ``moment``, which is what the list is ordered by.
    """

    name: str
    slug: str
    label: "str | Promise"
    moment_label: "str | Promise"
    empty: "str | Promise"
    icon: str
    pages: Callable[[QuerySet[Page]], QuerySet[Page]]
    newest_first: bool = False

    @property
    def ordering(self) -> str:
        return "-moment" if self.newest_first else "moment"


def has_desk(person: Person) -> bool:
    """Whether ``person`` has to do with pages at all."""
    return bool(page_permission_policy.user_has_any_permission(person, {"add", "change", "publish"}))


def pages_seen_by(person: Person) -> QuerySet[Page]:
    """All pages that ``person`` may find in the admin, without the root of the tree."""
    seen = page_permission_policy.explorable_instances(person).order_by().values("pk")
    pages: QuerySet[Page] = Page.objects.filter(depth__gt=1, pk__in=seen)
    return pages


def waiting_for(person: Person) -> QuerySet[Page]:
    """Pages with a step of their workflow that ``person`` may carry out, and that he may see."""
    mine = TaskState.objects.reviewable_by(person).filter(status=TaskState.STATUS_IN_PROGRESS).order_by().values("pk")
    at_mine = _in_workflow(pages_seen_by(person), status=WorkflowState.STATUS_IN_PROGRESS, current_task_state__in=mine)
    return _longest_waiting_first(at_mine, WorkflowState.STATUS_IN_PROGRESS)


def drafts(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Texts in work that nobody else has been asked about yet; the latest change first."""
    busy = WorkflowState.objects.active()
    return (
        pages.filter(Q(live=False, expired=False) | Q(live=True, has_unpublished_changes=True))
        .exclude(pk__in=_page_ids(busy))
        .exclude(_is_scheduled())
        .annotate(moment=F("latest_revision_created_at"))
        .order_by(F("moment").desc(nulls_last=True), "-pk")
    )


def drafts_of(person: Person) -> QuerySet[Page]:
    """Drafts that ``person`` began or changed last."""
    return drafts(pages_seen_by(person)).filter(Q(owner_id=person.pk) | Q(latest_revision__user_id=person.pk))


def with_editors(pages: QuerySet[Page]) -> QuerySet[Page]:
    """At any step but the last of their workflow."""
    return _longest_waiting_first(
        _in_workflow(pages, ~_at_last_step(), status=WorkflowState.STATUS_IN_PROGRESS), WorkflowState.STATUS_IN_PROGRESS
    )


def with_chief(pages: QuerySet[Page]) -> QuerySet[Page]:
    """At the last step of their workflow: one decision away from readers."""
    return _longest_waiting_first(
        _in_workflow(pages, _at_last_step(), status=WorkflowState.STATUS_IN_PROGRESS), WorkflowState.STATUS_IN_PROGRESS
    )


def returned(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Sent back to whoever submitted them."""
    return _longest_waiting_first(
        _in_workflow(pages, status=WorkflowState.STATUS_NEEDS_CHANGES), WorkflowState.STATUS_NEEDS_CHANGES
    )


def returned_to(person: Person) -> QuerySet[Page]:
    """Sent back, and submitted or begun by ``person``."""
    sent = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by_id=person.pk)
    return returned(pages_seen_by(person)).filter(Q(owner_id=person.pk) | Q(pk__in=_page_ids(sent)))


def scheduled(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Approved for an hour to come; the nearest first."""
    planned = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id=Cast(OuterRef("pk"), CharField())
    ).order_by("approved_go_live_at")
    return (
        pages.filter(_is_scheduled())
        .annotate(moment=planned.values("approved_go_live_at")[:1])
        .order_by("moment", "pk")
    )


def published_lately(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Live, and published or published again in the last days; the latest first."""
    since = timezone.now() - RECENT
    lately = pages.filter(live=True, last_published_at__gte=since)
    return lately.annotate(moment=F("last_published_at")).order_by("-moment", "-pk")


def _longest_waiting_first(pages: QuerySet[Page], status: str) -> QuerySet[Page]:
    """A page has one active workflow at most."""
    states = WorkflowState.objects.filter(
        status=status,
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    return pages.annotate(moment=states.order_by().values(_since(status))[:1]).order_by("moment", "pk")


def _since(status: str) -> str:
    """A returned text waits since it was returned, any other since its step began."""
    returned = status == WorkflowState.STATUS_NEEDS_CHANGES
    return "current_task_state__finished_at" if returned else "current_task_state__started_at"


def _in_workflow(pages: QuerySet[Page], *conditions: Q | Any, **which: Any) -> QuerySet[Page]:
    return pages.filter(pk__in=_page_ids(WorkflowState.objects.filter(*conditions, **which)))


def _page_ids(states: QuerySet[WorkflowState]) -> QuerySet[Any]:
    """Workflow states name their page by a text."""
    of_pages = states.filter(base_content_type=get_default_page_content_type()).order_by()
    return of_pages.annotate(page_pk=Cast("object_id", IntegerField())).values("page_pk")


def _at_last_step() -> Any:
    """No step of the workflow comes after the one that a state is at."""
    here = WorkflowTask.objects.filter(
        workflow_id=OuterRef(OuterRef("workflow_id")), task_id=OuterRef(OuterRef("current_task_state__task_id"))
    )
    later = WorkflowTask.objects.filter(
        workflow_id=OuterRef("workflow_id"), sort_order__gt=here.order_by("sort_order").values("sort_order")[:1]
    )
    return ~Exists(later)


def _is_scheduled() -> Q:
    """Revisions name their page by a text too."""
    planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by()
    return Q(pk__in=planned.annotate(page_pk=Cast("object_id", IntegerField())).values("page_pk"))


DRAFT = WorkState(
    "draft",
    "nhap",
    pgettext_lazy("board", "Drafts"),
    pgettext_lazy("column", "Last changed"),
    _("No drafts. A text that was begun and not submitted yet appears here."),
    "edit",
    drafts,
    newest_first=True,
)
WITH_EDITORS = WorkState(
    "editing",
    "cho-bien-tap",
    pgettext_lazy("board", "Waiting for editing"),
    pgettext_lazy("column", "Waiting since"),
    _("Nothing waits for the editors."),
    "list-ul",
    with_editors,
)
RETURNED = WorkState(
    "returned",
    "tra-lai",
    pgettext_lazy("board", "Returned"),
    pgettext_lazy("column", "Returned at"),
    _("Nothing was returned."),
    "resubmit",
    returned,
)
WITH_CHIEF = WorkState(
    "approval",
    "cho-duyet",
    pgettext_lazy("board", "Waiting for approval"),
    pgettext_lazy("column", "Waiting since"),
    _("Nothing waits for approval."),
    "check",
    with_chief,
)
SCHEDULED = WorkState(
    "scheduled",
    "hen-gio",
    pgettext_lazy("board", "Scheduled"),
    pgettext_lazy("column", "Goes live at"),
    _("Nothing is scheduled. A text approved for a later hour appears here."),
    "time",
    scheduled,
)
PUBLISHED = WorkState(
    "published",
    "moi-dang",
    pgettext_lazy("board", "Published lately"),
    pgettext_lazy("column", "Published at"),
    _("Nothing was published in the last fourteen days."),
    "success",
    published_lately,
    newest_first=True,
)
STATES = (DRAFT, WITH_EDITORS, RETURNED, WITH_CHIEF, SCHEDULED, PUBLISHED)
