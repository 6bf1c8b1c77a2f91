"""What a reader asks of the register, read from the address: filters, order, and how many there would be of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, Value, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.models import DocumentType, Field, Issuer, Status, Term
from documents.querysets import OfficialDocumentQuerySet
from documents.register.counting import (
    ACCESS,
    CLOSED,
    FIELD,
    ISSUER,
    OPEN,
    STATUS,
    TERM,
    TYPE,
    YEAR,
    Counts,
)
from portal.access.restrictions import Restrictions
from portal.access.tokens import Tokens, restrict, under
from portal.text import plain_signs

#: Addresses' names of what is no filter.
NUMBER, ORDER = "so", "xep"
_MOST_LETTERS = 60
_LAST_ID = 2**31 - 1

ORDERS: Mapping[str, tuple[str, ...]] = {
    "": ("-ordered_on", "-pk"),
    "cu": ("ordered_on", "pk"),
    "so": ("number_value", "symbol", "-ordered_on", "-pk"),
    "so-giam": ("-number_value", "-symbol", "-ordered_on", "-pk"),
    "loai": ("document_type__sort_order", "document_type__name", "-ordered_on", "-pk"),
    "co-quan": ("issuer__order", "-ordered_on", "-pk"),
}


@dataclass(frozen=True)
class Option:
    """One choice of a filter, with how many documents it leaves."""

    value: str
    label: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, what readers call it, and its choices."""

    name: str
    label: Any
    options: list[Option] = field(default_factory=list)


@dataclass(frozen=True)
class Narrowing:
    """What is asked for; every value empty where nothing is.

    ``unknown`` names the filters whose values mean nothing here: an old or mistyped address shows the list as well.
    """

    number: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    unknown: tuple[Any, ...] = ()

    @classmethod
    def of(cls, request: HttpRequest) -> "Narrowing":
        asked: QueryDict = request.GET
        typed = {name: str(asked.get(name, "")).strip() for name in _FILTERS}
        given = {name: value for name, value in typed.items() if value}
        chosen = {name: value for name, value in given.items() if _FILTERS[name].is_possible(value)}
        unknown = [_FILTERS[name].label for name in given if name not in chosen]
        order = str(asked.get(ORDER, ""))
        if order not in ORDERS:
            order, unknown = "", [*unknown, _("Order")]
        return cls(plain_signs(str(asked.get(NUMBER, ""))).strip()[:_MOST_LETTERS], chosen, order, tuple(unknown))

    def among(self, counts: Counts) -> "Narrowing":
        """The same without types, bodies, fields and terms of which nothing at all is counted: for who asks there are
        none. A year or a status without documents is an answer.
        """
        gone = [name for name in _MODELS if name in self.chosen and self.chosen[name] not in counts.of(name, {})]
        kept = {name: value for name, value in self.chosen.items() if name not in gone}
        return replace(self, chosen=kept, unknown=(*self.unknown, *(_FILTERS[name].label for name in gone)))

    @property
    def is_narrow(self) -> bool:
        return bool(self.number or self.chosen)

    def apply(self, documents: OfficialDocumentQuerySet) -> OfficialDocumentQuerySet:
        """``documents`` that fit, in no order."""
        if self.number:
            documents = documents.numbered(self.number)
        for name, value in self.chosen.items():
            documents = _FILTERS[name].narrow(documents, value)
        return documents

    def ordered(self, documents: OfficialDocumentQuerySet) -> OfficialDocumentQuerySet:
        return documents.order_by(*ORDERS[self.order])

    def query(self, **changes: str) -> str:
        """The part of an address that asks for this, with ``changes``; empty values are left out."""
        asked = {NUMBER: self.number, **self.chosen, ORDER: self.order, **changes}
        kept = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def facets(self, counts: Counts, fixed: Mapping[str, str]) -> list[Facet]:
        """The filters with their choices, but for those that the page itself has ``fixed``."""
        chosen = {**self.chosen, **fixed}
        counted = {name: self._offered(name, counts.of(name, chosen)) for name in _FILTERS if name not in fixed}
        labels = _names_of({name: offered for name, offered in counted.items() if name in _MODELS})
        labels |= {name: told(counted[name]) for name, told in _LABELS.items() if name in counted}
        return [
            Facet(
                name,
                _FILTERS[name].label,
                [
                    Option(value, label, offered[value], value == self.chosen.get(name, ""))
                    for value, label in labels[name].items()
                ],
            )
            for name, offered in counted.items()
        ]

    def _offered(self, name: str, counts: dict[str, int]) -> dict[str, int]:
        """What is chosen is a choice too, though nothing fits it beside the others."""
        return {self.chosen[name]: 0, **counts} if name in self.chosen else counts

    def total(self, counts: Counts) -> int | None:
        """How many fit, told by ``counts`` of all among which was chosen; ``None`` where they do not tell."""
        return None if ACCESS in self.chosen else counts.total(self.chosen)


