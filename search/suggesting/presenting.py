"""Suggestions as they are shown: a line of text, the pieces of it that were typed, and where it leads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from documents.dates import citation_date
from documents.models import Issuer, OfficialDocument
from portal.access.tokens import Tokens, is_open, page_token
from portal.addresses import page_address
from search.asked import Asked
from search.contract import Facet
from search.language.words import plain, spans_of
from search.models import StoredEntry
from search.suggesting.begun import Begun, begins_like, has_marks_of
from search.suggesting.contract import Suggested

#: About two lines on a phone.
MOST_SHOWN_LETTERS = 140


class Kind(StrEnum):
    """The groups of suggestions, in the order in which they are shown."""

    QUERY = "query"
    DOCUMENT = "document"
    PAGE = "page"
    ISSUER = "issuer"


LABELS: Mapping[Kind, Any] = {
    Kind.QUERY: pgettext_lazy("suggestions", "Often searched for"),
    Kind.DOCUMENT: pgettext_lazy("suggestions", "Documents"),
    Kind.PAGE: pgettext_lazy("suggestions", "Pages"),
    Kind.ISSUER: pgettext_lazy("suggestions", "Documents of"),
}
#: Nine lines are read at a glance, and fit above the keyboard of a phone when it is scrolled.
MOST_OF_A_KIND: Mapping[Kind, int] = {Kind.QUERY: 3, Kind.DOCUMENT: 4, Kind.PAGE: 5, Kind.ISSUER: 2}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``marks`` are the (start, end) of what was typed in ``text``."""

    kind: Kind
    text: str
    url: str
    marks: Sequence[tuple[int, int]] = ()


def suggestions_for(suggested: Suggested, begun: Begun, tokens: Tokens, request: HttpRequest) -> list[Suggestion]:
    """What is shown of it, in at most three queries. What was closed or taken away meanwhile is left out."""
    keys = list(dict.fromkeys([*suggested.numbered, *suggested.titled]))
    rows = _open(keys, tokens)
    papers = _papers([key for key in keys if key in rows and rows[key].kind == "document"])
    numbered = sorted(
        (key for key in suggested.numbered if key in papers), key=lambda key: _rank_of_number(rows[key], begun)
    )
    titled = sorted(
        (key for key in suggested.titled if key in rows),
        key=lambda key: (not has_marks_of(rows[key].title, begun), not _begins(rows[key].title, begun)),
    )
    by_words = () if begun.numbers else titled  # what names a number is no day and no year
    shown = [key for key in dict.fromkeys([*numbered, *by_words]) if key in papers]
    found = [_paper(papers[key], rows[key], begun, request) for key in shown]
    found += [_page(rows[key], begun, request) for key in titled if rows[key].kind != "document"]
    return list(_first(found + list(_issuers(suggested.issuers, begun))))


def queries_for(queries: Iterable[str], begun: Begun) -> list[Suggestion]:
    """Queries of others; each searches."""
    return [Suggestion(Kind.QUERY, words, Asked(words).url, _marks(words, begun)) for words in queries]


def _first(found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """The first of each kind; one text that leads to several places is shown once."""
    shown: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for one in found:
        texts = shown[one.kind]
        if one.url and one.text not in texts and len(texts) < MOST_OF_A_KIND[one.kind]:
            texts.add(one.text)
            yield one


def _open(keys: Sequence[str], tokens: Tokens) -> dict[str, StoredEntry]:
    """The rows of those that the visitor may open now, with their pages."""
    stored = StoredEntry.objects.filter(pk__in=[int(key) for key in keys]).select_related("page")
    wanted = stored.only("kind", "title", "numbers", "citations", "page") if keys else StoredEntry.objects.none()
    return {
        str(row.pk): row for row in wanted if is_open(row.page) and page_token(row.page, tokens.restrictions) in tokens
    }


def _papers(keys: Sequence[str]) -> dict[str, OfficialDocument]:
    if not keys:
        return {}
    documents = OfficialDocument.objects.filter(pk__in=[int(key) for key in keys]).select_related("document_type")
    return {str(document.pk): document for document in documents}


def _rank_of_number(row: StoredEntry, begun: Begun) -> tuple[int, int]:
    """Whose number is typed whole comes before those whose number only begins so; then the more cited."""
    keys = [plain(key.lower()) for key in row.numbers]
    whole = (
        place
        for place, number in enumerate(begun.numbers)
        if any(key == number or key.startswith((f"{number}|", f"{number}/", f"{number}-")) for key in keys)
    )
    return next(whole, len(begun.numbers)), -row.citations


def _begins(title: str, begun: Begun) -> bool:
    return begins_like([word for _start, _end, word in _words(title)], begun)


def _paper(paper: OfficialDocument, row: StoredEntry, begun: Begun, request: HttpRequest) -> Suggestion:
    """`10-CT/TW · 30/3/2007 – về nâng cao chất lượng …`; the type where there is no number."""
    day = f" · {citation_date(paper.issued_on)}" if paper.issued_on else ""
    number = paper.symbol or str(paper.document_type)
    text = _shortened(f"{number}{day} – {paper.abstract}")
    marks = _marks(text, begun)
    if begun.numbers and paper.symbol:
        end = len(paper.symbol)
        is_whole = _rank_of_number(row, begun)[0] < len(begun.numbers)
        named = [(0, end)] if is_whole else [mark for mark in marks if mark[1] <= end]
        marks = [*named, *(mark for mark in marks if mark[0] >= end + len(day))]
    return Suggestion(Kind.DOCUMENT, text, page_address(row.page, request), marks)


def _page(row: StoredEntry, begun: Begun, request: HttpRequest) -> Suggestion:
    text = _shortened(row.title)
    return Suggestion(Kind.PAGE, text, page_address(row.page, request), _marks(text, begun))


def _issuers(numbers: Sequence[str], begun: Begun) -> Iterator[Suggestion]:
    """Each leads to the search for its name among what it issued: words it needs, for all its documents name it."""
    named = Issuer.objects.in_bulk([int(number) for number in numbers]) if numbers else {}
    for number in numbers:
        issuer = named.get(int(number))
        if issuer is not None:
            narrowed = Asked(issuer.name, {Facet.ISSUER: number})
            yield Suggestion(Kind.ISSUER, issuer.name, narrowed.url, _marks(issuer.name, begun))


def _shortened(text: str) -> str:
    """Up to the end of a word."""
    text = " ".join(text.split())
    if len(text) <= MOST_SHOWN_LETTERS:
        return text
    return f"{text[:MOST_SHOWN_LETTERS].rsplit(' ', 1)[0]}…"


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for start, end in spans_of(text):
        yield start, end, plain(text[start:end].lower())


def _marks(text: str, begun: Begun) -> list[tuple[int, int]]:
    """Whole words, and of words that only begin as typed the beginning."""
    whole = {spelling for spellings in begun.words for spelling in spellings}
    marks = []
    for start, end, word in _words(text):
        begins = max((len(one) for one in begun.beginnings if word.startswith(one)), default=0)
        if word in whole:
            marks.append((start, end))
        elif begins:
            marks.append((start, min(end, start + begins)))
    return marks
