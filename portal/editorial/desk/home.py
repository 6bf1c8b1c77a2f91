"""The admin's first page: what the person signed in has to do, and what needs somebody.

Panels come from ``portal.registry.staff_home_panels``, troubles from ``trouble_sources``; both are filled by apps. Of
Wagtail's own panels those are left out that show the same without a bound.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from portal.admin.jobs import job_states, may_see_report
from portal.editorial.desk.entries import entries_of
from portal.editorial.desk.states import (
    DRAFT,
    PUBLISHED,
    RETURNED,
    SCHEDULED,
    Person,
    drafts_of,
    pages_seen_by,
    published_lately,
    returned_to,
    scheduled,
    waiting_for,
)
from portal.outbox.admin import MAY as MAY_SEE_EFFECTS
from portal.outbox.models import Effect
from portal.registry import StaffHomePanel, Trouble, TroubleSource, staff_home_panels, trouble_sources

if TYPE_CHECKING:
    from django.utils.functional import Promise

#: So many lines a panel has; the rest is behind its link.
LINES = 6
REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel, RecentEditsPanel)


@dataclass(frozen=True)
class WorkList:
    """What a panel of pages shows, to whom, and where the rest is."""

    name: str
    heading: "str | Promise"
    icon: str
    order: int
    pages: Callable[[Person], QuerySet[Page]]
    empty: "str | Promise"
    moment_label: "str | Promise"
    all_url_name: str
    #: Whether the whole list is narrowed to what the person began.
    own: bool = False
    concerns: Callable[[Person], bool] = lambda person: True

    def all_url(self, person: Person) -> str:
        return reverse(self.all_url_name) + (f"?owner={person.pk}" if self.own else "")


class WorkPanel(Component):
    """The first lines of a list of work."""

    template_name = "portal_admin/desk/home_panel.html"

    def __init__(self, listed: WorkList, person: Person) -> None:
        self.listed = listed
        self.person = person
        self.name = listed.name
        self.order = listed.order

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        pages = list(self.listed.pages(self.person)[: LINES + 1])
        return {
            "listed": self.listed,
            "entries": entries_of(pages[:LINES], back_to=reverse("wagtailadmin_home")),
            "all_url": self.listed.all_url(self.person) if len(pages) > LINES else "",
        }


class TroublesPanel(Component):
    """What went wrong and waits for somebody; nothing while all is well."""

    name = "troubles"
    template_name = "portal_admin/desk/troubles_panel.html"
    order = 100

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        self.troubles = troubles

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"troubles": self.troubles}


def decides(person: Person) -> bool:
    """Whether others submit their texts to ``person``."""
    return bool(page_permission_policy.user_has_any_permission(person, {"lock", "publish"}))


def writes(person: Person) -> bool:
    return bool(page_permission_policy.user_has_any_permission(person, {"add", "change"}))


WORK_LISTS = (
    WorkList(
        "waiting_for_me",
        _("Waiting for me"),
        "tasks",
        200,
        waiting_for,
        _("Nothing waits for you."),
        pgettext_lazy("column", "Waiting since"),
        "desk_waiting:index",
        concerns=decides,
    ),
    WorkList(
        "returned_to_me",
        _("Returned to me"),
        "resubmit",
        210,
        returned_to,
        _("Nothing was returned to you."),
        RETURNED.moment_label,
        "desk_returned:index",
        own=True,
        concerns=writes,
    ),
    WorkList(
        "my_drafts",
        _("My drafts"),
        "edit",
        220,
        drafts_of,
        _("You have no drafts. Open “Bài viết” in the menu and begin one."),
        DRAFT.moment_label,
        "desk_draft:index",
        own=True,
        concerns=writes,
    ),
    WorkList(
        "scheduled",
        pgettext_lazy("home panel", "Scheduled"),
        "time",
        230,
        lambda person: scheduled(pages_seen_by(person)),
        SCHEDULED.empty,
        SCHEDULED.moment_label,
        "desk_scheduled:index",
        concerns=writes,
    ),
    WorkList(
        "published_lately",
        PUBLISHED.label,
        "success",
        240,
        lambda person: published_lately(pages_seen_by(person)),
        PUBLISHED.empty,
        PUBLISHED.moment_label,
        "desk_published:index",
        concerns=writes,
    ),
)


def _panel_of(listed: WorkList) -> Callable[[HttpRequest], Component | None]:
    def panel(request: HttpRequest) -> Component | None:
        return WorkPanel(listed, request.user) if listed.concerns(request.user) else None

    return panel


def effects_given_up(person: Person) -> list[Trouble]:
    """For those who look after the installation: letters and the like that were not sent."""
    if not person.has_perm(MAY_SEE_EFFECTS):  # type: ignore[union-attr]
        return []
    count = Effect.objects.dead().count()
    text = _gettext("%(count)d effects were given up, such as mails that were not sent. Look why and try again.")
    return [Trouble(text % {"count": count}, reverse("outbox_given_up"))] if count else []


def jobs_that_fail(person: Person) -> list[Trouble]:
    """For those who publish: scheduled work that stands still or failed."""
    if not may_see_report(person):
        return []
    names = ", ".join(str(job.label) for job in job_states() if not job.is_well)
    text = _gettext("Scheduled jobs stand still or failed: %(names)s. Ask the person who runs this portal to look.")
    return [Trouble(text % {"names": names}, reverse("portal_admin_jobs"))] if names else []


def register() -> None:
    """Called when the app is ready."""
    for listed in WORK_LISTS:
        staff_home_panels.register(StaffHomePanel(listed.name, _panel_of(listed)))
    trouble_sources.register(TroubleSource("outbox", effects_given_up))
    trouble_sources.register(TroubleSource("scheduler", jobs_that_fail))


def arrange_first_page(request: HttpRequest, panels: list[Component]) -> None:
    """For ``construct_homepage_panels``."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    troubles = [trouble for source in trouble_sources for trouble in source.find(request.user)]
    if troubles:
        panels.append(TroublesPanel(troubles))
    panels.extend(panel for registered in staff_home_panels if (panel := registered.panel(request)))
