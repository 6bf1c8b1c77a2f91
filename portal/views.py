"""Addresses outside the page tree: clock, fragments, pictures, files for machines, errors."""

from urllib.parse import quote

from django.conf import settings
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from portal.access.media import serve_rendition
from portal.models import PortalImage, SiteSettings
from portal.pictures import spec_from_url
from portal.qr_codes import TooLong, code_for
from portal.registry import fragments
from portal.text.dates import WEEKDAYS, format_date

#: What an address of a list's further pages holds: a page's number, or the place from which (`tu`) it goes on.
PAGE_PARAMETERS = frozenset({"page", "tu"})
YEAR = 365 * 24 * 60 * 60


@require_safe
def clock(request: HttpRequest) -> JsonResponse:
    """Today's date line; asked for by script, so that no page carries a date that stands still."""
    now = timezone.localtime()
    response = JsonResponse(
        {"text": f"{WEEKDAYS[now.weekday()]}, {format_date(now.date())}", "iso": now.isoformat(timespec="seconds")},
        json_dumps_params={"ensure_ascii": False},
    )
    patch_cache_control(response, no_store=True)
    return response


@require_safe
def fragment(request: HttpRequest, name: str) -> HttpResponse:
    """A part that many pages share, at its own address."""
    found = fragments.get(name)
    if found is None:
        raise Http404
    response = render(request, found.template, {"cards": found.cards(request)})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def picture(request: HttpRequest, pk: int, version: str, signature: str, spec: str, name: str) -> HttpResponseBase:
    """A picture at one size, made when it is first asked for.

    Raises:
        Http404: the address was not made here, the picture or its file is gone, or the visitor may not see it. What
            else the disk refuses is an error: it must reach the log, and no cache may keep it.
    """
    try:
        filter_spec = spec_from_url(pk, version, signature, spec)
    except BadSignature as problem:
        raise Http404 from problem
    image = get_object_or_404(PortalImage.objects.select_related("collection"), pk=pk)
    try:
        return serve_rendition(request, image, filter_spec)
    except InvalidFilterSpecError as problem:
        raise Http404 from problem
    except SourceImageIOError as problem:
        if isinstance(problem.__cause__, FileNotFoundError):
            raise Http404 from problem
        raise


@require_safe
def qr_code(request: HttpRequest, path: str) -> HttpResponse:
    """The code that leads to ``path``, for paper. It never changes, so it is asked for once.

    Raises:
        Http404: the address is too long for a code that can be read.
    """
    try:
        response = HttpResponse(code_for(path), content_type="image/svg+xml")
    except TooLong as problem:
        raise Http404 from problem
    patch_cache_control(response, max_age=YEAR, public=True, immutable=True)
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /quan-tri/",
        "Disallow: /dang-nhap/",
        "Disallow: /_",
        "",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """The web manifest; the committee's name comes from the site's settings."""
    site_settings = SiteSettings.for_request(request)
    return JsonResponse(
        {
            "name": site_settings.committee_name,
            "short_name": site_settings.committee_name[:30],
            "lang": "vi",
            "start_url": "/",
            "display": "minimal-ui",
            "background_color": "#ffffff",
            "theme_color": "#a8121a",
            "icons": [
                {"src": static("portal/img/icon-192.png"), "sizes": "192x192", "type": "image/png"},
                {"src": static("portal/img/icon-512.png"), "sizes": "512x512", "type": "image/png"},
                {
                    "src": static("portal/img/icon-maskable-512.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "maskable",
                },
            ],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same answer for an unknown address and for one the visitor may not open.

    What it says of pages of a list follows from the address asked for, whether there is a list at it or not.
    """
    list_address = quote(request.path) if PAGE_PARAMETERS & request.GET.keys() else ""
    context = {"sign_in_next": quote(request.path), "list_address": list_address}
    return render(request, "404.html", context, status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was sent from a page that is too old, usually after signing in again elsewhere."""
    return render(
        request,
        "403.html",
        {"message": _("This form is too old. Go back, reload the page and send it again.")},
        status=403,
    )
