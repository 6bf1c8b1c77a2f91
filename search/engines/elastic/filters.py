"""What an entry must be to be found at all, whatever its words: open to this visitor, here and now."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from portal.access.restrictions import STEP
from search.contract import Facet, SearchRequest
from search.index.definition import STATUSES, section_field
from search.query.validity import ENDED

Clause = dict[str, Any]

#: The field that each facet narrows by; the status has one for each of its values, sections one for each depth.
FIELDS = {
    Facet.KIND: "kind",
    Facet.DOCUMENT_TYPE: "document_type",
    Facet.ISSUER: "issuer",
    Facet.FIELD: "fields",
    Facet.YEAR: "year",
    Facet.LEVEL: "token",
}


def required(request: SearchRequest) -> list[Clause]:
    """Held tokens, the section and the dates."""
    clauses: list[Clause] = [{"terms": {"token": sorted(request.tokens)}}]
    if request.under:
        clauses.append({"term": {"ancestors": request.under}})
    if request.since or request.until:
        clauses.append({"range": {"date": _between(request.since, request.until)}})
    return clauses


def forbidden(request: SearchRequest) -> list[Clause]:
    """What has not begun or has ended, and what was closed since the index was told."""
    now = request.now.isoformat()
    clauses: list[Clause] = [{"range": {"go_live_at": {"gt": now}}}, {"range": {"expire_at": {"lte": now}}}]
    closed = request.tokens.restrictions.pages.closed_to(request.tokens)
    if closed:
        clauses.append({"terms": {"ancestors": closed}})
    return clauses


def sections_at(depth: int) -> str:
    """The field of the sections so deep; no entry has one where there are none."""
    return f"sections.{section_field(depth)}"


def has_status(status: str, day: dt.date) -> Clause:
    return {"term": {f"statuses.{status}": day.isoformat()}}


def has_ended(day: dt.date, *, name: str = "") -> Clause:
    """It binds nobody any more; ``name`` tells in the hits of which that is so."""
    either: dict[str, Any] = {"should": [has_status(status, day) for status in ENDED], "minimum_should_match": 1}
    return {"bool": {**either, "_name": name} if name else either}


def chosen(request: SearchRequest, *, but: Facet | None = None) -> list[Clause]:
    """What the chosen values of the facets ask: any value of one facet, all facets; ``but`` one."""
    return [_one_of(facet, values, request) for facet, values in request.chosen.items() if values and facet is not but]


def _one_of(facet: Facet, values: Sequence[str], request: SearchRequest) -> Clause:
    if facet is Facet.STATUS:
        known = [has_status(value, request.today) for value in values if value in STATUSES]
        return {"bool": {"should": known, "minimum_should_match": 1}} if known else {"match_none": {}}
    if facet is Facet.SECTION:
        return {"bool": {"should": [{"term": {sections_at(len(value) // STEP): value}} for value in values]}}
    return {"terms": {FIELDS[facet]: list(values)}}


def _between(since: dt.date | None, until: dt.date | None) -> dict[str, str]:
    days = {"gte": since and since.isoformat(), "lte": until and until.isoformat()}
    return {side: day for side, day in days.items() if day}
