"""Letters of a minister with these paragraphs, and what is recognised in them."""

from corpus.commitments import recognise
from corpus.letter import compose
from corpus.reading import Fact, FactName, Paragraph, Reading, SourceNote
from corpus.types import BlockKind, Commitment, CommitmentKind, Format, Letter

DATE = Fact(FactName.DATE, "24 maart 2023")
LETTER = Fact(FactName.DOCUMENT_TYPE, "Brief van de Minister van Infrastructuur en Waterstaat")
SIGNED = (
    Paragraph("De Minister van Infrastructuur en Waterstaat,", BlockKind.SIGNATURE),
    Paragraph("M.A. Brugman", BlockKind.SIGNATURE),
)


def letter(*texts: str | Paragraph, notes: tuple[SourceNote, ...] = ()) -> Letter:
    """A letter of 24 March 2023 by minister Brugman with these paragraphs."""
    paragraphs = tuple(Paragraph(text) if isinstance(text, str) else text for text in texts)
    return compose("0" * 64, "brief.txt", Reading(Format.TEXT, (*paragraphs, *SIGNED), notes, (), (LETTER, DATE)))


def promises(*texts: str | Paragraph) -> list[Commitment]:
    """The promises in such a letter."""
    return [each for each in recognise(letter(*texts)) if each.kind is CommitmentKind.TOEZEGGING]


def moties(*texts: str | Paragraph, notes: tuple[SourceNote, ...] = ()) -> list[Commitment]:
    """The mentions of moties in such a letter."""
    return [each for each in recognise(letter(*texts, notes=notes)) if each.kind is CommitmentKind.MOTIE]
