"""Learn the weights of the ranking and its calibrations from labelled questions; print how they do in cross-validation.

python -m scripts.train_ranking --data DIR GOLD.jsonl… [--write]

The loss of a question is -log of the share that a softmax over its candidates' scores gives to the right ones. All
languages are learned together first; each language's weights then start from those, and are held near them. Folds are
whole documents, so that no letter is both learned from and tested on. With --write, qa/ranking.json is written from
all questions.
"""

import argparse
import dataclasses
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from index.types import Filters
from qa.directory import Directory
from qa.features import FEATURES
from qa.gold import GoldQuestion, read_gold, right_answers
from qa.ranking import Logistic, RankingModel, load_model, summarise
from qa.service import Answerer
from qa.types import Language
from qa.understanding import understand

_FOLDS = 5
_TOGETHER = 0.02  # pull of all weights towards 0 (per standardised weight)
_NEAR = 0.05  # pull of a language's weights towards those of all languages
# Evidence cannot count against a passage; what may go either way is learned freely.
_FREE = frozenset({"is_motion", "is_note", "is_report", "length"})
_CIRCUMSTANCES = frozenset({"words", "english"})
# What must hold in a collection of any size: how well the best passage fits, and how far it stands out.
_DECIDING = (
    "score",
    "lead",
    "coverage",
    "window",
    "body_fit",
    "dense",
    "pairs",
    "people",
    "moment",
    "amount",
    "words",
    "english",
)


@dataclass(frozen=True)
class Example:
    """A labelled question with its candidates: features (n, features), which of them are right, and their letters."""

    gold: GoldQuestion
    group: str
    table: NDArray[np.float64]
    right: NDArray[np.bool_]
    letters: tuple[str, ...]
    words: int

    @property
    def answerable(self) -> bool:
        """Whether the labels say that the letters answer it."""
        return bool(self.gold.answers)


def without_its_letters(example: Example) -> Example:
    """The same question asked of a collection that lacks the letters which answer it: unanswerable there."""
    lacking = {letter for letter, right in zip(example.letters, example.right, strict=True) if right}
    kept = np.array([letter not in lacking for letter in example.letters], dtype=bool)
    table = example.table[kept].copy()
    if len(table):
        for name in ("body", "context", "names"):
            column = FEATURES.index(name)
            table[:, column] /= table[:, column].max() or 1.0
        dense, gap = FEATURES.index("dense"), FEATURES.index("dense_gap")
        table[:, gap] = table[:, dense] - table[:, dense].max()
    letters = tuple(letter for letter, keep in zip(example.letters, kept, strict=True) if keep)
    gold = dataclasses.replace(example.gold, answers=())
    return dataclasses.replace(example, gold=gold, table=table, right=example.right[kept], letters=letters)


def collect(answerer: Answerer, library: Library, questions: Sequence[GoldQuestion]) -> list[Example]:
    """Find the candidates of every question, as the running program does."""
    search_index = library.current()
    directory = Directory(search_index.letters.values())
    examples = []
    for gold in questions:
        question = understand(gold.question, directory, answerer.today())
        weighed, candidates, table, _ = answerer.rank(search_index, question, Filters())
        right = [
            bool(right_answers(candidate.stored.letter.file, candidate.stored.chunk.text, gold.answers))
            for candidate in candidates
        ]
        group = gold.answers[0].document if gold.answers else gold.id
        letters = tuple(candidate.stored.letter.id for candidate in candidates)
        examples.append(Example(gold, group, table, np.array(right, dtype=bool), letters, len(weighed.rarity)))
    return examples


