"""A page that is locked for somebody stays as it is and where it is until it is unlocked; the home page stays at all.

Wagtail's lock keeps the form from being saved. Without more, the author of a text that the chief editor holds ready, or
that waits at a step of others, could delete it, move it, or bring an older version back over it. Taking down is not
kept from anybody who may publish: what must not be read cannot wait (``portal.editorial.take_down``).

The home page is neither deleted nor taken off by any road: the whole portal would go with it.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Page
from wagtail.models.pages import PagePermissionTester

from portal.access.admin_policy import replace

_HOME_DEPTH = 2


def keep_locked_pages() -> None:
    """Called once, when the app is ready: permissions, and with them the buttons that ask for them."""
    replace(PagePermissionTester, "can_delete", _unless_locked)
    replace(PagePermissionTester, "can_delete", _unless_home)
    replace(PagePermissionTester, "can_unpublish", _unless_home)
    replace(PagePermissionTester, "can_move_to", _unless_locked)
    replace(PagePermissionTester, "can_view_revisions", _as_history_answers)
    replace(RevertToPageRevisionAction, "check", _refuse_locked_page)
    replace(PublishPageRevisionAction, "check", _refuse_locked)


def is_locked_for(user: Any, page: Page) -> bool:
    return bool(page.permissions_for_user(user).page_locked())


def _unless_locked(wagtails: Callable[..., bool]) -> Callable[..., bool]:
    def kept(self: PagePermissionTester, *args: Any, **kwargs: Any) -> bool:
        return bool(wagtails(self, *args, **kwargs)) and not self.page_locked()

    return kept


def _unless_home(wagtails: Callable[..., bool]) -> Callable[..., bool]:
    def kept(self: PagePermissionTester, *args: Any, **kwargs: Any) -> bool:
        return bool(wagtails(self, *args, **kwargs)) and not _is_home(self.page)

    return kept


def _is_home(page: Page) -> bool:
    return page.depth == _HOME_DEPTH and bool(page.sites_rooted_here.exists())


def _as_history_answers(wagtails: Callable[..., bool]) -> Callable[..., bool]:
    """Wagtail shows everybody the way to a page's history, and refuses it to those who may not edit the page."""

    def kept(self: PagePermissionTester) -> bool:
        return bool(wagtails(self)) and bool(self.can_edit())

    return kept


def _refuse_locked_page(wagtails: Callable[..., None]) -> Callable[..., None]:
    def kept(self: RevertToPageRevisionAction, skip_permission_checks: bool = False) -> None:
        wagtails(self, skip_permission_checks=skip_permission_checks)
        _require_unlocked(self.user, self.page, skip_permission_checks)

    return kept


def _refuse_locked(wagtails: Callable[..., None]) -> Callable[..., None]:
    def kept(self: PublishPageRevisionAction, skip_permission_checks: bool = False) -> None:
        wagtails(self, skip_permission_checks=skip_permission_checks)
        _require_unlocked(self.user, Page.objects.get(pk=self.object.pk), skip_permission_checks)

    return kept


def _require_unlocked(user: Any, page: Page, skip_permission_checks: bool) -> None:
    if user and not skip_permission_checks and is_locked_for(user, page):
        raise PermissionDenied("the page is locked")
