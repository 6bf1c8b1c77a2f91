"""The edit form of a document: what it asks of people, and not of imports."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from documents.validation import problem_of_abstract, refuse_relations, same_number
from portal.access.staff import sight_of
from portal.forms import PageForm
from portal.reserved_slugs import free_slug
from portal.text import plain_signs


class DocumentForm(PageForm):
    """The edit form of a document. Its address follows from number and day until readers know it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._followed = self.instance.own_slug()
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_symbol(self) -> str:
        """Digits as readers type them, wherever it was copied from."""
        return plain_signs(self.cleaned_data["symbol"])

    def clean_abstract(self) -> str:
        """
        Raises:
            ValidationError: it is far longer than any abstract; what was typed stays in its box.
        """
        abstract: str = self.cleaned_data["abstract"]
        if said := problem_of_abstract(abstract):
            raise ValidationError(said)
        return abstract

    def clean_slug(self) -> str:
        """Chosen by somebody, or left to follow: then it is made once the rest is known."""
        slug: str = self.cleaned_data["slug"]
        follows = not slug or bool(self._followed and re.fullmatch(rf"{re.escape(self._followed)}(-\d+)?", slug))
        return "" if follows and not self._was_live() else slug

    def clean_without_secrets(self) -> bool:
        """Asked of whoever saves: a paper with a stamp does not even become a draft here.

        Raises:
            ValidationError: it is not confirmed.
        """
        if not self.cleaned_data["without_secrets"]:
            raise ValidationError(_("Confirm that the document holds no state secret, or do not enter it here."))
        return True

    def _post_clean(self) -> None:
        """Relations are checked once the document knows what was typed."""
        super()._post_clean()
        self._follow_with_slug()
        relations = self.formsets.get("relations")
        if relations is None or not relations.is_valid():
            return
        kept = [form for form in relations.forms if form not in relations.deleted_forms]
        rows = [form.instance for form in kept if form.instance.kind_id]
        try:
            refuse_relations(self.instance, rows)
        except ValidationError as refused:
            self.add_error(None, refused)
        if self.has_error("symbol"):
            self._point_at_the_other()

    def _follow_with_slug(self) -> None:
        if not self.instance.slug and (wanted := self.instance.own_slug()):
            self.instance.slug = self.cleaned_data["slug"] = free_slug(wanted, self.parent_page, self.instance)

    def _point_at_the_other(self) -> None:
        """Whoever may see the document that has the number already is led to it."""
        other = sight_of(self.for_user).of_pages(same_number(self.instance)).first() if self.for_user else None
        if other is not None:
            link = format_html('<a href="{}">{}</a>', reverse("wagtailadmin_pages:edit", args=[other.pk]), other.title)
            self.add_error("symbol", format_html(_("It is here: {}."), link))
