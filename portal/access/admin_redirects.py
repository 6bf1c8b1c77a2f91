"""Redirects in the admin: one that leads to a closed page is closed as well, by whatever it names the page."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.access.staff import Sight
from portal.redirects.addresses import default_site, own_path


def closed_redirects(sight: Sight, among: Iterable[int] | None = None) -> Q:
    """The condition that a redirect (of ``among``) leads to what is closed: a page, or an address at or below one."""
    to_page = Q(redirect_page__isnull=False) & sight.pages.condition("redirect_page__path")
    return to_page | Q(pk__in=_leading_by_address(sight, among))


def _leading_by_address(sight: Sight, among: Iterable[int] | None) -> list[int]:
    """Those that lead to an address at or below a closed place: places are few, whatever lies below them."""
    site = default_site()
    if site is None or not sight.pages.places:
        return []
    shut = [place for place, posts in sight.pages.places.items() if place not in posts]
    closed = set(Page.objects.filter(path__in=shut).values_list("url_path", flat=True))
    root = site.root_page.url_path.rstrip("/")
    here = Q(redirect_link__startswith="/") | Q(
        redirect_link__icontains=urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
    )
    typed = Redirect.objects.filter(here) if among is None else Redirect.objects.filter(here, pk__in=among)
    rows = typed.order_by().values_list("pk", "redirect_link").iterator()
    return [pk for pk, link in rows if (path := own_path(link)) and not closed.isdisjoint(_upwards(root, path))]


def _upwards(root: str, address: str) -> set[str]:
    """The places in the tree at and above ``address``, as Wagtail writes them.

    >>> sorted(_upwards("/trang-chu", "/tin/hop/?page=2"))
    ['/trang-chu/tin/', '/trang-chu/tin/hop/']
    """
    steps = [step for step in unquote(address.partition("?")[0]).split("/") if step]
    return {f"{root}/{'/'.join(steps[:count])}/" for count in range(1, len(steps) + 1)}
