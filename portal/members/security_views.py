"""One's own security: second factors, recovery codes, sessions."""

from typing import Any
from urllib.parse import quote

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.views import PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.internal.flows.sessions import end_other_sessions, end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.members import second_factor
from portal.members.sessions import device, sessions_of


@method_decorator(never_cache, name="dispatch")
class Overview(IndexView):
    """What protects the account now, and the ways to more of it."""

    template_name = "sign_in/security.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        mine = list(Authenticator.objects.filter(user_id=user.pk).order_by("created_at", "pk"))
        codes = next((one for one in mine if one.type == Authenticator.Type.RECOVERY_CODES), None)
        return {
            **super().get_context_data(**kwargs),
            "email": user.email,
            "app": next((one for one in mine if one.type == Authenticator.Type.TOTP), None),
            "passkeys": [one for one in mine if one.type == Authenticator.Type.WEBAUTHN],
            "codes_left": len(codes.wrap().get_unused_codes()) if codes else None,
            "is_staff_account": second_factor.is_required_of(user),
            "has_factor": second_factor.has_factor(user),
            "has_password": user.has_usable_password(),
        }


@method_decorator(never_cache, name="dispatch")
class ChangePassword(PasswordChangeView):
    """For who has one here; the others sign in through their organisation."""

    template_name = "sign_in/change_password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("mfa_index")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


@method_decorator(never_cache, name="dispatch")
class PasswordAgain(ReauthenticateView):
    template_name = "sign_in/again_form.html"


@method_decorator(never_cache, name="dispatch")
class CodeAgain(CodeView):
    template_name = "sign_in/again_form.html"


@method_decorator(never_cache, name="dispatch")
class PasskeyAgain(ReauthenticateWebAuthnView):
    template_name = "sign_in/again_passkey.html"


@method_decorator(never_cache, name="dispatch")
class SetUpApp(ActivateTOTPView):
    template_name = "sign_in/app_add.html"

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        second_factor.note_passed(self.request)
        return answer


@method_decorator(never_cache, name="dispatch")
class AddPasskey(AddWebAuthnView):
    template_name = "sign_in/passkey_add.html"

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        second_factor.note_passed(self.request)
        return answer


@method_decorator(never_cache, name="dispatch")
class RecoveryCodes(ViewRecoveryCodesView):
    """Shown once. The file for keeping them is a link in the page itself, since nothing can show them again."""

    template_name = "sign_in/codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if context["can_view_codes"]:
            lines = [_("Recovery codes, each good for signing in once:"), "", *context["unused_codes"], ""]
            context["file"] = "data:text/plain;charset=utf-8," + quote("\r\n".join(lines))
        return {**context, "may_enter_admin": second_factor.may_enter_admin(self.request)}


@method_decorator(never_cache, name="dispatch")
class RemovePasskey(RemoveWebAuthnView):
    template_name = "sign_in/passkey_remove.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Staff keep one factor."""
        if not second_factor.may_remove(self.get_object()):
            messages.error(self.request, _("Accounts of staff keep at least one second factor. Add another one first."))
            return redirect("mfa_index")
        return super().form_valid(form)

    def get_success_url(self) -> str:
        from django.urls import reverse

        return reverse("mfa_index")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; sign out one of them, or all others."""
    user: Any = request.user
    if request.method == "POST":
        raise_if_reauthentication_required(request, app="allauth.usersessions")
        if "all" in request.POST:
            end_other_sessions(request, user)
            messages.success(request, _("You are signed out on all other devices."))
        else:
            end_sessions(request, [_mine(request)])
            messages.success(request, _("That device is signed out."))
        return redirect("usersessions_list")
    current = request.session.session_key
    rows = [
        {"session": one, "device": device(one.user_agent), "is_current": one.session_key == current}
        for one in sessions_of(user)
    ]
    return render(request, "sign_in/sessions.html", {"rows": rows})


def _mine(request: HttpRequest) -> UserSession:
    """The session the form names.

    Raises:
        Http404: there is none of this person with that number.
    """
    typed = request.POST.get("session", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0
    return get_object_or_404(UserSession, pk=number, user_id=request.user.pk)
