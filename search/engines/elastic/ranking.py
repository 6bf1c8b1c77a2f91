"""What is found, and in which order: documents named by number first, then words."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from documents import citations
from search.contract import SearchRequest
from search.engines.elastic.filters import Clause, has_ended
from search.engines.elastic.rules import in_place, or_pinned, without_excluded
from search.engines.elastic.words import is_any_enough, required_words, words_query
from search.language.words import is_marked
from search.query import steps
from search.query.numbers import Named
from search.query.understanding import Understood

#: What no longer holds counts this much for words: what replaced it has much the same words.
ENDED_FACTOR = 0.7
#: What is noted of a hit: it no longer holds; it is the very document that was asked for, or pinned.
HAS_ENDED, IS_AS_ASKED = "ended", "as asked"


@dataclass(frozen=True)
class Found:
    """``required`` clauses hold of what is found, ``forbidden`` ones do not; ``ranking`` orders it.

    ``is_ranked_alone``: nothing is ranked that is not required as well, so ``required`` need not be asked beside it.
    """

    required: Sequence[Clause]
    ranking: Sequence[Clause]
    forbidden: Sequence[Clause]
    is_ranked_alone: bool = False


def found_by(request: SearchRequest) -> Found:
    """What the query asks of an entry, and what it counts for."""
    query = request.query
    rest = query.beside_names
    required = [_phrase(phrase, request) for phrase in query.typed.phrases]
    forbidden = [_word(word, request) for word in query.typed.excluded]
    ranking: list[Clause] = []
    ways: list[Clause] = []
    if rest.words:
        ranking += words_query(rest, title_only=request.title_only)
        ways.append(required_words(rest, title_only=request.title_only))
    for named in query.named:
        ranking += _named(named, query, request)
        ways.append(_naming(named))
    is_ranked_alone = bool(rest.words) and not required and rest is query and is_any_enough(rest)
    if ways:
        required.append(ways[0] if len(ways) == 1 else {"bool": {"should": ways, "minimum_should_match": 1}})
    elif not required:
        required.append({"match_none": {}})
    ranking += in_place(request)
    forbidden += without_excluded(request)
    return Found(or_pinned(required, request), ranking, forbidden, is_ranked_alone)


def noted(request: SearchRequest) -> list[Clause]:
    """Clauses that note of the hits what ``weighed`` reads, and neither narrow nor rank."""
    notes = [has_ended(request.today, name=HAS_ENDED)]
    notes += [
        {"term": {"numbers": {"value": named.key, "_name": IS_AS_ASKED}}}
        for named in request.query.named
        if named.is_exact
    ]
    if request.placed:
        notes.append({"terms": {"key": list(request.placed), "_name": IS_AS_ASKED}})
    return notes


def weighed(score: float, notes: Container[str]) -> float:
    """The score of a hit with these notes.

    What no longer holds stands below what replaced it, unless it is the very document that was asked for, or pinned.
    Told of the hits of one page alone: a factor inside the query would have every entry scored that has one of the
    words.
    """
    return score * ENDED_FACTOR if HAS_ENDED in notes and IS_AS_ASKED not in notes else score


def _naming(named: Named) -> Clause:
    """Entries of the document itself and those that cite it."""
    terms: list[Clause] = [{"term": {"numbers": named.key}}, {"term": {"cited": named.key}}]
    return {"bool": {"should": terms, "minimum_should_match": 1}}


def _named(named: Named, query: Understood, request: SearchRequest) -> list[Clause]:
    scale = 1.0 if query.is_short else steps.IN_SENTENCE

    def counts(clause: Clause, points: float) -> Clause:
        return {"constant_score": {"filter": clause, "boost": points * scale}}

    own: Clause = {"term": {"numbers": named.key}}
    likely: Clause = {"term": {"numbers": named.likely_key}}
    if not named.is_exact and query.beside_names.words:
        # Type and number beside words: one that no longer holds is found by its words.
        own, likely = _while_it_holds(own, request), _while_it_holds(likely, request)
    ranking = [counts({"term": {"cited": named.key}}, steps.CITING)]
    if named.is_exact:
        ranking.append(counts(own, steps.EXACTLY))
    else:
        ranking += [counts(own, steps.BY_NUMBER), counts(likely, steps.LIKELY)]
    for told, points in _told_besides(named):
        ranking.append(counts({"bool": {"filter": [own, told]}}, points))
    often: dict[str, Any] = {"field": "citations", "modifier": "log1p", "factor": 1, "missing": 0}
    ranking.append(
        {
            "function_score": {
                "query": {"constant_score": {"filter": own, "boost": 1}},
                "field_value_factor": often,
                "boost_mode": "replace",
                "boost": steps.CITED_FACTOR * scale,
            }
        }
    )
    return ranking


def _while_it_holds(clause: Clause, request: SearchRequest) -> Clause:
    return {"bool": {"filter": [clause], "must_not": [has_ended(request.today)]}}


def _told_besides(named: Named) -> list[tuple[Clause, float]]:
    told: list[tuple[Clause, float]] = []
    if named.date:
        told.append(({"term": {"date": named.date}}, steps.DATE))
    elif named.year:
        told.append(({"term": {"year": named.year}}, steps.YEAR))
    if named.term:
        told.append(({"match_phrase": {"words": citations.term(named.term)}}, steps.TERM))
    if named.body:
        told.append(({"match_phrase": {"words": named.body}}, steps.BODY))
    return told


def _phrase(phrase: str, request: SearchRequest) -> Clause:
    """As it stands; with its marks, when it was typed with any."""
    return {"match_phrase": {_field(request, with_marks=is_marked(phrase)): phrase}}


def _word(word: str, request: SearchRequest) -> Clause:
    return {"match_phrase": {_field(request, with_marks=is_marked(word)): word}}


def _field(request: SearchRequest, *, with_marks: bool) -> str:
    return ("title" if request.title_only else "words") + (".accented" if with_marks else "")