def fit(examples: Sequence[Example], pull: float, near: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """The weights (features,) that minimise the loss over the examples that have a right candidate."""
    usable = [example for example in examples if example.right.any()]
    start = np.zeros(len(FEATURES)) if near is None else near

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, gradient = 0.0, np.zeros_like(weights)
        for example in usable:
            scores = example.table @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            held = share[example.right].sum()
            total -= np.log(held)
            wanted = np.where(example.right, share / held, 0.0)
            gradient += example.table.T @ (share - wanted)
        count = max(1, len(usable))
        difference = weights - start
        return total / count + pull * difference @ difference, gradient / count + 2 * pull * difference

    bounds = [(None, None) if name in _FREE else (0.0, None) for name in FEATURES]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    weights: NDArray[np.float64] = found.x
    return weights


def fit_languages(examples: Sequence[Example]) -> dict[Language, NDArray[np.float64]]:
    """Weights by language, on the features as they are."""
    scale = np.vstack([example.table for example in examples]).std(axis=0)
    scale[scale == 0] = 1.0
    scaled = [dataclasses.replace(example, table=example.table / scale) for example in examples]
    together = fit(scaled, _TOGETHER)
    weights = {}
    for language in Language:
        spoken = [example for example in scaled if example.gold.language is language]
        weights[language] = fit(spoken, _NEAR, together) / scale
    return weights


def folds(examples: Sequence[Example]) -> list[int]:
    """A fold for each example; examples of one document share theirs, folds are about equally large."""
    sizes = [0] * _FOLDS
    by_group: dict[str, list[int]] = defaultdict(list)
    for position, example in enumerate(examples):
        by_group[example.group].append(position)
    assigned = [0] * len(examples)
    for group in sorted(by_group, key=lambda name: (-len(by_group[name]), name)):
        smallest = min(range(_FOLDS), key=lambda fold: sizes[fold])
        sizes[smallest] += len(by_group[group])
        for position in by_group[group]:
            assigned[position] = smallest
    return assigned


def cross_validated_scores(examples: Sequence[Example]) -> list[NDArray[np.float64]]:
    """Each example's candidate scores by weights learned on the other folds."""
    assigned = folds(examples)
    scores: list[NDArray[np.float64]] = [np.zeros(0)] * len(examples)
    for fold in range(_FOLDS):
        weights = fit_languages([example for example, at in zip(examples, assigned, strict=True) if at != fold])
        for position, example in enumerate(examples):
            if assigned[position] == fold:
                scores[position] = example.table @ weights[example.gold.language]
    return scores


def fit_logistic(rows: NDArray[np.float64], labels: NDArray[np.float64], names: Sequence[str], pull: float) -> Logistic:
    """Logistic regression of (n, names) rows, both classes weighed alike; `pull` towards 0 on standardised rows.

    No weight of evidence is negative: more of it never makes an answer less likely.
    """
    middle, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale == 0] = 1.0
    table = np.hstack([np.ones((len(rows), 1)), (rows - middle) / scale])
    share = np.where(labels > 0, 0.5 / max(1, labels.sum()), 0.5 / max(1, (1 - labels).sum()))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        signed = np.where(labels > 0, 1.0, -1.0) * (table @ weights)
        penalty = np.concatenate([[0.0], weights[1:]])
        value = float((share * np.logaddexp(0, -signed)).sum() + pull * penalty @ penalty)
        pressure = -share * np.where(labels > 0, 1.0, -1.0) / (1 + np.exp(np.clip(signed, -40, 40)))
        return value, table.T @ pressure + 2 * pull * penalty

    bounds = [(None, None), *((None if name in _CIRCUMSTANCES else 0.0, None) for name in names)]
    weights = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    slopes = weights[1:] / scale
    return Logistic(float(weights[0] - slopes @ middle), dict(zip(names, slopes.tolist(), strict=True)))


def summaries(examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> list[dict[str, float]]:
    """What the decision would look at, for each example."""
    found = []
    for example, values in zip(examples, scores, strict=True):
        order = np.argsort(-values, kind="stable")
        found.append(summarise(values[order].tolist(), example.table[order], example.words, example.gold.language))
    return found


def with_lacking(
    examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]
) -> tuple[list[Example], list[NDArray[np.float64]]]:
    """The examples, and each answerable one once more without the letters that answer it."""
    weights = fit_languages(examples)
    lacking = [without_its_letters(example) for example in examples if example.right.any()]
    lacking = [example for example in lacking if len(example.table)]
    return [*examples, *lacking], [*scores, *(example.table @ weights[example.gold.language] for example in lacking)]


def decide(examples: Sequence[Example], found: Sequence[dict[str, float]], pull: float) -> list[float]:
    """Each example's probability that it is answerable, learned on the other folds."""
    assigned = np.array(folds(examples))
    rows = np.array([[summary.get(name, 0.0) for name in _DECIDING] for summary in found])
    labels = np.array([float(example.answerable) for example in examples])
    probabilities = np.zeros(len(examples))
    for fold in range(_FOLDS):
        logistic = fit_logistic(rows[assigned != fold], labels[assigned != fold], _DECIDING, pull)
        for position in np.flatnonzero(assigned == fold):
            probabilities[position] = logistic.probability(found[position])
    return probabilities.tolist()


