"""Approval in Wagtail's admin: buttons that mirror the rule, and the rule's sentence where somebody runs into it.

Whether a page may go live is decided when it is saved (``portal.editorial.guard``); nothing here is relied upon.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import Page, PageSubscription, WorkflowState

from portal.editorial import guard
from portal.editorial.content import digest_of
from portal.editorial.errors import ChangedSince, FourEyesViolated, NotApproved, OwnText
from portal.editorial.stopping import ORDER, StopReviewItem
from portal.editorial.workflows import last_task

_PUBLISH = "action-publish"


class NotApprovedItem(ActionMenuItem):
    """Stands where the button for publishing would: says what is to be done instead."""

    name = "not-approved"
    template_name = "portal_admin/not_approved_item.html"
    icon_name = "lock"
    label = _("To publish: submit for review; somebody who did not write the text approves it")


def show_what_may_be_done(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """For ``construct_page_action_menu``: no publishing without an approval, and our words for the workflow."""
    page = context.get("page")
    parent = context.get("parent_page")
    if context["view"] == "create":
        missing = parent is not None and guard.applies_below(parent)
    else:
        missing = page is not None and (guard.lacks_approval(page) or context["view"] == "revisions_revert")
        missing = missing and guard.applies_to(page)
    if missing:
        items[:] = [NotApprovedItem(order=9000) if type(item) is PublishMenuItem else item for item in items]
    labels = _labels(page, request)
    for number, item in enumerate(items):
        if isinstance(item, WorkflowMenuItem) and (item.name, item.launch_modal) in labels:
            item.label = labels[item.name, item.launch_modal]
        elif type(item) is SubmitForModerationMenuItem:
            items[number] = SubmitItem(order=item.order)
        elif type(item) is CancelWorkflowMenuItem:
            items[number] = StopReviewItem(order=ORDER)
    items.sort(key=lambda item: item.order)


def _labels(page: Page | None, request: HttpRequest) -> dict[tuple[str, bool], Any]:
    """Wagtail adds “and publish” to the last step's words, which say so already."""
    task = page.current_workflow_task if page is not None else None
    actions = task.get_actions(page, request.user) if task is not None else []
    return {(name, modal): label for name, label, modal in actions}


class SubmitItem(SubmitForModerationMenuItem):
    """By the name that staff know it by; Wagtail's names the workflow."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        returned = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        again = pgettext_lazy("workflow", "Submit for review again")
        context["label"] = again if returned else pgettext_lazy("workflow", "Submit for review")
        return context


def keep_as_draft(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """For ``before_create_page``: what cannot be published at once is saved, and why is said."""
    if request.method == "POST" and _PUBLISH in request.POST and guard.applies_below(parent):
        sent = request.POST.copy()
        del sent[_PUBLISH]
        request.POST = sent  # type: ignore[assignment]
        messages.warning(request, NotApproved(sent.get("title", "")).messages[0])


def refuse_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For ``before_publish_page``: the text is saved by then, so it is only to be said what comes next."""
    if not guard.lacks_approval(page):
        return None
    messages.error(request, NotApproved(page.title).messages[0])
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_approving_unseen(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For ``before_edit_page``: who approves from the editor approves what stands in it, and nothing newer.

    Whoever ends the workflow approves no change of his own: what he changed in the same form is saved as a draft, and
    is for somebody else to approve. At a step before that an editor mends the text and passes it on.
    """
    approves = request.method == "POST" and request.POST.get("workflow-action-name") in ("approve", "hold")
    if not approves or not request.POST.get("action-workflow-action"):
        return None
    latest = page.get_latest_revision()
    loaded = request.POST.get("loaded_revision_id")
    refusal: type[FourEyesViolated] | None = None
    if latest is not None and loaded and loaded != str(latest.pk):
        refusal = ChangedSince  # the editor then keeps what was typed (``portal.admin.editing``)
    elif _ends_workflow(page) and _changes_text(request, page):
        refusal = OwnText
    if refusal is not None:
        sent = request.POST.copy()
        del sent["action-workflow-action"]
        request.POST = sent  # type: ignore[assignment]
        messages.error(request, refusal(page.get_admin_display_title()).messages[0])
        return None
    state = page.current_workflow_task_state
    if state is not None and latest is not None and state.revision_id != latest.pk:
        type(state).objects.filter(pk=state.pk).update(revision=latest)
    return None


def _ends_workflow(page: Page) -> bool:
    """Whether the step that ``page`` is at is the last one."""
    state = page.current_workflow_state
    return state is not None and page.current_workflow_task == last_task(state.workflow)


def _changes_text(request: HttpRequest, page: Page) -> bool:
    """Whether the form that was sent holds other content than the page; an invalid one is for the editor to show."""
    instance = page.get_latest_revision_as_object()
    if not guard.applies_to(instance):
        return False
    before = digest_of(instance)
    form_class = instance.get_edit_handler().get_form_class()
    subscription = PageSubscription(page=instance, user=request.user)
    form = form_class(
        request.POST,
        request.FILES,
        instance=instance,
        subscription=subscription,
        parent_page=instance.get_parent(),
        for_user=request.user,
    )
    return bool(form.is_valid()) and digest_of(form.save(commit=False)) != before


class FourEyesMiddleware:
    """Says the rule's sentence on the page one came from, instead of an error page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponseBase | None:
        if not isinstance(problem, FourEyesViolated):
            return None
        sentence = " ".join(problem.messages)
        match = request.resolver_match
        in_admin = request.path.startswith(reverse("wagtailadmin_home"))
        if match is None or not in_admin or "wagtailadmin_api" in match.namespaces:
            return JsonResponse({"error": sentence}, status=400)
        messages.error(request, sentence)
        pk = match.kwargs.get("page_id") or match.kwargs.get("parent_page_id")
        here = reverse("wagtailadmin_pages:edit", args=[pk]) if pk else reverse("wagtailadmin_home")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": here})
        if "application/json" in request.headers.get("accept", ""):
            return JsonResponse({"success": False, "error_code": "four_eyes", "error_message": sentence}, status=400)
        return redirect(here)
