"""Which rows are worth ranking: a bounded number of them, however many were found.

First what was named by its number, then what has all words in its title, then those where they stand side by side, then
whatever has them all, each the newest first. Where few have all words, those are added that have most of what tells
most: each rare word and pair votes with its weight, common words do not vote.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from search.contract import MOST_RESULTS
from search.engines.database import storage
from search.engines.database.asking import Asked
from search.engines.database.frequency import Frequencies
from search.engines.database.storage import Wanted
from search.query.weights import ASKING, FEW, MOST_WORDS_REQUIRED, weights_for

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from search.models import SearchRow

#: Fewer with all words are not enough: those with most of them are shown after them.
ENOUGH = 10
_MOST_OF_A_KIND = 100
#: Of the words that vote, rows must have so large a share, by weight, of what the best has: less in a sentence.
_SHARE, _SHARE_OF_SENTENCE = 0.4, 0.25
_MOST_PLACES = 12_000
_MOST_VOTED = 3_000


@dataclass(frozen=True, slots=True)
class Found:
    """Either all rows that are ``wanted``, or those at ``places``, the best first."""

    wanted: Wanted | None
    places: Sequence[int] = ()

    def within(self, rows: "QuerySet[SearchRow]") -> "QuerySet[SearchRow]":
        return storage.matching(rows, self.wanted) if self.wanted else storage.as_set(rows, self.places)


def find(
    asked: Asked, findable: "QuerySet[SearchRow]", rows: "QuerySet[SearchRow]", known: Frequencies
) -> tuple[Found, list[int]]:
    """What ``findable`` has of what is asked, and the places to be ranked, the likeliest first.

    ``rows`` are those of ``findable`` that were chosen by facets: what there is beside them decides how widely is
    searched, so that choosing one value changes the count of none.
    """
    wanted = asked.wanted([*asked.references(), *asked.every_word()])
    everything = _likeliest(asked, findable, wanted)
    if _are_chosen(asked) or (len(everything) >= ENOUGH and not _is_sentence(asked)):
        return Found(wanted), everything if rows is findable else _likeliest(asked, rows, wanted)
    voted = _allowed(asked, findable, _voted(asked, findable, known))
    places = list(dict.fromkeys([*everything[:_MOST_OF_A_KIND], *voted, *everything[_MOST_OF_A_KIND:]]))
    return Found(None, places), places if rows is findable else _among(rows, places)


def _are_chosen(asked: Asked) -> bool:
    """Each word was chosen, so that none is too much."""
    if asked.phrases or not asked.readings or (asked.named and asked.is_short):
        return True
    return not asked.is_question and len(asked.readings[0].telling) <= FEW


def _is_sentence(asked: Asked) -> bool:
    """What a sentence or a question is about may be told in other words: what has all of its words is not enough."""
    return asked.is_question or len(asked.readings[0].telling) > MOST_WORDS_REQUIRED


def _among(rows: "QuerySet[SearchRow]", places: Sequence[int]) -> list[int]:
    """Those of ``places`` that are in ``rows``."""
    inside = storage.inside(rows, places)
    return [place for place in places if place in inside]


def _likeliest(asked: Asked, rows: "QuerySet[SearchRow]", wanted: Wanted) -> list[int]:
    kinds: list[tuple[Sequence[tuple[str, ...]], int]] = [(asked.references(), _MOST_OF_A_KIND)]
    if not asked.in_title:
        kinds.append((asked.titled(), _MOST_OF_A_KIND))
    kinds += [(asked.side_by_side(), _MOST_OF_A_KIND), (wanted.groups, MOST_RESULTS)]
    places: dict[int, None] = {}
    for groups, most in kinds:
        found = asked.wanted(groups)
        if found:
            newest = storage.newest_first(storage.matching(rows, found), found)
            places |= dict.fromkeys(newest.values_list("place", flat=True)[:most])
    return list(places)[:MOST_RESULTS]


def _voted(asked: Asked, rows: "QuerySet[SearchRow]", known: Frequencies) -> list[int]:
    """The places in ``rows`` that have most of the rarer words and pairs, the best first.

    Votes, and the best they are compared with, are those of ``rows`` alone: else a closed text with the same words
    would change how many are found, and so tell that there is one.
    """
    weights = weights_for(len(asked.readings[0].telling))
    words = {word for one in asked.readings for word in one.words}
    asking = frozenset.intersection(*(one.asking for one in asked.readings))
    placed = dict(zip(asked.placed(asked.tokens), asked.tokens, strict=True))
    places = storage.places_of(_voting(known.of(placed), known.common), known.common)
    inside = storage.inside(rows, list(set().union(*places.values())))
    seen = known.rows_seen(rows)
    votes: defaultdict[int, float] = defaultdict(float)
    for token, asked_for in placed.items():
        found = inside.intersection(places.get(token, ()))
        told = ASKING if asked_for in asking else 1.0
        weight = told * known.weight(len(found), seen) * (1.0 if asked_for in words else weights.pairs)
        for place in found:
            votes[place] += weight
    return _best(votes, _SHARE_OF_SENTENCE if _is_sentence(asked) else _SHARE)


def _voting(counts: Mapping[str, int], common: int) -> list[str]:
    """The rarer ones of these tokens, as many as may be read."""
    voting: list[str] = []
    read = 0
    for token in sorted(filter(counts.__getitem__, counts), key=counts.__getitem__):
        read += counts[token]
        if counts[token] >= common or (read > _MOST_PLACES and voting):
            break
        voting.append(token)
    return voting


def _best(votes: Mapping[int, float], share: float) -> list[int]:
    """The places with ``share`` of the most votes; of equal ones the newest first."""
    best = nlargest(_MOST_VOTED, votes.items(), key=itemgetter(1, 0))
    return [place for place, weight in best if weight >= share * best[0][1]]


def _allowed(asked: Asked, rows: "QuerySet[SearchRow]", places: Sequence[int]) -> list[int]:
    """Those of ``places`` in ``rows`` that have nothing that was excluded."""
    allowed = _among(rows, places)
    if asked.excluded and allowed:
        unwanted = _with_any(asked.placed(asked.excluded), rows, allowed)
        allowed = [place for place in allowed if place not in unwanted]
    return allowed


def _with_any(tokens: Iterable[str], rows: "QuerySet[SearchRow]", places: Sequence[int]) -> set[int]:
    """Those at ``places`` that have one of ``tokens``."""
    wanted = Wanted(tuple((token,) for token in tokens))
    return set(storage.matching(storage.as_set(rows, places), wanted).values_list("place", flat=True))
