"""What is done to a page with all below it is done only by whoever may see all of it.

Deleting, moving, copying or taking down a page takes along what lies below, also what is closed to the person who asks.
So it is refused, in a sentence that names neither titles nor numbers.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.access.staff import Person, sight_of


class HoldsClosedPages(PermissionDenied):
    """Below a page lie others that are closed to whoever would take them along; ``str()`` is for him."""


def holds_closed_pages(page: Page, user: Person) -> bool:
    """Whether something at or below ``page`` is closed to ``user``; no query beside that of his sight."""
    closed = sight_of(user).pages
    if not closed.places or not page.path:
        return False
    return closed.covers(page.path) or any(
        place.startswith(page.path) and closed.covers(place) for place in closed.places
    )


def sentence_on_closed_pages(page: Page) -> str:
    """Why it is refused, and what to do."""
    said = _(
        "Below “%(title)s” are pages that you may not see, so you cannot delete, move, copy or take down all of it. "
        "Ask somebody who may see them."
    )
    return said % {"title": page.get_admin_display_title()}


def require_whole(page: Page, user: Person) -> None:
    """Before something happens to ``page`` and all below it.

    Raises:
        HoldsClosedPages: not all of it may be seen by ``user``.
    """
    if holds_closed_pages(page, user):
        raise HoldsClosedPages(sentence_on_closed_pages(page))