@dataclass(frozen=True)
class Filter:
    label: Any
    narrow: Callable[[OfficialDocumentQuerySet, str], OfficialDocumentQuerySet]
    is_possible: Callable[[str], bool]


def _open(documents: OfficialDocumentQuerySet) -> OfficialDocumentQuerySet:
    return restrict(documents, Tokens())


def _closed(documents: OfficialDocumentQuerySet) -> OfficialDocumentQuerySet:
    return documents.filter(under(Restrictions.now().pages.closed_to(Tokens()), "path"))


def _names_of(counted: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """What the counted types, bodies, fields and terms are called, each in their own order; one query for all."""
    names: dict[str, dict[str, str]] = {name: {} for name in counted}
    asked = [
        _MODELS[name]
        .objects.order_by()
        .filter(pk__in=[int(value) for value in values])
        .annotate(
            kind=Value(name, output_field=CharField()),
            place=Window(RowNumber(), order_by=_MODELS[name]._meta.ordering),
        )
        .values_list("kind", "place", "pk", "name")
        for name, values in counted.items()
    ]
    if not asked:
        return names
    for kind, _place, pk, called in sorted(asked[0].union(*asked[1:], all=True)):
        names[kind][str(pk)] = called
    return names


def _years(counts: Mapping[str, int]) -> dict[str, str]:
    return {year: year for year in sorted(counts, reverse=True)}


def _statuses(counts: Mapping[str, int]) -> dict[str, str]:
    return {status.value: str(status.label) for status in Status if status.value in counts}


def _accesses(counts: Mapping[str, int]) -> dict[str, str]:
    """Offered where there is something to choose between."""
    return {value: str(label) for value, label in _ACCESS_LABELS.items() if value in counts} if CLOSED in counts else {}


def _by_id(column: str) -> Callable[[OfficialDocumentQuerySet, str], OfficialDocumentQuerySet]:
    return lambda documents, value: documents.filter(**{column: int(value)})


def _is_id(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= _LAST_ID


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4 and value >= "1000"


_MODELS: Mapping[str, Any] = {TYPE: DocumentType, ISSUER: Issuer, FIELD: Field, TERM: Term}
_ACCESS_LABELS: Mapping[str, Any] = {OPEN: _("Public"), CLOSED: _("Restricted")}
_FILTERS: dict[str, Filter] = {
    TYPE: Filter(_("Document type"), _by_id("document_type"), _is_id),
    ISSUER: Filter(_("Issuing body"), _by_id("issuer"), _is_id),
    FIELD: Filter(pgettext_lazy("of documents", "Field"), _by_id("fields"), _is_id),
    YEAR: Filter(_("Year of issue"), lambda documents, value: documents.in_year(int(value)), _is_year),
    TERM: Filter(_("Term"), _by_id("term"), _is_id),
    STATUS: Filter(
        _("Validity"),
        lambda documents, value: documents.with_status([Status(value)]),
        lambda value: value in Status.values,
    ),
    ACCESS: Filter(
        _("Access"),
        lambda documents, value: _open(documents) if value == OPEN else _closed(documents),
        lambda value: value in _ACCESS_LABELS,
    ),
}
#: What is counted by values that are no rows, in the order of the form.
_LABELS: Mapping[str, Callable[[Mapping[str, int]], dict[str, str]]] = {
    YEAR: _years,
    STATUS: _statuses,
    ACCESS: _accesses,
}
