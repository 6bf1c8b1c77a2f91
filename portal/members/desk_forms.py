"""What people change at their desk."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from portal.editorial.names import NameFields
from portal.members.models import MailTiming
from portal.members.telling import kinds_for, mail_timings


class OwnNameForm(NameFields, forms.ModelForm):
    """One's own name. The address opens the account and is changed elsewhere, with a confirmation."""

    class Meta:
        model = get_user_model()
        fields = ("last_name", "first_name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, hint in (("last_name", "family-name"), ("first_name", "given-name")):
            self.fields[name].required = True
            self.fields[name].widget.attrs["autocomplete"] = hint


class MailChoicesForm(forms.Form):
    """When mails come, for each kind of notification that this person may get."""

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {f"kind_{number}": kind for number, kind in enumerate(kinds_for(person))}
        for name, kind in self.kinds.items():
            self.fields[name] = forms.ChoiceField(
                label=kind.label,
                choices=MailTiming.choices,
                initial=mail_timings(kind.name, [person.pk])[person.pk],
                error_messages={"invalid_choice": _("Choose one of the three.")},
            )

    @property
    def timings(self) -> dict[str, str]:
        return {kind.name: self.cleaned_data[name] for name, kind in self.kinds.items()}
