"""The words of a query as a query of Elasticsearch."""

from typing import Any

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.query.understanding import Understood
from search.query.weights import ASKING, Weights, weights_for

#: Of so many words that tell what a query is about most must be in an entry; of more any may be.
MOST_WORDS_REQUIRED = 6
#: One letter more, less, other or swapped in words of three to five letters, two in longer ones; the first letter is
#: right. Of the many words that are so near only the commonest are tried.
_SLIPS: dict[str, Any] = {"fuzziness": "AUTO:3,6", "prefix_length": 1, "max_expansions": 20}

Reading = tuple[str, float, int, bool]


def words_query(query: Understood, *, title_only: bool = False) -> Query:
    """Ranks entries by the words of ``query``, or of that reading of it which fits an entry best."""
    if not query.readings:
        return _ranked(query, title_only=title_only)
    return Q("dis_max", queries=[_ranked(one, title_only=title_only) for one in (query, *query.readings)])


def _ranked(query: Understood, *, title_only: bool) -> Query:
    """See ``search.query.weights``.

    Words that ask are clauses of their own with less weight. In the readings of pairs such a clause reaches one word
    into its neighbours: the pair across the border is asked, too.
    """
    weights = weights_for(query.telling)
    readings = _of_titles(weights) if title_only else _of_all(weights)
    clauses = [
        Q("match", **{field: {"query": " ".join(words), "boost": round(weight * (ASKING if run.asks else 1), 4)}})
        for field, weight, overlap, with_marks in readings
        for run in query.runs(overlap=overlap)
        if len(words := run.restored if with_marks else run.words) > overlap and weight > 0.001
    ]
    if query.is_short:
        field = _field(title_only=title_only)
        clauses += [
            Q("match", **{field: {"query": word, "boost": weights.syllables, **_SLIPS}}) for word in _strange(query)
        ]
    return Q("bool", should=clauses, minimum_should_match=1)


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
    telling = list(dict.fromkeys(word for word, asks in zip(query.words, query.asks, strict=True) if not asks))
    strange = _strange(query)
    familiar = [word for word in telling if word not in strange]
    if query.is_question or len(familiar) > MOST_WORDS_REQUIRED or not telling:
        return {"match": {field: {"query": " ".join(query.words)}}}
    clauses: list[dict[str, Any]] = [{"match": {field: {"query": word}}} for word in familiar or telling]
    if not familiar:
        clauses += [{"match": {field: {"query": word, **_SLIPS}}} for word in telling]
    needed = len(familiar) if len(familiar) <= 3 else (2 * len(familiar) + 1) // 3
    return {"bool": {"should": clauses, "minimum_should_match": max(needed, 1)}}


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
