"""An answer as JSON, in the form that `ask --json`, `batch` and the API promise."""

from typing import Any

from index.types import LetterRecord
from qa.types import Answer, CorrectedValue, Passage


def answer_as_json(answer: Answer, identifier: str = "") -> dict[str, Any]:
    """The JSON object of an answer; `id` stands first when the question has one."""
    head: dict[str, Any] = {"id": identifier} if identifier else {}
    return {
        **head,
        "question": answer.question.text,
        "language": answer.question.language.value,
        "verdict": answer.verdict.value,
        "answer": answer.text,
        "passages": [_passage_as_json(passage) for passage in answer.passages],
    }


def _passage_as_json(passage: Passage) -> dict[str, Any]:
    metadata = passage.letter.metadata
    return {
        "rank": passage.rank,
        "letter": passage.letter.id,
        "reading": passage.letter.reading,
        "file": passage.letter.file,
        "title": metadata.title,
        "date": metadata.date.isoformat() if metadata.date else None,
        "kind": metadata.kind.value,
        "page": passage.page,
        "page_end": passage.page_end,
        "start": passage.start,
        "end": passage.end,
        "in_notes": passage.in_notes,
        "text": passage.text,
        "quote": " ".join(quote.text for quote in passage.quotes),
        "quote_page": passage.quotes[0].page if passage.quotes else passage.page,
        "citation": passage.citation,
        "score": round(passage.score, 4),
        "corrected": [_correction_as_json(value) for value in passage.remarks.corrected],
        "replaced_by": _named(passage.remarks.replaced_by) if passage.remarks.replaced_by else None,
        "forms": [{**_named(record), "format": record.format.value} for record in passage.remarks.forms],
        "also_in": [_named(record) for record in passage.duplicates],
    }


def _named(record: LetterRecord) -> dict[str, str]:
    return {"letter": record.id, "file": record.file, "title": record.metadata.title}


def _correction_as_json(value: CorrectedValue) -> dict[str, str]:
    """What somebody put in the place of what was read; "" in `was` or `now` is what is not known."""
    return {
        "field": value.field,
        "was": value.was,
        "now": value.now,
        "by": value.by,
        "reason": value.reason,
        "made": value.made.isoformat(timespec="seconds"),
    }
