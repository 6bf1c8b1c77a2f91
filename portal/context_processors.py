"""What every public template may use. All of it is the same for all anonymous visitors, and nothing is asked for
before a template uses it, since the admin's templates pass here too."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.access.tokens import tokens_of


def public_page(request: HttpRequest) -> dict[str, Any]:
    """What ``base.html`` shows: settings, menus, links, who asks, and the section where a search begins."""
    from portal.models import SiteSettings
    from portal.navigation import navigation, web_links
    from portal.page_serving import section_number

    pages = SimpleLazyObject(
        lambda: navigation(request, tokens_of(request).tokens, getattr(request, "portal_page", None))
    )
    return {
        "visitor": SimpleLazyObject(lambda: tokens_of(request)),
        "site_settings": SimpleLazyObject(lambda: SiteSettings.for_request(request)),
        "menu": SimpleLazyObject(lambda: pages.menu),
        "menu_all_url": SimpleLazyObject(lambda: pages.all_url),
        "footer_links": SimpleLazyObject(lambda: pages.footer),
        "search_origin": SimpleLazyObject(lambda: section_number(getattr(request, "portal_page", None), request)),
        "web_links": SimpleLazyObject(web_links),
    }
