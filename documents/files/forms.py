"""Attaching files in the form of a document: a row chooses a file that is here, or uploads one by itself.

The upload is a request of its own (``admin.upload``), so the page's form stays small however large the file is, saves
itself as ever, and what was typed is there whatever becomes of the file.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

_ACCEPTED = ".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class FileChoice(forms.Select):
    """The files that are here, and a button that uploads another one."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        from documents.files.receiving import MOST_BYTES

        context = {
            "select": super().render(name, value, attrs, renderer),
            "upload_url": reverse("document_file_upload"),
            "accepted": _ACCEPTED,
            "most_bytes": MOST_BYTES,
            "most": filesizeformat(MOST_BYTES),
            "chosen": value or "",
            "show_url": reverse("document_file_show", args=[0]),
        }
        return render_to_string("portal_admin/document_files/choice.html", context)


class FileField(forms.ModelChoiceField):
    """A file, by its name and state."""

    widget = FileChoice

    def label_from_instance(self, obj: Any) -> str:
        return label_of(obj)


def label_of(file: Any) -> str:
    """How the form names a file: what it is, and how far it is."""
    parts = [file.get_kind_display(), filesizeformat(file.size), str(file.get_quarantine_display())]
    return f"{file.name} ({', '.join(parts)})"


class AttachmentForm(WagtailAdminModelForm):
    """One file of the document. The same bytes on the same document are one file."""

    def __init__(self, *args: Any, page: Any = None, **kwargs: Any) -> None:
        from documents.files.rights import may_choose

        super().__init__(*args, **kwargs)
        self.page = page
        wagtails = self.fields["file"]
        self.fields["file"] = FileField(
            may_choose(self.for_user, page),
            label=wagtails.label,
            help_text=gettext_lazy("PDF or DOCX. It reaches readers once no stamp of secrecy was found on it."),
            empty_label=gettext_lazy("(none chosen)"),
            error_messages={"required": gettext_lazy("Upload the file, or choose one that is here.")},
        )

    def clean_file(self) -> Any:
        chosen = self.cleaned_data["file"]
        if chosen.document_id is None and self.page is not None and self.page.pk:
            return self.page.files.filter(sha256=chosen.sha256).first() or chosen
        return chosen


class AttachmentFormSet(BaseChildFormSet):
    """All files of the document."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "page": self.instance}

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            file = None if form in self.deleted_forms else getattr(form, "cleaned_data", {}).get("file")
            if file is None:
                continue
            if file.sha256 in seen:
                form.add_error("file", ValidationError(_("The same file is in the list already.")))
            seen.add(file.sha256)


class AttachmentsPanel(InlinePanel):
    """The list of files in the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("panels", [FieldPanel("file"), FieldRowPanel([FieldPanel("role"), FieldPanel("label")])])
        super().__init__(*args, **kwargs)

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        own = {"form": AttachmentForm, "formset": AttachmentFormSet, "inherit_kwargs": ["for_user"]}
        options["formsets"][self.relation_name].update(own)
        return options


FILES = AttachmentsPanel("attachments", label=gettext_lazy("file"), heading=gettext_lazy("Files"))
