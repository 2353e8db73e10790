"""Learn which Dutch index terms stand for which English words; write what `index.translate` ships with.

Use: python -m scripts.train_lexicon TRAINING_FOLDER
IBM Model 1 in both directions over all the parallel text: from English stems, and pairs of neighbouring stems that
belong together, to Dutch index terms as `index.analysis` makes them (so it is run after `scripts.train_compounds`).
"""

import argparse
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from index.analysis import analyse
from index.analysis.tables import Table, write_table
from index.translate.english import EnglishStemmer
from index.translate.lexicon import LEARNED
from scripts.lexical.alignment import links, translate
from scripts.training.sources import PARALLEL, parallel

_ROUNDS = 8
_LONGEST_ENGLISH, _LONGEST_DUTCH = 60, 90
_LEAST_PAIR, _LEAST_TIE = 6, 8.0  # of neighbouring stems: sentences together, and how much oftener than by chance
_LEAST_WORD = 2  # sentences
_BACKWARD = 0.3  # power of the probability of the English word given the Dutch term
_MOST_TERMS, _LEAST_SHARE = 6, 0.03


@dataclass(frozen=True, slots=True)
class Text:
    """Numbered keys and terms of each sentence, and what the numbers stand for."""

    english: list[np.ndarray]
    dutch: list[np.ndarray]
    keys: dict[str, int]
    terms: dict[str, int]


def main() -> None:
    """Align, select, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("training", type=Path)
    text = read(parser.parse_args().training)
    forward = _aligned(text.english, text.dutch, (len(text.keys), len(text.terms)))
    backward = _aligned(text.dutch, text.english, (len(text.terms), len(text.keys)))
    lines = [f"{key}\t{' '.join(entries)}" for key, entries in select(text, forward, backward)]
    write_table(LEARNED, Table({}, sorted(lines)))
    print(f"{len(text.english)} sentences, {len(lines)} words and phrases, {LEARNED.stat().st_size} bytes")


def read(training: Path) -> Text:
    """All the parallel text; the pairs of English stems that belong together are keys beside the stems."""
    stemmer = EnglishStemmer()
    rows = [row for name in PARALLEL for row in parallel(training, name)]
    stems = [
        [word.stem for word in stemmer.content(english) if not word.text[0].isdigit()][:_LONGEST_ENGLISH]
        for _, english in rows
    ]
    pairs = _ties(stems)
    keys: dict[str, int] = {}
    terms: dict[str, int] = {}
    english, dutch = [], []
    for (left, _), found in zip(rows, stems, strict=True):
        neighbours = [f"{one} {other}" for one, other in itertools.pairwise(found)]
        wanted = dict.fromkeys([*found, *(pair for pair in neighbours if pair in pairs)])
        english.append(np.array([keys.setdefault(key, len(keys)) for key in wanted], dtype=np.int32))
        held = dict.fromkeys(term for term in analyse(left) if len(term) > 1 and not term[0].isdigit())
        numbers = [terms.setdefault(term, len(terms)) for term in list(held)[:_LONGEST_DUTCH]]
        dutch.append(np.array(numbers, dtype=np.int32))
    return Text(english, dutch, keys, terms)


def _ties(sentences: Sequence[Sequence[str]]) -> set[str]:
    """Neighbouring stems that stand together much oftener than by chance."""
    single = Counter(stem for stems in sentences for stem in set(stems))
    double = Counter(pair for stems in sentences for pair in set(itertools.pairwise(stems)))
    return {
        f"{one} {other}"
        for (one, other), count in double.items()
        if count >= _LEAST_PAIR and count * len(sentences) > _LEAST_TIE * single[one] * single[other]
    }


def _aligned(sources: Sequence[np.ndarray], targets: Sequence[np.ndarray], shape: tuple[int, int]) -> csr_matrix:
    return translate(links(sources, targets, shape[1]), shape, _ROUNDS)


def select(text: Text, forward: csr_matrix, backward: csr_matrix) -> Iterator[tuple[str, list[str]]]:
    """Key by key its best terms with their shares in percent."""
    both = forward.multiply(backward.T.tocsr().power(_BACKWARD)).tocsr()
    counts = np.bincount(np.concatenate(text.english), minlength=len(text.keys))
    names = list(text.terms)
    for key, row in text.keys.items():
        if counts[row] < _LEAST_WORD:
            continue
        columns = both.indices[both.indptr[row] : both.indptr[row + 1]]
        values = both.data[both.indptr[row] : both.indptr[row + 1]]
        order = np.argsort(-values, kind="stable")[:_MOST_TERMS]
        total = values[order].sum()
        entries = [
            f"{names[columns[place]]}:{round(100 * values[place] / total)}"
            for place in order
            if values[place] >= _LEAST_SHARE * total
        ]
        if entries:
            yield key, entries


if __name__ == "__main__":
    main()
