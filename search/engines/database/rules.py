"""What staff decide of results (``search.rules``): pins are among what is found, and before all else.

They are looked up behind the same filters as all that is found: whoever may not see a pin has none.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from search.contract import SearchRequest
from search.engines.database import storage
from search.engines.database.asking import Asked
from search.engines.database.candidates import Found
from search.engines.database.ranking import Ranked
from search.engines.database.storage import Wanted

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from search.models import SearchRow


def without_excluded(rows: "QuerySet[SearchRow]", request: SearchRequest) -> "QuerySet[SearchRow]":
    """``rows`` that staff let this query find."""
    return rows.exclude(page__in=_numbers(request.excluded)) if request.excluded else rows


def pins_among(rows: "QuerySet[SearchRow]", request: SearchRequest, asked: Asked) -> list[int]:
    """The places of the pins in ``rows``, in their order, without those that have an excluded word."""
    if not request.pinned:
        return []
    numbers = _numbers(request.pinned)
    by_page = dict(rows.filter(page__in=numbers).values_list("page_id", "place"))
    places = [by_page[number] for number in numbers if number in by_page]
    if places and asked.excluded:
        words = Wanted(tuple((token,) for token in asked.placed(asked.excluded)))
        unwanted = storage.matching(storage.as_set(rows, places), words)
        gone = set(unwanted.values_list("place", flat=True))
        places = [place for place in places if place not in gone]
    return places


def with_pins(found: Found, pins: Sequence[int]) -> Found:
    """What was found, and the pins."""
    if not pins:
        return found
    if found.wanted:
        return replace(found, wanted=replace(found.wanted, pinned=tuple(pins)))
    return replace(found, places=list(dict.fromkeys([*pins, *found.places])))


def pins_first(ranked: Sequence[Ranked], pins: Sequence[int]) -> list[Ranked]:
    """``ranked`` with the pins at their places."""
    if not pins:
        return list(ranked)
    at = {place: number for number, place in enumerate(pins)}
    return sorted(ranked, key=lambda one: at.get(one.place, len(at)))


def _numbers(keys: Sequence[str]) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdigit()]
