"""What changed, to the index: rows as they stand now, each with its version.

The index keeps the newest version of each entry in whatever order they arrive: sending twice, or late, harms nothing.
While another index is being built, changes go to both.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.db.models import prefetch_related_objects
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.engines.elastic.client import BULK_TIMEOUT_SECONDS, client
from search.index.definition import definition
from search.index.documents import document_of
from search.index.names import alias, all_indices, behind, building_alias, next_name
from search.models import StoredEntry, StoredPassage

logger = logging.getLogger(__name__)

#: Rows, and bytes of their texts, that are held in memory at a time.
ROWS_AT_ONCE = 200
BYTES_AT_ONCE = 2_000_000
_MOST_BYTES = 10_000_000
#: The same version once more is no change, and no conflict either.
VERSIONS = "external_gte"

Action = dict[str, Any]


class IndexUnavailable(Exception):
    """The index takes nothing now; what was to be sent has to be sent again."""


@dataclass
class Sent:
    """What became of entries, by key.

    ``refused`` ones were not taken and never will be as they are; what was there of them is gone.
    """

    indexed: dict[str, int] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def send(keys: Iterable[str], *, deleted_at: int | None = None) -> Sent:
    """Bring the entries with these keys into the index as they are in the database; those that are gone, out of it.

    ``deleted_at`` is the version from which on what is gone is gone: the number of the effect that tells so.

    Raises:
        IndexUnavailable: something could not be sent, for now; sending all of it again is right.
    """
    wanted = list(dict.fromkeys(keys))
    with unavailable_if_it_fails():
        server = patient_client()
        # First where to, then what: a row that is read now has all that was committed before an index was begun.
        targets = targets_of(server)
        sent = Sent()
        for start in range(0, len(wanted), ROWS_AT_ONCE):
            there: set[str] = set()
            some = wanted[start : start + ROWS_AT_ONCE]
            for batch in batches(index_actions([int(key) for key in some])):
                there |= {action["_id"] for action in batch}
                carry_out(server, targets, batch, sent)
            gone = [key for key in some if key not in there]
            carry_out(server, targets, list(_deletions(server, targets, gone, deleted_at)), sent)
        return sent


@contextmanager
def unavailable_if_it_fails() -> Iterator[None]:
    """Whatever the server or the way to it says becomes ``IndexUnavailable``."""
    try:
        yield
    except (TransportError, ApiError) as problem:
        raise IndexUnavailable(f"{type(problem).__name__}: {problem}"[:500]) from problem


def patient_client() -> Elasticsearch:
    """Nobody waits for it but a worker, and what fails comes again by itself."""
    return client().options(request_timeout=BULK_TIMEOUT_SECONDS, max_retries=0)


def targets_of(server: Elasticsearch) -> list[str]:
    """The index that is searched, made if there is none, and the one that is being built, if any."""
    searched = behind(server, alias())
    if not searched:
        searched = [_first_index(server)]
    return sorted({*searched, *behind(server, building_alias())})


def _first_index(server: Elasticsearch) -> str:
    name = next_name(all_indices(server))
    made = server.options(ignore_status=HTTPStatus.BAD_REQUEST).indices.create(
        index=name, aliases={alias(): {"is_write_index": True}}, **definition()
    )
    if made.meta.status != HTTPStatus.OK and not behind(server, alias()):  # else another worker was as quick
        raise IndexUnavailable(str(made.body)[:500])
    return name


def index_actions(numbers: Sequence[int]) -> Iterator[Action]:
    """Those of ``numbers`` that have a row, as they stand now, in order.

    Pages of files are read one document at a time: together they may be more than memory holds.
    """
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        rows = list(StoredEntry.objects.filter(pk__in=numbers[start : start + ROWS_AT_ONCE]).order_by("pk"))
        pages = StoredPassage.objects.filter(entry__in=rows).order_by()
        with_files = set(pages.values_list("entry_id", flat=True).distinct())
        prefetch_related_objects([row for row in rows if row.pk not in with_files], "passages")
        for row in rows:
            if row.pk in with_files:
                prefetch_related_objects([row], "passages")
            yield {
                "_op_type": "index",
                "_id": str(row.pk),
                "_source": document_of(row.entry()),
                "version": row.version,
                "version_type": VERSIONS,
            }


def batches(actions: Iterable[Action]) -> Iterator[list[Action]]:
    """``actions`` in lists of about so many bytes: a letter with marks has several, and most words come twice."""
    batch: list[Action] = []
    size = 0
    for action in actions:
        batch.append(action)
        size += 3 * len(action["_source"]["words"])
        if size > BYTES_AT_ONCE or len(batch) == ROWS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def delete_action(key: str, version: int) -> Action:
    return {"_op_type": "delete", "_id": key, "version": version, "version_type": VERSIONS}


def carry_out(server: Elasticsearch, targets: Sequence[str], actions: Sequence[Action], sent: Sent) -> None:
    """Send ``actions`` to each of ``targets``, note in ``sent`` what became of each, and in the rows what is indexed.

    Raises:
        IndexUnavailable: an index did not take some of them, though not for what they are.
    """
    failed: list[str] = []
    done = Sent(deleted=sent.deleted, refused=sent.refused)
    for target in targets:
        for answer in answers_to(server, target, actions):
            note_answer(answer, done, failed)
    if failed:
        raise IndexUnavailable("; ".join(failed[:3]))
    note_indexed(done.indexed)
    sent.indexed |= done.indexed


def answers_to(server: Elasticsearch, target: str, actions: Iterable[Action]) -> list[Mapping[str, Any]]:
    """Send ``actions`` in as few requests as their size allows.

    Of a document that is refused, the version before is taken out: what it said may have been withdrawn by this one.
    """
    versions: dict[str, int] = {}

    def remembered() -> Iterator[Action]:
        for action in actions:
            versions[action["_id"]] = action["version"]
            yield action

    answers = _in_bulk(server, target, remembered())
    refused = [answer["index"]["_id"] for answer in answers if _is_refused(answer.get("index"))]
    if refused:
        answers += _in_bulk(server, target, [delete_action(key, versions[key]) for key in refused])
    return answers


def _in_bulk(server: Elasticsearch, target: str, actions: Iterable[Action]) -> list[Mapping[str, Any]]:
    addressed = ({**action, "_index": target} for action in actions)
    answers = streaming_bulk(server, addressed, max_chunk_bytes=_MOST_BYTES, raise_on_error=False)
    return [answer for _done, answer in answers]


def _is_refused(told: Mapping[str, Any] | None) -> bool:
    return told is not None and told["status"] == HTTPStatus.BAD_REQUEST


def note_answer(answer: Mapping[str, Any], sent: Sent, failed: list[str]) -> None:
    """What became of one action: a document that is refused for what it is holds up no other."""
    kind, told = next(iter(answer.items()))
    key, status = told["_id"], told["status"]
    is_done = status < HTTPStatus.MULTIPLE_CHOICES
    if is_done or status == HTTPStatus.CONFLICT or (kind == "delete" and status == HTTPStatus.NOT_FOUND):
        if kind == "delete":
            sent.deleted.append(key)
        elif key not in sent.refused:
            # In conflict a newer one is there already: as good as sent.
            sent.indexed[key] = max(told.get("_version", 0), sent.indexed.get(key, 0))
        return
    reason = str(told.get("error", status))[:300]
    if status == HTTPStatus.BAD_REQUEST:  # this document, and it alone, is not as the index can have it
        logger.error("The search index refuses entry %s: %s", key, reason)
        sent.refused[key] = reason
        sent.indexed.pop(key, None)
    else:
        failed.append(f"{key}: {reason}")


def note_indexed(indexed: Mapping[str, int]) -> None:
    """Rows tell which version the index has."""
    rows = [StoredEntry(page_id=int(key), indexed_version=version) for key, version in indexed.items() if version]
    if rows:
        StoredEntry.objects.bulk_update(rows, ["indexed_version"], batch_size=ROWS_AT_ONCE)


def _deletions(
    server: Elasticsearch, targets: Sequence[str], gone: Sequence[str], deleted_at: int | None
) -> Iterator[Action]:
    """Where nobody tells the version, just what stands in the index now is taken out of it, nothing newer.

    Versions are read before the rows are looked for once more: whoever comes back meanwhile stays.
    """
    if deleted_at is not None:
        yield from (delete_action(key, deleted_at) for key in gone)
        return
    found: dict[str, int] = {}
    for target in targets if gone else ():
        for document in server.mget(index=target, ids=list(gone), source=False)["docs"]:
            if document.get("found"):
                found[document["_id"]] = max(document["_version"], found.get(document["_id"], 0))
    back = set(StoredEntry.objects.filter(pk__in=[int(key) for key in found]).values_list("pk", flat=True))
    yield from (delete_action(key, version) for key, version in found.items() if int(key) not in back)
