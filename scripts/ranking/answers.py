"""Questions with their answers from a file: the answers read as letters, the questions asked of them.

A line of such a file holds `question` and its answer (`positive` or `answer`).
"""

import json
from pathlib import Path

from corpus.intake import ingest
from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from qa.database import Database
from qa.gold import GoldAnswer, GoldQuestion
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from qa.service import Answerer
from qa.types import Language
from scripts.ranking.examples import Example, collect


def examples_of(file: Path, folder: Path) -> list[Example]:
    """The questions of a file with what is found for them, in a data folder made for it."""
    answers = folder / "answers"
    answers.mkdir()
    questions = read(file, answers)
    encoder, store = load_encoder(), Store(folder / "data")
    for _ in ingest(store, [answers]):
        pass
    library = Library(folder / "data", encoder)
    library.build(CorrectedLetters(store, MetadataCorrections(Database(folder / "data"))))
    return collect(Answerer(library, store, encoder), library, questions)


def read(file: Path, folder: Path) -> list[GoldQuestion]:
    """The questions of a file, whose answers are written into a folder, a text file each."""
    names: dict[str, str] = {}
    questions = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answer = (row.get("positive") or row["answer"]).strip()
        if answer not in names:
            names[answer] = f"{len(names):05}.txt"
            (folder / names[answer]).write_text(answer, encoding="utf-8")
        own = (GoldAnswer(names[answer], ""),)
        questions.append(GoldQuestion(str(row["id"]), row["question"], Language.DUTCH, file.stem, own))
    return questions
