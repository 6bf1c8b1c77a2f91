"""Menus and the site map, from the page tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, Site, get_page_models

from portal.access.tokens import Tokens
from portal.addresses import address_on
from portal.models.links import WebLink
from portal.querysets import PortalPageQuerySet

MAX_ENTRIES = 200


@dataclass
class MenuItem:
    """An entry of the main menu or the site map, with the entries below it."""

    title: str
    url: str
    is_current: bool = False
    children: list["MenuItem"] = field(default_factory=list)


@dataclass(frozen=True)
class Navigation:
    """Where every page leads: the main menu, and the pages that stand only in the footer."""

    menu: list[MenuItem]
    footer: list[MenuItem]


class _Entry(NamedTuple):
    """What is needed of a page: a menu stands on every page, and whole pages cost far more than these."""

    title: str
    path: str
    depth: int
    url_path: str
    show_in_menus: bool


def navigation(request: HttpRequest, tokens: Tokens, current: Page | None) -> Navigation:
    """Home's children, those marked for menus with theirs; one query."""
    site = Site.find_for_request(request)
    if site is None:
        return Navigation([], [])
    top = site.root_page.depth + 1
    shown = _entries(_lasting(site.root_page, tokens).filter(depth__lte=top + 1), MAX_ENTRIES)
    return Navigation(
        menu=_nest([page for page in shown if page.show_in_menus], top, site, current),
        footer=_nest([page for page in shown if page.depth == top and not page.show_in_menus], top, site, current),
    )


def page_tree(root: Page, request: HttpRequest, tokens: Tokens, limit: int) -> list[MenuItem]:
    """Everything below ``root`` that has pages below it or stands for long, at most ``limit`` entries; one query.

    Single articles, notices and galleries are left out: their sections list them.
    """
    site = Site.find_for_request(request)
    return _nest(_entries(_lasting(root, tokens), limit), root.depth + 1, site, None) if site else []


@dataclass
class LinkGroup:
    """A heading of the directory of web links."""

    title: str
    links: list[WebLink] = field(default_factory=list)


def web_links() -> list[LinkGroup]:
    """`Liên kết web`: groups with their links, in the order staff gave them; one query, no empty group."""
    groups: dict[int, LinkGroup] = {}
    links = WebLink.objects.select_related("group").order_by("group__sort_order", "group__title", "sort_order")
    for link in links:
        groups.setdefault(link.group_id, LinkGroup(link.group.title)).links.append(link)
    return list(groups.values())


def _types_in_site_map() -> list[type[Page]]:
    return [model for model in get_page_models() if getattr(model, "in_site_map", False)]


def _lasting(root: Page, tokens: Tokens) -> PortalPageQuerySet:
    """Pages below ``root`` that are more than one entry of a list; by type, so that no article is even looked at."""
    types = ContentType.objects.get_for_models(*_types_in_site_map()).values()
    below = PortalPageQuerySet(Page).filter(content_type__in=[content_type.pk for content_type in types])
    return below.descendant_of(root).visible_to(tokens)


def _entries(pages: PortalPageQuerySet, limit: int) -> list[_Entry]:
    return [_Entry(*row) for row in pages.order_by("path").values_list(*_Entry._fields)[:limit]]


def _nest(pages: Iterable[_Entry], top_depth: int, site: Site, current: Page | None) -> list[MenuItem]:
    """Menu items by depth; a page whose parent is not among ``pages`` is left out with it."""
    top: list[MenuItem] = []
    by_path: dict[str, MenuItem] = {}
    for page in pages:
        is_current = current is not None and current.path.startswith(page.path)
        item = MenuItem(page.title, address_on(site, page.url_path), is_current)
        parent = by_path.get(page.path[: -Page.steplen])
        if page.depth == top_depth:
            top.append(item)
        elif parent is not None:
            parent.children.append(item)
        else:
            continue
        by_path[page.path] = item
    return top
