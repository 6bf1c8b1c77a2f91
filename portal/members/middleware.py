"""Staff show a second factor before the admin opens; and when a session was last used."""

import hashlib
from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from portal.members import second_factor
from portal.members.sessions import note_use

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: Addresses of the admin that say nothing of its content and lead to signing in or out.
OPEN = ("access_admin_sign_in", "wagtailadmin_logout", "portal_admin_session")
#: Seconds between two notes of the last use of a session.
NOTE_EVERY = 300


def second_factor_for_staff(get_response: GetResponse) -> GetResponse:
    """Everything below the admin's address, whatever answers there."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        is_asked = _is_admin(request.path) and second_factor.is_required_of(request.user)
        if is_asked and not second_factor.has_passed(request):
            return _lead_on(request)
        return get_response(request)

    return middleware


def _is_admin(path: str) -> bool:
    return path.startswith(reverse("wagtailadmin_home")) and path not in {reverse(name) for name in OPEN}


def _lead_on(request: HttpRequest) -> HttpResponse:
    """To showing the factor, or to setting one up.

    Raises:
        PermissionDenied: a script asks, which could do nothing with a page.
    """
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    asked = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
    if second_factor.has_factor(request.user):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': asked})}")
    return redirect("mfa_index")


def last_use(get_response: GetResponse) -> GetResponse:
    """Note from time to time when and from where a session is used; only where the answer looked at its user."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if getattr(request, "_cached_user", None) is not None and request.user.is_authenticated:
            key = request.session.session_key
            if key and AUTHENTICATION_METHODS_SESSION_KEY in request.session and _is_due(key):
                note_use(request)
        return response

    return middleware


def _is_due(session_key: str) -> bool:
    digest = hashlib.blake2b(session_key.encode(), digest_size=16).hexdigest()
    return cache.add(f"members.last-use.{digest}", True, timeout=NOTE_EVERY)
