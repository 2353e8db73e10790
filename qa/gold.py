"""Labelled questions: reading them, and telling whether a passage is right.

A line holds `id`, `question`, `lang`, `kind`, and either `answers` (each `doc`, `page`, `quote`; none at all means that
the letters do not answer it) or `doc` with `also` (any passage of one of these documents is right).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qa.errors import BadGold
from qa.types import Language

_WORD = re.compile(r"\w+")
_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=[a-zà-ÿ])")
_WHOLE_DOCUMENT = ""


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """One right answer: the document's file name (or its stem) and a quote; "" means any passage of the document."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One labelled question; without answers it is unanswerable."""

    id: str
    question: str
    language: Language
    kind: str
    answers: tuple[GoldAnswer, ...]


def read_gold(file: Path) -> list[GoldQuestion]:
    """Read labelled questions in the order of the file; raises BadGold, naming the line, for any other content."""
    questions = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                questions.append(_read_line(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise BadGold(
                    f"{file}, line {number}: no labelled question ({error}). A line needs id, question, lang "
                    "and either answers (doc and quote each) or doc."
                ) from error
    return questions


def _read_line(row: dict[str, object]) -> GoldQuestion:
    if "answers" in row:
        rows = row["answers"]
        if not isinstance(rows, list):
            raise TypeError("answers is no list")
        answers = tuple(GoldAnswer(str(answer["doc"]), str(answer["quote"])) for answer in rows)
        kind = str(row.get("kind", "question"))
    else:
        also = row.get("also", [])
        if not isinstance(also, list):
            raise TypeError("also is no list")
        answers = tuple(GoldAnswer(str(document), _WHOLE_DOCUMENT) for document in (row["doc"], *also))
        kind = str(row.get("kind", "document"))
    return GoldQuestion(str(row["id"]), str(row["question"]), Language(str(row["lang"])), kind, answers)


def matches_document(file: str, document: str) -> bool:
    """Whether a letter's file name is the document that gold names, with or without its extension."""
    name = PurePosixPath(file).name
    return document in (name, PurePosixPath(name).stem)


def trigrams(text: str) -> set[tuple[str, ...]]:
    """The word trigrams of a text, case and punctuation aside; a text of fewer words is one n-gram."""
    words = _WORD.findall(_LINE_END_HYPHEN.sub("", text).casefold())
    if len(words) < 3:
        return {tuple(words)} if words else set()
    return {tuple(words[position : position + 3]) for position in range(len(words) - 2)}


def holds_quote(text: str, quote: str) -> bool:
    """Whether a passage holds at least half of the word trigrams of a quote."""
    wanted = trigrams(quote)
    if not wanted:
        return False
    size = len(next(iter(wanted)))
    words = _WORD.findall(text.casefold())
    held = {tuple(words[position : position + size]) for position in range(len(words) - size + 1)}
    return len(wanted & held) >= len(wanted) / 2


def right_answers(file: str, text: str, answers: Sequence[GoldAnswer]) -> list[int]:
    """The positions of the gold answers that a passage of this file with this text gives."""
    return [
        position
        for position, answer in enumerate(answers)
        if matches_document(file, answer.document)
        and (answer.quote == _WHOLE_DOCUMENT or holds_quote(text, answer.quote))
    ]
