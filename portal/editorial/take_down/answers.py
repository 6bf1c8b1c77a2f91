"""What the road of old addresses asks of what was taken down."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q, QuerySet
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from portal.access.restrictions import PUBLIC, Restrictions
from portal.editorial.take_down.models import TakenDown
from portal.redirects.addresses import beginnings, default_site


@dataclass(frozen=True)
class TakenDownPages:
    name: str = "take_down"

    def page_once_at(self, path: str) -> int | None:
        """Only of a page that came back: where it still is down, what staff or the tree say of the address comes
        first."""
        back = TakenDown.objects.filter(addresses__path=path, returned_at__isnull=False).order_by("-taken_down_at")
        return back.values_list("page_number", flat=True).first()

    def is_told(self, path: str, page: int | None) -> bool:
        """Nothing is told below what is restricted today, even of a page that was public then."""
        asked = Q(addresses__path=path) | Q(page_number=page) if page else Q(addresses__path=path)
        numbers = set(_told().filter(asked).values_list("page_number", flat=True)) or _with_list_at(path)
        if not numbers:
            return False
        tree = Restrictions.now().pages
        return all(tree.token(place) == PUBLIC for place in [*_places_of(numbers), *_places_above(path)])

    def is_told_of_any(self, pages: Sequence[int]) -> bool:
        numbers = set(_told().filter(page_number__in=pages).values_list("page_number", flat=True))
        tree = Restrictions.now().pages
        return any(tree.token(place) == PUBLIC for place in _places_of(numbers))


def _told() -> QuerySet[TakenDown]:
    """What is down, and was public."""
    return TakenDown.objects.filter(returned_at__isnull=True, was_public=True)


def _with_list_at(path: str) -> set[int]:
    """The pages of which ``path`` is an address inside: a feed, a year, older articles. Their types say which they are.

    Whether such a list ever had an entry is not asked: nothing is told that the page's own address does not tell.
    """
    inside = {above: path[len(above) :] + "/" for above in beginnings(path)}
    found = _told().filter(addresses__path__in=inside) if inside else _told().none()
    rows = found.values_list("page_number", "page_type", "addresses__path")
    return {number for number, page_type, above in rows if above in inside and _has_route(page_type, inside[above])}


def _has_route(page_type: str, rest: str) -> bool:
    try:
        model = apps.get_model(page_type)
    except (LookupError, ValueError):
        return False
    if not issubclass(model, RoutablePageMixin):
        return False
    try:
        model().get_resolver().resolve(rest)
    except Resolver404:
        return False
    return True


def _places_of(pages: Collection[int]) -> list[str]:
    return list(Page.objects.filter(pk__in=pages).values_list("path", flat=True))


def _places_above(path: str) -> list[str]:
    """The places in the tree of the pages at the addresses above ``path``."""
    site = default_site()
    if site is None:
        return []
    above = [site.root_page.url_path + one.strip("/") + "/" for one in beginnings(path)]
    return list(Page.objects.filter(url_path__in=above).values_list("path", flat=True)) if above else []
