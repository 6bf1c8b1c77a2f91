"""The whole index anew, while the old one is searched.

1. An index is made under the next number, and named by an alias of its own: from now on changes go to both.
2. All rows are sent, in the order of their numbers, in bounded memory, unrefreshed and without replicas.
3. Database and new index are compared, entry by entry, and what differs is put right (``checking``).
4. The alias that is searched moves to the new index in one step; older indices are removed.

Killed anywhere, the next call goes on with the index that was begun, and sends only what it lacks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk

from search.index.checking import differences, put_right
from search.index.definition import REFRESH, definition, fingerprint
from search.index.names import alias, all_indices, behind, building_alias, next_name
from search.index.writing import (
    ROWS_AT_ONCE,
    Action,
    IndexUnavailable,
    Sent,
    index_action,
    note_answer,
    note_indexed,
    patient_client,
    read_rows,
    unavailable_if_it_fails,
)
from search.models import StoredEntry

_THREADS = 2
_CHUNK = 200
#: Of one request. A few of them wait in memory while the server works.
_MOST_BYTES = 2_000_000
_NOTED_AT_ONCE = 500
#: In the end the two may still differ by what is being saved just then; so often they are compared once more.
_ROUNDS = 5

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Rebuilt:
    """``sent`` entries were put into ``index``; ``present`` ones an earlier attempt had put there."""

    index: str
    sent: int
    present: int
    refused: dict[str, str]
    removed: Sequence[str]


def rebuild(progress: Progress = lambda done, of: None, *, afresh: bool = False) -> Rebuilt:
    """Build the index anew and search it from then on; ``afresh`` gives up what an earlier attempt has begun.

    Raises:
        IndexUnavailable: Elasticsearch does not take it now; calling again goes on where it ended.
    """
    with unavailable_if_it_fails():
        server = patient_client()
        index, is_resumed = _begun(server, afresh=afresh)
        sent = Sent()
        present, filled = _fill(server, index, sent, progress, is_resumed=is_resumed)
        server.indices.refresh(index=index)
        server.indices.put_settings(
            index=index,
            settings={"refresh_interval": REFRESH, "number_of_replicas": settings.ELASTICSEARCH_REPLICAS},
        )
        _agree(server, index, sent)
        _swap(server, index)
        return Rebuilt(index, filled, present, sent.refused, prune())


def prune() -> list[str]:
    """Remove the indices that are neither searched nor being built; tells which.

    Raises:
        IndexUnavailable: Elasticsearch does not answer.
    """
    with unavailable_if_it_fails():
        server = patient_client()
        needed = {*behind(server, alias()), *behind(server, building_alias())}
        unneeded = [index for index in all_indices(server) if index not in needed]
        for index in unneeded:
            server.indices.delete(index=index, ignore_unavailable=True)
        return unneeded


def _begun(server: Elasticsearch, *, afresh: bool) -> tuple[str, bool]:
    """The index to fill, and whether an earlier attempt has begun to."""
    for index in behind(server, building_alias()):
        if not afresh and _is_as_defined(server, index):
            return index, True
        server.indices.delete(index=index)
    name = next_name(all_indices(server))
    body = definition(refresh=False)
    body["settings"]["number_of_replicas"] = 0
    server.indices.create(index=name, aliases={building_alias(): {}}, **body)
    return name, False


def _is_as_defined(server: Elasticsearch, index: str) -> bool:
    mapping = server.indices.get_mapping(index=index)[index]["mappings"]
    return bool(mapping.get("_meta", {}).get("definition") == fingerprint())


def _fill(server: Elasticsearch, index: str, sent: Sent, progress: Progress, *, is_resumed: bool) -> tuple[int, int]:
    """Send what the index lacks; tells how much it had, and how much was sent."""
    total, present = StoredEntry.objects.count(), 0

    def actions() -> Iterator[Action]:
        nonlocal present
        for numbers in _numbers():
            if is_resumed:
                lacking = _lacking(server, index, numbers)
                present += len(numbers) - len(lacking)
                numbers = lacking
            for row in read_rows(numbers):
                yield {**index_action(row), "_index": index}

    answers = parallel_bulk(
        server,
        actions(),
        thread_count=_THREADS,
        queue_size=_THREADS,
        chunk_size=_CHUNK,
        max_chunk_bytes=_MOST_BYTES,
        raise_on_error=False,
    )
    failed: list[str] = []
    done_so_far = 0
    for done, answer in answers:
        note_answer(answer, sent, failed, done=done)
        if failed:
            raise IndexUnavailable(failed[0])
        if len(sent.indexed) >= _NOTED_AT_ONCE:
            done_so_far += note_indexed(sent)
            progress(present + done_so_far, total)
    done_so_far += note_indexed(sent)
    progress(present + done_so_far, total)
    return present, done_so_far


def _numbers() -> Iterator[list[int]]:
    """All rows' numbers in their order, so many at a time."""
    last = 0
    while numbers := list(
        StoredEntry.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:ROWS_AT_ONCE]
    ):
        yield numbers
        last = numbers[-1]


def _lacking(server: Elasticsearch, index: str, numbers: list[int]) -> list[int]:
    found = server.mget(index=index, ids=[str(number) for number in numbers], source=False)["docs"]
    there = {int(document["_id"]): document["_version"] for document in found if document.get("found")}
    rows = StoredEntry.objects.filter(pk__in=numbers).values_list("pk", "version")
    return [number for number, version in rows if there.get(number, -1) < version]


def _agree(server: Elasticsearch, index: str, sent: Sent) -> None:
    """Put right what differs, and count. What is refused may lack.

    Raises:
        IndexUnavailable: they do not become equal.
    """
    for _ in range(_ROUNDS):
        found = [one for one in differences(server, index) if one.key not in sent.refused]
        if not found:
            return
        put_right(server, [index], found, sent)
    if [one for one in differences(server, index) if one.key not in sent.refused]:
        raise IndexUnavailable(f"{index} does not come to agree with the database")


def _swap(server: Elasticsearch, index: str) -> None:
    steps: list[dict[str, Any]] = [
        {"remove": {"index": old, "alias": alias()}} for old in behind(server, alias()) if old != index
    ]
    steps.append({"add": {"index": index, "alias": alias()}})
    steps.append({"remove": {"index": index, "alias": building_alias(), "must_exist": False}})
    server.indices.update_aliases(actions=steps)
