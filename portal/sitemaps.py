"""``sitemap.xml``: every page an anonymous visitor may open, in parts, so that no answer grows with the site."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from portal.access.tokens import Tokens
from portal.querysets import PortalPageQuerySet

PAGES_PER_PART = 1000


class PageSitemap(Sitemap[Page]):
    """Pages of the default site in tree order."""

    limit = PAGES_PER_PART

    def get_domain(self, site: object | None = None) -> str:
        """The portal's one public address, whatever address the server listens on."""
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).scheme

    def items(self) -> QuerySet[Page]:
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        pages = PortalPageQuerySet(Page).descendant_of(site.root_page, inclusive=True)
        visible: QuerySet[Page] = (
            pages.visible_to(Tokens())
            .order_by("path")
            .only("pk", "path", "depth", "url_path", "last_published_at", "locale", "numchild", "live")
        )
        return visible

    def location(self, item: Page) -> str:
        return item.get_url() or "/"

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = (
            self.items().order_by("-last_published_at").values_list("last_published_at", flat=True).first()
        )
        return latest


SITEMAPS = {"trang": PageSitemap}


@require_safe
def sitemap_index(request: HttpRequest) -> TemplateResponse:
    """The list of parts, at the portal's one public address; Django's own names the address that was asked."""
    root = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    items = [
        SitemapIndexItem(
            location=root + reverse("portal_sitemap_part", args=[name]) + (f"?p={number}" if number > 1 else "")
        )
        for name, sitemap in SITEMAPS.items()
        for number in range(1, sitemap().paginator.num_pages + 1)
    ]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")
