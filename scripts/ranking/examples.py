"""Labelled questions with what the program finds for them: what the ranking is learned from."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.library import Library
from index.types import Filters
from qa.candidates import Candidate
from qa.evidence import Ranked, weigh_evidence
from qa.features import FEATURES, WeighedQuery
from qa.gold import GoldQuestion, right_answers
from qa.known import Known
from qa.service import Answerer
from qa.types import Question
from qa.understanding.question import implied_filters, understand


@dataclass(frozen=True)
class Example:
    """A labelled question with its candidates: features (n, features), and which of them are right, (n,).

    Examples of one `group` share a document. `occurs` tells whether a word stands in the letters.
    """

    gold: GoldQuestion
    group: str
    question: Question
    weighed: WeighedQuery
    candidates: Sequence[Candidate]
    table: NDArray[np.float64]
    right: NDArray[np.bool_]
    occurs: Callable[[str], bool]

    @property
    def answerable(self) -> bool:
        """Whether the labels say that the letters answer it."""
        return bool(self.gold.answers)

    @property
    def of_motion(self) -> bool:
        """Whether any passage of one document, a motie, is right."""
        return self.gold.kind == "document"

    def evidence(self, scores: NDArray[np.float64]) -> dict[str, float]:
        """What the decision would look at, with these scores of the candidates, (n,)."""
        order = np.argsort(-scores, kind="stable")
        ranked = Ranked([self.candidates[place] for place in order], scores[order], self.table[order])
        return weigh_evidence(self.question, self.weighed, ranked, self.occurs)


def collect(answerer: Answerer, library: Library, questions: Sequence[GoldQuestion]) -> list[Example]:
    """Find the candidates of every question, as the running program does."""
    search_index = library.current()
    known = Known(search_index)
    examples = []
    for gold in questions:
        text = " ".join(gold.question.split())
        question = understand(text, known.directory, answerer.today(), occurs=known.occurs)
        filters = implied_filters(question, Filters())
        weighed, candidates, table, _ = answerer.rank(search_index, question, filters)
        right = [
            bool(right_answers(candidate.stored.letter.file, candidate.stored.chunk.text, gold.answers))
            for candidate in candidates
        ]
        group = gold.answers[0].document if gold.answers else gold.id
        held = np.array(right, dtype=np.bool_)
        examples.append(Example(gold, group, question, weighed, candidates, table, held, known.occurs))
    return examples


def without_its_letters(example: Example) -> Example:
    """The same question asked of a collection that lacks the letters which answer it: unanswerable there."""
    letters = [candidate.stored.letter.id for candidate in example.candidates]
    lacking = {letter for letter, right in zip(letters, example.right, strict=True) if right}
    kept = np.array([letter not in lacking for letter in letters], dtype=np.bool_)
    table = example.table[kept].copy()
    if len(table):
        body, gap = FEATURES.index("body"), FEATURES.index("dense_gap")
        table[:, body] /= table[:, body].max() or 1.0
        table[:, gap] -= table[:, gap].max()
    return dataclasses.replace(
        example,
        gold=dataclasses.replace(example.gold, answers=()),
        candidates=[candidate for candidate, keep in zip(example.candidates, kept, strict=True) if keep],
        table=table,
        right=example.right[kept],
    )


def folds(examples: Sequence[Example], count: int) -> NDArray[np.int64]:
    """A fold for each example; examples of one document share theirs, folds are about equally large."""
    sizes = [0] * count
    by_group: dict[str, list[int]] = defaultdict(list)
    for position, example in enumerate(examples):
        by_group[example.group].append(position)
    assigned = np.zeros(len(examples), dtype=np.int64)
    for group in sorted(by_group, key=lambda name: (-len(by_group[name]), name)):
        smallest = min(range(count), key=lambda fold: sizes[fold])
        sizes[smallest] += len(by_group[group])
        assigned[by_group[group]] = smallest
    return assigned
