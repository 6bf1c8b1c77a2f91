"""The mapping: which fields an entry has in the index, and what each is for."""

from typing import Any

from django.conf import settings

from search.index.analysis import ANALYSIS, SIMILARITY


def _read(analyzer: str, **more: Any) -> dict[str, Any]:
    similarity = "pairs" if analyzer.endswith("pairs") else "syllables"
    return {"type": "text", "analyzer": analyzer, "similarity": similarity, **more}


#: Pairs are never asked for as phrases: no positions.
_WITHOUT_POSITIONS = {"index_options": "freqs"}

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
    # What an entry is called says more of what it is about than its text: pairs of the title count once more.
    "title": _read("syllables", fields={"pairs": _read("pairs", **_WITHOUT_POSITIONS)}),
}


def definition(*, refresh: bool = True) -> dict[str, Any]:
    """The body with which an index is created; without ``refresh`` it is searched only once it was asked to be."""
    return {
        "settings": {
            "number_of_shards": settings.ELASTICSEARCH_SHARDS,
            "number_of_replicas": settings.ELASTICSEARCH_REPLICAS,
            "refresh_interval": "1s" if refresh else "-1",
            "analysis": ANALYSIS,
            "similarity": SIMILARITY,
        },
        "mappings": {"dynamic": "strict", "_source": {"excludes": ["words"]}, "properties": PROPERTIES},
    }
