"""Which workflow applies to a page, and the workflows that code makes once.

An app registers a ``WorkflowSpec`` for its page types; the portal's own applies to everything below the site's root.
What is made is staff's: renamed, changed, unassigned or deleted in the admin it stays so. A workflow that staff assign
to a section wins over the one of a page type; the page type's wins over the one at the site's root.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from wagtail.models import Page, Site, Task, Workflow, WorkflowPage, WorkflowTask

from portal.access.groups import known_group
from portal.editorial.models import ChiefApprovalTask, EditorTask, KnownWorkflow
from portal.editorial.models.tasks import GroupTask
from portal.editorial.roles import CHIEF, EDITOR, Role
from portal.registry import Registry

_DEPTH_OF_ROOT = 2


@dataclass(frozen=True)
class StepSpec:
    """One step: what staff read, which kind of task, and whose turn it is."""

    title: str
    task: type[GroupTask]
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class WorkflowSpec:
    """A workflow to be made once. ``name`` never changes; without ``page_types`` it applies to the whole site."""

    name: str
    title: str
    steps: tuple[StepSpec, ...]
    page_types: tuple[str, ...] = ()


workflow_specs: Registry[WorkflowSpec] = Registry("workflow")

EDITORIAL = WorkflowSpec(
    "editorial",
    "Quy trình biên tập",
    (
        StepSpec("Biên tập", EditorTask, (EDITOR, CHIEF)),
        StepSpec("Duyệt xuất bản", ChiefApprovalTask, (CHIEF,)),
    ),
)


def ensure_workflows() -> None:
    """Make the registered workflows that were never made."""
    for spec in workflow_specs:
        if not KnownWorkflow.objects.filter(code=spec.name).exists():
            _make(spec)


@transaction.atomic
def _make(spec: WorkflowSpec) -> None:
    workflow = Workflow.objects.create(name=spec.title)
    for order, step in enumerate(spec.steps):
        task = step.task.objects.create(name=step.title)
        task.groups.set([known_group(role) for role in step.roles])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    KnownWorkflow.objects.create(code=spec.name, workflow=workflow)
    if not spec.page_types:
        for site in Site.objects.all():
            WorkflowPage.objects.get_or_create(page_id=site.root_page_id, defaults={"workflow": workflow})


def workflow_of(page: Page) -> Workflow | None:
    """The active workflow that applies to ``page``; one query. A page without a place has none yet."""
    model = page.specific_class if page.content_type_id else type(page)
    return workflow_at(page.path, model._meta.label) if page.path and model is not None else None


def workflow_at(path: str, page_type: str) -> Workflow | None:
    """The active workflow that applies, or would, to a page of this type at ``path``; one query."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return None
    above = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    code = next((spec.name for spec in workflow_specs if page_type in spec.page_types), "")
    found = (
        Workflow.objects.filter(active=True)
        .annotate(place=F("workflow_pages__page__path"), code=F("known_as__code"))
        .filter(Q(place__in=above) | Q(code=code))
    )
    best: tuple[float, Workflow] | None = None
    for workflow in found:
        nearness = len(workflow.place) / Page.steplen if workflow.place in above else 0.0
        if code and workflow.code == code:
            nearness = max(nearness, _DEPTH_OF_ROOT + 0.5)
        if nearness and (best is None or nearness > best[0]):
            best = (nearness, workflow)
    return best[1] if best else None


def last_task(workflow: Workflow) -> Task | None:
    """The step at which a page of ``workflow`` is approved."""
    steps = Task.objects.filter(workflow_tasks__workflow=workflow, active=True)
    task = steps.order_by("workflow_tasks__sort_order").last()
    return task.specific if task is not None else None
