"""The edit form of a document: what it asks of people, and not of imports."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from documents.validation import refuse_relations, same_number
from portal.access.staff import sight_of
from portal.forms import PageForm


class DocumentForm(PageForm):
    """The edit form of a document."""

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

    def _point_at_the_other(self) -> None:
        """Whoever may see the document that has the number already is led to it."""
        other = sight_of(self.for_user).of_pages(same_number(self.instance)).first() if self.for_user else None
        if other is not None:
            link = format_html('<a href="{}">{}</a>', reverse("wagtailadmin_pages:edit", args=[other.pk]), other.title)
            self.add_error("symbol", format_html(_("It is here: {}."), link))
