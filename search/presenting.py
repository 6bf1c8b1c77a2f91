"""Results as plain values for the template: what is shown of each."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from documents.dates import citation_date
from documents.models import Status
from portal.access.marks import mark_of
from portal.access.tokens import Tokens, may_open
from portal.addresses import page_address
from search.contract import Hit, SearchResults, Snippet
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
#: What is read of the page of a hit.
_OF_PAGES = (
    "page__path",
    "page__url_path",
    "page__live",
    "page__go_live_at",
    "page__expire_at",
    "page__last_published_at",
)


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``is_marked`` where it is a word that was sought."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Result:
    """One result. ``file`` names the attached file, and its page, from which the snippet is.

    ``kind`` is as engines know it, ``kind_label`` as readers do; ``published`` when the page was last.
    ``is_pinned``: staff put it where it stands, which readers are told.
    """

    key: int
    """The number of its page."""
    title: Sequence[Piece]
    url: str
    snippet: Sequence[Piece]
    kind: str
    kind_label: str
    date: dt.date | None = None
    date_text: str = ""
    published: dt.datetime | None = None
    mark: Any = ""
    file: str = ""
    is_pinned: bool = False
    status: Status | None = None


def results_for(
    results: SearchResults, tokens: Tokens, request: HttpRequest, pinned: Collection[str] = ()
) -> list[Result]:
    """What is shown of the hits: one query. One that was closed or taken away since it was found is left out.

    ``pinned`` are the keys of those that staff put first.
    """
    keys = [int(hit.key) for hit in results.hits]
    entries = (
        StoredEntry.objects.filter(pk__in=keys)
        .select_related("page")
        .only("kind", "date", "statuses", *_OF_PAGES)
        .in_bulk()
    )
    shown = []
    for hit in results.hits:
        entry = entries.get(int(hit.key))
        if entry is None or not may_open(entry.page, tokens):
            continue
        result = _result(hit, entry.page, entry, request, tokens)
        shown.append(replace(result, is_pinned=True) if hit.key in pinned else result)
    return shown


def _result(hit: Hit, page: Page, entry: StoredEntry, request: HttpRequest, tokens: Tokens) -> Result:
    place = {"file": hit.file, "page": hit.file_page}
    return Result(
        key=page.pk,
        title=list(pieces_of(hit.title)),
        url=page_address(page, request),
        snippet=list(pieces_of(hit.snippet)),
        kind=entry.kind,
        kind_label=str(KINDS.get(entry.kind, "")),
        date=entry.date,
        date_text=citation_date(entry.date) if entry.date else "",
        published=page.last_published_at,
        mark=mark_of(page, tokens.restrictions),
        status=Status(status) if (status := entry.status_on(timezone.localdate())) else None,
        file=_("page %(page)s of an attached file") % place if hit.file_page else "",
    )


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


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
