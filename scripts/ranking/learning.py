"""Learning weights: of a ranking from examples, and of logistic regressions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar

from qa.features import FEATURES
from qa.ranking import Logistic
from scripts.ranking.examples import Example, folds

_FOLDS = 5
_PULL = 0.002  # of the weights towards 0, per standardised weight
_MOST = 20.0
# Evidence cannot count against a passage; what may go either way is learned freely.
_FREE = frozenset({"is_note", "is_report", "length"})
# The decision and the quoting look at these; as part of the ranking they did worse on questions not learned from.
_UNUSED = frozenset({"people", "registered"})


def fit(examples: Sequence[Example]) -> NDArray[np.float64]:
    """The weights, (features,), that minimise the mean loss over the examples that have a right candidate.

    An example's loss is -log of the share that a softmax over its candidates' scores gives to the right ones.
    """
    scale = np.vstack([example.table for example in examples]).std(axis=0)
    scale[scale == 0] = 1.0
    usable = [(example.table / scale, example.right) for example in examples if example.right.any()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, gradient = 0.0, np.zeros_like(weights)
        for table, right in usable:
            scores = table @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            held = share[right].sum()
            total -= np.log(held)
            gradient += table.T @ (share - np.where(right, share / held, 0.0))
        count = max(1, len(usable))
        return float(total / count + _PULL * weights @ weights), gradient / count + 2 * _PULL * weights

    bounds = [_bounds(name) for name in FEATURES]
    weights: NDArray[np.float64] = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", bounds=bounds).x
    slopes: NDArray[np.float64] = weights / scale
    return slopes


def fit_feature(examples: Sequence[Example], weights: NDArray[np.float64], name: str) -> float:
    """The weight of one feature, 0 or more, that suits these examples best while the others, (features,), stay."""
    column = FEATURES.index(name)
    usable = [example for example in examples if example.right.any()]
    others = [example.table @ weights - example.table[:, column] * weights[column] for example in usable]

    def loss(weight: float) -> float:
        total = 0.0
        for example, scores in zip(usable, others, strict=True):
            share = np.exp(scores + weight * example.table[:, column] - scores.max() - weight)
            total -= np.log(share[example.right].sum() / share.sum())
        return float(total / max(1, len(usable)) + _PULL * weight**2)

    return float(minimize_scalar(loss, bounds=(0, _MOST), method="bounded").x)


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in _UNUSED:
        return 0.0, 0.0
    return (None, None) if name in _FREE else (0.0, None)


def cross_validated_scores(examples: Sequence[Example]) -> list[NDArray[np.float64]]:
    """Each example's candidate scores by weights learned on the other folds."""
    assigned = folds(examples, _FOLDS)
    scores: list[NDArray[np.float64]] = [np.zeros(0)] * len(examples)
    for fold in range(_FOLDS):
        weights = fit([example for example, at in zip(examples, assigned, strict=True) if at != fold])
        for position in np.flatnonzero(assigned == fold).tolist():
            scores[position] = examples[position].table @ weights
    return scores


def fit_logistic(
    rows: NDArray[np.float64],
    labels: NDArray[np.float64],
    shares: NDArray[np.float64],
    signs: dict[str, int],
    pull: float,
) -> Logistic:
    """Logistic regression of (n, names) rows, each weighing its share; `pull` towards 0 on standardised rows.

    `signs` names the columns; a weight keeps to its sign: 1 for what speaks for an answer, -1 against, 0 either way.
    """
    middle, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale == 0] = 1.0
    table = np.hstack([np.ones((len(rows), 1)), (rows - middle) / scale])
    side = np.where(labels > 0, 1.0, -1.0)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        signed = side * (table @ weights)
        penalty = np.concatenate([[0.0], weights[1:]])
        value = float((shares * np.logaddexp(0, -signed)).sum() + pull * penalty @ penalty)
        pressure = -shares * side / (1 + np.exp(np.clip(signed, -40, 40)))
        return value, table.T @ pressure + 2 * pull * penalty

    limits = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    bounds = [(None, None), *(limits[sign] for sign in signs.values())]
    weights = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    slopes = weights[1:] / scale
    return Logistic(float(weights[0] - slopes @ middle), dict(zip(signs, slopes.tolist(), strict=True)))
