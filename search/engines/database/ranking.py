"""The order of the candidates: the same readings and weights as on Elasticsearch, computed here.

BM25 over folded words and pairs (``search.query.weights``), for that reading of the query which fits best, with what
the database engine adds because it ranks few: words of the title count once more, newer entries a little more, what
binds nobody any more much less. The accented readings are compared in the texts of the very first only. What the query
names by number counts in steps (``search.engines.database.naming``).
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from search.contract import Facet
from search.engines.database.asking import Asked, Reading
from search.engines.database.facets import Values, combinations
from search.engines.database.frequency import Frequencies
from search.engines.database.naming import Naming
from search.engines.database.storage import as_set
from search.engines.database.tokens import Lines
from search.engines.database.writing import page_at
from search.language.words import canonical, words_of
from search.models import SearchRow, StoredEntry
from search.query.validity import ENDED
from search.query.weights import ASKING, weights_for

#: So many candidates are read and ranked; those behind them stay as they came.
MOST_RANKED = 200
MOST_ACCENTED = 30
_ACCENTED_LETTERS = 8_000
_K1, _B, _B_PAIRS = 0.5, 0.45, 0.6
_TITLE_WORDS, _WHOLE_TITLE = 0.5, 0.5
_NEWNESS, _ENDED = 0.15, 0.3


@dataclass(frozen=True, slots=True)
class Ranked:
    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be shown. ``text`` are all its words that are ranked, between spaces, a line for each part."""

    place: int
    lines: Lines
    values: Values | None
    popularity: float
    text: str
    length: int

    @property
    def title(self) -> str:
        """What it is called; a document is called by its number, and what it is about is in its abstract."""
        called = f" {self.lines.title} "
        is_document = self.values is not None and self.values.facets.get(Facet.DOCUMENT_TYPE)
        return f"{called}\n {self.lines.summary} " if is_document else called


