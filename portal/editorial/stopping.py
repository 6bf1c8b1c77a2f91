"""`Dừng duyệt`: taking a text out of its workflow, asked about first and never the first thing offered."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.action_menu import CancelWorkflowMenuItem
from wagtail.models import Page, WorkflowState

from portal.admin.screens import screen
from portal.publishing import lock_page

ORDER = 9500  # after all that brings the text on


class StopReviewItem(CancelWorkflowMenuItem):
    """Leads to the question; Wagtail's own acts at once."""

    label = pgettext_lazy("workflow", "Stop the review")

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("portal_stop_review", args=[context["page"].pk])


@require_http_methods(["GET", "POST"])
def stop_review(request: HttpRequest, page_id: int) -> HttpResponse:
    """
    Raises:
        PermissionDenied: the person may not edit the page, or neither submitted nor decides about it.
    """
    page = get_object_or_404(Page, pk=page_id, depth__gt=1)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    back = redirect("wagtailadmin_pages:edit", page.pk)
    if request.method == "POST":
        stopped = _stop(page, request.user)
        if stopped:
            said = _("The review of “%(title)s” was stopped. The text is a draft.")
            messages.success(request, said % {"title": page.get_admin_display_title()})
    elif state := page.current_workflow_state:
        _require(state, request.user)
        title = pgettext("workflow", "Stop the review")
        below = [(page.get_admin_display_title(), back.url)]
        context = {"page_of_text": page, "step": page.current_workflow_task, "back": back.url}
        return screen(request, "portal_admin/stop_review.html", title, context, icon="error", below=below)
    else:
        stopped = False
    if not stopped:
        messages.warning(request, _("This text is in no review, so there is nothing to stop."))
    return back


@transaction.atomic
def _stop(page: Page, user: Any) -> bool:
    """Whether there was something to stop by the time the page was locked."""
    lock_page(page.pk)
    state: WorkflowState | None = Page.objects.get(pk=page.pk).current_workflow_state
    if state is None:
        return False
    _require(state, user)
    state.cancel(user=user)
    return True


def _require(state: WorkflowState, user: Any) -> None:
    if not state.user_can_cancel(user):
        raise PermissionDenied


def stopping_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("ban-bien-tap/dung-duyet/<int:page_id>/", stop_review, name="portal_stop_review")]
