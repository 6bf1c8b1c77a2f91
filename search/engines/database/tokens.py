"""What the database looks up: our own tokens, never those of its parsers.

An entry is kept as lines of folded words, from which its tokens are made, each once:

====== ============ ====================================================
words  ``chi``      every word of its texts
pairs  ``chi_bo``   words that stand side by side
title  ``=chi``     words and pairs of the title once more (``=chi_bo``)
number ``#10|ct``   a key by which the document itself is named
cited  ``@10|ct``   a key of a document that its texts name
====== ============ ====================================================

Pairs take the place of positions: whether words stand side by side is then a look-up like any other, exact, and needs
neither PostgreSQL to read a whole vector for each row nor SQLite to join lists of places. What is kept as lines says
the rest: longer phrases, how often, how near.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from portal.text import fold
from search.entries import Entry
from search.language.words import words_of
from search.query.numbers import keys_of

TITLE, NUMBER, CITED, SIDE_BY_SIDE = "=", "#", "@", "_"
#: Of each entry so many words are read when it is ranked; the others are found, and not counted.
MOST_RANKED_WORDS = 1_500
_LONGEST_WORD = 40
#: PostgreSQL holds one megabyte of tokens for a row; of an attachment of a thousand pages the last pairs are left out.
_MOST_BYTES = 700_000
_NO_WORD = re.compile(r"[\W_]+")
_NO_KEY = re.compile(r"[^a-z0-9|/-]+")


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """One of ``words_of`` as it is looked up; "" when nothing is left of it."""
    return _NO_WORD.sub("", fold(word))[:_LONGEST_WORD]


def folded_words(text: str) -> list[str]:
    """The words of ``text`` as they are looked up.

    >>> folded_words("Đảng uỷ: 30/2020 – kỳ họp")
    ['dang', 'uy', '30', '2020', 'ki', 'hop']
    """
    return [word for word in map(folded, words_of(text)) if word]


def pairs_of(words: Sequence[str]) -> list[str]:
    """The tokens of words that stand side by side.

    >>> pairs_of(["sinh", "hoat", "chi"])
    ['sinh_hoat', 'hoat_chi']
    """
    return [f"{first}{SIDE_BY_SIDE}{second}" for first, second in pairwise(words)]


def key_token(mark: str, key: str) -> str:
    """The token of a document's number.

    >>> key_token(NUMBER, "12|QĐ|TW")
    '#12|qd|tw'
    """
    return mark + _NO_KEY.sub("-", fold(key))[:_LONGEST_WORD]


@dataclass(frozen=True, slots=True)
class Lines:
    """An entry as folded words. ``rest`` are the body's later words and one line for each page of a file."""

    keys: str
    title: str
    summary: str
    body: str
    rest: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> "Lines":
        title, summary, body = map(folded_words, (entry.title, f"{entry.summary}\n{entry.about}", entry.body))
        left = max(0, MOST_RANKED_WORDS - len(title) - len(summary))
        pages = (folded_words(passage.text) for passage in entry.passages)
        return cls(
            keys=" ".join(
                [
                    *(key_token(NUMBER, key) for key in keys_of(entry.numbers)),
                    *(key_token(CITED, key) for key in keys_of(entry.cited)),
                ]
            ),
            title=" ".join(title),
            summary=" ".join(summary),
            body=" ".join(body[:left]),
            rest=tuple(map(" ".join, (body[left:], *pages))),
        )

    @classmethod
    def read(cls, words: bytes, rest: bytes) -> "Lines":
        keys, title, summary, body = zlib.decompress(words).decode().split("\n")
        return cls(keys, title, summary, body, tuple(zlib.decompress(rest).decode().split("\n")) if rest else ())

    def stored(self) -> tuple[bytes, bytes]:
        """The two columns: what is read for ranking, and the rest."""
        words = f"{self.keys}\n{self.title}\n{self.summary}\n{self.body}"
        rest = "\n".join(self.rest)
        return zlib.compress(words.encode(), 3), zlib.compress(rest.encode(), 3) if rest.strip() else b""

    def tokens(self) -> list[str]:
        """All tokens, each once; the least telling last, where too many are left out."""
        title = self.title.split()
        lines = [line.split() for line in (self.title, self.summary, self.body, *self.rest)]
        found = dict.fromkeys(self.keys.split())
        found |= dict.fromkeys(TITLE + token for token in (*title, *pairs_of(title)))
        for words in lines:
            found |= dict.fromkeys(words)
        for words in lines:
            found |= dict.fromkeys(pairs_of(words))
        return list(_within(_MOST_BYTES, found))


def _within(budget: int, tokens: Iterable[str]) -> Iterator[str]:
    for token in tokens:
        budget -= len(token.encode()) + 4
        if budget < 0:
            return
        yield token
