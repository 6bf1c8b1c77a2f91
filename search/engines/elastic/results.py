"""Elasticsearch's answer as results."""

from collections.abc import Mapping
from typing import Any

from search.contract import Hit, SearchRequest, SearchResults, Snippet
from search.engines.elastic.facets import counted
from search.engines.elastic.highlighting import PASSAGES, snippet_of
from search.query.marking import Meant

NAME = "elasticsearch"


def results_of(answer: Mapping[str, Any], request: SearchRequest, milliseconds: float) -> SearchResults:
    """Read the answer to ``search_body(request)``."""
    meant = Meant(request.query)
    total = answer["hits"]["total"]
    return SearchResults(
        hits=[_hit(hit, meant) for hit in answer["hits"]["hits"]],
        total=total["value"],
        is_at_least=total["relation"] != "eq",
        facets=counted(answer["aggregations"]),
        engine=NAME,
        milliseconds=milliseconds,
    )


def _hit(hit: Mapping[str, Any], meant: Meant) -> Hit:
    marked = hit.get("highlight", {})
    kept = hit.get("fields", {})

    def read(field: str) -> Snippet:
        return snippet_of(next(iter(marked.get(field) or kept.get(field) or ("",))), meant)

    snippets = [read("summary"), read("body")]
    best = max(snippets, key=_words_marked)  # the first of those that are as good
    if not best.text:
        best = max(snippets, key=lambda snippet: len(snippet.text))
    page = _page(hit, meant)
    title, score = read("title"), hit.get("_score") or 0.0
    if page is not None and _words_marked(page[0]) > _words_marked(best):
        return Hit(hit["_id"], score, title, page[0], file=page[1], file_page=page[2])
    return Hit(hit["_id"], score, title, best)


def _page(hit: Mapping[str, Any], meant: Meant) -> tuple[Snippet, str, int] | None:
    """The best page of a file: its text, the file, the page's number."""
    inside = hit.get("inner_hits", {}).get(PASSAGES, {}).get("hits", {}).get("hits", [])
    if not inside or "highlight" not in inside[0]:
        return None
    texts = inside[0]["highlight"]["passages.text"]
    fields = inside[0]["fields"]
    # Elasticsearch tells the fields of a nested document inside it, or by their whole names.
    told = (
        fields["passages"][0] if "passages" in fields else {k.removeprefix("passages."): v for k, v in fields.items()}
    )
    return snippet_of(texts[0], meant), str(told["file"][0]), int(told["number"][0])


def _words_marked(snippet: Snippet) -> int:
    """How many different words of the query stand in it."""
    return len({snippet.text[start:end].lower() for start, end in snippet.marks})
