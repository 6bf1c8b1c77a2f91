"""Menus and the site map, from the page tree."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, QuerySet, Value, When, Window
from django.db.models.functions import Length, RowNumber, Substr
from django.http import HttpRequest
from wagtail.models import Page, Site, get_page_models

from portal.access.tokens import Tokens
from portal.addresses import address_on
from portal.models.links import WebLink
from portal.querysets import PortalPageQuerySet

#: So many entries stand in the bar, and so many unfold below one of them; the others are a step further.
MOST_ENTRIES = 12
_MOST_ROWS = 400


@dataclass
class MenuItem:
    """An entry of the main menu or the site map, with the entries below it; ``has_more`` where these are not all."""

    title: str
    url: str
    is_current: bool = False
    children: list["MenuItem"] = field(default_factory=list)
    has_more: bool = False


@dataclass(frozen=True)
class Navigation:
    """Where every page leads: the main menu, and the pages that stand only in the footer.

    ``all_url`` is the site map, where the menu has not room for all its entries.
    """

    menu: list[MenuItem] = field(default_factory=list)
    footer: list[MenuItem] = field(default_factory=list)
    all_url: str = ""


class Entry(NamedTuple):
    """What is needed of a page: a menu stands on every page, and whole pages cost far more than these."""

    title: str
    path: str
    depth: int
    url_path: str


class _Placed(NamedTuple):
    """The same with its place among those beside it, where the site map is the first: it leads to all others."""

    title: str
    path: str
    depth: int
    url_path: str
    show_in_menus: bool
    rank: int
    place: int

    @property
    def entry(self) -> Entry:
        return Entry(self.title, self.path, self.depth, self.url_path)


def navigation(request: HttpRequest, tokens: Tokens, current: Page | None) -> Navigation:
    """Home's children, those marked for menus with theirs, of each so many; one query."""
    site = Site.find_for_request(request)
    if site is None:
        return Navigation()
    top = site.root_page.depth + 1
    placed = _placed(lasting_below(site.root_page, tokens).filter(depth__lte=top + 1), top)
    fitting = sorted((page for page in placed if page.place <= MOST_ENTRIES), key=lambda page: page.path)
    beyond = {parent_path(page) for page in placed if page.show_in_menus and page.place > MOST_ENTRIES}
    site_map = next((page for page in fitting if page.rank == 0), None)
    footer = [page.entry for page in fitting if page.depth == top and not page.show_in_menus]
    return Navigation(
        menu=nest([page.entry for page in fitting if page.show_in_menus], top, site, current, beyond),
        footer=nest(footer, top, site, current),
        all_url=address_on(site, site_map.url_path) if site_map and site.root_page.path in beyond else "",
    )


def _placed(pages: PortalPageQuerySet, top: int) -> list[_Placed]:
    """The first of those beside each other, and one more where there are more."""
    from portal.models import SiteMapPage

    site_map = ContentType.objects.get_for_model(SiteMapPage)
    above = Substr("path", 1, Length("path") - Page.steplen)
    place = Window(RowNumber(), partition_by=[above, F("show_in_menus")], order_by=[F("rank"), F("path")])
    ranked = pages.annotate(rank=Case(When(content_type=site_map, then=0), default=Value(1)), place=place)
    wanted = ranked.exclude(depth__gt=top, show_in_menus=False).filter(place__lte=MOST_ENTRIES + 1)
    rows = wanted.order_by("depth", "path").values_list(*_Placed._fields)
    return [_Placed(*row) for row in rows[:_MOST_ROWS]]


def entries(pages: PortalPageQuerySet) -> QuerySet[Any]:
    """``pages`` in the order of the tree, as the fields of ``Entry``."""
    return pages.order_by("path").values_list(*Entry._fields, named=True)


def parent_path(page: Entry | _Placed) -> str:
    return page.path[: -Page.steplen]


#: Of all groups together.
MOST_WEB_LINKS = 200


@dataclass
class LinkGroup:
    """A heading of the directory of web links."""

    title: str
    links: list[WebLink] = field(default_factory=list)


def web_links() -> list[LinkGroup]:
    """`Liên kết web`: groups with their links, in the order staff gave them; one query, no empty group.

    No more than ``MOST_WEB_LINKS``: they stand on the home page.
    """
    groups: dict[int, LinkGroup] = {}
    links = WebLink.objects.select_related("group").order_by("group__sort_order", "group__title", "sort_order")
    for link in links[:MOST_WEB_LINKS]:
        groups.setdefault(link.group_id, LinkGroup(link.group.title)).links.append(link)
    return list(groups.values())


def lasting_below(root: Page, tokens: Tokens) -> PortalPageQuerySet:
    """Pages below ``root`` that are more than one entry of a list; by type, so that no article is even looked at.

    Single articles, notices and galleries are left out: their sections list them.
    """
    types = ContentType.objects.get_for_models(*_types_in_site_map()).values()
    below = PortalPageQuerySet(Page).filter(content_type__in=[content_type.pk for content_type in types])
    return below.descendant_of(root).visible_to(tokens)


def _types_in_site_map() -> list[type[Page]]:
    return [model for model in get_page_models() if getattr(model, "in_site_map", False)]


def nest(
    pages: Iterable[Entry],
    top_depth: int,
    site: Site | None,
    current: Page | None,
    beyond: Container[str] = frozenset(),
) -> list[MenuItem]:
    """Menu items by depth; a page whose parent is not among ``pages`` is left out with it.

    ``beyond`` holds the paths of those that have more below them.
    """
    top: list[MenuItem] = []
    by_path: dict[str, MenuItem] = {}
    for page in pages:
        is_current = current is not None and current.path.startswith(page.path)
        address = address_on(site, page.url_path) if site else ""
        item = MenuItem(page.title, address, is_current, has_more=page.path in beyond)
        parent = by_path.get(parent_path(page))
        if page.depth == top_depth:
            top.append(item)
        elif parent is not None:
            parent.children.append(item)
        else:
            continue
        by_path[page.path] = item
    return top
