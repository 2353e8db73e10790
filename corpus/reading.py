"""What a reader saw in a file, before a letter is made of it.

Every offset counts Unicode characters of the text it belongs to.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.types import BlockKind, Format, Furniture


class FactName(StrEnum):
    """What a reader can tell about the document without interpreting running text."""

    IDENTIFIER = "identifier"  # kst-32824-372, ah-tk-20232024-1984, h-tk-20172018-70-4
    DOCUMENT_TYPE = "document type"  # "Brief van de Minister van …", "Motie van het lid …", "Verslag van …"
    TITLE = "title"
    SUBJECT = "subject"  # Betreft, Onderwerp, kamervraagonderwerp
    DATE = "date"  # as written, or ISO
    KENMERK = "kenmerk"  # Ons kenmerk, Onze referentie, Kenmerk
    OTHER_KENMERK = "other kenmerk"  # Uw kenmerk, Uw brief
    MINISTRY = "ministry"  # as in the letterhead
    DOSSIER = "dossier"  # "32 824" or "36 200 XV"; repeated when there are several, the first one counts
    DOSSIER_TITLE = "dossier title"  # in the order of DOSSIER
    NUMBER = "number"  # the ondernummer "372" or "D"; of an Aanhangsel or a Handelingen its own number
    ITEM = "item"  # of Handelingen
    CHAMBER = "chamber"  # "I", "II", "I/II"
    VERGADERJAAR = "vergaderjaar"  # "2022-2023"
    PROPOSER = "proposer"
    MARK = "mark"  # "concept", "vertrouwelijk"
    PAGE_FOOT = "page foot"  # the running foot of one page, whole


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing read from head, foot, margin, metadata element or document property."""

    name: FactName
    value: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """From `offset` in its paragraph's text on, the text stands on file page `page` (counted from 1).

    The offset is the beginning of a word: a word joined over a page break belongs to the page where it begins.
    """

    offset: int
    page: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark that stood at `offset` in its paragraph's text, and the key of its note."""

    offset: int
    key: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of clean text: no line breaks inside, hyphens joined, footnote marks taken out.

    `level` is the depth of a heading or item, from 1. `number` is what numbers it: "3" of an item, "3, 4 en 5"
    of a question or of the answer given to those together, "" where it has none.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    level: int = 0
    number: str = ""
    breaks: tuple[PageBreak, ...] = ()
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A footnote as it stands in the file; `key` is unique in the document, `mark` is what is printed."""

    key: str
    mark: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one file, before anything is interpreted.

    `page_labels[i]` is the number printed on file page `i + 1` (None where none is printed); empty for a format
    without pages. `textless_pages` lists the file pages on which no text layer was found.
    """

    format: Format
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[SourceNote, ...] = ()
    page_labels: tuple[str | None, ...] = ()
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    textless_pages: tuple[int, ...] = ()
