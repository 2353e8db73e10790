"""Put ways to find the passage side by side: the same letters, the same questions, one line each.

python -m scripts.compare --data DIR [--minilm FOLDER] GOLD.jsonl…

DIR is a data folder with a built generation. Plain BM25 and our legs rank the passages of that generation. With
--minilm (a folder of all-MiniLM-L6-v2) comes the pipeline that many begin with: pieces of 1,000 characters, that model,
FAISS. Of the learned ranking each line adds features to the line before it; its figures are cross-validated by
document. The last line is the program as it runs, with weights learned from these very questions. Prints hit@1 and
hit@5 with the 95 % interval of a bootstrap over questions.
"""

import argparse
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from index.types import SearchIndex, Term
from qa.evaluating import evaluate
from qa.features import FEATURES
from qa.gold import GoldQuestion, read_gold, right_answers
from qa.metrics import Interval, hit, interval
from qa.service import Answerer
from scripts.bm25 import Bm25, bare_words, snowball_stems
from scripts.ranking.examples import Example, collect
from scripts.ranking.learning import cross_validated_scores

_PIECE = 1000
_DEPTH = 10
_GROUPS = (("questions", "nl"), ("questions", "en"), ("motions", "nl"), ("motions", "en"))
# Each step adds these features to those of the steps before it.
_STEPS = (
    ("both legs, learned", ("body", "dense_gap")),
    ("+ words covered, how often, nearness", ("coverage", "often", "pairs")),
    ("+ who wrote it", ("author",)),
    ("+ a moment or amount, when asked for", ("moment", "amount")),
    ("+ kind and length, a mere yes (all)", ("is_note", "is_report", "length", "affirmed")),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that may answer, and the file it comes from."""

    file: str
    text: str


Scores = Callable[[str], NDArray[np.float64]]


def ranks_by_scores(texts: Sequence[Text], scores: Scores, gold: Sequence[GoldQuestion]) -> list[list[int]]:
    """The ranks of the right texts among the first ten, for each question; texts that score 0 are not found."""
    found = []
    for question in gold:
        values = scores(question.question)
        best = np.argsort(-values, kind="stable")[:_DEPTH]
        found.append(
            [
                rank
                for rank, place in enumerate(best, start=1)
                if values[place] > 0 and right_answers(texts[place].file, texts[place].text, question.answers)
            ]
        )
    return found


def ranks_of_examples(examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> list[list[int]]:
    """The ranks of the right candidates, for each example."""
    return [
        (np.flatnonzero(example.right[np.argsort(-values, kind="stable")]) + 1).tolist()
        for example, values in zip(examples, scores, strict=True)
    ]


def passages(search_index: SearchIndex) -> list[Text]:
    """The passages of a generation."""
    stored = search_index.fetch(range(search_index.info.manifest.chunk_count))
    return [Text(each.letter.file, each.chunk.text) for each in stored]


def pieces(search_index: SearchIndex, store: Store) -> Iterator[Text]:
    """The letters of a generation in pieces of at most 1,000 characters, cut at white space."""
    for record in search_index.letters.values():
        text = store.load(record.id, record.reading).text
        start = 0
        while start < len(text):
            end = min(len(text), start + _PIECE)
            blank = text.rfind(" ", start, end)
            if end < len(text) and blank > start:
                end = blank
            yield Text(record.file, text[start:end])
            start = end


def plain(texts: Sequence[Text], analyse: Callable[[str], list[str]]) -> Scores:
    """BM25 over the texts alone."""
    ranking = Bm25([analyse(each.text) for each in texts])
    return lambda question: ranking.scores([Term(term) for term in dict.fromkeys(analyse(question))])


def ablation(examples: Sequence[Example]) -> Iterator[tuple[str, list[list[int]]]]:
    """Each step of the learned ranking, cross-validated."""
    allowed: list[str] = []
    for name, added in _STEPS:
        allowed += added
        mask = np.array([float(feature in allowed) for feature in FEATURES])
        masked = [dataclasses.replace(example, table=example.table * mask) for example in examples]
        yield name, ranks_of_examples(examples, cross_validated_scores(masked))


def line(name: str, gold: Sequence[GoldQuestion], found: Sequence[Sequence[int]]) -> str:
    """The figures of each group of questions that can be answered."""
    cells = []
    for kind, language in _GROUPS:
        ranks = [
            each
            for question, each in zip(gold, found, strict=True)
            if question.answers
            and question.language.value == language
            and (question.kind == "document") == (kind == "motions")
        ]
        figures = [interval([hit(each, depth) for each in ranks]) for depth in (1, 5)]
        cells.append(" / ".join(map(_cell, figures)))
    return f"| {name} | " + " | ".join(cells) + " |"


def _cell(figure: Interval) -> str:
    return f"{figure.mean:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--minilm", help="folder of all-MiniLM-L6-v2")
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    gold = [question for file in options.gold for question in read_gold(file)]
    encoder, store = load_encoder(), Store(options.data)
    library = Library(options.data, encoder)
    search_index = library.current()
    texts = passages(search_index)
    print("| hit@1 / hit@5 | " + " | ".join(f"{kind} {language}" for kind, language in _GROUPS) + " |")
    print("|---" * (len(_GROUPS) + 1) + "|")
    print(line("BM25, words", gold, ranks_by_scores(texts, plain(texts, bare_words), gold)))
    stems = ranks_by_scores(texts, plain(texts, snowball_stems), gold)
    print(line("BM25, Dutch stemmer", gold, stems), flush=True)
    if options.minilm:
        model, cut = load_encoder(options.minilm), list(pieces(search_index, store))
        vectors = model.encode([each.text for each in cut]).astype(np.float64)
        near = ranks_by_scores(cut, lambda question: vectors @ model.encode([question])[0], gold)
        print(line("all-MiniLM-L6-v2, 1,000 characters", gold, near), flush=True)
    answerer = Answerer(library, store, encoder)
    examples = collect(answerer, library, gold)
    for name, feature in (("our words alone", "body"), ("our vectors alone", "dense_gap")):
        column = FEATURES.index(feature)
        print(line(name, gold, ranks_of_examples(examples, [each.table[:, column] for each in examples])))
    for name, found in ablation(examples):
        print(line(name, gold, found), flush=True)
    whole = evaluate(answerer, gold)
    print(line("the program as it runs", gold, [outcome.ranks for outcome in whole.outcomes]))


if __name__ == "__main__":
    main()
