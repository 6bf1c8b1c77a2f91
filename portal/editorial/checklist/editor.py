"""The checklist in the editor: a side panel that says what to mend, and a submission kept back with nothing lost."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from portal.editorial.checklist.links import unknown_links
from portal.editorial.checklist.services import ChecklistRefused, run_checks
from portal.editorial.checklist.tasks import try_links


def checked(page: Page) -> dict[str, Any]:
    """What the panel shows of ``page``; addresses that nobody knows begin to be tried."""
    links = unknown_links(page)
    if links:
        try_links.enqueue(links)
    results = run_checks(page)
    return {
        "results": results,
        "to_mend": sum(bool(result.problems) for result in results),
        "blocked": any(result.blocks for result in results),
        "refresh_url": reverse("portal_checklist", args=[page.pk]),
    }


class ChecklistSidePanel(BaseSidePanel):
    """What the text still lacks, as it was saved last."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle the checklist")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "count": self.panel.shown["to_mend"]}

    name = "checklist"
    title = _("Checklist before submission")
    template_name = "portal_admin/checklist/side_panel.html"
    order = 150

    def __init__(self, page: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.shown = checked(page)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return {**context, **self.shown}


@never_cache
@require_safe
def checklist(request: HttpRequest, page_id: int) -> HttpResponse:
    """The panel's inside for the latest version of a page.

    Raises:
        Http404: there is no such page.
        PermissionDenied: the person may not edit it.
    """
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return TemplateResponse(
        request, "portal_admin/checklist/results.html", checked(page.get_latest_revision_as_object())
    )


def checklist_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("ban-bien-tap/kiem-tra/<int:page_id>/", checklist, name="portal_checklist")]


class UnsavedChecklistSidePanel(ChecklistSidePanel):
    """Keeps the place of the checklist while a new text was never saved; its first save puts the checklist there."""

    template_name = "portal_admin/checklist/side_panel_unsaved.html"

    def __init__(self, page: Page, request: HttpRequest) -> None:
        BaseSidePanel.__init__(self, page, request)
        self.shown = {"to_mend": 0}


def put_into_editor() -> None:
    """Wagtail has no hook for side panels of pages, nor for a submission that is refused after the text was saved."""
    panels_of_edit, panels_of_create = EditView.get_side_panels, CreateView.get_side_panels

    def panels_while_editing(view: EditView) -> Any:
        panels = panels_of_edit(view)
        if not view.expects_json_response:
            panels.append(ChecklistSidePanel(view.page, view.request))
        return panels

    def panels_while_creating(view: CreateView) -> Any:
        panels = panels_of_create(view)
        panels.append(UnsavedChecklistSidePanel(view.page, view.request))
        return panels

    EditView.get_side_panels = panels_while_editing
    CreateView.get_side_panels = panels_while_creating
    EditView.submit_action = _kept_back(EditView.submit_action)
    EditView.restart_workflow_action = _kept_back(EditView.restart_workflow_action)
    CreateView.submit_action = _kept_back(CreateView.submit_action)


def _kept_back(action: Callable[[Any], HttpResponseBase]) -> Callable[[Any], HttpResponseBase]:
    """``action`` saves the text and then submits it; where that is refused, the text is a draft and its form comes."""

    def save_and_submit(view: Any) -> HttpResponseBase:
        try:
            return action(view)
        except ChecklistRefused as refused:
            lead = _("The draft is saved.")
            messages.error(view.request, f"{lead} {refused}")
            return redirect("wagtailadmin_pages:edit", view.page.pk)

    return save_and_submit
