"""Tasks that failed, where staff see them: what it was, why, and two ways on."""

from typing import ClassVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult
from wagtail.admin.menu import MenuItem

from portal.outbox.admin import MAY
from portal.queues import services
from portal.queues.registry import task_rules

TASKS_PER_PAGE = 50


def failed(request: HttpRequest) -> HttpResponse:
    """The list, and what was decided about the ticked ones. It names task and cause, never what the task was given.

    Raises:
        PermissionDenied: the person does not look after this installation.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    if request.method == "POST":
        _decide(request)
        return redirect("queues_failed_tasks")
    tasks = services.failed_tasks().order_by("-finished_at", "-pk").defer("args_kwargs", "traceback", "return_value")
    page = Paginator(tasks, TASKS_PER_PAGE).get_page(request.GET.get("p"))
    rows = [(task, _label(task), _cause(task)) for task in page]
    title = _("Failed tasks")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")}, {"url": "", "label": title}]
    return TemplateResponse(
        request,
        "portal_admin/failed_tasks.html",
        {
            "page_title": title,
            "header_title": title,
            "header_icon": "warning",
            "breadcrumbs_items": crumbs,
            "page": page,
            "rows": rows,
        },
    )


def _label(task: DBTaskResult) -> str:
    rule = task_rules.get(task.task_path)
    return str(rule.label) if rule else task.task_path


def _cause(task: DBTaskResult) -> str:
    """The kind of the error: its words may be those of somebody's text, and stand in the log."""
    if not services.was_lost(task):
        return task.exception_class_path.rpartition(".")[2]
    rule = task_rules.get(task.task_path)
    if rule is not None and rule.repeatable:
        return _("Broken off several times: the worker was ended each time while it did this.")
    return _("Broken off: the worker was ended meanwhile. Look whether it was done before you begin it again.")


def _decide(request: HttpRequest) -> None:
    ticked = [value for value in request.POST.getlist("task")[:TASKS_PER_PAGE] if _is_number(value)]
    if not ticked:
        messages.warning(request, _("Nothing was ticked. Tick the lines that this is about."))
    elif "drop" in request.POST:
        count = services.drop(ticked)
        messages.success(request, _("%(n)d tasks dropped.") % {"n": count})
    else:
        count = services.try_again(ticked)
        messages.success(request, _("%(n)d tasks are begun again.") % {"n": count})


def _is_number(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("reports/viec-nen-hong/", failed, name="queues_failed_tasks")]


class FailedTasksMenuItem(MenuItem):
    order: ClassVar[int] = 920

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))


def menu_item() -> FailedTasksMenuItem:
    """For ``register_reports_menu_item``."""
    return FailedTasksMenuItem(
        gettext_lazy("Failed tasks"), reverse("queues_failed_tasks"), icon_name="warning", order=920
    )
