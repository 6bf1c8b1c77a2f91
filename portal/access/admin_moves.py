"""Pictures and files go along when a page is moved to where others may read it (``portal.access.media_places``)."""

from collections.abc import Callable

from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from portal.access.admin_policy import replace
from portal.access.media_places import log_followed, media_follow
from portal.access.restrictions import STEP, Restrictions


def keep_media_with_moved_pages() -> None:
    """Called once, when the app is ready: at Wagtail's action all roads of moving end."""
    replace(MovePageAction, "_move_page", _followed)


def _followed(wagtails: Callable[..., None]) -> Callable[..., None]:
    def move(action: MovePageAction, page: Page, target: Page, parent_after: Page) -> None:
        tree = Restrictions.load().pages
        if tree.token(page.path[:-STEP]) == tree.token(parent_after.path):
            wagtails(action, page, target, parent_after)
            return
        with transaction.atomic():
            with media_follow(page.get_descendants(inclusive=True)) as outcome:
                wagtails(action, page, target, parent_after)
            log_followed(page, outcome, action.user)

    return move
