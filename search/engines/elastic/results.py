"""Elasticsearch's answer as results."""

from collections.abc import Mapping, Sequence
from typing import Any

from search.contract import Hit, Order, SearchRequest, SearchResults, Snippet
from search.engines.elastic.facets import counted
from search.engines.elastic.highlighting import PASSAGES, snippet_of
from search.engines.elastic.ranking import weighed
from search.engines.elastic.requests import BEFORE, shown_of
from search.query.marking import Meant

NAME = "elasticsearch"


def results_of(
    found: Mapping[str, Any], counts: Mapping[str, Any], request: SearchRequest, milliseconds: float
) -> SearchResults:
    """Read the answers to ``search_body`` and ``counting_body``."""
    meant = Meant(request.query)
    total = counts["hits"]["total"]
    return SearchResults(
        hits=[_hit(hit, score, meant) for hit, score in shown_on_page(found["hits"]["hits"], request)],
        total=total["value"],
        is_at_least=total["relation"] != "eq",
        facets=counted(counts["aggregations"]),
        engine=NAME,
        milliseconds=milliseconds,
    )


def shown_on_page(hits: Sequence[Mapping[str, Any]], request: SearchRequest) -> list[tuple[Mapping[str, Any], float]]:
    """The hits of the page with their scores, each story told once, and not at all if it was just before the page."""
    before = min(BEFORE, shown_of(request)[0])
    seen: set[str] = set()
    kept = []
    for place, hit in enumerate(hits):
        story = hit["fields"]["story"][0]
        if story not in seen and place >= before:
            kept.append((hit, weighed(hit.get("_score") or 0.0, hit.get("matched_queries", ()))))
        seen.add(story)
    if request.order is Order.RELEVANCE:
        kept.sort(key=lambda one: -one[1])  # what was equal stays in its order
    return kept


def _hit(hit: Mapping[str, Any], score: float, meant: Meant) -> Hit:
    marked = hit.get("highlight", {})
    kept = hit.get("fields", {})

    def read(field: str) -> Snippet:
        return snippet_of(next(iter(marked.get(field) or kept.get(field) or ("",))), meant)

    snippets = [read("summary"), read("body")]
    best = max(snippets, key=_words_marked)  # the first of those that are as good
    if not best.text:
        best = max(snippets, key=lambda snippet: len(snippet.text))
    page = _page(hit, meant)
    title = read("title")
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
