"""Narrowing the board and the calendar by section and by writer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from portal.editorial.desk.lists import TOP_DEPTH, ChoiceOfRow, sections_for, writers


class NarrowForm(forms.Form):
    """By section and by writer."""

    section = ChoiceOfRow(Page.objects.none(), label=pgettext_lazy("column", "Section"), required=False)
    owner = ChoiceOfRow(Page.objects.none(), label=pgettext_lazy("column", "Writer"), required=False)

    def __init__(self, sent: QueryDict, request: HttpRequest) -> None:
        super().__init__(sent)
        section: Any = self.fields["section"]
        owner: Any = self.fields["owner"]
        section.queryset, section.empty_label = sections_for(request), _("All sections")
        section.label_from_instance = lambda page: "– " * max(0, page.depth - TOP_DEPTH) + page.title
        owner.queryset, owner.empty_label = writers(request), _("All writers")
        owner.label_from_instance = lambda person: person.get_full_name() or person.get_username()

    def narrow(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """What was chosen sensibly; the rest counts as not chosen."""
        self.is_valid()
        chosen = getattr(self, "cleaned_data", {})
        if chosen.get("section"):
            pages = pages.descendant_of(chosen["section"])  # type: ignore[attr-defined]
        return pages.filter(owner=chosen["owner"]) if chosen.get("owner") else pages

    @property
    def query(self) -> str:
        """What was chosen, for links that keep it."""
        kept = QueryDict(mutable=True)
        kept.update({name: value for name in self.fields if (value := self.data.get(name))})
        return kept.urlencode()
