"""Letting a model that reads question and passage together put the first candidates in order, where there is one."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.fields import text_to_encode
from qa.candidates import Candidate
from qa.types import Question

_FIRST = 30


class Reranker(Protocol):
    """Says how well texts answer a question."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """A number for each text: higher is better, on no scale in particular."""
        ...


def rerank(
    reranker: Reranker, question: Question, candidates: Sequence[Candidate], scores: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The scores with those of the first thirty candidates dealt out anew, in the reranker's order.

    The scores themselves stay the same ones, so that what is calibrated on them still holds about as well.
    """
    first = np.argsort(-scores, kind="stable")[:_FIRST]
    texts = [text_to_encode(candidates[place].stored.chunk) for place in first]
    order = np.argsort(-np.array(reranker.score(question.text, texts)), kind="stable")
    dealt = scores.copy()
    dealt[first[order]] = scores[first]
    return dealt
