"""So that nothing typed is lost when the session ends while someone writes.

A script (portal/static/portal/admin/session.js) asks here before a form leaves the page. When the session is over it
keeps the form where it is, offers signing in in another tab, and gives the form its new token afterwards. A second one
(portal/static/portal/admin/autosave.js) sees to it that a form which saves itself knows what it has not saved yet.
"""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.access.channels import Channel, Planted, Probe, Shows
from portal.members.second_factor import may_enter_admin


@never_cache
@require_safe
def session_state(request: HttpRequest) -> JsonResponse:
    """``{"user": 7, "name": …, "token": …}`` for staff; ``{"user": null}`` for everyone else, who need no token."""
    user: Any = request.user
    if not may_enter_admin(request):
        return JsonResponse({"user": None})
    return JsonResponse(
        {"user": user.pk, "name": user.get_full_name() or user.get_username(), "token": get_token(request)}
    )


@never_cache
@require_safe
def signed_in_again(request: HttpRequest) -> HttpResponse:
    """Where signing in in another tab ends: it says to go back to the tab with the text."""
    if not may_enter_admin(request):
        return redirect(sign_in_url())
    return render(request, "portal_admin/signed_in_again.html")


def sign_in_url() -> str:
    return f"{reverse('portal_sign_in')}?{urlencode({'next': reverse('portal_admin_signed_in_again')})}"


def session_scripts() -> SafeString:
    """For ``insert_global_admin_js``; the first script's sentences are attributes, so that nothing is inline."""
    return format_html(
        '<script defer src="{src}" data-state="{state}" data-sign-in="{sign_in}" data-heading="{heading}"'
        ' data-explanation="{explanation}" data-sign-in-label="{sign_in_label}" data-waiting="{waiting}"'
        ' data-back="{back}" data-other="{other}" data-close="{close}" data-unreachable="{unreachable}"></script>'
        '<script defer src="{autosave}"></script>',
        autosave=static("portal/admin/autosave.js"),
        src=static("portal/admin/session.js"),
        state=reverse("portal_admin_session"),
        sign_in=sign_in_url(),
        heading=_("Your session has ended"),
        explanation=_(
            "What you typed is still on this page and nothing is lost, but it is not saved yet. Sign in again in a new "
            "tab, come back here and save once more."
        ),
        sign_in_label=_("Sign in in a new tab"),
        waiting=_("Waiting for you to sign in…"),
        back=_("You are signed in again. Save now: what you typed is still here."),
        other=_("You signed in as %s, not with the account that began this page. Check before you save."),
        close=pgettext("dialog", "Close"),
        unreachable=_(
            "The portal does not answer, so nothing was sent. What you typed is still on this page: wait a little and "
            "save again."
        ),
    )


def _probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("portal_admin_session")), Probe(reverse("portal_admin_signed_in_again"))]


CHANNEL = Channel(
    name="admin.session",
    description="Whether the session of a member of staff still runs, and where he ends after signing in again.",
    shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
    url_names=frozenset({"portal_admin_session", "portal_admin_signed_in_again"}),
    probes=_probes,
)
