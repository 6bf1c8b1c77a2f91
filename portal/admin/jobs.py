"""Whether the scheduler runs: on the admin's first page and, job by job, in a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from portal.models import JobRun
from portal.registry import ScheduledJob, scheduled_jobs
from portal.text import format_number, in_viet_nam

#: Publishing ticks every ten seconds; a minute without it means that nothing is published on time.
LATE_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class JobState:
    """A scheduled job and its latest run, as staff read it. ``ended`` is unknown before the first run ends."""

    label: str
    every: timedelta
    started: datetime | None
    ended: datetime | None
    outcome: str
    error: str
    is_late: bool

    @property
    def is_well(self) -> bool:
        return not self.is_late and not self.error

    @property
    def moment(self) -> str:
        """`15:03:27, 22/11/2026`; empty before the first run."""
        return f"{in_viet_nam(self.started):%H:%M:%S, %d/%m/%Y}" if self.started else ""

    @property
    def ago(self) -> str:
        return ago(timezone.now() - self.started) if self.started else ""


def ago(passed: timedelta) -> str:
    """How long ago, in the largest unit that fits."""
    seconds = max(0, int(passed.total_seconds()))
    if seconds < 60:
        return _gettext("%(count)s seconds ago") % {"count": seconds}
    if seconds < 3600:
        return _gettext("%(count)s minutes ago") % {"count": seconds // 60}
    if seconds < 86400:
        return _gettext("%(count)s hours ago") % {"count": seconds // 3600}
    return _gettext("%(count)s days ago") % {"count": format_number(seconds // 86400)}


def job_states(now: datetime | None = None) -> list[JobState]:
    """Every registered job with its latest run, in one query."""
    now = now or timezone.now()
    runs = {run.name: run for run in JobRun.objects.all()}
    return [_state(job, runs.get(job.name), now) for job in scheduled_jobs]


def _state(job: ScheduledJob, run: JobRun | None, now: datetime) -> JobState:
    late_after = max(LATE_AFTER, 2 * job.every)
    return JobState(
        label=str(job.label),
        every=job.every,
        started=run.started_at if run else None,
        ended=run.finished_at if run else None,
        outcome=run.outcome if run else "",
        error=run.error if run else "",
        is_late=run is None or now - run.started_at > late_after,
    )


class SchedulerPanel(Component):
    """On the admin's first page: when scheduled publishing last ran, red when it is late or failed."""

    name = "scheduler"
    template_name = "portal_admin/scheduler_panel.html"
    order = 400

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = parent_context["request"].user if parent_context else AnonymousUser()
        return {"jobs": job_states(), "report_url": reverse("portal_admin_jobs") if may_see_report(user) else ""}


def may_see_report(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Those who publish need to know whether it will happen."""
    return bool(page_permission_policy.user_has_permission(user, "publish"))


def report(request: HttpRequest) -> HttpResponse:
    """All scheduled jobs with their latest run.

    Raises:
        PermissionDenied: the person does not publish.
    """
    if not may_see_report(request.user):
        raise PermissionDenied
    title = _("Scheduled jobs")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")}, {"url": "", "label": title}]
    return TemplateResponse(
        request,
        "portal_admin/jobs.html",
        {"page_title": title, "header_title": title, "header_icon": "history", "breadcrumbs_items": crumbs,
         "jobs": job_states()},
    )  # fmt: skip


def report_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("reports/cong-viec-dinh-ky/", report, name="portal_admin_jobs")]


class JobsMenuItem(MenuItem):
    order: ClassVar[int] = 900

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_report(request.user)


def jobs_menu_item() -> JobsMenuItem:
    """For ``register_reports_menu_item``."""
    return JobsMenuItem(_("Scheduled jobs"), reverse("portal_admin_jobs"), icon_name="history", order=900)
