"""Moving pages in the admin: what cannot stand at the place chosen is said before anything moves."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from portal.editorial.guard import require_place
from portal.reserved_slugs import refuse_reserved


def refuse_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """For ``before_move_page``."""
    return redirect("wagtailadmin_pages:move", page.pk) if _said_what_hinders(request, [page], destination) else None


def refuse_bulk_move(
    request: HttpRequest, action_type: str, pages: list[Page], action: PageBulkAction
) -> HttpResponse | None:
    """For ``before_bulk_action``: all of them move, or none."""
    if action_type != "move" or not isinstance(action, PageBulkAction):
        return None
    destination = action.cleaned_form.cleaned_data["chooser"]
    return redirect(action.next_url) if _said_what_hinders(request, pages, destination) else None


def _said_what_hinders(request: HttpRequest, pages: list[Page], destination: Page) -> bool:
    collides = _said_what_collides(request, pages, destination)
    return _said_what_is_not_approved(request, pages, destination) or collides


def _said_what_collides(request: HttpRequest, pages: Iterable[Page], destination: Page) -> bool:
    collides = False
    for page in pages:
        try:
            refuse_reserved(page, destination)
        except ValidationError as refused:
            collides = True
            sentence = _("“%(title)s” was not moved. %(reason)s The address is changed in the form of the page.")
            named = {"title": page.get_admin_display_title(), "reason": " ".join(refused.messages)}
            messages.error(request, sentence % named)
    return collides


def _said_what_is_not_approved(request: HttpRequest, pages: Iterable[Page], destination: Page) -> bool:
    refused = False
    for page in pages:
        try:
            require_place(page, destination)
        except ValidationError as problem:
            refused = True
            messages.error(request, " ".join(problem.messages))
    return refused
