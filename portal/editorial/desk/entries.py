"""A page as lists of work show it: with section, author, step and times, for a whole list in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_default_page_content_type

from portal.admin.jobs import ago
from portal.editorial.desk.deadlines import deadlines_of
from portal.text import format_moment


@dataclass(frozen=True)
class Entry:
    """One page of work. What is not known of it is empty or ``None``."""

    page: Page
    section: str = ""
    author: str = ""
    task_state: TaskState | None = None
    deadline: datetime | None = None
    #: The version that was returned last, where the text came back since.
    returned_revision: int | None = None
    #: The list to which a decision made in the form leads back.
    back_to: str = ""

    @property
    def title(self) -> str:
        return str(self.page.draft_title or self.page.title)

    @property
    def edit_url(self) -> str:
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return f"{form}?{urlencode({'next': self.back_to})}" if self.back_to else form

    @property
    def preview_url(self) -> str:
        """The text as readers would see it: what was submitted, or else the latest draft."""
        if self.task_state is not None:
            return reverse("wagtailadmin_pages:workflow_preview", args=[self.page.pk, self.task_state.task_id])
        return reverse("wagtailadmin_pages:view_draft", args=[self.page.pk])

    @property
    def compare_url(self) -> str:
        """What was submitted beside what readers see now; empty before the first publication."""
        if self.task_state is None or not self.page.live_revision_id:
            return ""
        return reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, "live", self.task_state.revision_id])

    @property
    def mended_url(self) -> str:
        """What was mended since the text was returned; empty where it never was, or did not come back yet."""
        if self.task_state is None or self.returned_revision in (None, self.task_state.revision_id):
            return ""
        versions = [self.page.pk, self.returned_revision, self.task_state.revision_id]
        return reverse("wagtailadmin_pages:revisions_compare", args=versions)

    @property
    def step(self) -> str:
        return self.task_state.task.name if self.task_state is not None else ""

    @property
    def moment(self) -> datetime | None:
        """What its list is ordered by: since when it waits, when it was changed, or when it goes live."""
        found: datetime | None = getattr(self.page, "moment", None)
        return found

    @property
    def moment_text(self) -> str:
        return format_moment(self.moment) if self.moment else ""

    @property
    def ago(self) -> str:
        """How long ago that was; empty for what is to come."""
        if self.moment is None or self.moment > timezone.now():
            return ""
        return ago(timezone.now() - self.moment)

    @property
    def note(self) -> str:
        """What was said when the text was returned."""
        return str(self.task_state.comment) if self.task_state is not None else ""

    @property
    def note_by(self) -> str:
        person = self.task_state.finished_by if self.task_state is not None else None
        return (person.get_full_name() or person.get_username()) if person else ""

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and self.deadline < timezone.now()

    @property
    def deadline_text(self) -> str:
        return format_moment(self.deadline) if self.deadline else ""


def entries_of(pages: Iterable[Page], back_to: str) -> list[Entry]:
    """An entry for each of ``pages``, which are few: one screen of the list at ``back_to``, in its order."""
    shown = list(pages)
    numbers = [page.pk for page in shown]
    sections = _sections_of(shown)
    authors = _authors_of(shown)
    steps = _steps_of(numbers)
    deadlines = deadlines_of([step.pk for step in steps.values()])
    returned = _returned_revisions(steps.values())
    return [
        Entry(
            page=page,
            section=sections.get(_parent_path(page), ""),
            author=authors.get(page.pk, ""),
            task_state=steps.get(page.pk),
            deadline=deadlines.get(steps[page.pk].pk) if page.pk in steps else None,
            returned_revision=returned.get(steps[page.pk].workflow_state_id) if page.pk in steps else None,
            back_to=back_to,
        )
        for page in shown
    ]


def _parent_path(page: Page) -> str:
    return str(page.path[: -page.steplen])


def _sections_of(pages: list[Page]) -> dict[str, str]:
    """Titles by path of what the pages stand below."""
    paths = {_parent_path(page) for page in pages}
    return dict(Page.objects.filter(path__in=paths).order_by().values_list("path", "title"))


def _authors_of(pages: list[Page]) -> dict[int, str]:
    """Who signs the latest text, for page types that say so; else who began the page."""
    signed = Revision.page_revisions.filter(pk__in=[page.latest_revision_id for page in pages]).order_by()
    typed = dict(signed.annotate(signature=KT("content__author_name")).values_list("object_id", "signature"))
    owners = Page.objects.filter(pk__in=[page.pk for page in pages]).order_by().select_related("owner").only("owner")
    begun = {page.pk: page.owner.get_full_name() or page.owner.get_username() for page in owners if page.owner}
    return {page.pk: typed.get(str(page.pk)) or begun.get(page.pk, "") for page in pages}


def _steps_of(numbers: list[int]) -> dict[int, TaskState]:
    """The step each page is at, where it is in a workflow."""
    states: QuerySet[WorkflowState] = (
        WorkflowState.objects.active()
        .filter(base_content_type=get_default_page_content_type(), object_id__in=[str(number) for number in numbers])
        .select_related("current_task_state__task", "current_task_state__finished_by")
        .order_by()
    )
    return {int(state.object_id): state.current_task_state for state in states if state.current_task_state}


def _returned_revisions(steps: Iterable[TaskState]) -> dict[int, int]:
    """The version returned last, by workflow."""
    workflows = {step.workflow_state_id for step in steps if step.status == TaskState.STATUS_IN_PROGRESS}
    rejected = TaskState.objects.filter(workflow_state__in=workflows, status=TaskState.STATUS_REJECTED).order_by("pk")
    return dict(rejected.values_list("workflow_state", "revision"))
