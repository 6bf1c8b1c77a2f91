"""What is answered instead of a 404: the way to where a page is now, or that it was taken down.

A road by which content leaves, like every other: the address it would lead to is asked of the page tree as this visitor
would ask it, and where he would not be let in, he gets the answer of an unknown address.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.access.tokens import may_open, tokens_of
from portal.addresses import page_address
from portal.page_serving import find_page
from portal.redirects.addresses import beginnings, default_site, is_web_address, own_path, stored
from portal.redirects.models import MovedTree
from portal.registry import Registry

#: An address led elsewhere more often than this leads nowhere.
MOST_STEPS = 8
#: Old addresses of the pages above that are looked through for one address.
MOST_FORMER = 200


class Removed(Protocol):
    """Who knows what was taken down (``portal.editorial.take_down``)."""

    @property
    def name(self) -> str: ...

    def page_once_at(self, path: str) -> int | None:
        """The number of the page that was taken down at this address, whatever became of it since."""
        ...

    def is_told(self, path: str, page: int | None) -> bool:
        """Whether anyone may know that something was taken down: at ``path``, or ``page`` to which it led."""
        ...

    def is_told_of_any(self, pages: Sequence[int]) -> bool:
        """Whether anyone may know that one of ``pages`` was taken down."""
        ...


removed: Registry[Removed] = Registry("what was removed")


@dataclass(frozen=True)
class _Step:
    """Where an address leads: to a page, to another address of this portal, or out into the web."""

    page: Page | None = None
    path: str = ""
    link: str = ""
    permanent: bool = True
    keeps_query: bool = True


def instead_of_404(request: HttpRequest) -> HttpResponseBase | None:
    """Another answer than 404 for ``request``; ``None`` where there is none for this visitor."""
    if request.method not in ("GET", "HEAD") or "\0" in request.path:
        return None
    path, query = request.path, request.META.get("QUERY_STRING", "")
    permanent, seen = True, set[str]()
    for _count in range(MOST_STEPS):
        here = stored(path.partition("?")[0])
        if here in seen:
            break
        seen.add(here)
        step = _step(path, query)
        if step is None:
            break
        permanent = permanent and step.permanent
        query = query if step.keeps_query else ""
        if step.link:
            return _lead(step.link, query, permanent)
        if step.page is not None and may_open(step.page, tokens_of(request).tokens):
            return _to_page(request, step.page, step, query, permanent)
        if step.page is not None:
            return _gone(request, seen, step.page.pk)
        if _opens(request, step.path):
            return _lead(quote(step.path, safe="/%?&=+:;,@~-._"), query, permanent)
        path = step.path
    return _gone(request, seen, None)


def gone_or_unknown(request: HttpRequest, pages: Sequence[int]) -> HttpResponse:
    """The answer of a list that has lost all its ``pages``: something was taken down, or there never was a list.

    Raises:
        Http404: nothing may be told of it.
    """
    if any(one.is_told_of_any(pages) for one in removed):
        return render(request, "410.html", status=410)
    raise Http404


def _to_page(request: HttpRequest, page: Page, step: _Step, query: str, permanent: bool) -> HttpResponseBase | None:
    target = page_address(page, request)
    if step.path and _opens(request, target.rstrip("/") + step.path):
        target = target.rstrip("/") + step.path
    if not target or stored(target) == stored(request.path):
        return None
    return _lead(target, query, permanent)


def _lead(target: str, query: str, permanent: bool) -> HttpResponse:
    if query:
        target += ("&" if "?" in target else "?") + query
    return HttpResponsePermanentRedirect(target) if permanent else HttpResponseRedirect(target)


def _step(path: str, query: str) -> _Step | None:
    """What staff said of this address, else what is known of the page, else of the page it lay below."""
    path, _mark, own_query = path.partition("?")
    return _by_redirect(path, own_query or query) or _by_return(path) or _by_tree(path)


def _by_redirect(path: str, query: str) -> _Step | None:
    here = stored(path)
    asked = Redirect.normalise_path(f"{quote(path, safe='/%')}?{query}") if query else here
    found = Redirect.get_for_site(default_site()).filter(old_path__in={here, asked}).select_related("redirect_page")
    # The one that names the query too, then the one for this site.
    redirects = sorted(found, key=lambda one: (one.old_path != asked, one.site_id is None))
    if not redirects:
        return None
    redirect = redirects[0]
    keeps = redirect.old_path == here
    if redirect.redirect_page is not None:
        route = redirect.redirect_page_route_path
        return _Step(redirect.redirect_page, route, permanent=redirect.is_permanent, keeps_query=keeps)
    link = redirect.redirect_link
    if path_here := own_path(link):
        return _Step(path=path_here, permanent=redirect.is_permanent, keeps_query=keeps)
    return _Step(link=link, permanent=redirect.is_permanent, keeps_query=keeps) if is_web_address(link) else None


def _by_return(path: str) -> _Step | None:
    """A page that was taken down and came back at another address."""
    here = stored(path)
    for one in removed:
        number = one.page_once_at(here)
        page = Page.objects.filter(pk=number).first() if number else None
        if page is not None:
            return _Step(page)
    return None


def _by_tree(path: str) -> _Step | None:
    """What lies at or below an old address lies at or below the new one, under the name it had there."""
    here = stored(path)
    moved = _nearest(dict.fromkeys([here, *beginnings(here)], here)) or _nearest(_former(here))
    if moved is None:
        return None
    rest, page = moved
    address = page_address(page, None)
    return _Step(path=address.rstrip("/") + rest + "/") if address else None


def _nearest(whole: dict[str, str]) -> tuple[str, Page] | None:
    """Of the old addresses in ``whole`` the longest: what follows it in the whole address, and the page that had it."""
    if not whole:
        return None
    moved = MovedTree.objects.filter(old_path__in=whole).select_related("page")
    nearest = max(moved, key=lambda one: len(one.old_path), default=None)
    return (whole[nearest.old_path][len(nearest.old_path) :], nearest.page) if nearest else None


def _former(path: str) -> dict[str, str]:
    """Where to look for what lies below a page that had other addresses, and was itself renamed in that time.

    The page above itself is left out, else it would lead back to itself.
    """
    site = default_site()
    if site is None:
        return {}
    above = {site.root_page.url_path + one.strip("/") + "/": one for one in beginnings(path)}
    moved = (
        MovedTree.objects.filter(page__url_path__in=above).values_list("old_path", "page__url_path") if above else ()
    )
    whole: dict[str, str] = {}
    for old, url_path in moved[:MOST_FORMER]:
        former = old + path[len(above[url_path]) :]
        whole |= {place: former for place in [former, *beginnings(former)] if len(place) > len(old)}
    return whole


def _opens(request: HttpRequest, path: str) -> bool:
    """Whether this visitor gets something at this address of the portal."""
    bare = path.partition("?")[0]
    try:
        match = resolve(bare)
    except Resolver404:
        return False
    if match.view_name != "wagtail_serve":
        return True  # a view of its own, which checks for itself
    try:
        page, _args, _kwargs = find_page(copy(request), [step for step in bare.split("/") if step])
    except Http404:
        return False
    return may_open(page, tokens_of(request).tokens)


def _gone(request: HttpRequest, paths: Iterable[str], page: int | None) -> HttpResponseBase | None:
    if any(one.is_told(path, page) for one in removed for path in paths):
        return render(request, "410.html", status=410)
    return None
