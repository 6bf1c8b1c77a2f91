"""Brings the database engine's rows to what entries say, in the transaction of whoever changes the entries."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import transaction

from search.engines.database import storage
from search.engines.database.stories import number_of_story
from search.engines.database.tokens import Lines
from search.entries import Entry
from search.models import Combination, SearchRow, SearchWords, StoredEntry

_AT_ONCE = 200
#: A place is the day above the page's number.
_PAGES = 2**40
#: Where the token stands among the values of a combination.
_TOKEN = 5


def write(entries: Iterable[Entry]) -> None:
    """Let these entries be found as they are now. Their pages exist."""
    remaining = iter(entries)
    while some := list(islice(remaining, _AT_ONCE)):
        with transaction.atomic():
            newest = {entry.key: entry for entry in some}
            delete(newest)
            _insert(list(newest.values()))


def delete(keys: Iterable[str]) -> None:
    """Let these entries be found no more; one that is not there is none."""
    with transaction.atomic():
        pages = [int(key) for key in keys]
        rows = SearchRow.objects.filter(page_id__in=pages).select_related("words").select_for_update(of=("self",))
        found = list(rows)
        storage.forget([(row, _tokens_of(row.words)) for row in found])
        places = [row.place for row in found]
        # Not by Django's collector: its signal would take the tokens away a second time.
        storage.delete_rows(SearchWords.objects.filter(pk__in=places), SearchRow.objects.filter(pk__in=places))


def relabel(pages: Iterable[int], token: str) -> None:
    """Let these entries be counted by another token; their words are as they were."""
    remaining = iter(pages)
    while some := list(islice(remaining, _AT_ONCE)):
        with transaction.atomic():
            rows = list(SearchRow.objects.filter(page_id__in=some).select_related("combination"))
            values = [[*row.combination.values[:_TOKEN], token, *row.combination.values[_TOKEN + 1 :]] for row in rows]
            for row, combination in zip(rows, _combinations(values), strict=True):
                row.token, row.combination_id = token, combination
            SearchRow.objects.bulk_update(rows, ["token", "combination"])


def forget_words(words: SearchWords) -> None:
    """The row of ``words`` is being deleted with its page."""
    storage.forget([(SearchRow(place=words.row_id), _tokens_of(words))])


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """All rows anew from the stored entries, in one transaction; returns how many there are."""
    done = 0
    with transaction.atomic():
        storage.empty()
        storage.delete_rows(SearchWords.objects.all(), SearchRow.objects.all(), Combination.objects.all())
        stored = StoredEntry.objects.order_by("pk").prefetch_related("passages")
        entries = (row.entry() for row in stored.iterator(chunk_size=_AT_ONCE))
        while some := list(islice(entries, _AT_ONCE)):
            _insert(some)
            done += len(some)
            progress(done)
        storage.tidy()
    return done


def place_of(entry: Entry) -> int:
    """Newer entries have higher places; those without a date are the oldest.

    >>> place_of(Entry("7", "")) % _PAGES
    7
    """
    return (entry.date.toordinal() if entry.date else 0) * _PAGES + int(entry.key)


def page_at(place: int) -> int:
    """The number of the page at ``place``."""
    return place % _PAGES


def day_at(place: int) -> dt.date | None:
    """The day of the entry at ``place``.

    >>> day_at(place_of(Entry("7", "", date=dt.date(2026, 3, 2)))), day_at(7)
    (datetime.date(2026, 3, 2), None)
    """
    return dt.date.fromordinal(place // _PAGES) if place >= _PAGES else None


def first_place(ordinal: int) -> int:
    """The lowest place that a day can have."""
    return ordinal * _PAGES


def _insert(entries: Sequence[Entry]) -> None:
    lines = [Lines.of(entry) for entry in entries]
    rows = [
        SearchRow(
            place=place_of(entry),
            page_id=int(entry.key),
            combination_id=combination,
            token=entry.token,
            popularity=entry.popularity,
            story=number_of_story(entry),
        )
        for entry, combination in zip(entries, _combinations(list(map(_values, entries))), strict=True)
    ]
    storage.insert([(row, words.tokens()) for row, words in zip(rows, lines, strict=True)])
    SearchWords.objects.bulk_create(
        SearchWords(row_id=row.place, words=stored, rest=rest)
        for row, words in zip(rows, lines, strict=True)
        for stored, rest in (words.stored(),)
    )


def _tokens_of(words: SearchWords) -> list[str]:
    return Lines.read(bytes(words.words), bytes(words.rest)).tokens()


def _combinations(values: Sequence[list[Any]]) -> list[int]:
    """The number of each combination; new ones are made."""
    numbers = list(map(_number, values))
    new = [Combination(id=number, values=value) for number, value in dict(zip(numbers, values, strict=True)).items()]
    Combination.objects.bulk_create(sorted(new, key=lambda row: row.pk), ignore_conflicts=True)
    return numbers


def _values(entry: Entry) -> list[Any]:
    """What ``search.engines.database.facets`` reads."""
    return [
        entry.kind,
        entry.document_type,
        entry.issuer,
        list(entry.fields),
        entry.date.year if entry.date else None,
        entry.token,  # at ``_TOKEN``
        list(_spans(entry)),
    ]


def _spans(entry: Entry) -> Iterator[list[str | None]]:
    for span in entry.statuses:
        yield [span.status, *(day.isoformat() if day else None for day in (span.starts, span.ends))]


def _number(values: list[Any]) -> int:
    """The same for the same values, on every machine; that two share one of 2⁶³ is not to be expected."""
    digest = hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1
