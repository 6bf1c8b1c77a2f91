"""Narrowing the board and the calendar by section and by writer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from portal.admin.choices import HINT, are_many, below_any, people_called, sections_called
from portal.editorial.desk.lists import TOP_DEPTH, ChoiceOfRow, sections_for, writers


class NarrowForm(forms.Form):
    """By section and by writer."""

    section = ChoiceOfRow(Page.objects.none(), label=pgettext_lazy("column", "Section"), required=False)
    owner = ChoiceOfRow(Page.objects.none(), label=pgettext_lazy("column", "Writer"), required=False)

    def __init__(self, sent: QueryDict, request: HttpRequest) -> None:
        super().__init__(sent)
        section: Any = self.fields["section"]
        owner: Any = self.fields["owner"]
        self.sections, self.writers = sections_for(request), writers(request)
        section.queryset, section.empty_label = self.sections, _("All sections")
        section.label_from_instance = lambda page: "– " * max(0, page.depth - TOP_DEPTH) + page.title
        owner.queryset, owner.empty_label = self.writers, _("All writers")
        owner.label_from_instance = lambda person: person.get_full_name() or person.get_username()
        for name, rows in (("section", self.sections), ("owner", self.writers)):
            if are_many(rows):
                label = self.fields[name].label
                self.fields[name] = forms.CharField(label=label, help_text=HINT, required=False, max_length=100)

    def narrow(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """What was chosen sensibly; the rest counts as not chosen."""
        self.is_valid()
        chosen = getattr(self, "cleaned_data", {})
        section, owner = chosen.get("section"), chosen.get("owner")
        if section:
            meant = sections_called(section, self.sections) if isinstance(section, str) else [section]
            pages = pages.filter(below_any(meant))
        if owner:
            pages = pages.filter(owner__in=people_called(owner, self.writers) if isinstance(owner, str) else [owner.pk])
        return pages

    @property
    def query(self) -> str:
        """What was chosen, for links that keep it."""
        kept = QueryDict(mutable=True)
        kept.update({name: value for name in self.fields if (value := self.data.get(name))})
        return kept.urlencode()
