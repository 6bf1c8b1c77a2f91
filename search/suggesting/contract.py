"""What is asked of a suggester, and what it answers: the same for Elasticsearch and the database.

A ``SuggestRequest`` holds all that decides the answer, the visitor's tokens included: no suggester looks at who asks.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from portal.access.tokens import Tokens
from search.contract import SearchRequest
from search.query.understanding import NO_WORDS
from search.suggesting.begun import Begun

#: So many titles are ranked, and so many documents with a number; far fewer are shown.
MOST_TITLES = 40
MOST_NUMBERED = 20


@dataclass(frozen=True, slots=True)
class SuggestRequest:
    """What is typed so far, and for whom. ``issuers`` are the bodies whose names fit what is typed."""

    begun: Begun
    tokens: Tokens
    now: dt.datetime
    today: dt.date
    """The day in Viet Nam."""
    issuers: Sequence[str] = ()

    @property
    def allowed(self) -> SearchRequest:
        """The request by whose filters of access and clock everything is narrowed; it asks for no words."""
        return SearchRequest(NO_WORDS, self.tokens, self.now, self.today)


@dataclass(frozen=True, slots=True)
class Suggested:
    """The keys of entries, the best first, and the bodies of which the visitor may open a document.

    ``numbered`` are documents whose number begins as typed, ``titled`` all entries whose title has the words.
    """

    numbered: Sequence[str] = ()
    titled: Sequence[str] = ()
    issuers: Sequence[str] = ()


class Suggester(Protocol):
    """
    Raises:
        EngineUnavailable: it cannot answer now.
    """

    name: str

    def suggest(self, request: SuggestRequest) -> Suggested: ...
