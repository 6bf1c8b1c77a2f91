"""The database engine tells how it came to its results.

What a reading counts is the difference that it makes: candidates are ranked once more without it, then without the
next as well. So parts always add up to the score, however it is computed.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import pgettext

from search.contract import SearchRequest
from search.engines.database import narrowing, phrases, rules
from search.engines.database.asking import Asked, asked_by
from search.engines.database.candidates import find
from search.engines.database.engine import MOST_COMPARED, DatabaseEngine
from search.engines.database.frequency import Frequencies
from search.engines.database.ranking import Ranking
from search.engines.database.writing import page_at
from search.explore.contract import SHOWN, Analysed, Explained, Part, Placed, Scored
from search.query.weights import Weights, weights_for

#: Readings in the order in which they are left out, each with the weight that is then nothing.
_READINGS = (
    (Part.ACCENTED, "accented"),
    (Part.PAIRS, "pairs"),
    (Part.TITLE_PAIRS, "title_pairs"),
    (Part.SYLLABLES, "syllables"),
)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The places in their order, and what ranking them needs."""

    asked: Asked
    known: Frequencies
    pins: Sequence[int]
    places: Sequence[int]


class DatabaseExplainer:
    """Asks the engine itself, and ranks what it found again."""

    def explain(self, request: SearchRequest) -> Explained:
        began = time.perf_counter()
        results = DatabaseEngine().search(request)
        answered = time.perf_counter()
        ranked = _ranked(request)
        parts = _parts(ranked, request) if ranked else {}
        scored = [Scored(hit, parts.get(hit.key, {})) for hit in results.hits[:SHOWN]]
        times = ((pgettext("time of a search", "Database engine"), (answered - began) * 1000),)
        return Explained(DatabaseEngine.name, results.total, results.is_at_least, scored, times)

    def place_of(self, key: str, request: SearchRequest) -> Placed:
        ranked = _ranked(request)
        if ranked is None:
            return Placed(is_found=False)
        order = Ranking(ranked.asked, ranked.known, request.today).rank(ranked.places)
        keys = [str(page_at(one.place)) for one in rules.pins_first(order, ranked.pins)]
        if key in keys:
            return Placed(is_found=True, rank=keys.index(key) + 1)
        return Placed(is_found=_finds(key, request))

    def analyses(self, request: SearchRequest) -> Sequence[Analysed]:
        asked = asked_by(request)
        return [
            Analysed(pgettext("tokens", "Words"), asked.words),
            Analysed(pgettext("tokens", "Words that say what it is about"), asked.telling),
            Analysed(pgettext("tokens", "Pairs"), asked.pairs),
            Analysed(pgettext("tokens", "Numbers"), (*asked.keys, *asked.cited)),
        ]


def _finds(key: str, request: SearchRequest) -> bool:
    """Whether the entry is among what was found, though not among what is ranked."""
    asked = asked_by(request)
    rows = rules.without_excluded(narrowing.findable(request), request)
    found, _likeliest = find(asked, rows, rows, Frequencies())
    return found.within(rows).filter(page_id=int(key)).exists()


def _ranked(request: SearchRequest) -> _Ranked | None:
    """What the engine ranks for ``request``, which is narrowed by no facet."""
    asked = asked_by(request)
    if not asked:
        return None
    known = Frequencies()
    rows = rules.without_excluded(narrowing.findable(request), request)
    _found, likeliest = find(asked, rows, rows, known)
    kept = phrases.compared(likeliest[:MOST_COMPARED], asked, phrases.marked(request.query))
    pins = rules.pins_among(rows, request, asked)
    return _Ranked(asked, known, pins, list(dict.fromkeys([*pins, *(likeliest if kept is None else kept)])))


def _parts(ranked: _Ranked, request: SearchRequest) -> dict[str, dict[Part, float]]:
    """By key: what the number counts, then each reading; the rest are words of the title, newness, validity."""

    def scores(asked: Asked, weights: Weights) -> dict[str, float]:
        order = Ranking(asked, ranked.known, request.today, weights).rank(ranked.places)
        return {str(page_at(one.place)): one.score for one in order}

    weights = weights_for(len(ranked.asked.telling))
    before = scores(ranked.asked, weights)
    parts: dict[str, dict[Part, float]] = {key: {} for key in before}
    without_number = replace(ranked.asked, keys=(), cited=(), named=None)
    steps = [(Part.NUMBER, without_number, weights)]
    for part, name in _READINGS:
        weights = replace(weights, **{name: 0.0})
        steps.append((part, without_number, weights))
    for part, asked, left in steps:
        after = scores(asked, left)
        for key, points in before.items():
            if abs(points - after[key]) > 1e-9:
                parts[key][part] = points - after[key]
        before = after
    for key, points in before.items():
        if abs(points) > 1e-9:
            parts[key][Part.REST] = points
    return parts
