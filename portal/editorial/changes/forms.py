"""The box for the reason of a change, in the form of a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.editorial.changes.services import (
    ASK,
    MOST_LETTERS,
    give_reason,
    has_new_correction,
    is_explained,
    reason_for,
)
from portal.forms import PageForm

REASON = "change_reason"


class ExplainedPageForm(PageForm):
    """For a page type that declares ``changes_are_explained``; the box is there while readers have the page."""

    change_reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Only staff see it, in the history. Enough for a slip of the pen; what misled readers needs a correction."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_explained(self.instance):
            self.initial[REASON] = reason_for(self.instance)
        else:
            self.fields.pop(REASON, None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if REASON in self.fields and self._is_published_now() and not cleaned.get(REASON, "").strip():
            is_changed = self.has_changed() or self.instance.has_unpublished_changes
            published = self.instance.specific_class.objects.get(pk=self.instance.pk)
            if is_changed and not has_new_correction(published, self._corrections()):
                self.add_error(REASON, ASK)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit)
        if REASON in self.fields:
            give_reason(page, self.cleaned_data.get(REASON) or "", by=self.for_user)
        return page

    def _is_published_now(self) -> bool:
        """By the button, or by the approval that ends a workflow."""
        if self.data.get("action-publish"):
            return True
        if not self.data.get("action-workflow-action") or self.data.get("workflow-action-name") != "approve":
            return False
        workflow = self.instance.current_workflow_state
        return bool(workflow and workflow.is_at_final_task)

    def _corrections(self) -> list[str]:
        formset = self.formsets.get("corrections")
        forms_there = formset.forms if formset is not None else []
        return [str(form["text"].value() or "") for form in forms_there if not _is_deleted(form)]


def _is_deleted(form: Any) -> bool:
    return "DELETE" in form.fields and form["DELETE"].value() in (True, "on", "1", "true", "True")


class ChangeReasonPanel(FieldPanel):
    """Shown while readers have the page."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.bound_field is not None and super().is_shown()

        def get_comparison(self) -> list[Any]:
            return []
