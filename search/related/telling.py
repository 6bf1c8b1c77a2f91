"""What a text is about: the pairs of words that stand in it often and elsewhere seldom."""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from search.engines.database.tokens import folded
from search.entries import Entry
from search.language.statistics import SyllableStatistics
from search.language.words import canonical, words_of

#: So many pairs say what a text is about; each is asked for.
MOST_PAIRS = 24
#: What is read of a body: what a story is about stands at its beginning.
MOST_LETTERS = 8_000
#: A pair of the title or the lead counts as if it stood there so many times more.
_TITLE, _SUMMARY = 3, 1

Pairs = Mapping[str, float]


def telling_pairs(entry: Entry, known: SyllableStatistics) -> Pairs:
    """The most telling pairs of folded words, ``chi bo``, each with its weight: how often here, how seldom elsewhere.

    Pairs and not words, since most Vietnamese words are two syllables, and a syllable alone tells little.
    """
    times: Counter[tuple[str, str]] = Counter()
    for text, count in ((entry.title, _TITLE), (entry.summary, _SUMMARY), (entry.body[:MOST_LETTERS], 1)):
        for pair in pairwise(map(canonical, words_of(text))):
            times[pair] += count
    weights: dict[str, float] = {}
    for (first, second), count in times.items():
        bare = f"{folded(first)} {folded(second)}"
        weight = (1 + math.log(count)) * _seldom(first, second, known)
        weights[bare] = max(weights.get(bare, 0.0), weight)
    best = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:MOST_PAIRS]
    return {pair: round(weight, 3) for pair, weight in best if weight > 0}


def _seldom(first: str, second: str, known: SyllableStatistics) -> float:
    """How little the texts use this pair. Of one that they never had nothing is known: it may be a name, or noise."""
    seen = known.pair_count(first, second)
    if not seen:
        return 1.0
    return math.log(1 + (known.total or 1) / (1 + seen))
