"""The words of a query as a query of Elasticsearch."""

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.query.understanding import Understood
from search.query.weights import ASKING, weights_for


def words_query(query: Understood) -> Query:
    """Ranks entries by the words of ``query``, or of that reading of it which fits an entry best."""
    if not query.readings:
        return _ranked(query)
    return Q("dis_max", queries=list(map(_ranked, (query, *query.readings))))


def _ranked(query: Understood) -> Query:
    """See ``search.query.weights``.

    Words that ask are clauses of their own with less weight. In the readings of pairs such a clause reaches one word
    into its neighbours: the pair across the border is asked, too.
    """
    weights = weights_for(query.telling)
    readings = [("words", weights.syllables, 0, False), ("words.accented", weights.accented, 0, True)]
    readings += [("words.pairs", weights.pairs, 1, False), ("words.accented_pairs", weights.accented_pairs, 1, True)]
    readings += [("title.pairs", weights.title_pairs, 1, False)]
    clauses = [
        Q("match", **{field: {"query": " ".join(words), "boost": round(weight * (ASKING if run.asks else 1), 4)}})
        for field, weight, overlap, with_marks in readings
        for run in query.runs(overlap=overlap)
        if len(words := run.restored if with_marks else run.words) > overlap and weight > 0.001
    ]
    return Q("bool", should=clauses, minimum_should_match=1)
