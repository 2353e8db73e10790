"""The commands that ask: `ask` and `batch`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.references import cite
from index.types import Filters
from qa.errors import AnswerProblem, BadQuestion
from qa.service import Answerer
from qa.types import Answer, Remarks
from web.answers.answer_json import answer_as_json
from web.answers.filters import filters_from
from web.commands.console import Progress, complain, write_json, write_line
from web.commands.opening import open_all


def ask(data: Path, question: str, top: int, filters: Filters, *, as_json: bool) -> int:
    """Answer one question; 1 when it cannot be taken."""
    answerer = open_all(data).answerer
    answer = answerer.ask(question, top, filters)
    if as_json:
        write_json(answer_as_json(answer))
    else:
        _write_answer(answer)
    return 0


def _write_answer(answer: Answer) -> None:
    write_line(answer.text)
    for passage in answer.passages:
        metadata = passage.letter.metadata
        write_line("")
        write_line(f"{passage.rank}. {passage.citation}  [{passage.score:.0%}]")
        write_line(f"   {metadata.title}")
        write_line(f"   {passage.letter.file}" + (f", p. {passage.page} van het bestand" if passage.page else ""))
        for quote in passage.quotes:
            write_line(f"   “{quote.text}”")
        for remark in _remarks(passage.remarks):
            write_line(f"   {remark}")


def _remarks(remarks: Remarks) -> Iterator[str]:
    """What the reader must know of the letter before citing it, in Dutch like the citations."""
    if remarks.replaced_by is not None:
        yield f"vervangen door: {cite(remarks.replaced_by.metadata, '')} ({remarks.replaced_by.file})"
    for form in remarks.forms:
        yield f"dezelfde brief: {form.file}"
    for value in remarks.corrected:
        was, now = value.was or "niet bekend", value.now or "niet bekend"
        yield f"gecorrigeerd, {value.field}: {now} (was: {was}; {value.by}, {value.made:%Y-%m-%d}: {value.reason})"


def batch(data: Path, questions: Path, top: int, out: Path | None) -> int:
    """Answer a file of questions, a line each; 1 when some line could not be answered (it is named)."""
    answerer = open_all(data).answerer
    failures = 0
    lines = questions.read_text(encoding="utf-8").splitlines()
    progress = Progress("vragen")
    sink = out.open("w", encoding="utf-8") if out else None
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    answered = _answer_line(answerer, line, top)
                except (AnswerProblem, ValueError) as error:
                    failures += 1
                    complain(f"{questions}, line {number}: {error}")
                    continue
                if sink:
                    sink.write(json.dumps(answered, ensure_ascii=False) + "\n")
                else:
                    write_json(answered)
            progress(number, len(lines))
    finally:
        if sink:
            sink.close()
    return 1 if failures else 0


def _answer_line(answerer: Answerer, line: str, top: int) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("question"), str):
        raise BadQuestion('a line needs {"id": …, "question": "…"}')
    filters = filters_from(
        {name: str(row[name]) for name in ("kind", "from", "to", "person", "dossier") if row.get(name)}
    )
    return answer_as_json(answerer.ask(row["question"], int(row.get("top", top)), filters), str(row.get("id", "")))
