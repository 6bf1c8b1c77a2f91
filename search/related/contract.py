"""What an engine is asked for related stories, and what it answers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils import timezone

from portal.access.tokens import Tokens
from search.contract import SearchRequest
from search.query.understanding import NO_WORDS
from search.related.telling import Pairs

#: So many likely ones are looked at more closely.
MOST_LIKELY = 40


@dataclass(frozen=True, slots=True)
class Alike:
    """Entries like the one with ``key``: of its ``kind``, open to the holder of ``tokens`` at ``now``.

    ``pairs`` are the telling pairs of folded words, ``cited`` the keys of documents that its texts name.
    """

    key: str
    kind: str
    pairs: Pairs
    cited: Sequence[str]
    tokens: Tokens
    now: dt.datetime

    @property
    def allowed(self) -> SearchRequest:
        """The request by whose filters of access and clock everything is narrowed; it asks for no words."""
        return SearchRequest(NO_WORDS, self.tokens, self.now, timezone.localdate(self.now))


@dataclass(frozen=True, slots=True)
class Likely:
    """One that is like it, the more so the greater ``score`` is."""

    key: str
    score: float


class Relating(Protocol):
    """An engine that finds what is like an entry.

    Raises:
        EngineUnavailable: it cannot answer now.
    """

    def alike(self, wanted: Alike) -> Sequence[Likely]: ...
