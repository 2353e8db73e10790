"""An answer as JSON, in the form that `ask --json`, `batch` and the API promise."""

from typing import Any

from qa.types import Answer, Passage


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
        "also_in": [
            {"letter": record.id, "file": record.file, "title": record.metadata.title} for record in passage.duplicates
        ],
    }
