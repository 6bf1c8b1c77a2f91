"""What is found, and in which order: documents named by number first, then words."""

from typing import Any

from documents import citations
from search.contract import SearchRequest
from search.engines.elastic.filters import Clause, has_status
from search.engines.elastic.words import required_words, words_query
from search.language.words import is_marked
from search.query.numbers import Named
from search.query.understanding import Understood

#: Steps between kinds of answers, far above any score of words (a query of eighty words stays below 500): the document
#: with the very number, the one of the body that is likeliest meant, others with that number, texts that cite it. The
#: smaller ones are added for what else was typed of the document.
_EXACTLY = 8_000
_LIKELY = 2_000
_BY_NUMBER = 4_000
_CITING = 1_000
_YEAR, _TERM, _DATE, _BODY = 1_500, 1_500, 1_800, 500
#: Times the logarithm of how often a document is cited: a thousand times is 30.
_CITED_FACTOR = 10
#: In a sentence a number puts forward what it names, and no more.
_IN_SENTENCE = 0.002
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
    scale = 1.0 if query.is_short else _IN_SENTENCE

    def counts(clause: Clause, points: float) -> Clause:
        return {"constant_score": {"filter": clause, "boost": points * scale}}

    own: Clause = {"term": {"numbers": named.key}}
    likely: Clause = {"term": {"numbers": named.likely_key}}
    if not named.is_exact and query.beside_names.words:
        # Type and number beside words: one that no longer holds is found by its words.
        own, likely = _while_it_holds(own, request), _while_it_holds(likely, request)
    ranking = [counts({"term": {"cited": named.key}}, _CITING)]
    if named.is_exact:
        ranking.append(counts(own, _EXACTLY))
    else:
        ranking += [counts(own, _BY_NUMBER), counts(likely, _LIKELY)]
    for told, points in _told_besides(named):
        ranking.append(counts({"bool": {"filter": [own, told]}}, points))
    often: dict[str, Any] = {"field": "citations", "modifier": "log1p", "factor": 1, "missing": 0}
    ranking.append(
        {
            "function_score": {
                "query": {"constant_score": {"filter": own, "boost": 1}},
                "field_value_factor": often,
                "boost_mode": "replace",
                "boost": _CITED_FACTOR * scale,
            }
        }
    )
    return ranking


def _while_it_holds(clause: Clause, request: SearchRequest) -> Clause:
    return {"bool": {"filter": [clause], "must_not": [has_status(_EXPIRED, request.today)]}}


def _told_besides(named: Named) -> list[tuple[Clause, float]]:
    told: list[tuple[Clause, float]] = []
    if named.date:
        told.append(({"term": {"date": named.date}}, _DATE))
    elif named.year:
        told.append(({"term": {"year": named.year}}, _YEAR))
    if named.term:
        told.append(({"match_phrase": {"words": citations.term(named.term)}}, _TERM))
    if named.body:
        told.append(({"match_phrase": {"words": named.body}}, _BODY))
    return told


def _phrase(phrase: str, request: SearchRequest) -> Clause:
    """As it stands; with its marks, when it was typed with any."""
    return {"match_phrase": {_field(request, with_marks=is_marked(phrase)): phrase}}


def _word(word: str, request: SearchRequest) -> Clause:
    return {"match_phrase": {_field(request, with_marks=is_marked(word)): word}}


def _field(request: SearchRequest, *, with_marks: bool) -> str:
    return ("title" if request.title_only else "words") + (".accented" if with_marks else "")
