"""Which English token stands for a Dutch one, read off a table that has learned both languages.

With it, half of the Dutch questions and titles are asked in a rough English too: word by word, out of order and with
mistakes, but about what people ask of parliament, which no parallel text is.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

_NEIGHBOURS = 10
_NEAR = 0.35  # a cosine below this is no translation


def english_tokens(
    vectors: torch.Tensor, tokens: Sequence[str], dutch: Counter[str], english: Counter[str]
) -> NDArray[np.int32]:
    """For each token the number of its English counterpart, its own number where there is none.

    The nearest neighbour by cosine, twice, less the mean of both tokens' ten highest ones: tokens that are near to
    everything are nobody's translation (CSLS, Conneau et al. 2018).
    """
    words = [(number, token) for number, token in enumerate(tokens) if token.isalpha()]
    from_dutch = np.array([number for number, token in words if dutch[token] > 2 * english[token]])
    to_english = np.array([n for n, token in words if english[token] >= 5 and english[token] >= 2 * dutch[token]])
    units = functional.normalize(vectors, dim=1).bfloat16()
    cosines = (units[from_dutch] @ units[to_english].T).float()
    crowded = [cosines.topk(min(_NEIGHBOURS, cosines.shape[axis]), dim=axis).values.mean(dim=axis) for axis in (0, 1)]
    best = (2 * cosines - crowded[0][None, :] - crowded[1][:, None]).argmax(dim=1)
    near = cosines[torch.arange(len(from_dutch)), best].numpy() > _NEAR
    counterparts = np.arange(len(tokens), dtype=np.int32)
    counterparts[from_dutch[near]] = to_english[best.numpy()[near]]
    return counterparts
