"""Deeds to many texts, in Wagtail's framework of bulk actions: a question with every text, then a result for each."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from portal.editorial.desk.states import pages_seen_by
from portal.editorial.duties.deeds import Approve, Deed, Publish, Return, Submit, Verdict, carry_out, look_at

#: So many texts at once; the rest is done next.
MOST = 100
MOST_NOTE_LETTERS = 2000


class NoNoteForm(forms.Form):
    """Nothing is asked but whether to do it."""


class NoteForm(forms.Form):
    note = forms.CharField(
        label=pgettext_lazy("workflow", "Note"),
        required=False,
        max_length=MOST_NOTE_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everyone who took part in one of these texts reads it."),
    )


class NeededNoteForm(NoteForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        note = self.fields["note"]
        note.required = True
        note.label = pgettext_lazy("workflow", "What is to be mended")
        note.error_messages["required"] = _("Write what is to be mended, so that the author knows.")


_FORMS: dict[bool | None, type[forms.Form]] = {None: NoNoteForm, False: NoteForm, True: NeededNoteForm}


class DeedAction(PageBulkAction):
    """One deed. What of the chosen texts cannot be done is named with the reason, and the others are done."""

    deed: Deed
    template_name = "portal_admin/duties/bulk.html"

    def chosen(self) -> list[Page]:
        """What was ticked, as far as the person may see it. “All” counts below one page only, not the whole site."""
        asked = self.request.GET.getlist("id")
        if "all" in asked:
            parent = self.request.GET.get("childOf")
            asked = list(self.get_all_objects_in_listing_query(parent)) if parent else []
        numbers = [number for number in map(str, asked) if number.isascii() and number.isdigit() and len(number) < 18]
        seen: Any = pages_seen_by(self.request.user).filter(pk__in=numbers[: MOST + 1])
        return list(seen.order_by("path").specific())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = self.chosen()
        verdicts = look_at(self.deed, pages[:MOST], self.request.user)
        return {
            **FormView.get_context_data(self, **kwargs),
            "deed": self.deed,
            "able": [verdict for verdict in verdicts if verdict.can],
            "unable": [verdict for verdict in verdicts if not verdict.can],
            "too_many": MOST if len(pages) > MOST else 0,
            "next": self.next_url,
            "submit_url": f"{self.request.path}?{self.request.META['QUERY_STRING']}",
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Not Wagtail's own, which does all in one transaction and says one number."""
        self.cleaned_form = form
        pages = self.chosen()[:MOST]
        able = [verdict.page for verdict in look_at(self.deed, pages, self.request.user) if verdict.can]
        for hook in hooks.get_hooks("before_bulk_action"):
            answer = hook(self.request, self.action_type, able, self)
            if hasattr(answer, "status_code"):
                return answer
        results = carry_out(self.deed, pages, self.request.user, form.cleaned_data.get("note", ""))
        for hook in hooks.get_hooks("after_bulk_action"):
            answer = hook(self.request, self.action_type, able, self)
            if hasattr(answer, "status_code"):
                return answer
        return self.results(results)

    def results(self, verdicts: list[Verdict]) -> HttpResponse:
        context = {
            "deed": self.deed,
            "able": [verdict for verdict in verdicts if verdict.can],
            "unable": [verdict for verdict in verdicts if not verdict.can],
            "next": self.next_url,
        }
        return TemplateResponse(self.request, "portal_admin/duties/bulk_results.html", context)


def action_for(deed: type[Deed], aria_label: Any, priority: int) -> type[DeedAction]:
    values = {
        "deed": deed(),
        "action_type": deed.name,
        "display_name": deed.label,
        "aria_label": aria_label,
        "action_priority": priority,
        "form_class": _FORMS[deed.note],
    }
    return type(f"{deed.__name__}Many", (DeedAction,), values)


ACTIONS = (
    action_for(Submit, _("Submit chosen texts for review"), 20),
    action_for(Approve, _("Approve chosen texts"), 22),
    action_for(Return, _("Return chosen texts"), 24),
    action_for(Publish, _("Publish chosen texts"), 40),
)
