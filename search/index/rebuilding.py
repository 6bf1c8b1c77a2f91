"""The whole index anew, while the old one is searched.

1. An index is made under the next number, and named by an alias of its own: from now on changes go to both.
2. All rows are sent, in the order of their numbers, in bounded memory, unrefreshed and without replicas.
3. Database and new index are compared, entry by entry, and what differs is put right (``checking``).
4. The alias that is searched moves to the new index in one step; older indices are removed.
5. Elasticsearch goes on merging the new index into few segments by itself: each word of a query is looked up in each.

Killed anywhere, the next call goes on with the index that was begun, and sends only what it lacks.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

from search.index.checking import differences, put_right
from search.index.definition import REFRESH, definition, is_as_defined
from search.index.names import alias, all_indices, behind, building_alias, next_name
from search.index.writing import (
    ROWS_AT_ONCE,
    Action,
    IndexUnavailable,
    Sent,
    answers_to,
    batches,
    index_actions,
    note_answer,
    note_indexed,
    patient_client,
    unavailable_if_it_fails,
)
from search.models import StoredEntry
from search.unmapped import unmapped

_THREADS = 2
#: In the end the two may still differ by what is being saved just then; so often they are compared once more.
_ROUNDS = 5
#: Few, and still some that the threads of one search can share.
_SEGMENTS = 4

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
    with unavailable_if_it_fails(), unmapped():
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
        removed = prune()
        server.indices.forcemerge(index=index, max_num_segments=_SEGMENTS, wait_for_completion=False)
        return Rebuilt(index, filled, present, sent.refused, removed)


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
        if not afresh and is_as_defined(server, index):
            return index, True
        server.indices.delete(index=index)
    name = next_name(all_indices(server))
    body = definition(refresh=False)
    body["settings"]["number_of_replicas"] = 0
    server.indices.create(index=name, aliases={building_alias(): {}}, **body)
    return name, False


def _fill(server: Elasticsearch, index: str, sent: Sent, progress: Progress, *, is_resumed: bool) -> tuple[int, int]:
    """Send what the index lacks; tells how much it had, and how much was sent."""
    total, present = StoredEntry.objects.count(), 0

    def lacking() -> Iterator[Action]:
        nonlocal present
        for numbers in _numbers():
            wanted = _lacking(server, index, numbers) if is_resumed else numbers
            present += len(numbers) - len(wanted)
            yield from index_actions(wanted)

    done = 0
    for answers in _sent_side_by_side(server, index, batches(lacking())):
        some, failed = Sent(refused=sent.refused), list[str]()
        for answer in answers:
            note_answer(answer, some, failed)
        if failed:
            raise IndexUnavailable(failed[0])
        note_indexed(some.indexed)
        done += len(some.indexed)
        progress(present + done, total)
    return present, done


def _sent_side_by_side(
    server: Elasticsearch, index: str, lists: Iterable[list[Action]]
) -> Iterator[list[Mapping[str, Any]]]:
    """The answers to each list, in order. While some threads send and wait, this one reads rows: the database is asked
    by no other.
    """
    waiting: deque[Future[list[Mapping[str, Any]]]] = deque()
    with ThreadPoolExecutor(_THREADS, "bulk") as threads:
        for actions in lists:
            waiting.append(threads.submit(answers_to, server, index, actions))
            if len(waiting) > _THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


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
