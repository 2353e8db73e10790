"""Measure the whole ranking on real questions to ministers: each question's own answer among all answers of a file.

python -m scripts.evaluate_answers FILE.jsonl…

A line of a file holds `question` and its answer (`positive` or `answer`). The answers are read as letters into a data
folder that is thrown away again, the same answers as one; the questions are not. Prints the mean reciprocal rank, with
its 95 % interval, of each leg, of the ranking as it is shipped (it was learned from other questions), and of the same
features learned from the file itself, cross-validated.
"""

import argparse
import dataclasses
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.features import FEATURES
from qa.metrics import interval
from qa.ranking import load_model, score_table
from scripts.ranking.answers import examples_of
from scripts.ranking.examples import Example
from scripts.ranking.learning import cross_validated_scores


def reciprocal(example: Example, scores: NDArray[np.float64]) -> float:
    """One over the rank of the right answer among the answers, each at its best passage; 0 when it was not found."""
    if not example.right.any():
        return 0.0
    own = scores[example.right].max()
    better = {
        candidate.stored.letter.id
        for candidate, score, right in zip(example.candidates, scores, example.right, strict=True)
        if score > own and not right
    }
    return 1 / (1 + len(better))


def show(name: str, examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> None:
    """Print one line."""
    figure = interval([reciprocal(example, values) for example, values in zip(examples, scores, strict=True)])
    print(f"  {name:<32}MRR {figure.mean:.3f} ({figure.low:.3f}–{figure.high:.3f})")


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.jsonl")
    for file in parser.parse_args().files:
        with tempfile.TemporaryDirectory() as folder:
            examples = examples_of(file, Path(folder))
            print(f"{file.name}: {len(examples)} questions")
            for name, feature in (("words alone", "body"), ("vectors alone", "dense_gap")):
                show(name, examples, [each.table[:, FEATURES.index(feature)] for each in examples])
            show("the ranking as shipped", examples, [score_table(load_model(), each.table) for each in examples])
            # "Ja." answers one question in eleven of those to ministers, and is to be learned from some for others.
            grouped = [dataclasses.replace(each, group=each.gold.id) for each in examples]
            show("learned from the file itself", examples, cross_validated_scores(grouped))


if __name__ == "__main__":
    main()
