"""The mentions of a page with the documents that bear their numbers, in one query, as far as a reader may see these."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from documents.mentions.resolution import NOTHING, Candidate, Resolution, resolve
from documents.models import CitedName, Mention, StatusPeriod
from documents.models.status import Status
from portal.access.tokens import Tokens, is_open

#: Rows of one page: a mention comes once for each document that bears its number.
MOST_ROWS = 5000
_OWN = (
    "pk", "position", "line", "start", "end", "text", "before", "after", "kind", "issuer", "day", "year", "term",
    "body", "place", "is_supported", "text_day", "decision_id", "name_id", "page_id",
)  # fmt: skip
_DOCUMENT = (
    "pk", "path", "url_path", "live", "go_live_at", "expire_at", "symbol", "issued_on", "number_key", "term__name",
    "issuer__name", "issuer__parent__name", "document_type__name",
)  # fmt: skip
_BY_NAME, _DECIDED = "name__documents__", "decision__document__"
_HOLDS = "status_then"


@dataclass
class Weighed:
    """A mention and what it may mean. ``decided``: the document that a person chose, if this reader may see it."""

    mention: Mention
    candidates: list[Candidate] = field(default_factory=list)
    decided: Candidate | None = None

    @property
    def resolution(self) -> Resolution:
        if self.mention.decision_id is not None:
            return Resolution(self.decided) if self.decided is not None else NOTHING
        return resolve(self.mention, self.candidates, self.mention.text_day)


def weighed_in(page_id: int, tokens: Tokens) -> list[Weighed]:
    """The stored mentions of a page that some document may be meant by, in order; one query."""
    return weighed(Mention.objects.filter(page=page_id).order_by("position", "pk"), tokens)


def weighed(mentions: "QuerySet[Mention]", tokens: Tokens) -> list[Weighed]:
    """Those of ``mentions`` that a document in sight of the holder of ``tokens`` may be meant by.

    One of which ``MOST_ROWS`` cut off some candidates is left out: what is left of them would look certain.
    """
    rows = list(
        mentions.filter(Q(name__documents__isnull=False) | Q(decision__document__isnull=False))
        .annotate(**{_HOLDS: _status_then()})
        .values(*_OWN, _HOLDS, *(f"{side}{name}" for side in (_BY_NAME, _DECIDED) for name in _DOCUMENT))[:MOST_ROWS]
    )
    found: dict[int, Weighed] = {}
    for row in rows:
        one = found.get(row["pk"])
        if one is None:
            one = found[row["pk"]] = Weighed(
                Mention(**{name: row[name] for name in _OWN if name != "pk"}, pk=row["pk"])
            )
            one.decided = _candidate(row, _DECIDED, tokens)
        if (candidate := _candidate(row, _BY_NAME, tokens)) is not None:
            one.candidates.append(candidate)
    if len(rows) == MOST_ROWS:
        found.pop(rows[-1]["pk"])
    return list(found.values())


def weighed_of(mentions: Sequence[Mention], tokens: Tokens) -> list[Weighed]:
    """The same for mentions that are in no table yet, as of a draft that is previewed; one query."""
    names = {mention.name.key for mention in mentions}
    by_key: dict[str, list[Candidate]] = {}
    rows = CitedName.objects.filter(key__in=names, documents__isnull=False)
    columns = tuple(f"documents__{name}" for name in _DOCUMENT)
    for row in rows.values("key", *columns)[:MOST_ROWS]:
        if (candidate := _candidate(row, "documents__", tokens)) is not None:
            by_key.setdefault(row["key"], []).append(candidate)
    return [Weighed(one, by_key.get(one.name.key, []), _decided(one, tokens)) for one in mentions]


def _decided(mention: Mention, tokens: Tokens) -> Candidate | None:
    document = mention.decision.document if mention.decision is not None else None
    if document is None or not is_open(document) or tokens.restrictions.pages.token(document.path) not in tokens:
        return None
    return Candidate(document.pk, document.symbol, document.name, document.url_path, document.issued_on)


def _status_then() -> Subquery:
    """What each document was on the day of the text."""
    day = OuterRef("text_day")
    periods = StatusPeriod.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gt=day), document=OuterRef("name__documents")
    )
    return Subquery(periods.values("status")[:1])


@dataclass
class _Place:
    """What tells whether a page is open; ``is_open`` asks no more of one."""

    live: bool
    go_live_at: dt.datetime | None
    expire_at: dt.datetime | None


def _candidate(row: dict[str, Any], side: str, tokens: Tokens) -> Candidate | None:
    def said(name: str) -> Any:
        return row[f"{side}{name}"]

    if said("pk") is None:
        return None
    place: Any = _Place(said("live"), said("go_live_at"), said("expire_at"))
    if not is_open(place) or tokens.restrictions.pages.token(said("path")) not in tokens:
        return None
    status = row.get(_HOLDS)
    return Candidate(
        pk=said("pk"),
        symbol=said("symbol"),
        name=f"{said('document_type__name')} {said('symbol')}".strip(),
        url_path=said("url_path"),
        issued_on=said("issued_on"),
        term=said("term__name") or "",
        letters=letters_of(said("number_key")),
        body=said("issuer__name") or "",
        above=said("issuer__parent__name") or "",
        holds=Status(status).holds if status else None,
    )


def letters_of(key: str) -> str:
    """The letters of the body in a number's key.

    >>> letters_of("10|CT|TW"), letters_of("30/2020|NĐ-CP"), letters_of("29/2018|QH14"), letters_of("")
    ('TW', 'CP', '', '')
    """
    _number, _bar, rest = key.partition("|")
    _code, sign, issuer = rest.partition("|" if "|" in rest else "-")
    return issuer if sign else ""


def documents_meant(ones: Iterable[Weighed]) -> Iterator[tuple[Weighed, Candidate]]:
    """Those that surely mean one document, with it."""
    for one in ones:
        if (document := one.resolution.document) is not None:
            yield one, document
