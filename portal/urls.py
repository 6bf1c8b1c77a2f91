"""All addresses. What is not listed here is answered by the page tree."""

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from portal import views
from portal.access import urls as access_urls
from portal.access.views import public_media
from portal.admin.urls import urlpatterns as admin_patterns
from portal.health import healthz
from portal.members import desk_urls, sign_in_urls
from portal.page_serving import serve_page
from portal.sitemaps import SITEMAPS, sitemap_index

handler403 = "portal.views.permission_denied"
handler404 = "portal.views.page_not_found"

urlpatterns = [
    path("quan-tri/", include([*admin_patterns, *access_urls.admin_urlpatterns])),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("", include(access_urls)),
    path("", include(sign_in_urls)),
    path("", include(desk_urls)),
    *(path("", include(urls)) for urls in settings.APP_URLS),
    path(
        "anh/<number:pk>/<text:version>/<text:signature>/<text:spec>/<text:name>", views.picture, name="portal_picture"
    ),
    path("_gio/", views.clock, name="portal_clock"),
    path("healthz", healthz, name="portal_health"),
    path("_manh/<slug:name>/", views.fragment, name="portal_fragment"),
    path("_ma-qr/<path:path>", views.qr_code, name="portal_qr_code"),
    path("sitemap.xml", sitemap_index, name="portal_sitemap"),
    path("sitemap-<text:section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="portal_sitemap_part"),
    path("robots.txt", views.robots, name="portal_robots"),
    path("manifest.webmanifest", views.manifest, name="portal_manifest"),
    path(
        "favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}portal/img/favicon.ico"), name="portal_favicon"
    ),
    re_path(r"^media/(?P<path>.*)$", public_media, name="portal_public_media"),
    # Only pages: Wagtail's own sign-in and shared-password forms are no doors of this portal.
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
]
