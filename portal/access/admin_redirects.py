"""Redirects in the admin: one that leads to a closed page is closed as well, by whatever it names the page."""

from urllib.parse import unquote

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.access.staff import Sight
from portal.redirects.addresses import default_site, own_path


def closed_redirects(sight: Sight) -> Q:
    """The condition that a redirect leads to what is closed: a page, or an address at or below one."""
    to_page = Q(redirect_page__isnull=False) & sight.pages.condition("redirect_page__path")
    return to_page | Q(pk__in=_leading_by_address(sight))


def _leading_by_address(sight: Sight) -> list[int]:
    site = default_site()
    if site is None or not sight.pages.places:
        return []
    root = site.root_page.url_path.rstrip("/")
    typed = Redirect.objects.exclude(redirect_link="").values_list("pk", "redirect_link")
    leading = {pk: _upwards(root, own_path(link)) for pk, link in typed if own_path(link)}
    asked = {url_path for upwards in leading.values() for url_path in upwards}
    pages = Page.objects.filter(sight.pages.condition("path"), url_path__in=asked)
    closed = set(pages.values_list("url_path", flat=True))
    return [pk for pk, upwards in leading.items() if closed & upwards]


def _upwards(root: str, address: str) -> set[str]:
    """The places in the tree at and above ``address``, as Wagtail writes them.

    >>> sorted(_upwards("/trang-chu", "/tin/hop/?page=2"))
    ['/trang-chu/tin/', '/trang-chu/tin/hop/']
    """
    steps = [step for step in unquote(address.partition("?")[0]).split("/") if step]
    return {f"{root}/{'/'.join(steps[:count])}/" for count in range(1, len(steps) + 1)}
