"""Putting candidates in order, and saying how likely each of them answers.

The weights were learned on labelled questions by `scripts/train_ranking.py`, which prints how well they do in
cross-validation, and stand readably in `ranking.json`: a weight for each feature, and the two logistic calibrations (of
a passage, and of the whole answer).
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.candidates import Candidate
from qa.features import FEATURES
from qa.types import Question


@dataclass(frozen=True, slots=True)
class Logistic:
    """P = 1 / (1 + exp(-(bias + sum of weight x value)))."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for these values; a weight without a value counts nothing."""
        total = self.bias + sum(weight * values.get(name, 0.0) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))


@dataclass(frozen=True, slots=True)
class RankingModel:
    """The learned weights, the calibrations, and the threshold under which nothing counts as found."""

    weights: Mapping[str, float]
    passage: Logistic
    answer: Logistic
    threshold: float


# What the probability of a passage follows from, both as log odds.
PASSAGE = (
    "share",  # of the passage in a softmax over the scores of all candidates
    "answered",  # the probability that the letters answer at all
)
_LEAST_SHARE, _MOST_SHARE = 0.0001, 0.999
_LEAST_ANSWERED, _MOST_ANSWERED = 0.02, 0.98


def passage_values(scores: NDArray[np.float64], answered: float) -> NDArray[np.float64]:
    """What the probability of each candidate with these scores, (n,), follows from: (n, len(PASSAGE))."""
    shares = np.exp(scores - scores.max(initial=-np.inf))
    shares = np.clip(shares / (shares.sum() or 1.0), _LEAST_SHARE, _MOST_SHARE)
    odds = np.clip(answered, _LEAST_ANSWERED, _MOST_ANSWERED)
    return np.column_stack([np.log(shares / (1 - shares)), np.full(len(scores), np.log(odds / (1 - odds)))])


def passage_probabilities(model: RankingModel, scores: NDArray[np.float64], answered: float) -> list[float]:
    """How likely each candidate answers, where the letters answer at all with the probability `answered`."""
    rows = passage_values(scores, answered).tolist()
    return [model.passage.probability(dict(zip(PASSAGE, row, strict=True))) for row in rows]


def load_model() -> RankingModel:
    """The weights that are shipped with the program."""
    return read_model(json.loads(files("qa").joinpath("ranking.json").read_text(encoding="utf-8")))


def read_model(content: Mapping[str, object]) -> RankingModel:
    """A ranking model from the content of `ranking.json`."""
    data = json.loads(json.dumps(content))
    return RankingModel(
        data["weights"],
        Logistic(data["passage"]["bias"], data["passage"]["weights"]),
        Logistic(data["answer"]["bias"], data["answer"]["weights"]),
        data["threshold"],
    )


def score_table(model: RankingModel, table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The score of each row of a feature table, (n,)."""
    scores: NDArray[np.float64] = table @ np.array([model.weights.get(name, 0.0) for name in FEATURES])
    return scores


def put_in_order(
    question: Question, candidates: Sequence[Candidate], scores: NDArray[np.float64], referred: Sequence[str]
) -> list[int]:
    """The candidates' places, best first: by score, but what the question refers to comes before all else.

    A question that only refers to a document gets all of it in the order of its text; one that asks something as well
    gets the best passage of each document referred to, then the ordinary ranking.
    """
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    held = [place for place in order if candidates[place].stored.letter.id in referred]
    if question.content == question.text or not held:
        return order
    if question.content:
        best: dict[str, int] = {}
        for place in held:
            best.setdefault(candidates[place].stored.letter.id, place)
        first = list(best.values())
    else:
        first = sorted(held, key=lambda place: (candidates[place].stored.chunk.in_notes, place))
    return [*first, *(place for place in order if place not in set(first))]
