"""Measures of a ranking against judgements, and how sure they are.

Sources: Järvelin and Kekäläinen (2002) for nDCG, with the gain as judged and log2 of the place; Efron and Tibshirani
(1993) for the bootstrap's percentile interval.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles

RESAMPLES = 500


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over queries, with the bounds between which it lies in 95 of 100 other draws of such queries."""

    mean: float
    low: float
    high: float


def reciprocal_rank(ranking: Sequence[str], relevance: Mapping[str, float], depth: int = 10) -> float:
    """One over the place of the first relevant entry; 0 when there is none in the first ``depth``.

    >>> reciprocal_rank(["a", "b"], {"b": 1})
    0.5
    """
    return next((1 / place for place, key in enumerate(ranking[:depth], start=1) if key in relevance), 0.0)


def ndcg(ranking: Sequence[str], relevance: Mapping[str, float], depth: int = 10) -> float:
    """The discounted gain of the first ``depth`` places, over that of the best order.

    >>> ndcg(["b", "a"], {"a": 1}), ndcg(["a", "b"], {"a": 1})
    (0.6309297535714575, 1.0)
    """
    gains = [relevance.get(key, 0.0) for key in ranking[:depth]]
    best = sorted(relevance.values(), reverse=True)[:depth]
    return _discounted(gains) / _discounted(best)


def recall(ranking: Sequence[str], relevance: Mapping[str, float], depth: int) -> float:
    """The share of the relevant entries that are in the first ``depth`` places.

    >>> recall(["a", "b"], {"b": 1, "c": 1}, 10)
    0.5
    """
    return sum(key in relevance for key in ranking[:depth]) / len(relevance)


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1))


def interval(values: Sequence[float], *, seed: int = 2026) -> Interval:
    """The mean and its 95 % interval, by drawing the queries again, each as often as chance has it."""
    chance = random.Random(seed)  # noqa: S311  a draw, no secret
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return Interval(fmean(values), means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1])


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which ``percent`` of 100 lie.

    >>> percentile([1, 2, 3, 4, 5], 50), percentile([7.0], 95)
    (3.0, 7.0)
    """
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else float(values[0])
