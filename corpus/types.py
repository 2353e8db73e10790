"""The values that the corpus hands on: a letter, what it refers to and promises, and its chunks.

Every offset counts Unicode characters of the text it belongs to; every span is half open, `text[start:end]`.
This module imports only the standard library.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """The kind of file, by its first bytes."""

    PDF = "pdf"
    DOCX = "docx"
    XML = "xml"
    HTML = "html"
    TEXT = "text"


class Kind(StrEnum):
    """The kind of document, as `--kind` takes it."""

    KAMERBRIEF = "kamerbrief"
    MOTIE = "motie"
    VRAGEN = "vragen"
    ANTWOORD = "antwoord"
    VERSLAG = "verslag"
    HANDELINGEN = "handelingen"
    BESLUIT = "besluit"
    OVERIG = "overig"


class BlockKind(StrEnum):
    """What a block of text is in the letter."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one item of a numbered or bulleted list
    QUESTION = "question"  # one or more numbered questions
    ANSWER = "answer"
    DICTUM = "dictum"  # "verzoekt de regering …"
    SPEAKER = "speaker"  # the line that names who speaks in a report
    TABLE = "table"  # one row of a table, its cells joined by " | "; by a space where a page shows them on one line
    SIGNATURE = "signature"  # role and name under a letter or a motie
    SALUTATION = "salutation"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named: `name` is the surname with its prefix ("Van Gennip"), `first` initials or first name.

    Empty where the text does not say it.
    """

    name: str
    first: str = ""
    party: str = ""
    role: str = ""  # "Minister van Sociale Zaken en Werkgelegenheid", "Kamerlid"


class ReferenceKind(StrEnum):
    """What kind of thing a reference points to."""

    KAMERSTUK = "kamerstuk"
    AANHANGSEL = "aanhangsel"
    HANDELINGEN = "handelingen"
    TOEZEGGING = "toezegging"  # TZ202211-085
    DOCUMENT = "document"  # 2022D12345
    ZAAK = "zaak"  # 2022Z12345
    BIJLAGE = "bijlage"  # blg-1184123


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference refers to, in normal form; "" for what the text does not say.

    `dossier` is "36200-XV" or "32824"; `number` the ondernummer ("85", "D"), the number of an Aanhangsel or a
    Handelingen, or the whole number of a toezegging, document or zaak; `chamber` "I" or "II"; `vergaderjaar`
    "2022-2023"; `item` of Handelingen; `page` as written ("12 en 13").
    """

    kind: ReferenceKind
    dossier: str = ""
    number: str = ""
    chamber: str = ""
    vergaderjaar: str = ""
    item: str = ""
    page: str = ""

    @property
    def identifier(self) -> str:
        """The official identifier: "kst-36200-XV-85", "ah-tk-20222023-64", "h-tk-20222023-20-3", or the number."""
        year = self.vergaderjaar.replace("-", "")
        chamber = "ek" if self.chamber == "I" else "tk"
        if self.kind is ReferenceKind.KAMERSTUK:
            parts = ["kst", self.dossier, self.number]
        elif self.kind is ReferenceKind.AANHANGSEL:
            parts = [f"ah-{chamber}" if year else "ah", year, self.number]
        elif self.kind is ReferenceKind.HANDELINGEN:
            parts = [f"h-{chamber}", year, self.number, self.item]
        elif self.kind is ReferenceKind.BIJLAGE:
            parts = ["blg", self.number]
        else:
            parts = [self.number]
        return "-".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """A reference met in the body, or in the notes when `in_notes`."""

    reference: Reference
    start: int
    end: int
    in_notes: bool = False


class Manner(StrEnum):
    """What a document does to another one that it refers to, as its own words say."""

    REPLACES = "replaces"
    CORRECTS = "corrects"
    REFERS = "refers"


