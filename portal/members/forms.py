"""Forms of signing in and of passwords: allauth's, in our words."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.members import resets

PASSWORD = pgettext_lazy("sign-in", "Password")
NEW_PASSWORD = _("New password")
AGAIN = _("New password, once more")
DIFFERENT = _("The two passwords are not the same. Type both again.")


def say(form: forms.BaseForm, **labels: Any) -> None:
    """Give fields their labels; what stands inside a box is no label, and allauth's help is not ours."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
        if name in labels:
            field.label = labels[name]
    if "password1" in form.fields:
        form.fields["password1"].help_text = " ".join(str(text) for text in password_validators_help_texts())


class SameTwice(forms.Form):
    """The new password is typed twice."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", DIFFERENT)
        return cleaned


class SignInForm(allauth_forms.LoginForm):
    """One answer for a wrong password, an unknown name and a closed account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, login=pgettext_lazy("sign-in", "User name"), password=PASSWORD)
        self.fields["login"].widget.attrs.update(autocapitalize="none", spellcheck="false")


class AskForResetForm(forms.Form):
    """Takes any address and says the same of each: who has an account is looked up by the worker."""

    email = forms.EmailField(
        label=pgettext_lazy("portal", "Email"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        resets.ask(email)
        return email


class NewEmailForm(forms.Form):
    """Takes any address: whose it is, is not asked here."""

    email = forms.EmailField(
        label=_("New address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class ResetPasswordForm(SameTwice, allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, password1=NEW_PASSWORD, password2=AGAIN)


class ChangePasswordForm(SameTwice, allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, oldpassword=_("Present password"), password1=NEW_PASSWORD, password2=AGAIN)


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, password=PASSWORD)
