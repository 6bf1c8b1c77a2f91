"""Choosing several of many in a form: boxes in a list that a search box narrows."""

from typing import Any, ClassVar

from django.forms import CheckboxSelectMultiple
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


class NarrowedCheckboxes(CheckboxSelectMultiple):
    """Boxes that work without script; the script adds the search box and says what is chosen."""

    class Media:
        js: ClassVar = ["portal/documents/choices.js"]
        css: ClassVar = {"all": ["portal/documents/choices.css"]}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<div class="document-choices" role="group" aria-labelledby="id_{}-label" data-document-choices'
            ' data-search="{}" data-chosen="{}" data-none="{}">{}</div>',
            name,
            _("Part of the name; diacritics are not needed."),
            _("Chosen:"),
            _("Nothing has this name."),
            super().render(name, value, attrs, renderer),
        )
