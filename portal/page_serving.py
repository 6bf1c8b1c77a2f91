"""From an address to a page, in three queries at any depth; Wagtail's own view asks two for each level."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page, Site
from wagtail.views import serve_chain
from wagtail.wagtail_hooks import check_view_restrictions

TRAIL_FIELDS = ("title", "path", "depth", "url_path", "content_type", "live", "go_live_at", "expire_at", "locale")
_HOME_DEPTH = 2


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's page view with its hooks, but for two things.

    The page is found by its whole address at once. And Wagtail's own check of restrictions is left out, since
    ``portal.access`` has already checked the same restrictions, in one query and with an answer that tells nothing.

    Raises:
        Http404: no page may be shown at this address.
    """
    page, args, kwargs = find_page(request, [step for step in path.split("/") if step])
    serve = serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        if wrap is not check_view_restrictions:
            serve = wrap(serve)
    for check in hooks.get_hooks("before_serve_page"):
        answer = check(page, request, args, kwargs)
        if isinstance(answer, HttpResponse):
            return answer
    # Only now: the menu marks where the reader is, and around a refusal it must not.
    request.portal_page = page  # type: ignore[attr-defined]  # read by the menu to mark where the reader is
    response: HttpResponse = serve(page, request, args, kwargs)
    return response


def find_page(request: HttpRequest, steps: list[str]) -> tuple[Page, Any, Any]:
    """The page at an address and the arguments of its route.

    The deepest page whose address begins the one asked for gets the rest as a sub-address of its own. Slugs are asked
    for beside addresses, since only they have an index. All pages on the way stay on the request: the breadcrumbs.

    Raises:
        Http404: there is none.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise Http404
    request._wagtail_site = site  # type: ignore[attr-defined]  # where Wagtail itself keeps it
    home = site.root_page
    addresses = [home.url_path + "/".join(steps[:length]) + "/" for length in range(1, len(steps) + 1)]
    found = Page.objects.filter(slug__in=steps, url_path__in=addresses).only(*TRAIL_FIELDS).order_by("depth")
    below = list(found) if steps else []
    trail = [home, *below]
    request.portal_trail = trail  # type: ignore[attr-defined]
    deepest = trail[-1]
    result = deepest.specific.route(request, steps[deepest.depth - home.depth :])
    return result.page, result.args, result.kwargs


def trail_of(page: Page, request: HttpRequest) -> list[Page]:
    """The pages above ``page``, from the home page down; no query where ``page`` was found by its address."""
    trail: list[Page] = getattr(request, "portal_trail", [])
    if trail and trail[-1].pk == page.pk:
        return trail[:-1]
    return list(page.get_ancestors().filter(depth__gte=_HOME_DEPTH).order_by("depth")) if page.path else []


def section_number(page: Page | None, request: HttpRequest) -> str:
    """The number of the section that ``page`` is or lies in, for a search that begins there; empty outside of all."""
    if page is None:
        return ""
    sections = [*trail_of(page, request), *([page] if page.numchild else [])]
    below_home = [section.pk for section in sections if section.depth > _HOME_DEPTH]
    return str(below_home[-1]) if below_home else ""
