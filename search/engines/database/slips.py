"""Words that no text has, one slip of the fingers away from words that texts have."""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from search.engines.database import storage
from search.engines.database.storage import Wanted
from search.engines.database.tokens import folded
from search.query.understanding import Understood

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from search.models import SearchRow

#: So many words of one query are put right, each in so many ways.
_MOST_WORDS, _MOST_WAYS = 2, 3
_SHORTEST, _LONGEST = 3, 12
#: So many rows make a word common; of such words it is not counted how many of the rows may be seen.
_MANY = 100


def respelt(query: Understood, rows: "QuerySet[SearchRow]") -> list[Understood]:
    """``query`` in the spellings that ``rows`` have; itself alone where nothing is strange.

    ``rows`` are those the visitor may find: a text that is closed to him makes no word familiar. A word that no text
    has and that is near to none is left out where there are others: it decides nothing.
    """
    strange = _strange(query, rows)
    if not strange:
        return [query]
    ways = {place: _near(folded(query.words[place]), rows) for place in strange[:_MOST_WORDS]}
    most = max(map(len, ways.values()))
    found = [
        _with(query, {place: near[turn % len(near)] for place, near in ways.items() if near}) for turn in range(most)
    ]
    lost = [place for place in strange if not ways.get(place)]
    return [_without(one, lost) for one in found or [query]]


def _strange(query: Understood, rows: "QuerySet[SearchRow]") -> list[int]:
    """Where the words stand that none of ``rows`` has."""
    words = {
        place: folded(word)
        for place, (word, is_strange) in enumerate(zip(query.words, query.strange, strict=False))
        if is_strange
    }
    counts = storage.counts_of(list(dict.fromkeys(words.values())))
    return [place for place, word in words.items() if not (counts[word] and _among(rows, word, most=1))]


def _near(word: str, rows: "QuerySet[SearchRow]") -> list[str]:
    """The words one letter away that ``rows`` have, the commonest first; the first letter is right.

    They are counted without being kept: there are hundreds, and most are no words.
    """
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return []
    counts = storage.counts_of(sorted(set(_one_off(word)) - {word}))
    best: list[tuple[int, int, str]] = []
    for near in sorted(filter(counts.__getitem__, counts), key=lambda one: (-counts[one], one)):
        if len(best) == _MOST_WAYS and best[-1] < _rank(near, counts[near], counts[near]):
            break  # fewer rows have it than may be seen of all that were chosen
        seen = _among(rows, near, most=_MANY)
        if seen:
            best = sorted([*best, _rank(near, seen, counts[near])])[:_MOST_WAYS]
    return [near for _seen, _count, near in best]


def _rank(word: str, seen: int, count: int) -> tuple[int, int, str]:
    """Orders words by how many rows may be seen that have them; only common ones by how many there are."""
    return -min(seen, _MANY), -count if seen >= _MANY else 0, word


def _among(rows: "QuerySet[SearchRow]", word: str, *, most: int) -> int:
    """How many of ``rows`` have ``word``: not more than ``most`` are counted."""
    return len(storage.matching(rows, Wanted(((word,),))).values_list("place", flat=True)[:most])


def _one_off(word: str) -> Iterator[str]:
    """One letter more, less, other, or two swapped.

    >>> "nhiem" in _one_off("nhem"), "nhem" in _one_off("nhme"), "them" in _one_off("nhem")
    (True, True, False)
    """
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in string.ascii_lowercase:
            yield before + letter + after[1:]
            yield before + letter + after


def _with(query: Understood, words: Mapping[int, str]) -> Understood:
    def put_right(of: Sequence[str]) -> list[str]:
        return [words.get(place, word) for place, word in enumerate(of)]

    return replace(query, words=put_right(query.words), restored=put_right(query.restored))


def _without(query: Understood, places: Sequence[int]) -> Understood:
    if not places or len(places) == len(query.words):
        return query
    kept = [place for place in range(len(query.words)) if place not in places]
    return replace(
        query,
        words=[query.words[place] for place in kept],
        restored=[query.restored[place] for place in kept],
        asks=[query.asks[place] for place in kept],
        strange=[query.strange[place] for place in kept],
    )
