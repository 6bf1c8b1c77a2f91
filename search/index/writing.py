"""Giving Elasticsearch what is stored."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from elasticsearch.helpers import BulkIndexError, bulk

from search.engines.elastic.client import BULK_TIMEOUT_SECONDS, client
from search.index.documents import document_of
from search.models import StoredEntry

_CONFLICT = 409


def alias() -> str:
    """Under which name the index is written and searched."""
    return f"{settings.ELASTICSEARCH_PREFIX}-entries"


def send(keys: Iterable[str], *, deleted_at: int) -> None:
    """Index the entries with these keys, remove those that are no more. What the index has newer stays.

    Raises:
        BulkIndexError: something was not taken.
    """
    elastic = client().options(request_timeout=BULK_TIMEOUT_SECONDS)
    _done, errors = bulk(elastic, _actions(list(keys), deleted_at), raise_on_error=False, require_alias=True)
    failed = [error for error in errors if not _is_settled(error)] if isinstance(errors, list) else []
    if failed:
        raise BulkIndexError(f"{len(failed)} entries were not taken", failed)


def _actions(keys: Sequence[str], deleted_at: int) -> Iterator[dict[str, Any]]:
    rows = StoredEntry.objects.filter(pk__in=[int(key) for key in keys]).prefetch_related("passages")
    there = {str(row.pk): row for row in rows}
    for key in keys:
        row = there.get(key)
        common = {"_index": alias(), "_id": key, "version_type": "external_gte"}
        if row is None:
            yield {**common, "_op_type": "delete", "version": deleted_at}
        else:
            yield {**common, "_op_type": "index", "version": row.version, "_source": document_of(row.entry())}


def _is_settled(error: dict[str, Any]) -> bool:
    """The index has something newer, or never had what was to be removed."""
    ((verb, said),) = error.items()
    never_there = verb == "delete" and said.get("result") == "not_found"
    return said.get("status") == _CONFLICT or never_there
