"""What the road of old addresses asks of what was taken down."""

from dataclasses import dataclass

from django.db.models import Q
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
        down = TakenDown.objects.filter(returned_at__isnull=True)
        records = down.filter(Q(addresses__path=path) | Q(page_number=page) if page else Q(addresses__path=path))
        numbers = set(records.filter(was_public=True).values_list("page_number", flat=True))
        if not numbers:
            return False
        kept = Page.objects.filter(pk__in=numbers).values_list("path", flat=True)
        tree = Restrictions.now().pages
        return all(tree.token(place) == PUBLIC for place in [*kept, *_places_above(path)])


def _places_above(path: str) -> list[str]:
    """The places in the tree of the pages at the addresses above ``path``."""
    site = default_site()
    if site is None:
        return []
    above = [site.root_page.url_path + one.strip("/") + "/" for one in beginnings(path)]
    return list(Page.objects.filter(url_path__in=above).values_list("path", flat=True)) if above else []
