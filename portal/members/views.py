"""Signing in and out."""

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from portal.members import oidc, second_factor


class SignIn(LoginView):
    """The one place to sign in, for readers and staff alike."""

    template_name = "sign_in/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "oidc_name": settings.OIDC_NAME if settings.OIDC_SERVER_URL else ""}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **kwargs)
        if settings.OIDC_SERVER_URL:
            response._csp_update = {"form-action": [oidc.origin()]}  # type: ignore[attr-defined]
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who is sent here by the admin and signed in already needs another answer than a form."""
        if not request.user.is_authenticated or second_factor.is_required_of(request.user):
            return super().get(request, *args, **kwargs)
        if not (self.get_next_url() or "").startswith(reverse("wagtailadmin_home")):
            return super().get(request, *args, **kwargs)
        list(messages.get_messages(request))  # the admin's own, which would wait for the day he may enter
        message = _(
            "This account has no access to the administration of the portal. If you work on its content, ask the person "
            "who runs this portal."
        )
        return render(request, "403.html", {"message": message}, status=403)


class SignOut(LogoutView):
    """By a form only: a link that signs out could be put into any page."""

    http_method_names = ("post", "options")

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().dispatch(request, *args, **kwargs)


@method_decorator(never_cache, name="dispatch")
class SecondFactor(AuthenticateView):
    """Between the password and being signed in: a code, a recovery code or a passkey."""

    template_name = "sign_in/second_factor.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        from allauth.mfa.models import Authenticator

        user = self.stage.login.user
        kinds = set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))
        return {
            **super().get_context_data(**kwargs),
            "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
            "has_app": Authenticator.Type.TOTP in kinds,
        }
