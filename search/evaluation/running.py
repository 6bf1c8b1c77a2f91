"""A corpus in an index of its own, asked each query as the site would ask it."""

import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.helpers import parallel_bulk

from portal.access.restrictions import Restrictions
from portal.access.tokens import Tokens
from search.contract import SearchRequest
from search.engines.elastic.client import BULK_TIMEOUT_SECONDS
from search.engines.elastic.requests import ranking_body
from search.entries import Entry
from search.evaluation.judged import JudgedQuery
from search.index.definition import definition
from search.index.documents import document_of
from search.language.statistics import Learner, SyllableStatistics
from search.query.understanding import Understood, understand

DEPTH = 100
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """The keys of the first ``DEPTH`` entries for one query, and how long it took from text to keys."""

    query: JudgedQuery
    ranking: Sequence[str]
    milliseconds: float


@contextmanager
def throw_away_index(client: Elasticsearch, entries: Iterable[Entry]) -> Iterator[tuple[str, SyllableStatistics]]:
    """An index with the production definition that holds ``entries``, and what its texts teach; gone afterwards."""
    name = f"{settings.ELASTICSEARCH_PREFIX}-evaluation-{uuid.uuid4().hex[:12]}"
    loader = client.options(request_timeout=BULK_TIMEOUT_SECONDS)
    loader.indices.create(index=name, **definition(refresh=False))
    try:
        learner = Learner()
        for _done in parallel_bulk(loader, _actions(name, entries, learner), thread_count=2, chunk_size=_CHUNK):
            pass
        loader.indices.refresh(index=name)
        yield name, learner.statistics()
    finally:
        loader.indices.delete(index=name, ignore_unavailable=True)


def _actions(index: str, entries: Iterable[Entry], learner: Learner) -> Iterator[dict[str, object]]:
    for entry in entries:
        learner.read(entry.words)
        yield {"_index": index, "_id": entry.key, "_source": document_of(entry)}


def answers(
    client: Elasticsearch, index: str, queries: Iterable[JudgedQuery], known: SyllableStatistics
) -> Iterator[Answer]:
    """Ask one query after the other, each as a visitor's request; nothing is counted or marked."""
    patient = client.options(request_timeout=BULK_TIMEOUT_SECONDS)
    for query in queries:
        began = time.perf_counter()
        body = ranking_body(by_anybody(understand(query.text, known)))
        found = patient.search(index=index, size=DEPTH, **body)
        milliseconds = (time.perf_counter() - began) * 1000
        yield Answer(query, [hit["_id"] for hit in found["hits"]["hits"]], milliseconds)


def by_anybody(query: Understood) -> SearchRequest:
    """What a visitor asks who is not signed in, now."""
    now = timezone.now()
    return SearchRequest(query, Tokens(restrictions=Restrictions.from_rows([])), now, timezone.localdate(now))
