"""Words that no text has, one slip of the fingers away from words that texts have."""

import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from search.engines.database.tokens import folded
from search.query.understanding import Understood

#: How many rows have each of some tokens.
Counts = Callable[[Sequence[str]], Mapping[str, int]]

#: So many words of one query are put right, each in so many ways.
_MOST_WORDS, _MOST_WAYS = 2, 3
_SHORTEST, _LONGEST = 3, 12


def respelt(query: Understood, counts: Counts) -> list[Understood]:
    """``query`` in the spellings that the texts have; itself alone where nothing is strange.

    A word that no text has and that is near to none is left out where there are others: it decides nothing.
    """
    strange = [
        place
        for place, (word, is_strange) in enumerate(zip(query.words, query.strange, strict=False))
        if is_strange and not counts([folded(word)])[folded(word)]
    ]
    if not strange:
        return [query]
    ways = {place: _near(folded(query.words[place]), counts) for place in strange[:_MOST_WORDS]}
    most = max(map(len, ways.values()))
    found = [
        _with(query, {place: near[turn % len(near)] for place, near in ways.items() if near}) for turn in range(most)
    ]
    lost = [place for place in strange if not ways.get(place)]
    return [_without(one, lost) for one in found or [query]]


def _near(word: str, counts: Counts) -> list[str]:
    """The words one letter away, the commonest first; the first letter is right."""
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return []
    tried = sorted(set(_one_off(word)) - {word})
    known = counts(tried)
    return sorted((near for near in tried if known[near]), key=lambda near: (-known[near], near))[:_MOST_WAYS]


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
