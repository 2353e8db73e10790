"""The promises that a draft makes, recognised as they would be in a letter that is sent today."""

import dataclasses
import datetime
import hashlib
from dataclasses import dataclass

from corpus.commitments import recognise
from corpus.letter import compose
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.types import BlockKind, Commitment, CommitmentKind, Format, Kind
from web.drafts.marks import paragraph_spans, quotations, without_signs
from web.drafts.types import Section, Text

_NAMED_WORDS = 5  # shorter words in quotation marks without a note are a name, and part of the sentence


@dataclass(frozen=True, slots=True)
class DraftPromise:
    """A promise that the text of a section makes, as it would enter the register."""

    section: str
    commitment: Commitment


def promises(text: Text, today: datetime.date) -> list[DraftPromise]:
    """The promises of a draft in its order; what it quotes is another's promise and is left out."""
    written = [(section.key, paragraph) for section in text.sections for paragraph in _paragraphs(section)]
    if not written:
        return []
    kind = Kind.ANTWOORD if any(section.question.strip() for section in text.sections) else Kind.KAMERBRIEF
    reading = Reading(
        format=Format.TEXT,
        paragraphs=tuple(paragraph for _, paragraph in written),
        facts=(Fact(FactName.TITLE, text.title), Fact(FactName.DATE, today.isoformat())),
    )
    digest = hashlib.sha256("\n".join(paragraph.text for _, paragraph in written).encode()).hexdigest()
    letter = compose(digest, "", reading)
    letter = dataclasses.replace(letter, metadata=dataclasses.replace(letter.metadata, kind=kind, date=today))
    # Every paragraph became one block, but those in which no character can be seen.
    keys = [key for key, paragraph in written if paragraph.text.strip()]
    blocks = list(zip(keys, letter.blocks, strict=True))
    return [
        DraftPromise(next(key for key, block in blocks if block.start <= found.start < block.end), found)
        for found in recognise(letter)
        if found.kind is CommitmentKind.TOEZEGGING
    ]


def _paragraphs(section: Section) -> list[Paragraph]:
    asked = [Paragraph(line, BlockKind.QUESTION) for line in section.question.splitlines() if line.strip()]
    own = _without_quotations(section.answer)
    lines = [
        line
        for span in paragraph_spans(own)
        for line in own[span.start : span.end].splitlines()
        if any(sign.isalnum() for sign in line)
    ]
    kind = BlockKind.ANSWER if asked else BlockKind.PARAGRAPH
    return [*asked, *(Paragraph(line, kind) for line in lines)]


def _without_quotations(text: str) -> str:
    """The text without the words that it quotes, and without the signs of notes."""
    for quotation in reversed(quotations(text)):
        if quotation.notes or len(quotation.words.split()) >= _NAMED_WORDS:
            text = text[: quotation.span.start] + "…" + text[quotation.span.end :]
    return without_signs(text)
