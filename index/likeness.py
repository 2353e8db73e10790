"""How much two letters have in common, told from their fingerprints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.fingerprint import Fingerprint

# A wording that many letters have tells nothing, and looking at all of them takes long.
_COMMON = 40
# Of the rare hashes of one text: what a text that is half as long as it and stands in it shares, with room for chance.
_FAIR = 0.3
# Of a long text beside a short one the sketches have too little in common to say how alike they are.
_FEWEST_SEEN = 20


@dataclass(frozen=True, slots=True)
class Likeness:
    """`of_both` is the part of the shingles of two texts that both have, `of_shorter` the part of the shorter one's."""

    of_both: float
    of_shorter: float


NOTHING_ALIKE = Likeness(0.0, 0.0)


def likeness(one: Fingerprint, other: Fingerprint) -> Likeness:
    """How alike two texts are; exact for texts whose sketch holds all their shingles, else estimated."""
    limits = [each.sketch[-1] for each in (one, other) if each.shingles > len(each.sketch)]
    first, second = one.sketch, other.sketch
    if limits:
        # Below the lowest of the highest hashes kept, both sketches hold all that their texts have.
        limit = min(limits)
        first, second = first[first <= limit], second[second <= limit]
    fewest = min(len(first), len(second))
    if fewest < (_FEWEST_SEEN if limits else 1):
        return NOTHING_ALIKE
    shared = len(np.intersect1d(first, second, assume_unique=True))
    return Likeness(shared / (len(first) + len(second) - shared), shared / fewest)


class Neighbours:
    """Finds, of many letters, those that have wording in common with one."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self._prints = prints
        owners = np.repeat(np.arange(len(prints)), [len(each.sketch) for each in prints])
        hashes = np.concatenate([each.sketch for each in prints]) if prints else np.empty(0, dtype=np.uint32)
        order = np.argsort(hashes, kind="stable")
        self._hashes: NDArray[np.uint32] = hashes[order]
        self._owners: NDArray[np.int64] = owners[order]

    def of(self, place: int, least: float) -> Iterator[tuple[int, Likeness]]:
        """The places of the letters that hold at least this part of the shorter text, and a fair part of this one.

        In ascending order.
        """
        sketch = self._prints[place].sketch
        first = np.searchsorted(self._hashes, sketch, side="left")
        last = np.searchsorted(self._hashes, sketch, side="right")
        rare = [self._owners[start:end] for start, end in zip(first, last, strict=True) if end - start <= _COMMON]
        if not rare:
            return
        others, shared = np.unique(np.concatenate(rare), return_counts=True)
        for other in others[shared >= _FAIR * len(rare)]:
            alike = likeness(self._prints[place], self._prints[other])
            if other != place and alike.of_shorter >= least:
                yield int(other), alike
