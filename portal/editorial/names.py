"""Names of people: family and middle names, then the given name, as Vietnamese write them.

Django keeps them apart and puts the given name (``first_name``) first. Its accounts are used as they are, so their
``get_full_name`` is replaced, by which Wagtail's lists and histories and our own pages call people; and so are the two
places of Wagtail that print or ask for a name otherwise.
"""

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.ui.sidebar import MainMenuModule
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.account import NameEmailSettingsPanel

from portal.text import normalise


def full_name(person: AbstractUser) -> str:
    """`Vũ Minh Khê`; empty where no name is known."""
    return f"{person.last_name} {person.first_name}".strip()


class NameFields(forms.Form):
    """For a form of an account: asks for the parts of a name in their order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_name"].label = _("Family and middle names")
        self.fields["first_name"].label = _("Given name")
        self.order_fields(["last_name", "first_name"])

    def clean_last_name(self) -> str:
        return tidy(self.cleaned_data["last_name"])

    def clean_first_name(self) -> str:
        return tidy(self.cleaned_data["first_name"])


def tidy(name: str) -> str:
    return " ".join(normalise(name).split())


class OwnNameForm(NameFields, NameEmailForm):
    """The name and address of whoever is signed in."""


def call_people_by_their_whole_name() -> None:
    wagtails_args = MainMenuModule.js_args

    def js_args(module: MainMenuModule) -> list[Any]:
        *menus, person = wagtails_args(module)
        return [*menus, {**person, "name": get_user_display_name(module.user)}]

    AbstractUser.get_full_name = full_name  # type: ignore[assignment,method-assign]
    AbstractUser.get_short_name = full_name  # type: ignore[assignment,method-assign]  # letters begin with it
    MainMenuModule.js_args = js_args
    NameEmailSettingsPanel.form_class = OwnNameForm
