"""Texts as bags of token numbers, kept in flat arrays so that a batch is cut out without a loop."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Bags:
    """`tokens[starts[i] : starts[i + 1]]` are the token numbers of text i."""

    tokens: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        """The number of texts."""
        return len(self.starts) - 1

    def take(
        self, rows: NDArray[np.int64], generator: np.random.Generator, longest: int, dropped: float
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Token numbers and offsets of these texts, for an EmbeddingBag.

        A text longer than `longest` gives a random span of that length; each token is left out with probability
        `dropped`, the first of a span excepted, so that no bag is empty.
        """
        starts, lengths = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        spans = np.minimum(lengths, longest)
        starts = starts + (generator.random(len(rows)) * (lengths - spans + 1)).astype(np.int64)
        offsets = np.concatenate([[0], np.cumsum(spans)])
        positions = np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], spans)
        tokens = self.tokens[positions]
        if dropped > 0:
            kept = generator.random(len(tokens)) >= dropped
            kept[np.minimum(offsets[:-1], len(tokens) - 1)] = True
            tokens = tokens[kept]
            offsets = np.concatenate([[0], np.cumsum(kept)])[offsets]
        return torch.from_numpy(tokens), torch.from_numpy(offsets[:-1].astype(np.int32))


def bag(tokenizer: Tokenizer, texts: Iterable[str]) -> Bags:
    """Tokenise texts in batches. Unknown tokens (number 0) are left out unless nothing else is there."""
    remaining = iter(texts)
    tokens: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    while batch := list(islice(remaining, _BATCH)):
        for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            ids = np.array(encoding.ids, dtype=np.int32)
            ids = ids[ids > 0]
            if not len(ids):
                ids = np.zeros(1, dtype=np.int32)
            tokens.append(ids)
            lengths.append(len(ids))
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Bags(np.concatenate(tokens), starts)


def join(bags: Sequence[Bags]) -> Bags:
    """The texts of several bags, one after the other."""
    lengths = np.concatenate([np.diff(part.starts) for part in bags])
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Bags(np.concatenate([part.tokens for part in bags]), starts)