def best_threshold(examples: Sequence[Example], probabilities: Sequence[float], count: int) -> tuple[float, str]:
    """The threshold with the least larger error, and what it errs; the first `count` examples are as labelled."""
    answerable = np.array([example.answerable for example in examples])
    labelled = np.arange(len(examples)) < count
    values = np.array(probabilities)
    options = []
    for threshold in np.unique(values):
        near = float((values[~answerable & labelled] >= threshold).mean())
        lacking = float((values[~answerable & ~labelled] >= threshold).mean())
        refused = float((values[answerable] < threshold).mean())
        options.append((max((near + lacking) / 2, refused), float(threshold), near, lacking, refused))
    _, threshold, near, lacking, refused = min(options)
    return threshold, (
        f"threshold {threshold:.3f}: answered although unanswerable {near:.3f} (labelled) and {lacking:.3f} (letter "
        f"taken away), refused although answerable {refused:.3f}"
    )


def report(label: str, examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> None:
    """Print hit@1, hit@5 and MRR per file of questions and language."""
    rows: dict[str, list[int]] = defaultdict(list)
    for example, values in zip(examples, scores, strict=True):
        if example.gold.answers:
            kind = "motions" if example.gold.kind == "document" else "questions"
            order = np.argsort(-values, kind="stable")
            places = np.flatnonzero(example.right[order])
            rows[f"{kind} {example.gold.language.value}"].append(int(places[0]) + 1 if len(places) else 0)
    for name in sorted(rows):
        ranks = rows[name]
        figures = [sum(0 < rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10, 10_000)]
        mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
        print(
            f"{label:<24}{name:<14}n={len(ranks):<5}hit@1 {figures[0]:.3f}  hit@5 {figures[1]:.3f}  "
            f"hit@10 {figures[2]:.3f}  found {figures[3]:.3f}  MRR {mrr:.3f}"
        )


def final_model(examples: Sequence[Example], scores: Sequence[NDArray[np.float64]], pull: float) -> RankingModel:
    """Weights from all questions; calibrations and threshold from cross-validated scores."""
    weights = fit_languages(examples)
    every, their_scores = with_lacking(examples, scores)
    found = summaries(every, their_scores)
    labels = np.array([float(example.answerable) for example in every])
    rows = np.array([[summary.get(name, 0.0) for name in _DECIDING] for summary in found])
    threshold, errors = best_threshold(every, decide(every, found, pull), len(examples))
    print(errors)
    passages = [
        (value, float(right))
        for example, values in zip(examples, scores, strict=True)
        for value, right in sorted(zip(values.tolist(), example.right.tolist(), strict=True), reverse=True)[:5]
    ]
    table = np.array(passages)
    return RankingModel(
        {
            language: {name: round(float(value), 4) for name, value in zip(FEATURES, values, strict=True)}
            for language, values in weights.items()
        },
        _plain_logistic(table),
        fit_logistic(rows, labels, _DECIDING, pull),
        threshold,
    )


def _plain_logistic(table: NDArray[np.float64]) -> Logistic:
    # The passage's probability must be true to its share of right ones: classes are not weighed alike here.
    score, right = table[:, 0], table[:, 1]

    def loss(weights: NDArray[np.float64]) -> float:
        value = weights[0] + weights[1] * score
        return float(np.mean(np.logaddexp(0, value) - right * value))

    bias, slope = minimize(loss, np.array([-1.0, 1.0]), method="Nelder-Mead").x
    return Logistic(float(bias), {"score": float(slope)})


def main() -> None:
    """Collect, cross-validate, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--pull", type=float, default=0.02)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    encoder = load_encoder()
    library = Library(options.data, encoder)
    answerer = Answerer(library, Store(options.data), encoder)
    questions = [question for file in options.gold for question in read_gold(file)]
    examples = collect(answerer, library, questions)
    model = load_model()
    shipped = [
        example.table @ np.array([model.weights[example.gold.language].get(name, 0.0) for name in FEATURES])
        for example in examples
    ]
    report("as shipped", examples, shipped)
    for name in ("body", "context", "dense", "coverage"):
        report(f"only {name}", examples, [example.table[:, FEATURES.index(name)] for example in examples])
    scores = cross_validated_scores(examples)
    report("cross-validated", examples, scores)
    learned = final_model(examples, scores, options.pull)
    for language, weights in learned.weights.items():
        print(language.value, {name: value for name, value in weights.items() if value})
    print("decision", {name: round(value, 3) for name, value in learned.answer.weights.items() if value})
    if options.write:
        file = Path(__file__).parents[1] / "qa" / "ranking.json"
        file.write_text(json.dumps(dataclasses.asdict(learned), indent=2) + "\n", encoding="utf-8")
        print(f"written: {file}")


if __name__ == "__main__":
    main()
