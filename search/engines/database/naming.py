"""What it counts that a query names an entry's document by number, or one that its texts name.

The same steps as on Elasticsearch (``search.query.steps``). What has ended and was named by type and number only,
beside words, is no better than its words: what replaced it has much the same.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from documents import citations
from search.engines.database.asking import Asked
from search.engines.database.tokens import CITED, NUMBER, folded_words, key_token
from search.engines.database.writing import day_at, page_at
from search.models import StoredEntry
from search.query import steps
from search.query.numbers import Named
from search.query.validity import ENDED

if TYPE_CHECKING:
    from search.engines.database.ranking import Candidate


class Naming:
    """The points for what one query names."""

    def __init__(self, asked: Asked, today: dt.date) -> None:
        self._named, self._today = asked.named, today
        self._scale = 1.0 if asked.is_short else steps.IN_SENTENCE
        self._is_beside_words = bool(asked.readings)

    def points(self, candidates: "Sequence[Candidate]") -> Mapping[int, float]:
        """By place. One query, where a document was named: for how often it is cited."""
        if not self._named:
            return {}
        keys = {one.place: set(one.lines.keys.split()) for one in candidates}
        own = {
            place for place, some in keys.items() if any(key_token(NUMBER, named.key) in some for named in self._named)
        }
        cited = _citations(own)
        return {
            one.place: self._scale * sum(self._for(named, one, keys[one.place], cited) for named in self._named)
            for one in candidates
        }

    def _for(self, named: Named, one: "Candidate", keys: set[str], cited: Mapping[int, int]) -> float:
        points = float(steps.CITING) if key_token(CITED, named.key) in keys else 0.0
        if key_token(NUMBER, named.key) not in keys or self._is_superseded(named, one):
            return points
        if named.is_exact:
            points += steps.EXACTLY
        else:
            points += steps.BY_NUMBER + steps.LIKELY * (key_token(NUMBER, named.likely_key) in keys)
        return points + _told_besides(named, one) + steps.CITED_FACTOR * math.log10(1 + cited.get(one.place, 0))

    def _is_superseded(self, named: Named, one: "Candidate") -> bool:
        ended = one.values is not None and one.values.status(self._today) in ENDED
        return ended and self._is_beside_words and not named.is_exact


def _told_besides(named: Named, one: "Candidate") -> float:
    points = 0.0
    day = day_at(one.place)
    if named.date:
        points += steps.DATE * (day is not None and day.isoformat() == named.date)
    elif named.year:
        points += steps.YEAR * (day is not None and day.year == named.year)
    if named.term:
        points += steps.TERM * _says(one, citations.term(named.term))
    if named.body:
        points += steps.BODY * _says(one, named.body)
    return points


def _says(one: "Candidate", phrase: str) -> bool:
    return f" {' '.join(folded_words(phrase))} " in one.text


def _citations(places: set[int]) -> Mapping[int, int]:
    """How often the documents at these places are cited."""
    by_page = {page_at(place): place for place in places}
    rows = StoredEntry.objects.filter(pk__in=list(by_page), citations__gt=0).values_list("pk", "citations")
    return {by_page[pk]: citations for pk, citations in rows} if places else {}
