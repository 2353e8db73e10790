"""IBM Model 1: which words of one language stand for which of the other, by expectation maximisation.

Brown et al., "The Mathematics of Statistical Machine Translation" (1993), without the empty word: function words are
left out before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Sentences = Sequence[NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Links:
    """Every pair of words that stand in translations of each other, laid out for the whole text.

    Link i ties source word `source[pair[i]]` to target word `target[pair[i]]`; the links of one target token lie
    together, beginning at `starts`.
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    pair: NDArray[np.int64]
    starts: NDArray[np.int64]


def links(sources: Sentences, targets: Sentences, target_count: int) -> Links:
    """Tie each target token to each source token of its sentence; sentences without words are passed over."""
    keys, sizes = [], []
    for source, target in zip(sources, targets, strict=True):
        if len(source) and len(target):
            keys.append((source[None, :].astype(np.int64) * target_count + target[:, None]).ravel())
            sizes.append(np.full(len(target), len(source)))
    found, pair = np.unique(np.concatenate(keys), return_inverse=True)
    lengths = np.concatenate(sizes)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return Links(found // target_count, found % target_count, pair, starts)


def translate(tied: Links, shape: tuple[int, int], rounds: int) -> csr_matrix:
    """(sources, targets): the probability of each target word given a source word."""
    lengths = np.diff(np.append(tied.starts, len(tied.pair)))
    chances = np.ones(len(tied.source))
    for _ in range(rounds):
        linked = chances[tied.pair]
        linked /= np.repeat(np.add.reduceat(linked, tied.starts), lengths)
        expected = np.bincount(tied.pair, weights=linked, minlength=len(chances))
        totals = np.bincount(tied.source, weights=expected, minlength=shape[0])
        chances = expected / totals[tied.source]
    return csr_matrix((chances, (tied.source, tied.target)), shape=shape)
