"""Pictures and files on approved pages: readers see them, so whoever may not publish there does not exchange them."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from wagtail.models import Page, ReferenceIndex

from portal.editorial.guard import applies_to


def may_change_shown(item: Any, by: AbstractUser) -> bool:
    """Whether ``by`` may change what readers see of ``item``, a picture or a file.

    What counts is what is live: Wagtail's index reads the tables, where a draft of a live page does not stand.
    """
    uses = ReferenceIndex.get_references_to(item).filter(base_content_type=ReferenceIndex._get_base_content_type(Page))
    shown_on = Page.objects.filter(pk__in=[int(pk) for pk in uses.values_list("object_id", flat=True)], live=True)
    return not any(
        not page.permissions_for_user(by).can_publish() and applies_to(page)
        for page in shown_on.order_by("pk").iterator()
    )
