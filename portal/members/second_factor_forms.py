"""Forms of the second factor: allauth's, in our words, and counted by the lock-out."""

from typing import Any

from allauth.core import context
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.members import lockout, second_factor
from portal.members.adapters import TOO_OFTEN
from portal.members.forms import say

CODE = _("Code from your app, or a recovery code")


class _Code(base.BaseAuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, code=CODE)
        self.fields["code"].widget.attrs.update(inputmode="numeric", autocapitalize="none", spellcheck="false")

    def clean_code(self) -> str:
        """
        Raises:
            ValidationError: the code passes none of the person's factors, or too many were tried.
        """
        if lockout.is_locked_out(context.request, self.user):
            raise ValidationError(TOO_OFTEN)
        code: str = self.cleaned_data["code"]
        demo = second_factor.demo_factor(self.user, code)
        if demo is not None:
            self.authenticator = demo
            return code
        try:
            return str(super().clean_code())
        except ValidationError:
            lockout.count_failure(context.request, self.user)
            raise


class CodeForm(_Code, base.AuthenticateForm):
    """At signing in."""


class CodeAgainForm(_Code, base.ReauthenticateForm):
    """Before something sensitive."""


class ActivateAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, code=_("Code that the app shows now"))
        self.fields["code"].widget.attrs.update(inputmode="numeric")


class _Passkey(webauthn.AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        """
        Raises:
            ValidationError: it is none of the person's passkeys, or too many were tried.
        """
        if lockout.is_locked_out(context.request, self.user):
            raise ValidationError(TOO_OFTEN)
        try:
            return super().clean_credential()
        except ValidationError:
            lockout.count_failure(context.request, self.user)
            raise


class PasskeyForm(_Passkey):
    """At signing in, after the password."""


class PasskeyAgainForm(_Passkey, webauthn.ReauthenticateWebAuthnForm):
    """Before something sensitive."""


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Every passkey may sign in alone, so that there is one sort of them."""

    passwordless = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, name=_("Name of the passkey"))
        self.fields["name"].help_text = _("So that you know it again, such as “office computer”.")
        self.fields["name"].widget = forms.TextInput(attrs={"autocomplete": "off", "maxlength": 80})
