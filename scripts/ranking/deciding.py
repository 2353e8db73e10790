"""Learning to tell whether the letters answer a question at all, and how often that goes wrong.

Learned from answerable questions and from three kinds of unanswerable ones: those labelled so, most of which the
letters nearly answer; the answerable ones asked of a collection without their letters; and those made of the answerable
ones with another name or year. Questions for a motie weigh less than others: they name a subject more than they ask
something, and without the motie another on the same subject answers nearly as well.
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
ANSWERABLE, LABELLED, LACKING, SWAPPED = "answerable", "labelled", "lacking", "swapped"
_SHARES = {ANSWERABLE: 0.47, LABELLED: 0.18, LACKING: 0.23, SWAPPED: 0.12}
_OF_MOTION = 0.4


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is decided on: examples, what kind each is, and their evidence, (n, names).

    `held` says, (n,), of which the best passage holds all that is asked about, so that nothing is left to decide.
    """

    examples: Sequence[Example]
    kinds: NDArray[np.str_]
    rows: NDArray[np.float64]
    held: NDArray[np.bool_]

    @property
    def labels(self) -> NDArray[np.float64]:
        """1 for answerable examples, else 0."""
        return np.where(self.kinds == ANSWERABLE, 1.0, 0.0)

    @property
    def of_motions(self) -> NDArray[np.bool_]:
        """Which examples are questions for a motie, (n,)."""
        return np.array([example.of_motion for example in self.examples])


@dataclass(frozen=True, slots=True)
class Errors:
    """The shares of wrong verdicts with a threshold: of each kind of unanswerable questions, and of answerable ones.

    Questions for a motie stand apart: how many are refused, and how many answered without their moties.
    """

    threshold: float
    labelled: float
    lacking: float
    swapped: float
    refused: float
    motions_lacking: float
    motions_refused: float

    @property
    def worse(self) -> float:
        """The larger of both errors, of questions other than for a motie."""
        return max((self.labelled + self.lacking + self.swapped) / 3, self.refused)


def decisions(
    examples: Sequence[Example], scores: Sequence[NDArray[np.float64]], swapped: Sequence[Example]
) -> Decisions:
    """The examples with their cross-validated scores, the answerable ones without their letters, and those swapped."""
    weights = fit(examples)
    taken = [without_its_letters(example) for example in examples if example.right.any()]
    others = [*(example for example in taken if example.candidates), *swapped]
    evidence = [example.evidence(values) for example, values in zip(examples, scores, strict=True)]
    evidence += [example.evidence(example.table @ weights) for example in others]
    kinds = [ANSWERABLE if example.answerable else LABELLED for example in examples]
    kinds += [LACKING] * (len(others) - len(swapped)) + [SWAPPED] * len(swapped)
    rows = [[found.get(name, 0.0) for name in _SIGNS] for found in evidence]
    held = [all_held(found) for found in evidence]
    return Decisions([*examples, *others], np.array(kinds), np.array(rows), np.array(held))


def learn(found: Decisions, chosen: NDArray[np.bool_] | None = None) -> Logistic:
    """The decision learned from the chosen examples, or from all."""
    chosen = np.ones(len(found.examples), dtype=np.bool_) if chosen is None else chosen
    shares = np.where(found.of_motions, _OF_MOTION, 1.0)
    for kind, share in _SHARES.items():
        of_kind = chosen & (found.kinds == kind)
        shares[of_kind] *= share / (shares[of_kind].sum() or 1.0)
    return fit_logistic(found.rows[chosen], found.labels[chosen], shares[chosen], _SIGNS, _PULL)


def cross_validated(found: Decisions) -> NDArray[np.float64]:
    """Each example's probability that it is answerable, learned on the other folds."""
    assigned = folds(found.examples, _FOLDS)
    probabilities = np.zeros(len(found.examples))
    for fold in range(_FOLDS):
        logistic = learn(found, assigned != fold)
        for position in np.flatnonzero(assigned == fold):
            probabilities[position] = logistic.probability(dict(zip(_SIGNS, found.rows[position], strict=True)))
    return np.where(found.held, 1.0, probabilities)


def errors(found: Decisions, probabilities: NDArray[np.float64]) -> list[Errors]:
    """The errors with each threshold, from the lowest on."""
    motions = found.of_motions
    of = {kind: probabilities[(found.kinds == kind) & ~motions] for kind in _SHARES}
    of_motions = {kind: probabilities[(found.kinds == kind) & motions] for kind in (ANSWERABLE, LACKING)}
    return [
        Errors(
            float(threshold),
            labelled=_share(of[LABELLED] >= threshold),
            lacking=_share(of[LACKING] >= threshold),
            swapped=_share(of[SWAPPED] >= threshold),
            refused=_share(of[ANSWERABLE] < threshold),
            motions_lacking=_share(of_motions[LACKING] >= threshold),
            motions_refused=_share(of_motions[ANSWERABLE] < threshold),
        )
        for threshold in np.unique(probabilities)
    ]


def area(found: Decisions, probabilities: NDArray[np.float64], kind: str) -> float:
    """How often an answerable question is held for likelier than an unanswerable one of a kind, moties aside."""
    of_questions = ~found.of_motions
    for_it = probabilities[(found.kinds == ANSWERABLE) & of_questions][:, None]
    against = probabilities[(found.kinds == kind) & of_questions]
    return _share(for_it > against) + _share(for_it == against) / 2


def _share(which: NDArray[np.bool_]) -> float:
    return float(which.mean()) if which.size else 0.0
