"""What each reading of the words counts for; the arithmetic is told in docs/search.md.

The weights hang on the query alone: on how many of its words say what it is about. In a short query each word was
chosen and pairs are few, so words decide; a long question has many common words, and which stand side by side tells
what it is about.
"""

import math
from dataclasses import dataclass

SYLLABLES = 0.5
ACCENTED = 0.5
TITLE_PAIRS = 0.16
#: A word that only asks, and each pair it is in, counts this much of another.
ASKING = 0.3

#: Of so few telling words none is too much: all must be there to be found.
FEW = 3
#: Of up to so many most must be; a query of more is a sentence, which may be answered in other words.
MOST_WORDS_REQUIRED = 6

_PAIRS_SHORT, _PAIRS_LONG = 0.1, 0.8
_ACCENTED_PAIRS_SHORT, _ACCENTED_PAIRS_LONG = 0.0, 0.15
#: Of so many words a query is half way between short and long; over four more or less it is one or the other.
_HALF_LONG, _STEEPNESS = 11, 2.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of the readings' scores."""

    syllables: float
    accented: float
    pairs: float
    accented_pairs: float
    title_pairs: float


def weights_for(words: int) -> Weights:
    """The weights for a query in which so many words say what it is about."""
    length = 1 / (1 + math.exp((_HALF_LONG - words) / _STEEPNESS))
    return Weights(
        syllables=SYLLABLES,
        accented=ACCENTED,
        pairs=_PAIRS_SHORT + (_PAIRS_LONG - _PAIRS_SHORT) * length,
        accented_pairs=_ACCENTED_PAIRS_SHORT + (_ACCENTED_PAIRS_LONG - _ACCENTED_PAIRS_SHORT) * length,
        title_pairs=TITLE_PAIRS,
    )
