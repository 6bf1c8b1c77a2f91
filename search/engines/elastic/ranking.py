"""What is found, and in which order: documents named by number first, then words."""

from typing import Any

from documents import citations
from search.contract import SearchRequest
from search.engines.elastic.filters import Clause, has_status
from search.engines.elastic.words import required_words, words_query
from search.language.words import is_marked
from search.query import steps
from search.query.numbers import Named
from search.query.understanding import Understood

#: What no longer holds counts this much for words: what replaced it has much the same words.
EXPIRED_FACTOR = 0.7
_EXPIRED = "expired"


def found_by(request: SearchRequest) -> tuple[list[Clause], list[Clause], list[Clause]]:
    """The clauses that an entry must satisfy, those that rank it, and those that it must not satisfy."""
    query = request.query
    rest = query.beside_names
    must = [_phrase(phrase, request) for phrase in query.typed.phrases]
    must_not = [_word(word, request) for word in query.typed.excluded]
    ranking: list[Clause] = []
    ways: list[Clause] = []
    if rest.words:
        ranking.append(_words(rest, request))
        ways.append(required_words(rest, title_only=request.title_only))
    for named in query.named:
        ranking += _named(named, query, request)
        ways.append(_naming(named))
    if ways:
        must.append(ways[0] if len(ways) == 1 else {"bool": {"should": ways, "minimum_should_match": 1}})
    elif not must:
        must.append({"match_none": {}})
    return must, ranking, must_not


def _words(query: Understood, request: SearchRequest) -> Clause:
    positive = words_query(query, title_only=request.title_only).to_dict()
    expired = has_status(_EXPIRED, request.today)
    return {"boosting": {"positive": positive, "negative": expired, "negative_boost": EXPIRED_FACTOR}}


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
    return {"bool": {"filter": [clause], "must_not": [has_status(_EXPIRED, request.today)]}}


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
