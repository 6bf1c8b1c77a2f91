"""Names for the clauses of a request to Elasticsearch, so that its answer tells what each of them counted.

The request is built as for visitors and then read: what is told is what was sent, however it is built.
"""

import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from search.engines.elastic.ranking import HAS_ENDED, IS_AS_ASKED, weighed
from search.explore.contract import Part

Clause = dict[str, Any]

_BY_FIELD = {
    "accented_pairs": Part.ACCENTED_PAIRS,
    "pairs": Part.PAIRS,
    "accented": Part.ACCENTED,
}
_SIGN = "|"


def with_names(body: Clause) -> Clause:
    """``body`` with a name for each clause that counts."""
    named: Clause = copy.deepcopy(body)
    for place, clause in enumerate(named["query"]["bool"].get("should", [])):
        _name(clause, f"{place}", reading=0)
    return named


def parts_of(matched: Mapping[str, float], score: float) -> dict[Part, float]:
    """The parts of ``score`` by what the named clauses counted; what none of them did is ``REST``.

    A query in other words counts by the reading that fits best, so only that one's clauses are told.
    """
    parts: defaultdict[Part, float] = defaultdict(float)
    readings: defaultdict[int, defaultdict[Part, float]] = defaultdict(lambda: defaultdict(float))
    for name, points in matched.items():
        if name in (HAS_ENDED, IS_AS_ASKED):
            continue
        part, reading, _place = name.split(_SIGN)
        if reading:
            readings[int(reading)][Part(part)] += points
        else:
            parts[Part(part)] += points
    words: Mapping[Part, float] = max(readings.values(), key=lambda reading: sum(reading.values()), default={})
    for part, points in words.items():
        parts[part] += points
    whole = sum(parts.values())
    if loss := weighed(whole, matched) - whole:
        parts[Part.EXPIRED] = loss
    rest = score - sum(parts.values())
    if abs(rest) > 0.01 + abs(score) * 1e-6:  # scores are numbers of seven digits
        parts[Part.REST] = rest
    return dict(parts)


def _name(clause: Clause, place: str, *, reading: int) -> None:
    kind, inside = next(iter(clause.items()))
    if kind == "dis_max":
        for number, one in enumerate(inside["queries"]):
            _name(one, place, reading=number)
    elif kind == "bool":
        for number, one in enumerate(inside.get("should", [])):
            _name(one, f"{place}.{number}", reading=reading)
    elif kind == "match":
        for field, asked in inside.items():
            if isinstance(asked, dict):
                asked["_name"] = _SIGN.join((_part_of_match(field, asked), str(reading), place))
    elif kind in ("constant_score", "function_score"):
        inside["_name"] = _SIGN.join((_part_of_step(kind, inside), "", place))


def _part_of_match(field: str, asked: Mapping[str, Any]) -> Part:
    if "fuzziness" in asked:
        return Part.SLIPS
    if field.startswith("title.") and field.endswith("pairs"):
        return Part.TITLE_PAIRS
    return _BY_FIELD.get(field.partition(".")[2], Part.SYLLABLES)


def _part_of_step(kind: str, inside: Mapping[str, Any]) -> Part:
    if kind == "function_score":
        return Part.OFTEN
    fields = set(_fields_in(inside["filter"]))
    if "key" in fields:
        return Part.PIN
    if "cited" in fields:
        return Part.CITING
    return Part.NUMBER if all(field == "numbers" or field.startswith("statuses") for field in fields) else Part.BESIDE


def _fields_in(clause: Any) -> Iterator[str]:
    """The fields that the terms and phrases in a clause ask of."""
    if isinstance(clause, list):
        for one in clause:
            yield from _fields_in(one)
    elif isinstance(clause, dict):
        for kind, inside in clause.items():
            if kind in ("term", "terms", "match_phrase", "range"):
                yield from inside
            else:
                yield from _fields_in(inside)
