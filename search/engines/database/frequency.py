"""How common words are: kept for a while, since counting a common one costs as much as finding it."""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils.functional import cached_property

from search.engines.database import storage
from search.models import SearchRow

if TYPE_CHECKING:
    from django.db.models import QuerySet

_SECONDS = 300
#: How common a common word is hardly changes.
_SECONDS_OF_COMMON = 3600
_KEY = "search:database:"
#: A word that more rows have tells little of any: it finds none by itself where a query has others.
_COMMON_SHARE, _COMMON_AT_LEAST = 0.2, 200
#: Of so many rows one more or less changes no weight.
_MANY = 1_000
#: What a word weighs at least, so that of common words, too, more are better.
_LEAST = 0.02


class Frequencies:
    """Counts as they are, or were a while ago."""

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        kept: int | None = cache.get(f"{_KEY}rows")
        if kept is None:
            kept = SearchRow.objects.count()
            cache.set(f"{_KEY}rows", kept, _SECONDS)
        return kept

    @property
    def common(self) -> int:
        """In so many rows a word is common."""
        return max(_COMMON_AT_LEAST, int(self.rows * _COMMON_SHARE))

    def of(self, tokens: Iterable[str]) -> dict[str, int]:
        """In how many rows each token is; kept of those that are in any."""
        names = {token: _KEY + token.encode().hex() for token in tokens}
        kept = cache.get_many(list(names.values()))
        counts = {token: kept[name] for token, name in names.items() if name in kept}
        missing = [token for token in names if token not in counts]
        if missing:
            counted = storage.counts_of(missing)
            for seconds, is_common in ((_SECONDS, False), (_SECONDS_OF_COMMON, True)):
                some = {
                    token: count for token, count in counted.items() if count and (count >= self.common) is is_common
                }
                cache.set_many({names[token]: count for token, count in some.items()}, seconds)
            counts |= counted
        return counts

    def weight(self, count: int, rows: int | None = None) -> float:
        """BM25's weight of a token that so many rows have, of ``rows`` or of all."""
        among = self.rows if rows is None else rows
        return max(_LEAST, math.log(1 + (among - count + 0.5) / (count + 0.5)) if count <= among else _LEAST)

    def rows_seen(self, rows: "QuerySet[SearchRow]") -> int:
        """How many ``rows`` there are; of many, where each weighs nothing, how many there are in all."""
        seen = len(rows.order_by().values_list("place", flat=True)[:_MANY])
        return seen if seen < _MANY else max(self.rows, _MANY)
