"""How allauth behaves here: nobody signs up, mails go through the outbox, what it says is ours."""

import base64
import hashlib
from io import BytesIO
from typing import Any

import qrcode
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathImage

from portal.client_address import client_address
from portal.members import notices, second_factor
from portal.members.sessions import NOWHERE

NOT_RIGHT = _("The user name or the password is not right. Try again; mind capital letters.")
WRONG_CODE = _("The code is not right. Wait for the next one in your app, or use a recovery code not used before.")
TOO_OFTEN = _("Too many attempts. Wait some minutes, then try again.")
#: Ways to show once more who one is, by the name allauth has for them.
AGAIN = {
    "reauthenticate": pgettext_lazy("portal", "Use your password"),
    "mfa_reauthenticate": _("Use a code from your app"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}
#: What allauth says after something was done, by its template; what is not here goes without words.
DONE = {
    "account/messages/password_changed.txt": _("The password is changed. Other devices are signed out."),
    "mfa/messages/totp_activated.txt": _("The app is set up. You will be asked for its code when you sign in."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed from this account."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": NOT_RIGHT,
        "username_password_mismatch": NOT_RIGHT,
        "invalid_login": NOT_RIGHT,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "enter_current_password": _("The present password is not right."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": WRONG_CODE,
        "invalid_password_reset": _("This link is no longer valid. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation or import."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A closed account gets the answer that a wrong password gets; allauth would say that it is closed."""
        user: Any = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff go to their work, others to the first page."""
        if second_factor.is_required_of(request.user):
            return reverse("wagtailadmin_home")
        return str(settings.LOGIN_REDIRECT_URL)

    def is_safe_url(self, url: str) -> bool:
        """A place on this site; allauth would take any host that the portal answers for."""
        return bool(url) and url.startswith("/") and not url.startswith(("//", "/\\")) and super().is_safe_url(url)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of who signed in a moment ago, with everything that signing in asks for."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        request = context.request
        records = get_authentication_records(request, request.user if request.user.is_authenticated else None)
        latest = max((record["at"] for record in records), default=0)
        return bool(timezone.now().timestamp() - latest > app_settings.REAUTHENTICATION_TIMEOUT)

    def get_login_stages(self) -> list[str]:
        ours = {"allauth.mfa.stages.AuthenticateStage": "portal.members.oidc.SecondFactorStage"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """A closed account that was entered by a passkey: the answer that a wrong password gets."""
        messages.error(request, str(NOT_RIGHT))
        return redirect("portal_sign_in")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to confirm that it is still the same person, in our words."""
        return [{**way, "description": AGAIN[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NOWHERE

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        text = message or DONE.get(message_template or "")
        if text:
            messages.add_message(request, level, str(text), extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing is sent in a request: resets are asked of the worker, notices written as effects.

        Raises:
            NotImplementedError: allauth wants to send what this portal does not know.
        """
        raise NotImplementedError(template_prefix)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell the owner of a change to how the account is entered."""
        notices.send(template_prefix, user, self.request)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Accounts of staff keep at least one second factor. Add another one first."),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
        "incorrect_code": WRONG_CODE,
    }

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())

    def build_totp_svg(self, url: str) -> str:
        """To stand inside the page: the security policy lets no picture come from a ``data:`` address."""
        picture = qrcode.make(url, image_factory=SvgPathImage, border=2)
        out = BytesIO()
        picture.save(out)
        return out.getvalue().decode().partition("?>")[2].strip() or out.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What cannot be read, such as after a change of ``SECRET_KEY``, becomes a secret that nobody has."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return second_factor.may_remove(authenticator)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002  allauth's name
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(n)d") % {"n": count}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "name": user.get_username(), "display_name": user.get_full_name() or user.get_username()}

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.get_username())

    def _get_site_name(self) -> str:
        from portal.models import SiteSettings

        return SiteSettings.for_request(context.request).committee_name or gettext("Portal")


def _box() -> MultiFernet:
    """Encrypts the secrets of second factors, so that a copy of the database alone passes none."""
    secrets = [str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)]
    digests = [hashlib.sha256(b"portal.members.second-factor:" + secret.encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
