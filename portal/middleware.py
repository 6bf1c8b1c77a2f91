"""Headers that hold for the whole site."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_cache_control

GetResponse = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicy(CSPMiddleware):
    """Strict everywhere but in Wagtail's admin, whose own scripts and styles need more."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(reverse("wagtailadmin_home")) and HEADER not in response:
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)


def content_security_policy(get_response: GetResponse) -> ContentSecurityPolicy:
    return ContentSecurityPolicy(get_response)


def cache_headers(get_response: GetResponse) -> GetResponse:
    """Answers for anonymous visitors may be kept and must be asked after each time; others are never stored.

    Nor is an error of the server, which says nothing of the address: a moment later all may be well. A view that knows
    better sets ``Cache-Control`` itself.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.has_header("Cache-Control"):
            return response
        anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES and not response.cookies
        if anonymous and request.method in ("GET", "HEAD") and response.status_code < 500:
            patch_cache_control(response, public=True, no_cache=True)
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware
