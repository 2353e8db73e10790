"""Reading labelled questions, and telling whether a passage is right."""

import json
from pathlib import Path

import pytest

from qa.errors import BadGold
from qa.gold import GoldAnswer, holds_quote, matches_document, read_gold, right_answers


def write(folder: Path, *rows: object) -> Path:
    """A file with one JSON value a line."""
    file = folder / "gold.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_answers_and_documents_are_both_read(tmp_path: Path) -> None:
    """A line with quotes, a line with documents, and an unanswerable one."""
    file = write(
        tmp_path,
        {"id": "1", "lang": "nl", "question": "Wat?", "kind": "fact", "answers": [{"doc": "a.pdf", "quote": "b c d"}]},
        {"id": "2", "lang": "en", "question": "Which?", "doc": "kst-1-2", "also": ["kst-1-3"]},
        {"id": "3", "lang": "nl", "question": "Hoe?", "answers": []},
    )
    first, second, third = read_gold(file)
    assert first.answers == (GoldAnswer("a.pdf", "b c d"),)
    assert [answer.document for answer in second.answers] == ["kst-1-2", "kst-1-3"]
    assert third.answers == ()


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    """The error says which line, and what a line needs."""
    file = write(tmp_path, {"id": "1", "lang": "nl", "question": "Wat?", "answers": []}, {"id": "2"})
    with pytest.raises(BadGold, match="line 2"):
        read_gold(file)


def test_a_document_is_named_with_or_without_its_extension() -> None:
    """A member of an archive is known by its last name."""
    assert matches_document("moties/kst-36443-11.xml", "kst-36443-11")
    assert matches_document("brief.pdf", "brief.pdf")
    assert not matches_document("kst-36443-110.xml", "kst-36443-11")


def test_half_of_the_trigrams_make_a_passage_right() -> None:
    """Hyphens at line ends and the case of letters do not matter."""
    quote = "De eerste start-\nbanen beginnen in het voorjaar van dit jaar."
    assert holds_quote("de eerste startbanen beginnen in het voorjaar, zegt men", quote)
    assert not holds_quote("de eerste startbanen komen later", quote)


def test_the_right_document_is_needed_as_well() -> None:
    """The same words in another letter are no answer."""
    answers = (GoldAnswer("a.pdf", "een twee drie"), GoldAnswer("b.pdf", "vier vijf zes"))
    assert right_answers("b.pdf", "een twee drie vier vijf zes", answers) == [1]
