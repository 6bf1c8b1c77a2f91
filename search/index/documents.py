"""An entry as the index holds it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from portal.access.restrictions import STEP, prefixes
from search.entries import Entry, StatusSpan
from search.index.definition import SECTION_DEPTHS, section_field
from search.index.stories import story_of
from search.query.numbers import keys_of


def document_of(entry: Entry) -> dict[str, Any]:
    """The body of the document; its id is the entry's key."""
    ancestors = list(prefixes(entry.path))
    document: dict[str, Any] = {
        "key": entry.key,
        "title": entry.title,
        "words": entry.words,
        "token": entry.token,
        "ancestors": ancestors,
        "popularity": entry.popularity,
        "citations": entry.citations,
        "story": story_of(entry),
    }
    told = {
        "summary": entry.summary,
        "body": entry.body,
        "kind": entry.kind,
        "document_type": entry.document_type,
        "issuer": entry.issuer,
        "fields": list(entry.fields),
        "sections": _sections(ancestors[:-1]),
        "numbers": keys_of(entry.numbers),
        "cited": keys_of(entry.cited),
        "date": entry.date and entry.date.isoformat(),
        "year": entry.date and str(entry.date.year),
        "go_live_at": _moment(entry.go_live_at),
        "expire_at": _moment(entry.expire_at),
        "statuses": _statuses(entry.statuses),
        "passages": [
            {"file": page.file, "name": page.name, "number": page.number, "text": page.text} for page in entry.passages
        ],
    }
    document.update((name, value) for name, value in told.items() if value)
    return document


def _sections(paths: Sequence[str]) -> dict[str, str]:
    return {section_field(depth): path for path in paths if (depth := len(path) // STEP) in SECTION_DEPTHS}


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _statuses(spans: Sequence[StatusSpan]) -> dict[str, list[dict[str, str]]]:
    """From the first day to the day before the end; an open side is left out. A span without a day is none."""
    found: dict[str, list[dict[str, str]]] = {}
    for span in spans:
        if span.starts and span.ends and span.starts >= span.ends:
            continue
        days = {"gte": span.starts and span.starts.isoformat(), "lt": span.ends and span.ends.isoformat()}
        found.setdefault(span.status, []).append({side: day for side, day in days.items() if day})
    return found
