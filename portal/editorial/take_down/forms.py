"""Why a page is taken down, and what goes with it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm

from portal.editorial.take_down.services import MOST_REASON_LETTERS

OTHER = "other"
REASONS = [
    ("", _("Choose a reason")),
    ("wrong", _("The content is wrong")),
    ("private", _("It gives away internal or personal matters")),
    ("early", _("Published by mistake or before its approval")),
    ("outdated", _("No longer valid")),
    ("asked", _("Asked for by the committee")),
    (OTHER, pgettext_lazy("reason", "Another reason")),
]


class ReasonForm(forms.Form):
    """A reason from a short list, in one's own words, or both."""

    reason = forms.ChoiceField(
        label=_("Reason"), choices=REASONS, error_messages={"required": _("Choose why the page is taken down.")}
    )
    note = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=MOST_REASON_LETTERS - 200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only staff see the reason, in the page's history. Required for another reason."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("reason") == OTHER and not cleaned.get("note", "").strip():
            self.add_error("note", ValidationError(_("Say in a few words why the page is taken down.")))
        return cleaned

    def reason_text(self) -> str:
        """One sentence for the history."""
        chosen, note = self.cleaned_data["reason"], self.cleaned_data["note"].strip()
        said = "" if chosen == OTHER else str(dict(REASONS)[chosen])
        return ": ".join(filter(None, (said, note)))


class TakeDownForm(ReasonForm):
    """For one page. What becomes of the pages below is asked only where there are any."""

    with_media = forms.BooleanField(
        label=_("Close pictures and files that only this page uses"),
        required=False,
        initial=True,
        help_text=_("Their addresses no longer open for readers. They come back when the page is published again."),
    )
    scope = forms.ChoiceField(
        label=_("What to take down"),
        choices=[("page", ""), ("subtree", "")],
        initial="page",
        widget=forms.RadioSelect,
        required=False,
    )

    field_order = ("reason", "note", "scope", "with_media")

    def __init__(self, *args: Any, below: int = 0, not_all: str = "", **kwargs: Any) -> None:
        """``not_all``: why the pages below cannot go along."""
        super().__init__(*args, **kwargs)
        if not below and not not_all:
            del self.fields["scope"]
            return
        scope: Any = self.fields["scope"]
        if not_all:
            scope.choices = [("page", _("This page alone. The pages below stay open at their addresses."))]
            scope.help_text = scope.error_messages["invalid_choice"] = not_all
            return
        scope.choices = [
            ("page", _("This page alone. The %(count)d published pages below stay open at their addresses.")
             % {"count": below}),
            ("subtree", _("This page and the %(count)d published pages below.") % {"count": below}),
        ]  # fmt: skip


class TakeManyDownForm(ReasonForm, DefaultPageForm):
    """For several pages at once."""

    include_descendants = forms.BooleanField(
        label=_("Take down all pages below as well"),
        required=False,
        help_text=_("Otherwise the pages below stay open at their addresses."),
    )
    field_order = ("reason", "note", "include_descendants")
