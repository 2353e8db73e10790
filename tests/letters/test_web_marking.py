"""Marks on the pages of real letters: the labelled quotes are found, and what is marked is what was quoted."""

import json
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.letter import read_letter
from corpus.types import Letter, Span
from tests.marked_examples import printed_inside
from web.marked.alignment import align, inked
from web.marked.marking import Cited, find_marks
from web.marked.pages import PageGlyphs, draw, read_glyphs

pytestmark = [pytest.mark.letters, pytest.mark.slow]


class Labelled(NamedTuple):
    """A quote of the gold with the page that it names."""

    document: str
    page: int
    quote: str


class Outcome(NamedTuple):
    """What became of a quote: the pages that bear marks, the characters in the marks, and those of the quote."""

    labelled: Labelled
    pages: tuple[int, ...]
    inside: str
    wanted: str


def labelled_quotes(gold: Path) -> Iterator[Labelled]:
    """Every quote of a PDF file for which the gold names a page."""
    for line in (gold / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        for answer in json.loads(line)["answers"]:
            if answer["page"] and answer["doc"].endswith(".pdf"):
                yield Labelled(answer["doc"], answer["page"], answer["quote"])
    for line in (gold / "commitments.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["page"] and row["doc"].endswith(".pdf"):
            yield Labelled(row["doc"], row["page"], row["quote"])


@pytest.fixture(scope="module")
def outcomes(letters_folder: Path, gold_folder: Path) -> list[Outcome]:
    """What became of every labelled quote that stands in the body of its letter."""

    @cache
    def letter(document: str) -> Letter:
        return read_letter((letters_folder / document).read_bytes(), document)

    @cache
    def glyphs(document: str, page: int) -> PageGlyphs:
        return read_glyphs((letters_folder / document).read_bytes(), page)

    result: list[Outcome] = []
    for labelled in dict.fromkeys(labelled_quotes(gold_folder)):
        read = letter(labelled.document)
        span = _span(read, labelled)
        if span is None:
            continue
        document = labelled.document
        marks = find_marks(read, Cited((span,)), partial(glyphs, document))
        inside = "".join(printed_inside(glyphs(document, page), boxes) for page, boxes in marks.boxes.items())
        wanted = inked(read.text[span.start : span.end]).characters
        result.append(Outcome(labelled, tuple(marks.boxes), inked(inside).characters, wanted))
    return result


def _span(read: Letter, labelled: Labelled) -> Span | None:
    """Where the quote stands in the text of its page and the next; the labelled quotes still hold note marks."""
    pages = [page for page in read.pages if page.number in {labelled.page, labelled.page + 1}]
    text = inked(read.text[pages[0].start : pages[-1].end], pages[0].start)
    words = inked(labelled.quote).characters
    places = align(words, text.characters)
    found = [place for place in places if place is not None]
    lost = {character for character, place in zip(words, places, strict=True) if place is None}
    if not found or any(character.isalpha() for character in lost) or found[-1] - found[0] >= len(words):
        return None
    return Span(text.positions[found[0]], text.positions[found[-1]] + 1)


def test_most_labelled_quotes_can_be_looked_for(outcomes: list[Outcome], gold_folder: Path) -> None:
    """The figures below are about nearly all of the quotes, not about a chosen few."""
    assert len(outcomes) >= 0.95 * len(set(labelled_quotes(gold_folder)))


def test_labelled_quotes_are_found_on_their_page(outcomes: list[Outcome]) -> None:
    """At least 99 in 100 bear marks, beginning on the page that the gold names."""
    missed = [outcome.labelled for outcome in outcomes if outcome.pages[:1] != (outcome.labelled.page,)]
    assert len(missed) <= 0.01 * len(outcomes), missed


def test_what_is_marked_is_what_was_quoted(outcomes: list[Outcome]) -> None:
    """Read back from the page, the characters in the rectangles are the quote's, no more and no less."""
    wrong = [
        (outcome.labelled, outcome.inside) for outcome in outcomes if outcome.pages and outcome.inside != outcome.wanted
    ]
    assert wrong == []


def test_every_real_page_can_be_drawn(letters_folder: Path) -> None:
    """First and last page of each PDF file."""
    for path in sorted(letters_folder.glob("*.pdf")):
        data = path.read_bytes()
        pages = len(read_letter(data, path.name).pages)
        for number in {1, pages}:
            assert draw(data, number).startswith(b"\x89PNG"), (path.name, number)
