"""The database engine tells how it came to its results.

What a reading counts is the difference that it makes: candidates are ranked once more without it, then without the
next as well. So parts always add up to the score, however it is computed.
"""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from django.utils.translation import pgettext

from search.contract import SearchRequest
from search.engines.database import narrowing, phrases, rules, stories
from search.engines.database.asking import Asked, asked_by
from search.engines.database.candidates import find
from search.engines.database.engine import MOST_COMPARED, DatabaseEngine
from search.engines.database.frequency import Frequencies
from search.engines.database.ranking import Ranking
from search.engines.database.writing import page_at
from search.explore.contract import SHOWN, Analysed, Explained, Part, Placed, Scored
from search.models import SearchRow

#: Readings in the order in which they are left out, each with the weight that is then nothing.
_READINGS = (
    (Part.ACCENTED_PAIRS, "accented_pairs"),
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
        order = rules.pins_first(Ranking(ranked.asked, ranked.known, request.today).rank(ranked.places), ranked.pins)
        places = {str(page_at(one.place)): one.place for one in order}
        if key not in places:
            return Placed(is_found=_finds(key, request))
        shown = [str(page_at(one.place)) for one in stories.told_once(order, lambda one: one.place)]
        if key in shown:
            return Placed(is_found=True, rank=shown.index(key) + 1)
        return Placed(is_found=True, told_by=_teller(key, shown, places))

    def analyses(self, request: SearchRequest) -> Sequence[Analysed]:
        asked = asked_by(request, rules.without_excluded(narrowing.findable(request), request))
        return [
            Analysed(pgettext("tokens", "Words"), _all(reading.words for reading in asked.readings)),
            Analysed(
                pgettext("tokens", "Words that say what it is about"),
                _all(reading.telling for reading in asked.readings),
            ),
            Analysed(pgettext("tokens", "Pairs"), _all(reading.pairs for reading in asked.readings)),
            Analysed(pgettext("tokens", "Numbers"), _all(asked.references())),
        ]


def _all(several: Iterable[Sequence[str]]) -> list[str]:
    """Tokens of all readings, each once."""
    return list(dict.fromkeys(token for tokens in several for token in tokens))


def _teller(key: str, shown: Sequence[str], places: Mapping[str, int]) -> str:
    """The shown page that tells the story of ``key``."""
    stories_at = dict(SearchRow.objects.filter(place__in=places.values()).values_list("place", "story"))
    same = stories_at.get(places[key])
    return next((one for one in shown if stories_at.get(places[one]) == same), "")


def _finds(key: str, request: SearchRequest) -> bool:
    """Whether the entry is among what was found, though not among what is ranked."""
    rows = rules.without_excluded(narrowing.findable(request), request)
    found, _likeliest = find(asked_by(request, rows), rows, rows, Frequencies())
    return found.within(rows).filter(page_id=int(key)).exists()


def _ranked(request: SearchRequest) -> _Ranked | None:
    """What the engine ranks for ``request``, which is narrowed by no facet."""
    known = Frequencies()
    rows = rules.without_excluded(narrowing.findable(request), request)
    asked = asked_by(request, rows)
    if not asked:
        return None
    _found, likeliest = find(asked, rows, rows, known)
    kept = phrases.compared(likeliest[:MOST_COMPARED], asked, phrases.marked(request.query))
    pins = rules.pins_among(rows, request, asked)
    return _Ranked(asked, known, pins, list(dict.fromkeys([*pins, *(likeliest if kept is None else kept)])))


def _parts(ranked: _Ranked, request: SearchRequest) -> dict[str, dict[Part, float]]:
    """By key: what the number counts, then each reading; the rest are words of the title, newness, validity."""

    def scores(asked: Asked, left_out: Collection[str]) -> dict[str, float]:
        order = Ranking(asked, ranked.known, request.today, left_out).rank(ranked.places)
        return {str(page_at(one.place)): one.score for one in order}

    before = scores(ranked.asked, ())
    parts: dict[str, dict[Part, float]] = {key: {} for key in before}
    without_number = replace(ranked.asked, named=())
    left_out = accumulate(([name] for _part, name in _READINGS), initial=list[str]())
    for part, names in zip((Part.NUMBER, *(part for part, _name in _READINGS)), left_out, strict=True):
        after = scores(without_number, names)
        for key, points in before.items():
            if abs(points - after[key]) > 1e-9:
                parts[key][part] = points - after[key]
        before = after
    for key, points in before.items():
        if abs(points) > 1e-9:
            parts[key][Part.REST] = points
    return parts
