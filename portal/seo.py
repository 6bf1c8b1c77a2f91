"""Metadata of a page: title, description, canonical address, OpenGraph and JSON-LD."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from django.http import HttpRequest

from portal.access.media import may_see
from portal.pictures import picture_url, size_of

if TYPE_CHECKING:
    from portal.models import PortalImage, PortalPage
    from portal.paging import Pager

SHARED_WIDTH, SHARED_RATIO = 1200, "16x9"


@dataclass(frozen=True)
class Seo:
    """What the head of a page says to machines. ``json_ld`` holds schema.org objects."""

    title: str
    canonical: str
    description: str = ""
    image_url: str = ""
    type: str = "website"
    robots: str = ""
    published: str = ""
    modified: str = ""
    json_ld: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def for_page(cls, page: "PortalPage", request: HttpRequest) -> "Seo":
        """The metadata every page has; a page type adds its own with ``dataclasses.replace``."""
        from portal.models import SiteSettings

        return cls(
            title=page.seo_title or page.title,
            description=page.search_description,
            canonical=page.get_full_url(request) or "",
            image_url=sharing_picture(SiteSettings.for_request(request).share_picture, page, request),
            type=page.open_graph_type,
            json_ld=[breadcrumb_list(page, request)],
        )

    def on_page(self, pager: "Pager") -> Self:
        """The same for one page of a list: each page has what the others have not, so each has its own address."""
        return replace(self, canonical=urljoin(self.canonical, pager.url(pager.number)))


def sharing_picture(image: "PortalImage | None", page: "PortalPage", request: HttpRequest) -> str:
    """The whole address of ``image`` in the shape that networks show; empty where there is none that may be seen."""
    if image is None or not may_see(image):
        return ""
    return absolute_root(page, request) + picture_url(image, size_of(image, SHARED_WIDTH, SHARED_RATIO))


def breadcrumb_list(page: "PortalPage", request: HttpRequest) -> dict[str, Any]:
    """schema.org ``BreadcrumbList`` from the home page to ``page``."""
    trail = [*page.breadcrumbs(request), (page.title, page.get_url(request) or "/")]
    root = absolute_root(page, request)
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": root + url}
            for position, (name, url) in enumerate(trail, start=1)
        ],
    }


def absolute_root(page: "PortalPage", request: HttpRequest) -> str:
    """Scheme and host under which ``page`` is published, without a trailing slash."""
    parts = page.get_url_parts(request)
    return str(parts[1]).rstrip("/") if parts else ""
