"""A receipt of one search, which the page of its results carries: what may be counted of it, signed by us.

Who counts sends it back. So nothing can be counted that was not searched for here, and neither cookie nor token has to
be read: the page stays the same for everybody. Sent again it counts no second search on that day; from another address
or browser it does, since it does not say whose it is.
"""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import timedelta
from typing import Any

from django.core import signing

from search.contract import SearchResults
from search.language.words import words_of

_SALT = "search.log"
#: A page may lie in a cache, or in a forgotten tab, for so long.
OLDEST = timedelta(hours=12)
MOST_LETTERS = 200
#: Telephone numbers, identity cards, numbers of party members and accounts; addresses of mail.
_OF_A_PERSON = re.compile(r"(?:\d[\s.\-]*){9,}|\S@\S")


class NotOurs(ValueError):
    """It was not made here, or too long ago."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """``words`` are normalised; ``keys`` are the numbers of the pages shown, ``first`` the place of the first of them.

    ``is_search`` is false where somebody pages on, narrows or orders what he has found: he asks for nothing new.
    """

    words: str
    results: int
    engine: str
    milliseconds: int
    is_signed_in: bool
    is_search: bool
    first: int
    keys: tuple[int, ...]

    @classmethod
    def of(
        cls, text: str, found: SearchResults, keys: Sequence[int], *, first: int, is_search: bool, is_signed_in: bool
    ) -> "Receipt | None":
        """``None`` for what is not counted at all: no words, whole paragraphs, and what may be somebody's number."""
        words = " ".join(words_of(text))
        if not words or len(words) > MOST_LETTERS or _OF_A_PERSON.search(text):
            return None
        milliseconds = round(found.milliseconds)
        return cls(words, found.total, found.engine, milliseconds, is_signed_in, is_search, first, tuple(keys))

    def signed(self) -> str:
        return signing.dumps(astuple(self), salt=_SALT, compress=True)

    @classmethod
    def read(cls, signed: str) -> "Receipt":
        """
        Raises:
            NotOurs: its signature is wrong or it is too old.
        """
        try:
            told: dict[str, Any] = dict(
                zip(cls.__slots__, signing.loads(signed, salt=_SALT, max_age=OLDEST), strict=True)
            )
            return cls(**told | {"keys": tuple(told["keys"])})
        except (signing.BadSignature, TypeError, ValueError) as problem:
            raise NotOurs from problem

    def page_at(self, position: int) -> int | None:
        """The page shown at a place, counted from 1 over all pages of results."""
        place = position - self.first
        return self.keys[place] if 0 <= place < len(self.keys) else None