@dataclass(frozen=True, slots=True)
class Relation:
    """A document that a letter refers to, and the place in its body, or its notes, where it does so first.

    `start` and `end` are 0 where only the title says it.
    """

    reference: Reference
    manner: Manner
    start: int = 0
    end: int = 0
    in_notes: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier: `number` in normal form ("36200-XV"), and its title where the document gives it."""

    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a letter. "" or () or None means: the document does not say.

    `number` is the ondernummer in the first dossier. `reference` is what the document itself is cited as, None for
    a letter without an official number. `people` are all the people named anywhere in body and notes.
    """

    kind: Kind
    title: str
    date: datetime.date | None = None
    vergaderjaar: str = ""
    chamber: str = ""
    dossiers: tuple[Dossier, ...] = ()
    number: str = ""
    reference: Reference | None = None
    kenmerk: str = ""
    ministry: str = ""
    senders: tuple[Person, ...] = ()
    receivers: tuple[Person, ...] = ()
    proposers: tuple[Person, ...] = ()
    questioners: tuple[Person, ...] = ()
    people: tuple[Person, ...] = ()
    debate: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page's part of a text. `number` counts the file's pages from 1, None for a format without pages.

    `label` is the number that is printed on it, "" where none is.
    """

    number: int | None
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its span in the notes' text, its page, and the offset in the body where its mark stood.

    `anchor` is None for a note whose mark was not found.
    """

    mark: str
    start: int
    end: int
    page: int | None
    anchor: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph's span in the body, with what it is."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that was taken out of the text, and why (running head, foot, margin, letterhead, …)."""

    page: int | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One document, read.

    `id` is the sha256 of the file's bytes in hexadecimal. `text` is the body, its blocks separated by a blank line;
    `notes_text` holds the notes, one a line. `pages` tile `text` exactly (one page with number None for a format
    without pages). `sentences` and `note_sentences` are spans in order, not overlapping, holding every
    non-blank character of their text.
    """

    id: str
    file: str
    format: Format
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    notes_text: str
    notes: tuple[Note, ...]
    note_sentences: tuple[Span, ...]
    metadata: Metadata
    references: tuple[ReferenceMention, ...]
    furniture: tuple[Furniture, ...] = ()
    textless_pages: tuple[int, ...] = ()


class CommitmentKind(StrEnum):
    """What was recognised: a promise of the government, or a motion of the Kamer."""

    TOEZEGGING = "toezegging"
    MOTIE = "motie"


class CommitmentStatus(StrEnum):
    """How far it is, as one letter says it. The first five and the last are of a toezegging, the others of a motie."""

    NIEUW = "nieuw"
    OPEN = "open"
    DEELS = "deels"
    VOLDAAN = "voldaan"
    VERVALLEN = "vervallen"
    VOORGESTELD = "voorgesteld"
    OORDEEL_KAMER = "oordeel kamer"
    ONTRADEN = "ontraden"
    OVERGENOMEN = "overgenomen"
    AANGEHOUDEN = "aangehouden"
    AANGENOMEN = "aangenomen"
    VERWORPEN = "verworpen"
    IN_UITVOERING = "in uitvoering"
    UITGEVOERD = "uitgevoerd"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One mention of a toezegging or a motie in a letter; `letter.text[start:end] == quote`, or of its notes.

    `lead` is the span in the body of the words that govern the quote, where that is an item of a list. `page` is the
    page on which the quote begins. `by` is who promised as the text says it, "afzender" where it is who signed, ""
    of a motie; `by_person` that person where known. `to` are the receivers, of a motie its proposers; the Kamer is
    `Person("Kamer")`. `occasion` is where it was promised or asked, with its date where one can be told.
    `reference_text` is the reference as written, "" without one. `due` are the letter's own words for when, and
    `due_date` the last day that they allow, None where they name no such day. `status` is what this letter says.
    """

    kind: CommitmentKind
    start: int
    end: int
    quote: str
    page: int | None
    in_notes: bool = False
    lead: Span | None = None
    by: str = ""
    by_person: Person | None = None
    to: tuple[Person, ...] = ()
    occasion: str = ""
    occasion_date: datetime.date | None = None
    reference: Reference | None = None
    reference_text: str = ""
    what: str = ""
    due: str = ""
    due_date: datetime.date | None = None
    status: CommitmentStatus = CommitmentStatus.ONBEKEND


@dataclass(frozen=True, slots=True)
class Context:
    """What a chunk is about, for searching and showing; it is not part of the chunk's text.

    `headings` from the outermost in. `question` is the question that this chunk answers, "" if it answers none or
    the chunk holds it. `speaker` is who speaks in a report. `anchor` is the sentence that a note belongs to.
    """

    title: str
    headings: tuple[str, ...] = ()
    question: str = ""
    speaker: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage: `letter.text[start:end] == text`, or of `letter.notes_text` when `in_notes`; at most 2,000 characters.

    `id` follows from the letter's id, the span and the context. `notes` are the positions in `letter.notes` of the
    notes that are anchored in it (of a chunk of notes: the notes that it holds). `sentences` are spans in the same
    text as `start` and `end`, not in the chunk.
    """

    id: str
    letter: str
    start: int
    end: int
    text: str
    page: int | None
    page_end: int | None
    context: Context
    sentences: tuple[Span, ...]
    notes: tuple[int, ...] = ()
    in_notes: bool = False
