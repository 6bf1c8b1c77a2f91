"""The mapping: which fields an entry has in the index, and what each is for."""

import hashlib
import json
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

from documents.models.status import Status
from search.index.analysis import ANALYSIS, SIMILARITY

STATUSES = tuple(Status.values)
#: The index agrees with the database within a second; no search waits for it.
REFRESH = "500ms"


def _read(analyzer: str, **more: Any) -> dict[str, Any]:
    similarity = "pairs" if analyzer.endswith("pairs") else "syllables"
    return {"type": "text", "analyzer": analyzer, "similarity": similarity, **more}


#: Pairs are never asked for as phrases: no positions.
_WITHOUT_POSITIONS = {"index_options": "freqs"}
#: Read again to mark found words, and never ranked by: the places of words are kept, so that marking a long text does
#: not mean taking it apart once more; lengths are not. The text is kept by itself, so that showing one page of a file
#: does not mean reading all of it.
_MARKED = {"type": "text", "analyzer": "syllables", "index_options": "offsets", "norms": False, "store": True}
#: Compared as a whole. What is longer than Lucene takes would refuse the entry, so where a value only narrows, it is
#: left out; where it decides who may see the entry it must not be.
_VALUE = {"type": "keyword", "ignore_above": 256}

#: How deep sections may lie; root and site are none.
SECTION_DEPTHS = range(3, 11)


def section_field(depth: int) -> str:
    """The field for sections so deep, inside ``sections``."""
    return f"depth_{depth}"


PROPERTIES: dict[str, Any] = {
    # All words of the entry in one field, so that a query's words need not stand in the same part of it, and so that
    # how rare a word is does not depend on the part. It is read from the database at every rebuild, and not kept here.
    "words": _read(
        "syllables",
        fields={
            "accented": _read("accented"),
            "pairs": _read("pairs", **_WITHOUT_POSITIONS),
            "accented_pairs": _read("accented_pairs", **_WITHOUT_POSITIONS),
        },
    ),
    # What an entry is called says more of what it is about than its text: pairs of the title count once more. Both
    # readings of syllables serve a search in titles alone.
    "title": _read(
        "syllables",
        index_options="offsets",
        store=True,
        fields={"accented": _read("accented"), "pairs": _read("pairs", **_WITHOUT_POSITIONS)},
    ),
    # For showing alone, with the found words marked.
    "summary": _MARKED,
    "body": _MARKED,
    # A page of a file is a document inside the entry's, so that a result can say which page it is on.
    "passages": {
        "type": "nested",
        "properties": {
            "file": {"type": "keyword", "index": False},
            "name": {"type": "keyword", "index": False},
            "number": {"type": "integer", "index": False},
            "text": _MARKED | {"norms": True, "similarity": "syllables"},
        },
    },
    # The page's number: ends ties, so that pages of results neither repeat nor leave out, and is walked in checks. The
    # document's own ``_id`` cannot be sorted by.
    "key": {"type": "keyword"},
    # Who may see it.
    "token": {"type": "keyword"},
    # Its own path and those of all above it: a section, or what was closed a moment ago, is one term for all below.
    "ancestors": {"type": "keyword", "doc_values": False},
    # The path above it at each depth, for counting: one value of one field for each entry, where a list of all of them
    # would be looked through for those of one depth. Its own would be one more value for each page there is.
    "sections": {"properties": {section_field(depth): {"type": "keyword"} for depth in SECTION_DEPTHS}},
    # Compared with the clock in the query: nothing has to run at the minute.
    "go_live_at": {"type": "date"},
    "expire_at": {"type": "date"},
    "date": {"type": "date", "format": "strict_date"},
    # Letters, since numbers are counted more slowly.
    "year": _VALUE,
    "kind": _VALUE,
    "document_type": _VALUE,
    "issuer": _VALUE,
    "fields": _VALUE,
    # Every key by which the entry's own document is asked for, and those of the documents that it names: one term each,
    # so that 10-CT/TW is not three words.
    "numbers": _VALUE,
    "cited": _VALUE,
    # The spans of days with each status: what holds is a question of the day that is asked about. One field for each
    # status, since spans of one field cannot be told apart.
    "statuses": {"properties": {status: {"type": "date_range", "format": "strict_date"} for status in STATUSES}},
    # Of two records with one number the more cited comes first; sorting by what is read most.
    "citations": {"type": "integer", "index": False},
    "popularity": {"type": "float", "index": False},
    # The same for stories that are told twice: one of them is shown.
    "story": {"type": "keyword"},
}


def definition(*, refresh: bool = True) -> dict[str, Any]:
    """The body with which an index is created; without ``refresh`` it is searched only once it was asked to be."""
    return {
        "settings": {
            "number_of_shards": settings.ELASTICSEARCH_SHARDS,
            "number_of_replicas": settings.ELASTICSEARCH_REPLICAS,
            "refresh_interval": REFRESH if refresh else "-1",
            "analysis": ANALYSIS,
            "similarity": SIMILARITY,
            # A law of a thousand pages, each a document inside the entry's.
            "mapping.nested_objects.limit": 20_000,
            # Of a longer text the first part is marked. An answer must not fail for one text.
            "highlight.max_analyzed_offset": 10_000_000,
        },
        "mappings": {
            "dynamic": "strict",
            # What was sent is in the database, from which an index is made anew. What is shown is kept field by field.
            "_source": {"enabled": False},
            "_meta": {"definition": fingerprint()},
            "properties": PROPERTIES,
        },
    }


def is_as_defined(server: Elasticsearch, index: str) -> bool:
    """Whether what stands behind this name was made by the definition of today. Else a rebuild is due."""
    found = server.indices.get_mapping(index=index, filter_path="*.mappings._meta").body.values()
    return bool(found) and all(one["mappings"]["_meta"].get("definition") == fingerprint() for one in found)


def fingerprint() -> str:
    """Changes whenever entries have to be indexed anew because the definition is another."""
    told = json.dumps([PROPERTIES, ANALYSIS, SIMILARITY], sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
