"""The order of the candidates: the same readings and weights as on Elasticsearch, computed here.

BM25 over folded words and pairs (``search.query.weights``), with what the database engine adds because it ranks few:
words of the title count once more, newer entries a little more, what binds nobody any more much less. The accented
readings are compared in the texts of the very first only.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from documents.references import Kind
from search.engines.database.asking import Asked
from search.engines.database.facets import ENDED, Values, combinations
from search.engines.database.frequency import Frequencies
from search.engines.database.storage import as_set
from search.engines.database.tokens import CITED, NUMBER, Lines, key_token
from search.engines.database.writing import page_at
from search.language.words import canonical, words_of
from search.models import SearchRow, StoredEntry
from search.query.weights import ASKING, Weights, weights_for

#: So many candidates are read and ranked; those behind them stay as they came.
MOST_RANKED = 200
MOST_ACCENTED = 30
_ACCENTED_LETTERS = 4_000
_K1, _B = 0.5, 0.45
_TITLE_WORDS, _WHOLE_TITLE = 0.5, 0.5
_NEWNESS, _ENDED = 0.15, 0.3
#: Above all that words can reach: an exact number comes first, the year beside it decides between two.
_NAMED, _NAMED_YEAR, _OF_THE_CENTRE, _NAMES_IT = 1_000.0, 200.0, 20.0, 10.0
_CENTRE = "|tw"


@dataclass(frozen=True, slots=True)
class Ranked:
    place: int
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    lines: Lines
    values: Values | None
    popularity: float


class Ranking:
    """Scores for one query. ``today`` decides what binds and what is new; ``weights`` are the query's own, if given."""

    def __init__(self, asked: Asked, known: Frequencies, today: dt.date, weights: Weights | None = None) -> None:
        self._asked, self._today = asked, today
        self._readings = weights or weights_for(len(asked.telling))
        counts = known.of(asked.placed([*asked.words, *asked.pairs]))
        telling = set(asked.telling)
        self._words = {
            word: known.weight(counts[placed]) * (1.0 if word in telling else ASKING)
            for word, placed in zip(asked.words, asked.placed(asked.words), strict=True)
        }
        self._pairs = {
            pair.replace("_", " "): known.weight(counts[placed])
            for pair, placed in zip(asked.pairs, asked.placed(asked.pairs), strict=True)
        }
        self._together = sum(self._words.values())

    def rank(self, places: Sequence[int]) -> list[Ranked]:
        """``places``, the best first; equal ones as they came."""
        candidates = self._read(places[:MOST_RANKED])
        average = sum(map(_length, candidates)) / len(candidates) if candidates else 1.0
        scored = [Ranked(one.place, self._score(one, average)) for one in candidates]
        scored.sort(key=lambda ranked: ranked.score, reverse=True)
        scored[:MOST_ACCENTED] = self._with_accents(scored[:MOST_ACCENTED])
        return scored + [Ranked(place, 0.0) for place in places[MOST_RANKED:]]

    def _read(self, places: Sequence[int]) -> list[_Candidate]:
        columns = ("place", "combination_id", "popularity", "words__words")
        rows = {row[0]: row for row in as_set(SearchRow.objects.all(), places).values_list(*columns)}
        values = combinations({row[1] for row in rows.values()})
        return [
            _Candidate(place, Lines.read(bytes(row[3]), b""), values.get(row[1]), row[2])
            for place in places
            if (row := rows.get(place)) and row[3] is not None
        ]

    def _score(self, one: _Candidate, average: float) -> float:
        title = f" {one.lines.title} "
        text = f" {one.lines.title} \n {one.lines.summary} \n {one.lines.body} "
        length = 1 - _B + _B * _length(one) / average
        weights = self._readings
        words = sum(weight * _saturated(text.count(f" {word} "), length) for word, weight in self._words.items())
        score = (weights.syllables + weights.accented) * words
        for pair, weight in self._pairs.items():
            score += weights.pairs * weight * _saturated(text.count(f" {pair} "), length)
            if f" {pair} " in title:
                score += weights.title_pairs * weight
        score += _TITLE_WORDS * sum(weight for word, weight in self._words.items() if f" {word} " in title)
        if len(self._asked.sequence) > 1 and f" {' '.join(self._asked.sequence)} " in title:
            score += _WHOLE_TITLE * self._together
        if one.values and one.values.status(self._today) in ENDED:
            score *= _ENDED
        return score * (1 + _NEWNESS / (1 + self._age(one))) + 0.01 * min(one.popularity, 1.0) + self._named(one)

    def _age(self, one: _Candidate) -> float:
        """In years, roughly; what has no year is old."""
        year = one.values.year if one.values else None
        return max(0.0, self._today.year - year) if year else 50.0

    def _named(self, one: _Candidate) -> float:
        """What it counts that the query names the document, or a document that its texts name."""
        if not self._asked.keys:
            return 0.0
        keys = one.lines.keys.split()
        if any(key_token(NUMBER, key) in keys for key in self._asked.keys):
            if self._is_superseded(one):
                return 0.0
            of_year = one.values is not None and one.values.year in self._asked.years
            centre = any(key.startswith(NUMBER) and key.endswith(_CENTRE) for key in keys)
            first = _NAMED if self._asked.named else _NAMES_IT
            return first + _NAMED_YEAR * of_year + _OF_THE_CENTRE * centre
        return _NAMES_IT * any(key_token(CITED, key) in keys for key in self._asked.cited)

    def _is_superseded(self, one: _Candidate) -> bool:
        """It was named by type and number only, beside words, and binds nobody any more: then the words decide."""
        ended = one.values is not None and one.values.status(self._today) in ENDED
        named = self._asked.named
        return bool(ended and self._asked.words and named and named.kind is Kind.NAMED)

    def _with_accents(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Half of the words' score belongs to those who have them with the query's marks, too."""
        if not ranked or self._together <= 0:
            return list(ranked)
        texts = accented_texts([page_at(one.place) for one in ranked])
        asked = self._asked.forms
        again = [
            Ranked(one.place, one.score - self._lacking(asked, texts.get(page_at(one.place), frozenset())))
            for one in ranked
        ]
        return sorted(again, key=lambda one: one.score, reverse=True)

    def _lacking(self, asked: Mapping[str, str], forms: frozenset[str]) -> float:
        if not forms:
            return 0.0
        return self._readings.accented * sum(weight for word, weight in self._words.items() if asked[word] not in forms)


def _saturated(times: int, length: float) -> float:
    """BM25's share of a word that stands so often in a text of that relative length."""
    return times * (_K1 + 1) / (times + _K1 * length) if times else 0.0


def _length(one: _Candidate) -> int:
    return one.lines.title.count(" ") + one.lines.summary.count(" ") + one.lines.body.count(" ") + 1


def accented_texts(pages: Sequence[int]) -> dict[int, frozenset[str]]:
    """The canonical forms of the words with which these entries begin."""
    rows = StoredEntry.objects.filter(pk__in=pages).values_list("pk", "title", "summary", "body")
    return {
        pk: frozenset(map(_form, words_of(f"{title} {summary} {body[:_ACCENTED_LETTERS]}")))
        for pk, title, summary, body in rows
    }


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    return canonical(word)
