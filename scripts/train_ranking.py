"""Learn the weights of the ranking and its calibrations from labelled questions; print how they do in cross-validation.

python -m scripts.train_ranking --data DIR GOLD.jsonl… [--answers FILE.jsonl…] [--write]

Folds are whole documents, so that no letter is both learned from and tested on. With --write, qa/ranking.json is
written from all questions. Whether something is known is asked by none of them: what a mere yes to that is worth is
learned from FILE, real questions to ministers with their answers (see `scripts.evaluate_answers`), the other weights
being learned; without it, it stays what it was.
"""

import argparse
import dataclasses
import itertools
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from qa.features import FEATURES
from qa.gold import read_gold
from qa.ranking import PASSAGE, Logistic, RankingModel, load_model, passage_values, score_table
from qa.service import Answerer
from qa.types import Language
from scripts.ranking.answers import examples_of
from scripts.ranking.deciding import (
    ANSWERABLE,
    LABELLED,
    LACKING,
    SWAPPED,
    Errors,
    area,
    cross_validated,
    decisions,
    errors,
    learn,
)
from scripts.ranking.examples import Example, collect
from scripts.ranking.learning import cross_validated_scores, fit, fit_feature, fit_logistic
from scripts.ranking.swapping import swapped

_AFFIRMED = "affirmed"
_CALIBRATED_ON = 5  # of the first passages of each question
_PULL = 0.0001
_BOUNDS = (0, 0.1, 0.25, 0.5, 0.7, 0.9, 1.01)
_DIGITS = 4
_CURVE = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4)


def report(label: str, examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> None:
    """Print hit@1, hit@5 and MRR per file of questions and language."""
    rows: dict[str, list[int]] = defaultdict(list)
    for example, values in zip(examples, scores, strict=True):
        if example.answerable:
            kind = "motions" if example.of_motion else "questions"
            places = np.flatnonzero(example.right[np.argsort(-values, kind="stable")])
            rows[f"{kind} {example.gold.language.value}"].append(int(places[0]) + 1 if len(places) else 0)
    for name in sorted(rows):
        ranks = rows[name]
        figures = [sum(0 < rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10, 10_000)]
        mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
        print(
            f"{label:<24}{name:<14}n={len(ranks):<5}hit@1 {figures[0]:.3f}  hit@5 {figures[1]:.3f}  "
            f"hit@10 {figures[2]:.3f}  found {figures[3]:.3f}  MRR {mrr:.3f}"
        )


def describe(found: Errors) -> str:
    """One line of the trade-off."""
    return (
        f"threshold {found.threshold:.3f}: answered although unanswerable {found.labelled:.3f} (labelled), "
        f"{found.lacking:.3f} (letters taken away), {found.swapped:.3f} (another name or year); refused although "
        f"answerable {found.refused:.3f}; moties: {found.motions_lacking:.3f} and {found.motions_refused:.3f}"
    )


def learn_weights(examples: Sequence[Example], files: Sequence[Path]) -> NDArray[np.float64]:
    """The weights, (features,), from all labelled questions, and what only the files with answers tell from these."""
    weights, column = fit(examples), FEATURES.index(_AFFIRMED)
    weights[column] = load_model().weights.get(_AFFIRMED, 0.0)
    asked: list[Example] = []
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            asked += examples_of(file, Path(folder))
    if asked:
        weights[column] = fit_feature(asked, weights, _AFFIRMED)
    return weights


def learn_model(
    examples: Sequence[Example],
    scores: Sequence[NDArray[np.float64]],
    swapped_ones: Sequence[Example],
    weights: NDArray[np.float64],
) -> RankingModel:
    """Calibrations and threshold from cross-validated scores, with these weights. Prints the trade-off."""
    found = decisions(examples, scores, swapped_ones)
    probabilities = cross_validated(found)
    curve = errors(found, probabilities)
    best = min(curve, key=lambda each: (each.worse, each.threshold))
    for refused in _CURVE:
        print("  ", describe(max((each for each in curve if each.refused <= refused), key=lambda each: each.threshold)))
    areas = {kind: round(area(found, probabilities, kind), 3) for kind in (LABELLED, LACKING, SWAPPED)}
    print("taken:", describe(best))
    print("area under the curve, against each kind of unanswerable questions:", areas)
    for language in Language:
        chosen = (found.kinds == ANSWERABLE) & ~found.of_motions
        chosen &= np.array([example.gold.language is language for example in found.examples])
        print(f"refused although answerable, {language.value}: {(probabilities[chosen] < best.threshold).mean():.3f}")
    passage = calibrated(examples, scores, probabilities[: len(examples)].tolist())
    return RankingModel(
        {name: round(float(value), _DIGITS) for name, value in zip(FEATURES, weights, strict=True)},
        _rounded(passage),
        _rounded(learn(found)),
        round(best.threshold, _DIGITS),
    )


def calibrated(
    examples: Sequence[Example], scores: Sequence[NDArray[np.float64]], probabilities: Sequence[float]
) -> Logistic:
    """How likely a passage answers, true to the first passages of each question. Prints how true."""
    rows, labels = [], []
    for example, values, probability in zip(examples, scores, probabilities, strict=True):
        first = np.argsort(-values, kind="stable")[:_CALIBRATED_ON]
        rows.append(passage_values(values, probability)[first])
        labels.append(example.right[first])
    table, right = np.vstack(rows), np.concatenate(labels).astype(np.float64)
    logistic = fit_logistic(table, right, np.full(len(right), 1 / len(right)), dict.fromkeys(PASSAGE, 1), _PULL)
    likely = np.array([logistic.probability(dict(zip(PASSAGE, row, strict=True))) for row in table.tolist()])
    for low, high in itertools.pairwise(_BOUNDS):
        among = (likely >= low) & (likely < high)
        print(
            f"passages said to answer for {low:.0%} to {high:.0%}: {among.sum()}, of which {right[among].mean():.0%} do"
        )
    return logistic


def _rounded(logistic: Logistic) -> Logistic:
    weights = {name: round(value, _DIGITS) for name, value in logistic.weights.items()}
    return Logistic(round(logistic.bias, _DIGITS), weights)


def main() -> None:
    """Collect, cross-validate, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--answers", type=Path, nargs="+", default=[], metavar="FILE.jsonl")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    encoder = load_encoder()
    library = Library(options.data, encoder)
    answerer = Answerer(library, Store(options.data), encoder)
    examples = collect(answerer, library, [question for file in options.gold for question in read_gold(file)])
    report("as shipped", examples, [score_table(load_model(), example.table) for example in examples])
    for name in ("body", "dense_gap", "coverage"):
        report(f"only {name}", examples, [example.table[:, FEATURES.index(name)] for example in examples])
    scores = cross_validated_scores(examples)
    report("cross-validated", examples, scores)
    made = swapped(examples)
    found = collect(answerer, library, [question for question, _ in made])
    nearly = [dataclasses.replace(example, group=group) for example, (_, group) in zip(found, made, strict=True)]
    learned = learn_model(examples, scores, nearly, learn_weights(examples, options.answers))
    print("ranking", {name: value for name, value in learned.weights.items() if value})
    print("decision", {name: round(value, 3) for name, value in learned.answer.weights.items() if value})
    if options.write:
        file = Path(__file__).parents[1] / "qa" / "ranking.json"
        file.write_text(json.dumps(dataclasses.asdict(learned), indent=2) + "\n", encoding="utf-8")
        print(f"written: {file}")


if __name__ == "__main__":
    main()
