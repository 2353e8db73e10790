"""Figures of merit of a ranking, and how sure they are.

Definitions: hit@k is 1 when one of the first k passages is right; MRR is the mean of 1 / rank of the first right
passage within the ranking that was asked for, 0 without one; nDCG@10 gives each gold answer one gain of 1, at the rank
of the first passage that gives it (Järvelin and Kekäläinen, 2002).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the 95 % interval of a bootstrap over questions; (0, 0, 0) for no questions."""

    mean: float
    low: float
    high: float


def hit(ranks: Sequence[int], k: int) -> float:
    """1 when any right rank (counted from 1) is at most k, else 0."""
    return float(any(rank <= k for rank in ranks))


def reciprocal_rank(ranks: Sequence[int]) -> float:
    """1 / the best rank, or 0 when there is none."""
    return 1 / min(ranks) if ranks else 0.0


def ndcg(ranks: Sequence[int], answers: int, k: int = 10) -> float:
    """NDCG@k: `ranks` holds, for each gold answer that was found, the rank of the first passage that gives it."""
    if answers == 0:
        return 0.0
    gained = sum(1 / math.log2(rank + 1) for rank in _distinct_gains(ranks) if rank <= k)
    ideal = sum(1 / math.log2(position + 1) for position in range(1, min(answers, k) + 1))
    return min(1.0, gained / ideal)


def _distinct_gains(ranks: Sequence[int]) -> list[int]:
    # Two gold answers in one passage: the second gain is taken at the next free rank, so that a perfect ranking is 1.
    taken: list[int] = []
    for rank in sorted(ranks):
        taken.append(max(rank, taken[-1] + 1) if taken and rank <= taken[-1] else rank)
    return taken


def interval(values: Sequence[float], seed: int = 0) -> Interval:
    """The mean and its 95 % bootstrap interval, the same for the same values and seed."""
    if not values:
        return Interval(0.0, 0.0, 0.0)
    sample = np.asarray(values, dtype=np.float64)
    generator = np.random.default_rng(seed)
    means = sample[generator.integers(0, len(sample), (_RESAMPLES, len(sample)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Interval(float(sample.mean()), float(low), float(high))
