"""Database and index side by side: every entry by its key, its version, and by who may see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import F
from elasticsearch import Elasticsearch

from search.index.definition import is_as_defined
from search.index.names import alias, behind, building_alias
from search.index.writing import (
    IndexUnavailable,
    Sent,
    batches,
    carry_out,
    delete_action,
    index_actions,
    patient_client,
    unavailable_if_it_fails,
)
from search.models import StoredEntry

_AT_ONCE = 1_000
_PATIENCE = "2m"


class Kind(StrEnum):
    MISSING = "missing"
    """In the database alone."""
    OLD = "old"
    """The index has an older version."""
    LEFT = "left"
    """In the index alone."""
    TOKEN = "token"  # noqa: S105  # who may see it, no secret
    """Shown to others than it should be."""


@dataclass(frozen=True, slots=True)
class Difference:
    key: str
    kind: Kind
    version: int
    """Of the row; of the document where there is no row."""


@dataclass(frozen=True)
class Checked:
    """How many differ, and how many of them were put right."""

    found: Sequence[Difference]
    fixed: int = 0


@dataclass(frozen=True)
class IndexStatus:
    """``waiting`` rows are newer than what the index is known to have. ``is_outdated``: a rebuild is due."""

    searched: str
    building: str
    rows: int
    documents: int
    waiting: int
    is_outdated: bool


def check(*, fix: bool = False) -> Checked:
    """Compare with what is searched now; ``fix`` sends what differs.

    Raises:
        IndexUnavailable: there is no index, or it does not answer.
    """
    with unavailable_if_it_fails():
        server = patient_client()
        indices = behind(server, alias())
        if not indices:
            raise IndexUnavailable("there is no index yet")
        found = list(differences(server, indices[0]))
        if not fix or not found:
            return Checked(found)
        put_right(server, indices, found, Sent())
        left = {one.key for one in differences(server, indices[0])}
        return Checked(found, sum(one.key not in left for one in found))


def status() -> IndexStatus:
    """What is there, in few words.

    Raises:
        IndexUnavailable: Elasticsearch does not answer.
    """
    with unavailable_if_it_fails():
        server = patient_client()
        searched, building = behind(server, alias()), behind(server, building_alias())
        rows = StoredEntry.objects.all()
        return IndexStatus(
            searched=", ".join(searched),
            building=", ".join(building),
            rows=rows.count(),
            # Pages of files are documents of their own to Elasticsearch, and none to us.
            documents=server.count(index=alias())["count"] if searched else 0,
            waiting=rows.exclude(indexed_version__gte=F("version")).count(),
            is_outdated=bool(searched) and not is_as_defined(server, alias()),
        )


def differences(server: Elasticsearch, index: str) -> Iterator[Difference]:
    """Every entry in which ``index`` is not as the database is, in bounded memory."""
    server.indices.refresh(index=index)
    yield from _of_rows(server, index)
    yield from _left(server, index)


def put_right(server: Elasticsearch, targets: Sequence[str], found: Sequence[Difference], sent: Sent) -> None:
    """Send what differs, as it stands now."""
    there: set[str] = set()
    for batch in batches(index_actions([int(one.key) for one in found])):
        there |= {action["_id"] for action in batch}
        carry_out(server, targets, batch, sent)
    left = [delete_action(one.key, one.version) for one in found if one.key not in there]
    carry_out(server, targets, left, sent)


def _of_rows(server: Elasticsearch, index: str) -> Iterator[Difference]:
    last = 0
    while rows := list(
        StoredEntry.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "version", "token")[:_AT_ONCE]
    ):
        last = rows[-1][0]
        documents = _documents(server, index, [str(row[0]) for row in rows])
        for number, version, token in rows:
            there = documents.get(str(number))
            if there is None:
                yield Difference(str(number), Kind.MISSING, version)
            elif there[0] < version:
                yield Difference(str(number), Kind.OLD, version)
            elif there[1] != token:
                yield Difference(str(number), Kind.TOKEN, version)


def _documents(server: Elasticsearch, index: str, keys: list[str]) -> dict[str, tuple[int, str]]:
    """Version and token by key."""
    answer = server.search(
        index=index, query={"ids": {"values": keys}}, size=len(keys), version=True, docvalue_fields=[{"field": "token"}]
    )
    return {hit["_id"]: (hit["_version"], hit["fields"]["token"][0]) for hit in answer["hits"]["hits"]}


def _left(server: Elasticsearch, index: str) -> Iterator[Difference]:
    """Documents whose row is gone: the index as it stood at one moment is walked in its own order."""
    moment = server.open_point_in_time(index=index, keep_alive=_PATIENCE)["id"]
    try:
        after: list[Any] | None = None
        while True:
            answer = server.search(
                pit={"id": moment, "keep_alive": _PATIENCE},
                size=_AT_ONCE,
                sort="_shard_doc:asc",
                version=True,
                track_total_hits=False,
                search_after=after,
            )
            hits = answer["hits"]["hits"]
            if not hits:
                return
            keys = [int(hit["_id"]) for hit in hits]
            rows = set(StoredEntry.objects.filter(pk__in=keys).values_list("pk", flat=True))
            for hit in hits:
                if int(hit["_id"]) not in rows:
                    yield Difference(hit["_id"], Kind.LEFT, hit["_version"])
            after = hits[-1]["sort"]
    finally:
        server.close_point_in_time(id=moment)
