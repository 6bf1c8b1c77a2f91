"""The description by which a browser takes the portal's search among its own (OpenSearch 1.1)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.models import SiteSettings

MEDIA_TYPE = "application/opensearchdescription+xml"
#: The longest short and long names that the format allows.
_SHORT, _LONG = 16, 48


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    name = SiteSettings.for_request(request).committee_name
    context = {
        "short_name": name if 0 < len(name) <= _SHORT else _("Search the portal")[:_SHORT],
        "long_name": name[:_LONG],
        "root": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
        "suggestions": reverse("search_suggestions"),
    }
    response = render(request, "search/opensearch.xml", context, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
