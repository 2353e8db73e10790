"""Learning to tell whether the letters answer a question at all, and how often that goes wrong.

Learned from answerable questions, from questions labelled unanswerable, most of which the letters nearly answer, and
from the answerable ones asked of a collection without their letters. The two kinds of unanswerable questions weigh
alike, and together as much as the answerable ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.evidence import AGAINST, CIRCUMSTANCES, FOR, all_held
from qa.ranking import Logistic
from scripts.ranking.examples import Example, folds, without_its_letters
from scripts.ranking.learning import fit, fit_logistic

_FOLDS = 5
_PULL = 0.02
_SIGNS = dict.fromkeys(FOR, 1) | dict.fromkeys(AGAINST, -1) | dict.fromkeys(CIRCUMSTANCES, 0)
ANSWERABLE, LABELLED, LACKING = "answerable", "labelled", "lacking"
_SHARES = {ANSWERABLE: 0.5, LABELLED: 0.25, LACKING: 0.25}


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is decided on: examples, what kind each is, and their evidence, (n, names)."""

    examples: Sequence[Example]
    kinds: NDArray[np.str_]
    rows: NDArray[np.float64]

    @property
    def labels(self) -> NDArray[np.float64]:
        """1 for answerable examples, else 0."""
        return np.where(self.kinds == ANSWERABLE, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Errors:
    """The shares of wrong verdicts with a threshold: of each kind of unanswerable questions, and of answerable ones."""

    threshold: float
    labelled: float
    lacking: float
    refused: float

    @property
    def worse(self) -> float:
        """The larger of both errors."""
        return max((self.labelled + self.lacking) / 2, self.refused)


def decisions(examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> Decisions:
    """The examples with their cross-validated scores, and each answerable one once more without its letters."""
    weights = fit(examples)
    taken = [without_its_letters(example) for example in examples if example.right.any()]
    taken = [example for example in taken if example.candidates]
    evidence = [example.evidence(values) for example, values in zip(examples, scores, strict=True)]
    evidence += [example.evidence(example.table @ weights) for example in taken]
    kinds = [ANSWERABLE if example.answerable else LABELLED for example in examples] + [LACKING] * len(taken)
    rows = [[found.get(name, 0.0) for name in _SIGNS] for found in evidence]
    return Decisions([*examples, *taken], np.array(kinds), np.array(rows))


def learn(found: Decisions, chosen: NDArray[np.bool_] | None = None) -> Logistic:
    """The decision learned from the chosen examples, or from all."""
    chosen = np.ones(len(found.examples), dtype=np.bool_) if chosen is None else chosen
    shares = np.zeros(len(found.examples))
    for kind, share in _SHARES.items():
        of_kind = chosen & (found.kinds == kind)
        shares[of_kind] = share / max(1, of_kind.sum())
    return fit_logistic(found.rows[chosen], found.labels[chosen], shares[chosen], _SIGNS, _PULL)


def cross_validated(found: Decisions) -> NDArray[np.float64]:
    """Each example's probability that it is answerable, learned on the other folds."""
    assigned = folds(found.examples, _FOLDS)
    probabilities = np.zeros(len(found.examples))
    for fold in range(_FOLDS):
        logistic = learn(found, assigned != fold)
        for position in np.flatnonzero(assigned == fold):
            evidence = dict(zip(_SIGNS, found.rows[position], strict=True))
            probabilities[position] = 1.0 if all_held(evidence) else logistic.probability(evidence)
    return probabilities


def errors(found: Decisions, probabilities: NDArray[np.float64]) -> list[Errors]:
    """The errors with each threshold, from the lowest on."""
    of = {kind: probabilities[found.kinds == kind] for kind in _SHARES}
    return [
        Errors(
            float(threshold),
            float((of[LABELLED] >= threshold).mean()),
            float((of[LACKING] >= threshold).mean()),
            float((of[ANSWERABLE] < threshold).mean()),
        )
        for threshold in np.unique(probabilities)
    ]
