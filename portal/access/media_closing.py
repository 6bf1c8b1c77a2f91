"""Pictures and files that closed pages came to show alone without anybody setting a level close with them afterwards.

What is added to a restricted page closes when it is published. What a more public page kept open closes when that page
goes, and a daily job finds the rest, such as what kept open a page that was ended by the clock. Nothing opens here.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import ngettext
from wagtail.models import Page

from portal.access.combining import covers
from portal.access.media_places import Outcome, is_withdrawn, log_followed, media_follow
from portal.access.restrictions import PUBLIC, Restrictions
from portal.access.tokens import under
from portal.media_uses import items_of, media_of


def close_added(page: Page) -> None:
    """``page``, of its own type, was published: what it shows to more people than may read it closes for these.

    As far as no more public page uses it. One that comes back after it was withdrawn is seen to with its return.
    """
    restrictions = Restrictions.now()
    readers = restrictions.pages.token(page.path)
    if readers == PUBLIC or is_withdrawn(page):
        return
    items = items_of(media_of(page)).values()
    if not all(covers(readers, restrictions.collections.token(item.collection.path)) for item in items):
        _follow(page)


def close_what_it_kept_open(page: Page) -> None:
    """``page`` is published no more: what it showed beside restricted pages closes with these."""
    if Restrictions.now().pages.own:
        _follow(page)


def close_left_open() -> str:
    """The scheduler's job: what restricted pages show and no more public page uses any longer."""
    closed = Restrictions.load().pages.closed_to({PUBLIC})
    outcome = _closed_with(Page.objects.filter(under(closed, "path"), live=True)) if closed else Outcome()
    said = ngettext("%(count)s picture or file closed", "%(count)s pictures and files closed", outcome.closed)
    return said % {"count": outcome.closed}


def _follow(page: Page) -> None:
    with transaction.atomic():
        log_followed(page, _closed_with(Page.objects.filter(pk=page.pk)))


def _closed_with(pages: QuerySet[Page]) -> Outcome:
    with media_follow(pages, still_shown=True) as outcome:
        pass  # who may read them was changed before
    return outcome
