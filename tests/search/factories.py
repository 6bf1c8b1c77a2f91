"""Entries and requests for tests of the search, made without pages."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from documents.mentions.names import names_of_number, names_of_plenum
from documents.numbers import key_of_symbol
from portal.access.restrictions import Restrictions
from portal.access.tokens import PUBLIC, Tokens
from search.contract import SearchRequest
from search.entries import Entry, StatusSpan
from search.language.statistics import SyllableStatistics
from search.models import StoredEntry, StoredPassage
from search.query.understanding import understand

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 3, 2)
#: Root, site and two sections.
NEWS, PAPERS = "000100010001", "000100010002"


def story(number: int, title: str, body: str = "", **more: Any) -> Entry:
    """An article in the news section."""
    values: dict[str, Any] = {"kind": "article", "path": f"{NEWS}{number:04d}", "date": dt.date(2025, 1, 1)}
    return Entry(key=str(number), title=title, body=body, **{**values, **more})


def paper(number: int, symbol: str, day: dt.date, title: str, **more: Any) -> Entry:
    """An official document; ``plenum`` and ``term`` where it is a plenum's resolution."""
    plenum, term = more.pop("plenum", None), more.pop("term", "")
    names = names_of_number(key_of_symbol(symbol)) | names_of_plenum(plenum, term)
    about = more.pop("about", "")
    values: dict[str, Any] = {
        "kind": "document",
        "path": f"{PAPERS}{number:04d}",
        "date": day,
        "numbers": tuple(sorted(names)),
        "summary": f"{symbol}\n{about}\n{f'Khoá {term}' if term else ''}".strip(),
        "statuses": (StatusSpan("not_yet", None, day), StatusSpan("in_force", day)),
    }
    return Entry(key=str(number), title=title, **{**values, **more})


def asked(query: str, known: SyllableStatistics, **more: Any) -> SearchRequest:
    """What anybody asks on a Monday in March 2026."""
    values: dict[str, Any] = {"tokens": anybody(), "now": NOW, "today": TODAY}
    return SearchRequest(understand(query, known), **{**values, **more})


def anybody() -> Tokens:
    """Who is not signed in, where nothing is restricted."""
    return Tokens((PUBLIC,), Restrictions.from_rows([]))


def holder_of(*tokens: str, closed: Mapping[str, Sequence[int]] | None = None) -> Tokens:
    """Who holds ``tokens`` while the pages at the paths in ``closed`` ask for one of the groups there."""
    rows = [
        ("page", path, place, "groups", group)
        for place, (path, groups) in enumerate((closed or {}).items())
        for group in groups
    ]
    return Tokens((PUBLIC, *tokens), Restrictions.from_rows(rows))


def store(*entries: Entry) -> None:
    """Rows for ``entries``, with the barest page beneath each."""
    kind, locale = ContentType.objects.get_for_model(Page), Locale.get_default()
    known = set(Page.objects.values_list("pk", flat=True))
    Page.objects.bulk_create(
        Page(
            pk=int(one.key), path=f"9999{int(one.key):08d}", depth=3, title=one.title, slug=f"trang-{one.key}",
            content_type=kind, locale=locale, url_path=f"/trang-{one.key}/",
        )
        for one in entries
        if int(one.key) not in known
    )  # fmt: skip
    StoredEntry.objects.filter(pk__in=[int(one.key) for one in entries]).delete()
    StoredEntry.objects.bulk_create(StoredEntry.of(one) for one in entries)
    StoredPassage.objects.bulk_create(
        StoredPassage(entry_id=int(one.key), file=page.file, name=page.name, number=page.number, text=page.text)
        for one in entries
        for page in one.passages
    )
