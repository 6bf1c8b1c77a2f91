"""Suggestions from the database: tokens of titles and numbers that begin as typed, a bounded number of places."""

from itertools import pairwise

from search.contract import Facet
from search.engines.database import narrowing, storage
from search.engines.database.facets import combinations, fitting
from search.engines.database.storage import Begins
from search.engines.database.tokens import NUMBER, SIDE_BY_SIDE, TITLE
from search.engines.database.writing import page_at
from search.suggesting.begun import Begun
from search.suggesting.contract import MOST_NUMBERED, MOST_TITLES, Suggested, SuggestRequest

#: So many different rows of bodies are looked at: each body has some hundreds of combinations.
_MOST_COMBINATIONS = 400


class DatabaseSuggester:
    """Answers from the rows that ``search.engines.database.writing`` keeps: two to four queries."""

    name = "database"

    def suggest(self, request: SuggestRequest) -> Suggested:
        return _Suggesting(request).suggested() if request.begun else Suggested()


class _Suggesting:
    def __init__(self, request: SuggestRequest) -> None:
        self._request = request
        self._findable = narrowing.findable(request.allowed)

    def suggested(self) -> Suggested:
        begun = self._request.begun
        return Suggested(self._numbered(begun), self._titled(begun), self._issuers())

    def _numbered(self, begun: Begun) -> list[str]:
        if not begun.numbers:
            return []
        return self._newest(Begins(beginnings=tuple(NUMBER + number for number in begun.numbers)), MOST_NUMBERED)

    def _titled(self, begun: Begun) -> list[str]:
        """First the words as they are typed, side by side, then in any order; each the newest first."""
        side_by_side = _side_by_side(begun)
        found = self._newest(side_by_side, MOST_TITLES) if side_by_side else []
        if len(found) < MOST_TITLES:
            words = tuple(tuple(TITLE + spelling for spelling in spellings) for spellings in begun.words)
            found += self._newest(Begins(words, tuple(TITLE + word for word in begun.beginnings)), MOST_TITLES)
        return list(dict.fromkeys(found))[:MOST_TITLES]

    def _newest(self, wanted: Begins, most: int) -> list[str]:
        rows = storage.newest_first(storage.matching(self._findable, wanted), wanted)
        return [str(page_at(place)) for place in rows.values_list("place", flat=True)[:most]]

    def _issuers(self) -> list[str]:
        """Those of whom the visitor may open a document."""
        asked = self._request.issuers
        if not asked:
            return []
        numbers = fitting({Facet.ISSUER: asked}, self._request.today)
        rows = storage.as_set(self._findable, numbers, "combination")
        found = rows.order_by().values_list("combination_id", flat=True).distinct()[:_MOST_COMBINATIONS]
        seen = {
            issuer
            for values in combinations(list(found)).values()
            for issuer in values.of(Facet.ISSUER, self._request.today)
        }
        return [issuer for issuer in asked if issuer in seen]


def _side_by_side(begun: Begun) -> Begins | None:
    """The pairs of what is typed; ``None`` for a single word."""
    words = [spellings[0] for spellings in begun.words]
    pairs = tuple((f"{TITLE}{one}{SIDE_BY_SIDE}{next_one}",) for one, next_one in pairwise(words))
    last = tuple(f"{TITLE}{words[-1]}{SIDE_BY_SIDE}{word}" for word in begun.beginnings) if words else ()
    return Begins(pairs, last) if pairs or last else None
