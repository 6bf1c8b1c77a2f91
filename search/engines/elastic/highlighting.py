"""Where the words stand that were found: in title and summary, in the text, on the page of a file.

Elasticsearch marks words of the folded reading, so it also marks ``bán`` for ``bạn``; a mark stays only where the word
in the text can be what was typed. Marks are places in plain text: nothing here is HTML.
"""

import re
from itertools import compress
from typing import Any

from search.contract import SearchRequest, Snippet
from search.engines.elastic.filters import Clause
from search.query.marking import Meant, phrases_of, telling_words
from search.query.understanding import Understood

#: Two characters that no text has: they are for private use, and texts are cleaned of them.
OPEN, CLOSE = "\ue000", "\ue001"
#: About two lines of a result.
SNIPPET_LETTERS = 220
PASSAGES = "pages"

_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def highlighting(request: SearchRequest) -> Clause:
    """What to mark in the entry itself."""
    whole = {"number_of_fragments": 0}
    piece = {"number_of_fragments": 1, "fragment_size": SNIPPET_LETTERS, "no_match_size": SNIPPET_LETTERS}
    wanted = {"title": whole, "summary": whole, "body": piece}
    return {
        **_tags(),
        "fields": {field: {**how, "highlight_query": _what(field, request.query)} for field, how in wanted.items()},
    }


def passages(request: SearchRequest) -> Clause:
    """Looks inside the hits for the page of a file that has most of the words.

    The entry has the words of its files among its own already, so this neither finds nor ranks anything.
    """
    field = "passages.text"
    return {
        "nested": {
            "path": "passages",
            "query": _what(field, request.query, most=True),
            "score_mode": "none",
            "inner_hits": {
                "name": PASSAGES,
                "size": 1,
                "_source": False,
                "docvalue_fields": ["passages.file", "passages.name", "passages.number"],
                "highlight": {
                    **_tags(),
                    "fields": {field: {"number_of_fragments": 1, "fragment_size": SNIPPET_LETTERS}},
                },
            },
        }
    }


def _tags() -> Clause:
    return {"type": "unified", "order": "score", "pre_tags": [OPEN], "post_tags": [CLOSE]}


def _what(field: str, query: Understood, *, most: bool = False) -> Clause:
    """The words of the query, its phrases, and the numbers of documents as they were typed."""
    clauses: list[Clause] = [{"match_phrase": {field: number}} for number in phrases_of(query)]
    clauses += [{"match_phrase": {field: phrase}} for phrase in query.typed.phrases]
    for telling in filter(None, map(telling_words, (query.beside_names, *query.readings))):
        words: dict[str, Any] = {"query": " ".join(telling)}
        if most:
            words["minimum_should_match"] = "2<70%"
        clauses.append({"match": {field: words}})
    return {"bool": {"should": clauses, "minimum_should_match": 1}} if clauses else {"match_none": {}}


def snippet_of(marked: str, meant: Meant) -> Snippet:
    """The text without the signs, and the places of the words that are ``meant``."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = done = 0
    for found in _MARKED.finditer(marked):
        before, word = marked[done : found.start()], found[1]
        start = length + len(before)
        places.append((start, start + len(word)))
        pieces += [before, word]
        length = start + len(word)
        done = found.end()
    pieces.append(marked[done:])
    text = "".join(pieces)
    chosen = meant.chosen([text[start:end] for start, end in places])
    return Snippet(text, tuple(compress(places, chosen)))
