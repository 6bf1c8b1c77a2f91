"""The marks that a query lacks, from the syllables that stand beside each other in the indexed texts.

The best row of forms by a model of pairs: each syllable given the one before it, mixed with how common it is by itself
(the more often the one before was seen, the more its pairs are believed), found by Viterbi's algorithm.
"""

import math
from collections.abc import Sequence

from search.language.statistics import SyllableStatistics
from search.language.words import canonical, is_marked, may_mean, plain

#: Of how many forms of one syllable the most common are weighed; ``ban`` has 14.
MOST_FORMS = 14
#: A syllable's own pairs are believed once it was seen about so often.
HALF_BELIEVED = 5
#: What a form never seen counts for, so that nothing is impossible.
UNSEEN = 0.01
#: Where this share of the words carries marks, those without are meant so: of running text 0.83 do, half of that where
#: half of the words were left plain.
TYPED_WITH_MARKS = 0.7


def restore(words: Sequence[str], known: SyllableStatistics) -> list[str]:
    """Canonical forms for ``words``, one each. What was typed with marks and is a word of the texts stays.

    Of a query typed with marks throughout nothing is changed but words that the texts do not have so. A mark that was
    typed is never taken away.
    """
    forms = [canonical(word) for word in words]
    marked = sum(map(is_marked, forms)) >= TYPED_WITH_MARKS * len(forms)
    row: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
    for form in forms:
        row = {
            chosen: max(
                (
                    (so_far + _likelihood(before, chosen, known), [*path, chosen])
                    for before, (so_far, path) in row.items()
                ),
                key=lambda scored: scored[0],
            )
            for chosen in _choices(form, known, marked=marked)
        }
    return max(row.values(), key=lambda scored: scored[0])[1]


def written(words: Sequence[str], forms: Sequence[str], known: SyllableStatistics) -> list[str]:
    """``forms`` as people write them: as typed where nothing was added, else as the texts do."""
    pairs = zip(words, forms, strict=True)
    return [word if canonical(word) == form else known.spelling(form) for word, form in pairs]


def _choices(form: str, known: SyllableStatistics, *, marked: bool) -> list[str]:
    if (marked or is_marked(form)) and known.count(form):
        return [form]
    fitting = [other for other in known.forms(plain(form)) if may_mean(form, other)]
    return sorted(fitting, key=known.count, reverse=True)[:MOST_FORMS] or [form]


def _likelihood(before: str, form: str, known: SyllableStatistics) -> float:
    alone = (known.count(form) + UNSEEN) / (known.total + 1)
    seen = known.count(before) if before else 0
    if not seen:
        return math.log(alone)
    belief = 0.9 * seen / (seen + HALF_BELIEVED)
    return math.log(belief * known.pair_count(before, form) / seen + (1 - belief) * alone)
