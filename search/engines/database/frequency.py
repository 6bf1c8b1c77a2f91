"""How common words are: kept for a while, since counting a common one costs as much as finding it."""

import math
from collections.abc import Iterable

from django.core.cache import cache
from django.utils.functional import cached_property

from search.engines.database import storage
from search.models import SearchRow

_SECONDS = 300
#: How common a common word is hardly changes.
_SECONDS_OF_COMMON = 3600
_KEY = "search:database:"
#: A word that more rows have tells little of any: it finds none by itself where a query has others.
_COMMON_SHARE, _COMMON_AT_LEAST = 0.2, 200
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

    def weight(self, count: int) -> float:
        """BM25's weight of a token that so many rows have."""
        return max(_LEAST, math.log(1 + (self.rows - count + 0.5) / (count + 0.5)) if count <= self.rows else _LEAST)

    def vote(self, count: int) -> float:
        """The same where ``count`` rows may be seen. Of few rows in all each would weigh: they count as a thousand."""
        rows = max(self.rows, _COMMON_AT_LEAST / _COMMON_SHARE)
        return math.log(1 + max(0.0, rows - count + 0.5) / (count + 0.5))
