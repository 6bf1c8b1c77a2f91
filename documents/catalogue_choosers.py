"""Choosing a type, a body, a position or a term in the form of a document: lists with a search box.

Wagtail searches only what is in its index; these are short lists of words, looked through as they are, with or without
diacritics and by letters as well (`btctw`).
"""

from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from documents.models import DocumentType, Issuer, Position, Term
from portal.text import fold


def _column(name: str, label: Any) -> Column:
    return Column(name, label=capfirst(label))


#: What is looked through, and what stands beside the name: several types and bodies have one name.
_SEARCHED: dict[type[Model], tuple[str, ...]] = {
    DocumentType: ("name", "code", "other_codes"),
    Issuer: ("name", "abbreviation", "other_names"),
    Position: ("name",),
    Term: ("name", "issuer__name"),
}
_BESIDE: dict[type[Model], tuple[Column, ...]] = {
    DocumentType: (_column("code", _("letters in the number")), _column("get_sphere_display", _("sphere"))),
    Issuer: (_column("abbreviation", _("letters in numbers")), _column("parent", _("Below"))),
    Term: (_column("issuer", _("of whom")), _column("starts", _("from"))),
}
_JOINED = {Issuer: "parent", Term: "issuer"}


def named(typed: str, things: "QuerySet[Any]") -> "QuerySet[Any]":
    """Those of ``things`` with words that begin as all words of ``typed`` do."""
    wanted = fold(typed).split()
    rows = things.order_by().values_list("pk", *_SEARCHED[things.model])
    words = {pk: fold(" ".join(filter(None, values)).replace(",", " ")).split() for pk, *values in rows}
    found = [pk for pk, its in words.items() if all(any(word.startswith(one) for word in its) for one in wanted)]
    return things.filter(pk__in=found)


class CatalogueFilterForm(SearchFilterMixin, BaseFilterForm):
    def filter(self, objects: "QuerySet[Any]") -> "QuerySet[Any]":
        typed = self.cleaned_data.get("q", "").strip()
        if not typed:
            return objects
        self.is_searching, self.search_query = True, typed
        return named(typed, objects)


class _Searched:
    """What the whole dialogue and its list alone have in common."""

    filter_form_class = CatalogueFilterForm
    model: type[Model]

    def get_object_list(self) -> "QuerySet[Any]":
        things = self.model._default_manager.all()
        return things.select_related(_JOINED[self.model]) if self.model in _JOINED else things

    @property
    def columns(self) -> list[Column]:
        beside = _BESIDE.get(self.model, ())
        own: list[Column] = super().columns  # type: ignore[misc]  # of Wagtail's view, which stands behind this one
        return [*own, *beside]


class CatalogueChooseView(_Searched, ChooseView):
    pass


class CatalogueChooseResultsView(_Searched, ChooseResultsView):
    pass


class CatalogueChooserViewSet(SnippetChooserViewSet):
    choose_view_class: ClassVar = CatalogueChooseView
    choose_results_view_class: ClassVar = CatalogueChooseResultsView
