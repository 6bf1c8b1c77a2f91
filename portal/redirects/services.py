"""Remembering the old address of a page that was moved or renamed."""

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.redirects.addresses import LONGEST, address_of, default_site
from portal.redirects.models import MovedTree


def remember_old_address(page: Page, old_url_path: str) -> None:
    """Let the address that ``page`` had, and all addresses below it, lead to where it is now.

    Wagtail writes a redirect for each page below, in the request of whoever renames the section. Here one row stands
    for them all. A page that nobody could read, with none to read below it, had no address worth remembering.
    """
    site = default_site()
    old, new = address_of(old_url_path, site), address_of(page.url_path, site)
    if not old or old == new or len(old) > LONGEST:
        return
    if not (page.live or page.get_descendants().live().exists()):
        return
    with transaction.atomic():
        MovedTree.objects.update_or_create(old_path=old, defaults={"page": page})
        MovedTree.objects.filter(old_path=new).delete()
        own = Redirect.objects.filter(automatically_created=True)
        own.filter(old_path__in=[old, new]).delete()
        if page.live and len(old) <= Redirect._meta.get_field("old_path").max_length:
            Redirect.objects.get_or_create(
                old_path=old, site=site, defaults={"redirect_page": page, "automatically_created": True}
            )
