"""The words of a query as a query of Elasticsearch."""

from collections.abc import Sequence
from typing import Any

from elasticsearch.dsl import Q

from search.query.understanding import Understood
from search.query.weights import ASKING, FEW, MOST_WORDS_REQUIRED, Weights, weights_for

#: One letter more, less, other or swapped in words of three to five letters, two in longer ones; the first letter is
#: right. Of the many words that are so near only the commonest are tried.
_SLIPS: dict[str, Any] = {"fuzziness": "AUTO:3,6", "prefix_length": 1, "max_expansions": 20}
#: What counts less is not asked.
_LEAST_WEIGHT = 0.001

Clause = dict[str, Any]
Reading = tuple[str, float, int, bool]


def words_query(query: Understood, *, title_only: bool = False) -> list[Clause]:
    """Rank entries by the words of ``query``, or of that reading of it which fits an entry best.

    Each word and pair is a clause of its own, none inside another: so Lucene passes over most entries that have only
    common words, and asks of the rest only what may still bring them among the best.
    """
    if not query.readings:
        return _ranked(query, title_only=title_only)
    each = [_ranked(one, title_only=title_only) for one in (query, *query.readings)]
    return [Q("dis_max", queries=[Q("bool", should=clauses, minimum_should_match=1) for clauses in each]).to_dict()]


def _ranked(query: Understood, *, title_only: bool) -> list[Clause]:
    """See ``search.query.weights``.

    Words that ask have less weight. In the readings of pairs they reach one word into their neighbours: the pair across
    the border is asked, too.
    """
    weights = weights_for(query.telling)
    clauses = [
        {"match": {field: {"query": word, "boost": round(weight * (ASKING if run.asks else 1), 4)}}}
        for field, weight, overlap, with_marks in (_of_titles(weights) if title_only else _of_all(weights))
        if weight > _LEAST_WEIGHT
        for run in query.runs(overlap=overlap)
        for word in _rows(run.restored if with_marks else run.words, overlap + 1)
    ]
    if query.is_short:
        field = _field(title_only=title_only)
        clauses += [
            {"match": {field: {"query": word, "boost": weights.syllables, **_SLIPS}}} for word in _strange(query)
        ]
    return clauses


def _rows(words: Sequence[str], length: int) -> list[str]:
    """Each word, or each row of so many."""
    return [" ".join(words[place : place + length]) for place in range(len(words) - length + 1)]


def is_any_enough(query: Understood) -> bool:
    """Whether what ``words_query`` ranks is just what ``required_words`` lets pass: one of the words is enough."""
    return all(_any_will_do(one) and not (one.is_short and any(one.strange)) for one in (query, *query.readings))


def required_words(query: Understood, *, title_only: bool = False) -> dict[str, Any]:
    """What an entry must have of the words to count as found: of those of the query, or of one of its readings."""
    if not query.readings:
        return _required(query, title_only=title_only)
    each = [_required(one, title_only=title_only) for one in (query, *query.readings)]
    return {"bool": {"should": each, "minimum_should_match": 1}}


def _required(query: Understood, *, title_only: bool) -> dict[str, Any]:
    """What an entry must have of these words.

    All of up to three, two thirds of up to six. So a number of results says how much there is on something, and not how
    many texts have its commonest word. Of a sentence and of a question any word will do: what is meant may be told in
    other words. A word that no text may have decides nothing.
    """
    field = _field(title_only=title_only)
    telling = _telling(query)
    strange = _strange(query)
    familiar = [word for word in telling if word not in strange]
    if _any_will_do(query):
        return {"match": {field: {"query": " ".join(query.words)}}}
    clauses: list[dict[str, Any]] = [{"match": {field: {"query": word}}} for word in familiar or telling]
    if not familiar:
        clauses += [{"match": {field: {"query": word, **_SLIPS}}} for word in telling]
    needed = len(familiar) if len(familiar) <= FEW else (2 * len(familiar) + 1) // 3
    return {"bool": {"should": clauses, "minimum_should_match": max(needed, 1)}}


def _any_will_do(query: Understood) -> bool:
    telling, strange = _telling(query), _strange(query)
    familiar = sum(word not in strange for word in telling)
    return query.is_question or familiar > MOST_WORDS_REQUIRED or not telling


def _telling(query: Understood) -> list[str]:
    return list(dict.fromkeys(word for word, asks in zip(query.words, query.asks, strict=True) if not asks))


def _of_all(weights: Weights) -> list[Reading]:
    return [
        ("words", weights.syllables, 0, False),
        ("words.accented", weights.accented, 0, True),
        ("words.pairs", weights.pairs, 1, False),
        ("words.accented_pairs", weights.accented_pairs, 1, True),
        ("title.pairs", weights.title_pairs, 1, False),
    ]


def _of_titles(weights: Weights) -> list[Reading]:
    return [
        ("title", weights.syllables, 0, False),
        ("title.accented", weights.accented, 0, True),
        ("title.pairs", weights.pairs, 1, False),
    ]


def _strange(query: Understood) -> list[str]:
    return [word for word, strange in zip(query.words, query.strange, strict=False) if strange]


def _field(*, title_only: bool) -> str:
    return "title" if title_only else "words"
