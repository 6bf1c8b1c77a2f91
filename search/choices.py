"""By what results can be narrowed, and by what they are: plain values for the template, with addresses."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.models import Page

from documents.models import DocumentType, Field, Issuer, Status
from portal.access.levels import Level
from portal.access.restrictions import PUBLIC
from portal.access.token_levels import level_of
from portal.access.tokens import Tokens
from portal.querysets import PortalPageQuerySet
from search.asked import FACETS, Asked, number_in
from search.contract import Facet, SearchResults
from search.places import Places
from search.presenting import KINDS

_LABELS: Mapping[Facet, Any] = {
    Facet.KIND: gettext_lazy("Kind"),
    Facet.SECTION: pgettext_lazy("facet", "Section"),
    Facet.DOCUMENT_TYPE: gettext_lazy("Document type"),
    Facet.ISSUER: gettext_lazy("Issuing body"),
    Facet.FIELD: pgettext_lazy("of documents", "Field"),
    Facet.YEAR: pgettext_lazy("of a result", "Year"),
    Facet.STATUS: gettext_lazy("Validity"),
    Facet.LEVEL: gettext_lazy("Access"),
}
#: So many choices of one facet are offered.
_MOST_CHOICES = 8
_ROWS: Mapping[Facet, Any] = {Facet.DOCUMENT_TYPE: DocumentType, Facet.ISSUER: Issuer, Facet.FIELD: Field}


@dataclass(frozen=True)
class Choice:
    """A value of a facet, with how many results it leaves; chosen again it is given up."""

    value: str
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Choices:
    """A facet, by its name in addresses."""

    name: str
    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Chip:
    """Something that narrows the results now; ``url`` asks for the same without it."""

    label: str
    url: str


class Offer:
    """What a search offers beside its results. Names are asked for once, in one query."""

    def __init__(self, asked: Asked, results: SearchResults, places: Places, tokens: Tokens) -> None:
        self._asked, self._places, self._tokens = asked, places, tokens
        self._counts = {facet: dict(results.facets.get(facet, {})) for facet in _LABELS}
        self._counts[Facet.LEVEL] = self._by_level()
        self._names, numbers = self._called()
        sections = self._counts[Facet.SECTION].items()
        self._counts[Facet.SECTION] = {numbers[path]: count for path, count in sections if path in numbers}

    def choices(self) -> list[Choices]:
        """The facets that leave something to choose."""
        found = []
        for facet, label in _LABELS.items():
            choices = list(self._choices_of(facet))
            if len(choices) > 1 or facet in self._asked.chosen:
                found.append(Choices(FACETS[facet], str(label), choices))
        return found

    def chips(self) -> list[Chip]:
        """All that narrows the results, each with the way back."""
        asked = self._asked
        chips = []
        if place := self._places.of_number(asked.within):
            chips.append(Chip(_("In: %(section)s") % {"section": place.title}, asked.in_section(0).url))
        for facet, value in asked.chosen.items():
            name = self._name(facet, value) or pgettext("of a choice", "unknown")
            chips.append(Chip(f"{_LABELS[facet]}: {name}", asked.with_value(facet, "").url))
        if asked.days.label:
            chips.append(Chip(asked.days.label, asked.of_all_days().url))
        if asked.titles:
            chips.append(Chip(_("In titles only"), asked.in_titles(False).url))
        return chips

    def _choices_of(self, facet: Facet) -> Iterator[Choice]:
        chosen, counts = self._asked.chosen.get(facet, ""), self._counts[facet]
        for value in _likeliest(facet, {**counts, **({chosen: counts.get(chosen, 0)} if chosen else {})}, chosen):
            if name := self._name(facet, value):
                other = self._asked.with_value(facet, "" if value == chosen else value)
                yield Choice(value, name, counts.get(value, 0), other.url, value == chosen)

    def _name(self, facet: Facet, value: str) -> str:
        """What readers call it; empty for what means nothing."""
        if facet is Facet.YEAR:
            return value if value.isascii() and value.isdigit() else ""
        if facet is Facet.KIND:
            return str(KINDS.get(value, ""))
        if facet is Facet.STATUS:
            return str(Status(value).label) if value in Status.values else ""
        if facet is Facet.LEVEL:
            return str(Level(value).label) if value in Level.values else ""
        if facet is Facet.SECTION and (place := self._places.of_number(number_in(value))):
            return place.title
        return self._names[facet].get(value, "")

    def _by_level(self) -> dict[str, int]:
        """Nothing for whoever sees only what is public."""
        counts: Counter[str] = Counter()
        if self._tokens - {PUBLIC}:
            for token, count in self._counts[Facet.LEVEL].items():
                counts[level_of(token, self._tokens.restrictions)] += count
        return dict(counts)

    def _called(self) -> tuple[dict[Facet, dict[str, str]], dict[str, str]]:
        """The names of rows by facet and number, and the numbers of sections by path."""
        asked = []
        for facet, model in _ROWS.items():
            values = (*_likeliest(facet, self._counts[facet]), self._asked.chosen.get(facet, ""))
            rows = model.objects.filter(pk__in={number_in(value) for value in values} - {0})
            asked.append(rows.order_by().values_list(Value(facet.value), "pk", "name", Value("")))
        paths = _likeliest(Facet.SECTION, self._counts[Facet.SECTION])
        sections = PortalPageQuerySet(Page).filter(path__in=paths).visible_to(self._tokens)
        asked.append(sections.order_by().values_list(Value(Facet.SECTION.value), "pk", "title", "path"))
        names: dict[Facet, dict[str, str]] = {facet: {} for facet in (*_ROWS, Facet.SECTION)}
        numbers_of: dict[str, str] = {}
        for kind, number, name, path in asked[0].union(*asked[1:], all=True):
            names[Facet(kind)][str(number)] = name
            if path:
                numbers_of[path] = str(number)
        return names, numbers_of


def _likeliest(facet: Facet, counts: Mapping[str, int], chosen: str = "") -> Sequence[str]:
    """The values that are shown: of years the newest, else the most frequent; what is chosen before all."""
    known = [value for value in counts if facet is not Facet.YEAR or (value.isascii() and value.isdigit())]
    rank = {value: int(value) if facet is Facet.YEAR else counts[value] for value in known}
    return sorted(known, key=lambda value: (value != chosen, -rank[value], value))[:_MOST_CHOICES]
