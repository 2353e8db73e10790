"""Learn the vocabulary, which forms share a stem, and where compounds are cut; write what `index.analysis` ships with.

Use: python -m scripts.train_compounds TRAINING_FOLDER LETTERS_FOLDER [--measure FILE]
Prints precision and recall on the labelled words by ten-fold cross-validation, and of the shipped splitter on FILE.
"""

import argparse
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis.compounds import CompoundSplitter
from index.analysis.data import FREQUENCY_STEP, LEARNED, SCORE_STEP, SCORE_ZERO, load_lexicon
from index.analysis.stopwords import FUNCTION_WORDS
from index.analysis.tables import ABSENT, Table, write_table
from scripts.lexical.conflation import conflate, forms_to_english
from scripts.lexical.counting import Counts, count
from scripts.lexical.splits import Cut, Features, Inventory, cuts, fit, inventory, productivity
from scripts.lexical.texts import passages, titles

HERE = Path(__file__).parent / "lexical"
_LEAST_SHIPPED = 5  # a word that occurs less often is not in the vocabulary
_LEAST_CUT = 2  # a word that occurs less often teaches nothing about parts
_LEAST_DECIDED = 3  # a word that occurs less often is cut by the model, even where its passages know better
Labels = Mapping[str, Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression over all features, or over those that need no text."""

    weights: NDArray[np.float64]
    intercept: float

    def score(self, features: Sequence[float]) -> float:
        """Log odds that the cut is right; features beyond the weights are not looked at."""
        return float(np.dot(features[: len(self.weights)], self.weights) + self.intercept)


def main() -> None:
    """Train, write, measure."""
    arguments = _arguments()
    counts = count(passages(arguments.training, arguments.letters), titles(arguments.training))
    sections = read_sections(HERE / "parts.txt")
    never_first = frozenset(sections["never first"]) | FUNCTION_WORDS
    never_last = frozenset(sections["never last"]) | FUNCTION_WORDS
    parts = inventory(counts, never_first, never_last, sections["bound"])
    types = sorted(
        word
        for word, frequency in counts.frequency.items()
        if frequency >= _LEAST_CUT and len(word) >= 6 and counts.is_common(word)
    )
    candidates = {word: ways for word in types if (ways := cuts(word, parts))}
    features = Features(counts, parts, productivity(candidates))
    labels = read_labels(HERE / "compounds.txt")
    cross_validate(labels, candidates, features)
    alone = train(labels, candidates, features, Features.TOGETHER.start)
    together = train(labels, candidates, features, Features.TOGETHER.stop)
    write_vocabulary(counts)
    write_stems(conflate(counts, forms_to_english(arguments.training)))
    write_parts(parts, features, alone)
    write_decided({})
    decided = decisions(counts, candidates, features, together) | labelled(labels)
    write_decided(decided)
    print(f"{len(candidates)} words with cuts, {len(decided)} decided otherwise than by the scores of the parts")
    for path in arguments.measure:
        measure(load_lexicon().splitter, read_labels(path), path.name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("training", type=Path)
    parser.add_argument("letters", type=Path)
    parser.add_argument("--measure", type=Path, nargs="*", default=[HERE / "compounds.txt"])
    return parser.parse_args()


def read_sections(path: Path) -> dict[str, list[str]]:
    """The words under each [heading] of a file."""
    sections: dict[str, list[str]] = {}
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            sections.setdefault(heading, []).extend(line.split())
    return sections


def read_labels(path: Path) -> dict[str, list[list[str]]]:
    """Word by word the readings that are right, each as its parts; a simple word is its own only part."""
    labels = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, _, readings = line.partition(" ")
            labels[word] = [reading.split("+") for reading in (readings or word).split("|")]
    return labels


def borders(word: str, parts: Sequence[str]) -> set[int]:
    """Where each part but the first begins in the word."""
    found = set()
    position = len(parts[0])
    for part in parts[1:]:
        position = word.index(part, position)
        found.add(position)
        position += len(part)
    return found


def examples(
    labels: Labels, candidates: Mapping[str, Sequence[Cut]], features: Features
) -> tuple[list[str], NDArray[np.float64], NDArray[np.float64]]:
    """Word, features and label of each cut of the labelled words, but for those that may be cut or not."""
    words, rows, targets = [], [], []
    for word, readings in labels.items():
        optional = any(len(reading) == 1 for reading in readings) and len(readings) > 1
        allowed = set[int]().union(*(borders(word, reading) for reading in readings))
        for cut in candidates.get(word, []):
            if not (optional and cut.position in allowed):
                words.append(word)
                rows.append(features.of(word, cut))
                targets.append(cut.position in allowed)
    return words, np.array(rows, dtype=np.float64), np.array(targets, dtype=np.float64)


def train(labels: Labels, candidates: Mapping[str, Sequence[Cut]], features: Features, width: int) -> Model:
    """A model of the first `width` features."""
    _, rows, targets = examples(labels, candidates, features)
    return Model(*fit(rows[:, :width], targets))


def cross_validate(labels: Labels, candidates: Mapping[str, Sequence[Cut]], features: Features) -> None:
    """Print precision and recall over the cuts of the labelled words, each judged by a model that did not see it."""
    words, rows, targets = examples(labels, candidates, features)
    fold = np.array([hash_of(word) % 10 for word in words])
    for name, width in (("without text", Features.TOGETHER.start), ("with text", Features.TOGETHER.stop)):
        right = np.zeros(len(words), dtype=bool)
        for part in range(10):
            model = Model(*fit(rows[fold != part, :width], targets[fold != part]))
            right[fold == part] = [model.score(row) > 0 for row in rows[fold == part]]
        precision, recall = targets[right].mean(), targets[right].sum() / targets.sum()
        print(f"cuts {name}: {len(words)}, precision {precision:.3f}, recall {recall:.3f}")


def hash_of(word: str) -> int:
    """A number that is the same in every process."""
    return sum(position * ord(letter) for position, letter in enumerate(word, start=7))


def measure(splitter: CompoundSplitter, labels: Labels, name: str) -> None:
    """Print how many compounds are cut at right places only, and how many simple words are left whole."""
    cut = right = missed = simple = 0
    for word, readings in labels.items():
        pieces = splitter.smallest(word)
        fits = any(set(borders(word, pieces or [word])) <= set(borders(word, reading)) for reading in readings)
        is_compound = min(len(reading) for reading in readings) > 1
        cut += bool(pieces)
        right += bool(pieces) and fits
        missed += is_compound and not (pieces and fits)
        simple += is_compound
        if not fits or (is_compound and not pieces):
            print(f"  {word}: {'+'.join(pieces) or 'whole'}, not {readings}")
    print(f"{name}: {len(labels)} words, precision {right / cut:.3f}, recall {1 - missed / simple:.3f}")


def write_vocabulary(counts: Counts) -> None:
    """Every word that occurs often enough, with its frequency and whether it is a name."""
    shipped = sorted(word for word, frequency in counts.frequency.items() if frequency >= _LEAST_SHIPPED)
    levels = bytes(round(math.log(counts.frequency[word] + 1) / FREQUENCY_STEP) for word in shipped)
    capitals = bytes(not counts.is_common(word) for word in shipped)
    _write("vocabulary", Table({}, shipped, [levels, capitals]))


def write_stems(stems: Mapping[str, str]) -> None:
    """The stems of forms that the rules would not bring to the right one."""
    _write("stems", Table({}, [f"{form} {stems[form]}" for form in sorted(stems)]))


def write_parts(parts: Inventory, features: Features, model: Model) -> None:
    """Each part with its scores as first, linked first and last."""
    first_weights, last_weights = model.weights[Features.FIRST], model.weights[Features.LAST]
    words = sorted({*parts.firsts, *parts.lasts})
    columns = [
        bytes(
            _byte(np.dot(features.of_first(part, linked), first_weights)) if part in parts.firsts else ABSENT
            for part in words
        )
        for linked in (False, True)
    ]
    columns.append(
        bytes(_byte(np.dot(features.of_last(part), last_weights)) if part in parts.lasts else ABSENT for part in words)
    )
    facts = {"weight of frequency": float(model.weights[Features.WORD][0]), "intercept": model.intercept}
    _write("parts", Table(facts, words, columns))


def write_decided(decided: Mapping[str, Cut | None]) -> None:
    """Words with the place where they are cut, 0 for a word that is left whole."""
    words = sorted(decided)
    ways = [decided[word] for word in words]
    cuts_at = bytes(0 if way is None else way.position for way in ways)
    linked = bytes(way is not None and way.linked for way in ways)
    _write("decided", Table({}, words, [cuts_at, linked]))


def _byte(score: float) -> int:
    return min(max(round(score / SCORE_STEP) + SCORE_ZERO, 0), ABSENT - 1)


def decisions(
    counts: Counts, candidates: Mapping[str, Sequence[Cut]], features: Features, model: Model
) -> dict[str, Cut | None]:
    """Words whose passages tell something else than the scores alone: cut otherwise, or left whole."""
    splitter = load_lexicon().splitter
    found: dict[str, Cut | None] = {}
    for word, ways in candidates.items():
        if counts.frequency[word] < _LEAST_DECIDED:
            continue
        score, best = max((model.score(features.of(word, cut)), cut) for cut in ways)
        split = splitter.split(word)
        if score <= 0 and split is not None:
            found[word] = None
        elif score > 0 and (split is None or (split.first, split.last) != (best.first, best.last)):
            found[word] = best
    return found


def labelled(labels: Labels) -> dict[str, Cut | None]:
    """Words as a reader judged them, unless both ways are right; a compound is cut before its last part."""
    found: dict[str, Cut | None] = {}
    for word, readings in labels.items():
        if all(len(reading) == 1 for reading in readings):
            found[word] = None
        elif all(len(reading) > 1 for reading in readings):
            border = max(borders(word, readings[0]))
            linked = word[:border] != "".join(readings[0][:-1]) and word[border - 1] == "s"
            first = word[: border - 1] if linked else word[:border]
            linked = linked and not first.endswith("s") and readings[0][-2][-1] != "s"
            found[word] = Cut(first if linked else word[:border], linked, word[border:])
    return found


def _write(name: str, table: Table) -> None:
    write_table(LEARNED / f"{name}.gz", table)
    load_lexicon.cache_clear()


if __name__ == "__main__":
    main()
