"""Above the form of a new document: what was read where, to be held against the file."""

from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail.admin.panels import Panel

if TYPE_CHECKING:
    from documents.filling.values import Filled

#: What a person looks for first; what of it was not read is said.
_EXPECTED = ("symbol", "issued_on", "issuer", "document_type", "abstract", "signer")


class FilledPanel(Panel):
    """Shown where a file filled the form (``prefill``), and only before it is sent."""

    class BoundPanel(Panel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(getattr(self.instance, "filled_from", None)) and bool(super().is_shown())

        def render_html(self, parent_context: Any = None) -> SafeString:
            from documents.filling.values import WITHOUT_WORDS
            from documents.models import Quarantine

            file, filled = self.instance.filled_from
            waits = file.quarantine == Quarantine.LOOK
            expected = WITHOUT_WORDS if waits else _EXPECTED
            read = {one.name for one in filled}
            context = {
                "file": file,
                "file_url": reverse("document_file_open", args=[file.pk, file.name]),
                "rows": [(_label(self.instance, one.name), _said(self.instance, one), one) for one in filled],
                "missing": [_label(self.instance, name) for name in expected if name not in read],
                "waits": waits,
            }
            return render_to_string("portal_admin/document_filling/filled.html", context)


def _label(document: Model, name: str) -> str:
    return str(capfirst(document._meta.get_field(name).verbose_name))  # type: ignore[union-attr]  # a column


def _said(document: Model, one: "Filled") -> str:
    choices = getattr(document._meta.get_field(one.name), "choices", None)
    if choices:
        return str(dict(choices).get(one.value, one.value))
    return f"{one.value:%d/%m/%Y}" if hasattr(one.value, "strftime") else str(one.value)
