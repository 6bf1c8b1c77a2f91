"""Results as plain values for the template: what is shown of each, and the choices beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.models import Page

from documents.dates import citation_date
from documents.models import DocumentType, Field, Issuer, Status
from portal.access.marks import mark_of
from portal.access.tokens import Tokens, is_open, page_token
from portal.addresses import page_address
from search.asked import Asked
from search.contract import Facet, Hit, SearchResults, Snippet
from search.models import StoredEntry

KINDS: Mapping[str, Any] = {
    "news": pgettext_lazy("kind of result", "News"),
    "document": pgettext_lazy("kind of result", "Documents"),
    "notice": pgettext_lazy("kind of result", "Notices"),
    "gallery": pgettext_lazy("kind of result", "Photographs"),
    "section": pgettext_lazy("kind of result", "Sections"),
    "standard": pgettext_lazy("kind of result", "Pages"),
    "contact": pgettext_lazy("kind of result", "Contact"),
}
_LABELS: Mapping[Facet, Any] = {
    Facet.KIND: gettext_lazy("Kind"),
    Facet.DOCUMENT_TYPE: gettext_lazy("Document type"),
    Facet.ISSUER: gettext_lazy("Issuing body"),
    Facet.FIELD: pgettext_lazy("of documents", "Field"),
    Facet.YEAR: pgettext_lazy("of a result", "Year"),
    Facet.STATUS: gettext_lazy("Validity"),
}
#: So many choices of one facet are offered; years more, since they are short.
_MOST_CHOICES = 8


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``is_marked`` where it is a word that was sought."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Result:
    """One result. ``file`` names the attached file, and its page, from which the snippet is."""

    title: Sequence[Piece]
    url: str
    snippet: Sequence[Piece]
    kind: str
    date_text: str = ""
    date_iso: str = ""
    mark: Any = ""
    file: str = ""


@dataclass(frozen=True)
class Choice:
    """A value of a facet, with how many results it leaves; chosen again it is given up."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Choices:
    """A facet."""

    label: str
    choices: Sequence[Choice]


def results_for(results: SearchResults, tokens: Tokens, request: HttpRequest) -> list[Result]:
    """What is shown of the hits: two queries. One that was closed or taken away since it was found is left out."""
    keys = [int(hit.key) for hit in results.hits]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys)}
    entries = StoredEntry.objects.filter(pk__in=keys).only("kind", "date").in_bulk()
    shown = []
    for hit in results.hits:
        page, entry = pages.get(int(hit.key)), entries.get(int(hit.key))
        if page is None or entry is None or not is_open(page) or page_token(page, tokens.restrictions) not in tokens:
            continue
        shown.append(_result(hit, page, entry, request, tokens))
    return shown


def _result(hit: Hit, page: Page, entry: StoredEntry, request: HttpRequest, tokens: Tokens) -> Result:
    place = {"file": hit.file, "page": hit.file_page}
    return Result(
        title=list(pieces_of(hit.title)),
        url=page_address(page, request),
        snippet=list(pieces_of(hit.snippet)),
        kind=str(KINDS.get(entry.kind, "")),
        date_text=citation_date(entry.date) if entry.date else "",
        date_iso=entry.date.isoformat() if entry.date else "",
        mark=mark_of(page, tokens.restrictions),
        file=_("page %(page)s of an attached file") % place if hit.file_page else "",
    )


def pieces_of(snippet: Snippet) -> Iterator[Piece]:
    """The text in pieces, marked and not, in order.

    >>> [(piece.text, piece.is_marked) for piece in pieces_of(Snippet("Chi bộ họp", [(0, 3), (4, 6)]))]
    [('Chi', True), (' ', False), ('bộ', True), (' họp', False)]
    """
    place = 0
    for start, end in snippet.marks:
        if start > place:
            yield Piece(snippet.text[place:start], is_marked=False)
        yield Piece(snippet.text[start:end], is_marked=True)
        place = end
    if place < len(snippet.text):
        yield Piece(snippet.text[place:], is_marked=False)


def choices_for(asked: Asked, results: SearchResults) -> list[Choices]:
    """The facets that offer something to choose: a query for each kind of name that is needed."""
    found = []
    for facet, label in _LABELS.items():
        counts = dict(results.facets.get(facet, {}))
        chosen = asked.chosen.get(facet, "")
        if chosen:
            counts.setdefault(chosen, 0)
        elif len(counts) < 2:
            continue
        choices = list(_choices(asked, facet, counts, chosen))
        if choices:
            found.append(Choices(str(label), choices))
    return found


def _choices(asked: Asked, facet: Facet, counts: Mapping[str, int], chosen: str) -> Iterator[Choice]:
    known = [value for value in counts if facet is not Facet.YEAR or value.isdigit()]
    rank = {value: int(value) if facet is Facet.YEAR else counts[value] for value in known}
    values = sorted(known, key=lambda value: (value != chosen, -rank[value], value))[:_MOST_CHOICES]
    names = _names(facet, values)
    for value in values:
        if value in names:
            other = asked.with_value(facet, "" if value == chosen else value)
            yield Choice(names[value], counts[value], other.url, value == chosen)


def _names(facet: Facet, values: Sequence[str]) -> Mapping[str, str]:
    """What readers call the values; those that mean nothing are left out."""
    if facet is Facet.YEAR:
        return {value: value for value in values}
    if facet is Facet.KIND:
        return {value: str(KINDS[value]) for value in values if value in KINDS}
    if facet is Facet.STATUS:
        return {value: str(Status(value).label) for value in values if value in Status.values}
    model: Any = {Facet.DOCUMENT_TYPE: DocumentType, Facet.ISSUER: Issuer, Facet.FIELD: Field}[facet]
    numbers = [int(value) for value in values if value.isascii() and value.isdigit()]
    return {str(pk): str(name) for pk, name in model.objects.in_bulk(numbers).items()}
