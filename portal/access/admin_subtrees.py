"""Where parts of the tree are kept whole in Wagtail (``portal.access.subtrees``).

Wagtail's actions are where all roads end: the admin's views, bulk actions and interface for programs, and
``page.delete(user=…)``. The views say it before that, where whoever works there reads it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from portal.access.admin_policy import replace
from portal.access.restrictions import STEP
from portal.access.subtrees import holds_closed_pages, require_whole, sentence_on_closed_pages


def keep_subtrees_whole() -> None:
    """Called once, when the app is ready."""
    replace(DeletePageAction, "check", _checked(lambda action: True))
    replace(MovePageAction, "check", _checked(_leaves_its_parent))
    replace(CopyPageAction, "check", _checked(lambda action: action.recursive))
    replace(CreatePageAliasAction, "check", _checked(lambda action: action.recursive))
    replace(UnpublishPageAction, "check", _checked(lambda action: action.include_descendants))
    for many in (DeleteBulkAction, MoveBulkAction):
        replace(many, "check_perm", _said_for_each)


def say_instead(request: HttpRequest, page: Page, *destination: Page) -> HttpResponse | None:
    """For ``before_delete_page`` and ``before_move_page``; before any other hook, which might name pages."""
    if not holds_closed_pages(page, request.user):
        return None
    messages.error(request, sentence_on_closed_pages(page))
    return redirect("wagtailadmin_explore", page.pk)


def _checked(reaches_below: Callable[..., bool]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The views of the admin skip the action's own check of permissions, but not this one."""

    def make(wagtails: Callable[..., None]) -> Callable[..., None]:
        def check(action: Any, *args: Any, **kwargs: Any) -> None:
            page = action.object if isinstance(action, UnpublishPageAction) else action.page
            if action.user is not None and reaches_below(action, *args):
                require_whole(page, action.user)
            wagtails(action, *args, **kwargs)

        return check

    return make


def _leaves_its_parent(action: MovePageAction, parent_after: Page) -> bool:
    """Putting pages of one parent in another order takes nothing along."""
    stays: bool = parent_after.path == action.page.path[:-STEP]
    return not stays


def _said_for_each(wagtails: Callable[..., bool]) -> Callable[..., bool]:
    """Of several chosen pages the others are still deleted or moved; each that stays is named, with the reason."""

    def check(action: PageBulkAction, page: Page) -> bool:
        if not holds_closed_pages(page, action.request.user):
            return wagtails(action, page)
        told: set[int] = vars(action).setdefault("_told_of", set())
        if page.pk not in told:
            messages.error(action.request, sentence_on_closed_pages(page))
            told.add(page.pk)
        return False

    return check
