"""The mentions of a page with the documents that bear their numbers, in one query, as far as a reader may see these."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, JSONField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import JSONArray

from documents.mentions.resolution import NOTHING, Candidate, Resolution, resolve
from documents.models import CitedName, Mention, OfficialDocument, StatusPeriod
from documents.models.mention_querysets import that_fit, that_fit_the_day
from documents.models.status import Status
from portal.access.tokens import Tokens, is_open, may_open

#: So many that fit are told of one mention. Who has more to choose from is led to the register's page for the number.
MOST_FITTING = 20
#: Rows of a preview.
MOST_ROWS = 5000
_OWN = (
    "pk", "position", "line", "start", "end", "text", "before", "after", "kind", "issuer", "day", "year", "term",
    "body", "place", "is_supported", "text_day", "decision_id", "name_id", "page_id",
)  # fmt: skip
_TOLD = (
    "pk", "url_path", "symbol", "issued_on", "number_key", "term__name", "issuer__name", "issuer__parent__name",
    "document_type__name",
)  # fmt: skip
_PLACE = ("path", "live", "go_live_at", "expire_at")
_DECIDED = "decision__document__"


@dataclass
class Weighed:
    """A mention and what it may mean. ``decided``: the document that a person chose, if this reader may see it.

    ``are_all``: no more documents fit than ``candidates``.
    """

    mention: Mention
    candidates: list[Candidate] = field(default_factory=list)
    decided: Candidate | None = None
    are_all: bool = True

    @property
    def resolution(self) -> Resolution:
        if self.mention.decision_id is not None:
            return Resolution(self.decided) if self.decided is not None else NOTHING
        return resolve(self.mention, self.candidates, self.mention.text_day, are_all=self.are_all)


def weighed_in(page_id: int, tokens: Tokens) -> list[Weighed]:
    """The stored mentions of a page that some document may be meant by, in order; one query."""
    return weighed(Mention.objects.filter(page=page_id).order_by("position", "pk"), tokens)


def weighed(mentions: "QuerySet[Mention]", tokens: Tokens) -> list[Weighed]:
    """Those of ``mentions`` that a document in sight of the holder of ``tokens`` may be meant by; one query.

    The database leaves out what a mention contradicts and tells of the rest some, so what a mention costs does not
    grow with the number of documents that bear its number.
    """
    documents = OfficialDocument.objects.visible_to(tokens)
    rows = mentions.annotate(
        of_the_day=_Listed(_told(that_fit_the_day(documents))), fitting=_Listed(_told(that_fit(documents)))
    ).values(*_OWN, "of_the_day", "fitting", *(f"{_DECIDED}{name}" for name in (*_TOLD, *_PLACE)))
    found = (_weighed(row, tokens) for row in rows)
    return [one for one in found if one.candidates or one.decided is not None]


def _weighed(row: dict[str, Any], tokens: Tokens) -> Weighed:
    told = row["of_the_day"] or row["fitting"] or []
    return Weighed(
        Mention(**{name: row[name] for name in _OWN}),
        [_candidate(dict(zip((*_TOLD, "status"), values, strict=True))) for values in told[:MOST_FITTING]],
        _seen({name: row[f"{_DECIDED}{name}"] for name in (*_TOLD, *_PLACE)}, tokens),
        len(told) <= MOST_FITTING,
    )


class _Listed(Subquery):
    """The rows of a query, of which each is one JSON array, as an array of arrays."""

    template = "(SELECT json_group_array(json(each_row.told)) FROM (%(subquery)s) each_row)"
    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "(SELECT jsonb_agg(each_row.told) FROM (%(subquery)s) each_row)"
        return self.as_sql(compiler, connection, template=template, **extra)


def _told(fitting: "QuerySet[Any]") -> "QuerySet[Any]":
    """What is told of each, and what its status was on the day of the text; one more than ``MOST_FITTING``."""
    day = OuterRef(OuterRef("text_day"))
    periods = StatusPeriod.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gt=day), document=OuterRef("pk")
    )
    told = fitting.annotate(told=JSONArray(*_TOLD, Subquery(periods.values("status")[:1])))
    return told.order_by("pk").values("told")[: MOST_FITTING + 1]


def weighed_of(mentions: Sequence[Mention], tokens: Tokens) -> list[Weighed]:
    """The same for mentions that are in no table yet, as of a draft that is previewed; one query.

    Of numbers that are always said with a day only the documents of these days are asked for. What ``MOST_ROWS`` cut
    off is left without links: what is left of it would look certain.
    """
    days = {mention.day for mention in mentions if mention.day}
    names = {mention.name.key for mention in mentions}
    without_day = {mention.name.key for mention in mentions if mention.day is None}
    rows = list(
        CitedName.objects.filter(
            Q(documents__issued_on=None) | Q(documents__issued_on__in=days) | Q(key__in=without_day),
            key__in=names,
            documents__isnull=False,
        )
        .order_by(*([Case(When(key__in=without_day, then=1), default=0)] if without_day else []), "key")
        .values("key", *(f"documents__{name}" for name in (*_TOLD, *_PLACE)))[:MOST_ROWS]
    )
    cut = {rows[-1]["key"]} if len(rows) == MOST_ROWS else set()
    by_key: dict[str, list[Candidate]] = {}
    for row in rows:
        said = {name: row[f"documents__{name}"] for name in (*_TOLD, *_PLACE)}
        if row["key"] not in cut and (candidate := _seen(said, tokens)) is not None:
            by_key.setdefault(row["key"], []).append(candidate)
    return [Weighed(one, by_key.get(one.name.key, []), _decided(one, tokens)) for one in mentions]


def _decided(mention: Mention, tokens: Tokens) -> Candidate | None:
    document = mention.decision.document if mention.decision is not None else None
    if document is None or not may_open(document, tokens):
        return None
    return Candidate(document.pk, document.symbol, document.name, document.url_path, document.issued_on)


@dataclass
class _Place:
    """What tells whether a page is open; ``is_open`` asks no more of one."""

    live: bool
    go_live_at: dt.datetime | None
    expire_at: dt.datetime | None


def _seen(said: dict[str, Any], tokens: Tokens) -> Candidate | None:
    """The document, if there is one and the holder of ``tokens`` may see it."""
    if said["pk"] is None:
        return None
    place: Any = _Place(said["live"], said["go_live_at"], said["expire_at"])
    is_seen = is_open(place) and tokens.restrictions.pages.token(said["path"]) in tokens
    return _candidate(said) if is_seen else None


def _candidate(said: dict[str, Any]) -> Candidate:
    status, day = said.get("status"), said["issued_on"]
    return Candidate(
        pk=said["pk"],
        symbol=said["symbol"],
        name=f"{said['document_type__name']} {said['symbol']}".strip(),
        url_path=said["url_path"],
        issued_on=dt.date.fromisoformat(day) if isinstance(day, str) else day,
        term=said["term__name"] or "",
        letters=letters_of(said["number_key"]),
        body=said["issuer__name"] or "",
        above=said["issuer__parent__name"] or "",
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
