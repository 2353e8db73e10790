"""Measure what each step of the lexical analysis gives: BM25 over the same passages, one step after the other.

python -m scripts.evaluate_lexical --data DIR GOLD_FOLDER

DIR is a data folder with a built generation. Prints hit@1, hit@5 and MRR of the labelled questions per language,
and the MRR of questions to the right answer among all answers (Kamervragen, Rekenkamer).
"""

import argparse
import dataclasses
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.analysis import analyse, analyse_query
from index.analysis.analyser import Analyser
from index.analysis.compounds import CompoundSplitter, Parts
from index.analysis.data import load_lexicon
from index.encode import load_encoder
from index.fields import text_to_encode
from index.library import Library
from index.translate import translate
from index.types import StoredChunk, Term
from qa.gold import GoldQuestion, read_gold, right_answers
from qa.metrics import hit, reciprocal_rank
from qa.types import Language
from scripts.bm25 import Bm25, bare_words, snowball_stems

_DEPTH = 100
_PAIRS = (("kamervragen", "positive"), ("rekenkamer", "answer"))


@dataclass(frozen=True, slots=True)
class Step:
    """One way to analyse: text, a Dutch question, an English question."""

    name: str
    text: Callable[[str], list[str]]
    dutch: Callable[[str], Sequence[Term]]
    english: Callable[[str], Sequence[Term]]


def main() -> None:
    """Run every step and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    generation = Library(options.data, load_encoder()).current()
    passages = generation.fetch(range(generation.info.manifest.chunk_count))
    questions = {name: read_gold(options.gold / f"{name}.jsonl") for name in ("questions", "motions")}
    print(f"{len(passages)} passages")
    for step in steps():
        ranking = Bm25([step.text(text_to_encode(passage.chunk)) for passage in passages])
        figures = [
            f"{name} {language.value} {measured(step, ranking, passages, gold, language)}"
            for name, gold in questions.items()
            for language in Language
        ]
        figures += [f"{name} {paired(step, options.gold / f'{name}.jsonl', side):.3f}" for name, side in _PAIRS]
        print(f"{step.name:34}", "  ".join(figures), flush=True)


def steps() -> list[Step]:
    """From bare words to everything."""
    whole = CompoundSplitter(Parts({}, [], [], []), {}, 0.0, {})
    uncut = Analyser(dataclasses.replace(load_lexicon(), splitter=whole))

    return [
        _alike("words", bare_words),
        _alike("Snowball's Dutch stemmer", snowball_stems),
        _alike("our stems", uncut.analyse),
        _alike("and parts of compounds", analyse),
        Step("and weights, synonyms, abbreviations", analyse, analyse_query, analyse_query),
        Step("and translation", analyse, analyse_query, translate),
    ]


def _alike(name: str, text: Callable[[str], list[str]]) -> Step:
    def query(question: str) -> list[Term]:
        return [Term(term) for term in dict.fromkeys(text(question))]

    return Step(name, text, query, query)


def measured(
    step: Step, ranking: Bm25, passages: Sequence[StoredChunk], gold: Sequence[GoldQuestion], language: Language
) -> str:
    """hit@1, hit@5 and MRR over the answerable questions in one language."""
    query = step.dutch if language is Language.DUTCH else step.english
    found = []
    for question in gold:
        if question.language is language and question.answers:
            scores = ranking.scores(query(question.question))
            best = np.argsort(-scores, kind="stable")[:_DEPTH]
            found.append(
                [
                    rank
                    for rank, place in enumerate(best, start=1)
                    if scores[place] > 0
                    and right_answers(passages[place].letter.file, passages[place].chunk.text, question.answers)
                ]
            )
    one, five = (np.mean([hit(ranks, depth) for ranks in found]) for depth in (1, 5))
    return f"{one:.2f}/{five:.2f}/{np.mean([reciprocal_rank(ranks) for ranks in found]):.3f}"


def paired(step: Step, file: Path, side: str) -> float:
    """The MRR of a question's own answer among all answers of the file; the same answers count as one."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    numbers = {answer: number for number, answer in enumerate(dict.fromkeys(row[side].strip() for row in rows))}
    ranking = Bm25([step.text(answer) for answer in numbers])
    found = []
    for row in rows:
        scores = ranking.scores(step.dutch(row["question"]))
        own = scores[numbers[row[side].strip()]]
        found.append(1 / (1 + np.sum(scores > own)) if own > 0 else 0.0)
    return float(np.mean(found))


if __name__ == "__main__":
    main()