class Ranking:
    """Scores for one query. ``today`` decides what binds and what is new; readings ``left_out`` count nothing."""

    def __init__(self, asked: Asked, known: Frequencies, today: dt.date, left_out: Collection[str] = ()) -> None:
        self._today = today
        self._naming = Naming(asked, today)
        counts = known.of(asked.placed(asked.tokens))
        weights = {
            token: known.weight(counts[placed])
            for token, placed in zip(asked.tokens, asked.placed(asked.tokens), strict=True)
        }
        self._readings = [_Weighed(reading, weights, left_out) for reading in asked.readings]

    def rank(self, places: Sequence[int]) -> list[Ranked]:
        """``places``, the best first; equal ones as they came."""
        candidates = self._read(places[:MOST_RANKED])
        average = sum(one.length for one in candidates) / len(candidates) if candidates else 1.0
        points = self._naming.points(candidates)
        scored = [Ranked(one.place, self._score(one, average) + points.get(one.place, 0.0)) for one in candidates]
        scored.sort(key=lambda ranked: ranked.score, reverse=True)
        scored[:MOST_ACCENTED] = self._with_accents(scored[:MOST_ACCENTED])
        return scored + [Ranked(place, 0.0) for place in places[MOST_RANKED:]]

    def _read(self, places: Sequence[int]) -> list[Candidate]:
        columns = ("place", "combination_id", "popularity", "words__words")
        rows = {row[0]: row for row in as_set(SearchRow.objects.all(), places).values_list(*columns)}
        values = combinations({row[1] for row in rows.values()})
        return [
            _candidate(place, Lines.read(bytes(row[3]), b""), values.get(row[1]), row[2])
            for place in places
            if (row := rows.get(place)) and row[3] is not None
        ]

    def _score(self, one: Candidate, average: float) -> float:
        length = one.length / average
        score = max((reading.score(one, length) for reading in self._readings), default=0.0)
        if one.values and one.values.status(self._today) in ENDED:
            score *= _ENDED
        return score * (1 + _NEWNESS / (1 + self._age(one))) + 0.01 * min(one.popularity, 1.0)

    def _age(self, one: Candidate) -> float:
        """In years, roughly; what has no year is old."""
        year = one.values.year if one.values else None
        return max(0.0, self._today.year - year) if year else 50.0

    def _with_accents(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """The accented readings are added for those that are read with their marks."""
        if not ranked or not self._readings:
            return list(ranked)
        texts = accented_texts([page_at(one.place) for one in ranked])
        average = sum(text.count(" ") for text in texts.values()) / max(1, len(texts))
        again = [
            Ranked(one.place, one.score + self._accented(texts.get(page_at(one.place), " "), average)) for one in ranked
        ]
        return sorted(again, key=lambda one: one.score, reverse=True)

    def _accented(self, text: str, average: float) -> float:
        length = text.count(" ") / max(1.0, average)
        return max(reading.accented(text, length) for reading in self._readings)


class _Weighed:
    """A reading of the query, with what each word and pair weighs."""

    def __init__(self, reading: Reading, weights: Mapping[str, float], left_out: Collection[str]) -> None:
        self._reading = reading
        self._factors = replace(weights_for(len(reading.telling)), **dict.fromkeys(left_out, 0.0))
        told = {token: ASKING if token in reading.asking else 1.0 for token in (*reading.words, *reading.pairs)}
        self._words = {f" {word} ": weights[word] * told[word] for word in reading.words}
        self._pairs = {f" {pair.replace('_', ' ')} ": weights[pair] * told[pair] for pair in reading.pairs}
        self._together = sum(self._words.values())
        self._whole = f" {' '.join(reading.sequence)} " if len(reading.sequence) > 1 else ""

    def score(self, one: Candidate, length: float) -> float:
        text, title, factors = one.text, one.title, self._factors
        score, of_words, of_pairs = 0.0, 1 - _B + _B * length, 1 - _B_PAIRS + _B_PAIRS * length
        for word, weight in self._words.items():
            times = text.count(word)
            if times:
                score += factors.syllables * weight * _saturated(times, of_words)
                if word in title:
                    score += _TITLE_WORDS * weight
        for pair, weight in self._pairs.items():
            times = text.count(pair)
            if times:
                score += factors.pairs * weight * _saturated(times, of_pairs)
                if pair in title:
                    score += factors.title_pairs * weight
        if self._whole and self._whole in title:
            # More where it is all of the title.
            score += _WHOLE_TITLE * self._together * (0.5 + 0.5 * len(self._whole) / len(title))
        return score

    def accented(self, text: str, length: float) -> float:
        """What the readings with marks count in the canonical forms of a text."""
        forms, factors = self._reading.forms, self._factors
        score, of_words, of_pairs = 0.0, 1 - _B + _B * length, 1 - _B_PAIRS + _B_PAIRS * length
        for word, weight in self._words.items():
            score += factors.accented * weight * _saturated(text.count(f" {forms[word.strip()]} "), of_words)
        for pair, weight in self._pairs.items():
            row = " ".join(forms[word] for word in pair.split())
            score += factors.accented_pairs * weight * _saturated(text.count(f" {row} "), of_pairs)
        return score


def _candidate(place: int, lines: Lines, values: Values | None, popularity: float) -> Candidate:
    text = f" {lines.title} \n {lines.summary} \n {lines.body} "
    return Candidate(place, lines, values, popularity, text, text.count(" ") - 5)


def _saturated(times: int, length: float) -> float:
    """BM25's share of a word that stands so often in a text of that relative length."""
    return times * (_K1 + 1) / (times + _K1 * length)


def accented_texts(pages: Sequence[int]) -> dict[int, str]:
    """The canonical forms of the words with which these entries begin, between spaces."""
    rows = StoredEntry.objects.filter(pk__in=pages).values_list("pk", "title", "summary", "body")
    return {
        pk: f" {' '.join(map(_form, words_of(f'{title} {summary} {body[:_ACCENTED_LETTERS]}')))} "
        for pk, title, summary, body in rows
    }


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    return canonical(word)
