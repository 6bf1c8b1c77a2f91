"""Signing in through the organisation's own OpenID Connect server, where the settings name one.

It opens accounts that are there, found once by a verified e-mail address and from then on by the server's own number
for the person. It makes none.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from allauth.account.signals import user_logged_in
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.members import second_factor
from portal.members.addresses import known_emails, tidy_email

#: What an ``amr`` claim says of a second factor (RFC 8176).
SECOND_FACTORS = frozenset({"mfa", "otp", "hwk", "swk"})
#: On a request whose person showed a second factor to the organisation's server.
_SHOWN = "_portal_factor_shown_elsewhere"


class Server(OpenIDConnectOAuth2Adapter):
    """The organisation's server. Its signature is checked, though the token comes from it directly."""

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return claims


@never_cache
@require_POST
def leave(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the organisation's server; by a form only.

    Raises:
        Http404: the settings name no such server.
    """
    return _answer(OAuth2LoginView, request, provider_id)


@never_cache
@require_safe
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From there, with a code that is exchanged for who the person is.

    Raises:
        Http404: the settings name no such server.
    """
    return _answer(OAuth2CallbackView, request, provider_id)


def _answer(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = view.adapter_view(Server(request, provider_id))(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    return answer


class OidcAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account.

        Raises:
            ImmediateHttpResponse: there is none, or it is closed, or the person wanted something else than signing in.
        """
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise ImmediateHttpResponse(_no_account(request))
        told = sociallogin.account.extra_data
        if not sociallogin.is_existing:
            owner = _owner(told.get("userinfo") or told.get("id_token") or {})
            if owner is None:
                raise ImmediateHttpResponse(_no_account(request))
            _connect(sociallogin, request, owner)
        if not sociallogin.user.is_active:
            raise ImmediateHttpResponse(_no_account(request))
        setattr(request, _SHOWN, _counts(told.get("id_token") or {}))

    def on_authentication_error(self, request: HttpRequest, provider: Any, *args: Any, **kwargs: Any) -> None:
        """
        Raises:
            ImmediateHttpResponse: always; what went wrong is the server's business, what to do is ours.
        """
        text = _("The server of your organisation did not confirm who you are. Try again, or sign in with a password.")
        raise ImmediateHttpResponse(_refusal(request, text))


def _connect(sociallogin: SocialLogin, request: HttpRequest, owner: Any) -> None:
    """Know the person by the server's number from now on; who signs in twice at the same moment is known already."""
    try:
        with transaction.atomic():
            sociallogin.connect(request, owner)
    except IntegrityError:
        known = SocialAccount.objects.select_related("user")
        sociallogin.account = known.get(provider=sociallogin.account.provider, uid=sociallogin.account.uid)
        sociallogin.user = sociallogin.account.user


def origin() -> str:
    """Where the form of the sign-in page leads in the end, for the page's security policy."""
    parts = urlsplit(settings.OIDC_SERVER_URL)
    return f"{parts.scheme}://{parts.netloc}"


def _owner(claims: Mapping[str, Any]) -> Any:
    """The open account with the verified address."""
    email = claims.get("email")
    if not email or claims.get("email_verified") is not True:
        return None
    owner = known_emails([tidy_email(str(email))]).get(tidy_email(str(email)))
    return owner if owner is not None and owner.is_active else None


def _counts(claims: Mapping[str, Any]) -> bool:
    """Whether what the person showed there is a second factor here (``OIDC_SECOND_FACTOR``)."""
    if settings.OIDC_SECOND_FACTOR == "always":
        return True
    return settings.OIDC_SECOND_FACTOR == "amr" and bool(SECOND_FACTORS & set(claims.get("amr") or ()))


def _no_account(request: HttpRequest) -> HttpResponse:
    text = _("No account of this portal belongs to you there. Ask an administrator of the portal to make or open one.")
    return _refusal(request, text)


def _refusal(request: HttpRequest, text: str) -> HttpResponse:
    return render(request, "sign_in/oidc_refused.html", {"text": text}, status=403)


class SecondFactorStage(AuthenticateStage):
    """Asks for the second factor of this portal, unless one was shown to the organisation's server that counts."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return not getattr(request, _SHOWN, False) and bool(super()._should_handle(request))


def connect() -> None:
    user_logged_in.connect(note_factor_shown_elsewhere, dispatch_uid="members_factor_shown_elsewhere")


def note_factor_shown_elsewhere(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    if kwargs.get("sociallogin") is not None and getattr(request, _SHOWN, False):
        second_factor.note_shown_elsewhere(request, user)
