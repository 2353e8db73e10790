"""Letters for tests: one made by hand in a line or two, and hypothesis strategies for any letter.

The text is the tests' own. Nothing here reads a file, cuts sentences or interprets: what a test needs to be true of
a letter's blocks, sentences, pages and notes is true by the way it is put together.
"""

import datetime
import hashlib
import itertools
import string
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from corpus.reading import Fact, FactName, NoteMark, PageBreak, Paragraph, Reading, SourceNote
from corpus.types import (
    Block,
    BlockKind,
    Dossier,
    Format,
    Furniture,
    Kind,
    Letter,
    Metadata,
    Note,
    Page,
    Person,
    Reference,
    ReferenceKind,
    ReferenceMention,
    Span,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A block to be: its sentences, which are joined by one blank."""

    sentences: tuple[str, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        """The block's text."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note to be: its sentences, its page, and the offset in the body where its mark stood."""

    sentences: tuple[str, ...]
    page: int | None = None
    anchor: int | None = None
    mark: str = "1"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a letter is put together from. `page_starts` are offsets of pages 2, 3, …; None for a format without."""

    parts: Sequence[Part]
    notes: Sequence[FootNote] = ()
    page_starts: Sequence[int] | None = None
    metadata: Metadata = field(default_factory=lambda: Metadata(Kind.KAMERBRIEF, "Voortgang van het programma"))
    file: str = "brief.pdf"
    references: Sequence[ReferenceMention] = ()
    furniture: Sequence[Furniture] = ()


def part(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, number: str = "") -> Part:
    """A block of which `|` separates the sentences: "Dit is een. | Dit is twee."."""
    return Part(tuple(sentence.strip() for sentence in text.split("|")), kind, level, number)


def assemble(plan: Plan) -> Letter:
    """The letter of a plan; its id follows from its text."""
    text, blocks, sentences = _join([each.sentences for each in plan.parts], "\n\n")
    notes_text, note_spans, note_sentences = _join([note.sentences for note in plan.notes], "\n")
    notes = zip(plan.notes, note_spans, strict=True)
    return Letter(
        id=hashlib.sha256(text.encode()).hexdigest(),
        file=plan.file,
        format=Format.TEXT if plan.page_starts is None else Format.PDF,
        text=text,
        pages=_pages(plan.page_starts, len(text)),
        blocks=tuple(
            Block(each.kind, span.start, span.end, each.level, each.number)
            for each, span in zip(plan.parts, blocks, strict=True)
        ),
        sentences=sentences,
        notes_text=notes_text,
        notes=tuple(Note(note.mark, span.start, span.end, note.page, note.anchor) for note, span in notes),
        note_sentences=note_sentences,
        metadata=plan.metadata,
        references=tuple(plan.references),
        furniture=tuple(plan.furniture),
    )


def a_letter(*parts: Part | str, **plan: object) -> Letter:
    """A letter of these blocks; a plain string is a paragraph, `|` between its sentences."""
    made = [each if isinstance(each, Part) else part(each) for each in parts]
    return assemble(Plan(made, **plan))  # type: ignore[arg-type] # passed on by name


def _join(texts: Sequence[Sequence[str]], between: str) -> tuple[str, list[Span], tuple[Span, ...]]:
    spans: list[Span] = []
    sentences: list[Span] = []
    start = 0
    for each in texts:
        end = start
        for sentence in each:
            sentences.append(Span(end, end + len(sentence)))
            end += len(sentence) + 1
        spans.append(Span(start, end - 1))
        start = end - 1 + len(between)
    return between.join(" ".join(each) for each in texts), spans, tuple(sentences)


def _pages(starts: Sequence[int] | None, length: int) -> tuple[Page, ...]:
    if starts is None:
        return (Page(None, "", 0, length),)
    borders = [0, *sorted(min(start, length) for start in starts), length]
    return tuple(
        Page(number, str(number), begin, end)
        for number, (begin, end) in enumerate(itertools.pairwise(borders), start=1)
    )


# ------------------------------------------------------------------------------------------------- strategies

_SENTENCES = (
    "Ja.",
    "Zie het antwoord op vraag 2.",
    "De minister komt hier in het eerste kwartaal op terug.",
    "Uw Kamer ontvangt dit najaar het plan van aanpak (Kamerstuk 32 824, nr. 50), met de reactie van de gemeenten.",
    "« Dat is niet zo », zei het lid; daarna werd het ’s avonds stil…",
    "verzoekt de regering, de kosten van € 3.500,50 te dekken, en gaat over tot de orde van de dag.",
    "Gemeenten die statushouders begeleiden krijgen daarvoor " + "een uitkering per maand en " * 12 + "verder niets.",
)
_CLAUSE = "de gemeente die dit wil kan het zelf, "


def sentence_texts() -> st.SearchStrategy[str]:
    """One sentence; now and then odd, or longer than a passage may be, with blanks or without."""
    odd = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12)
    clauses = st.integers(50, 120).map(lambda count: (_CLAUSE * count).strip())
    unbroken = st.integers(1_990, 4_500).map(lambda count: "x" * count)
    usual = st.sampled_from(_SENTENCES)
    return st.integers(0, 40).flatmap(lambda chance: {0: clauses, 1: unbroken, 2: odd}.get(chance, usual))


def parts() -> st.SearchStrategy[Part]:
    """One block of any kind."""
    return st.builds(
        Part,
        sentences=st.lists(sentence_texts(), min_size=1, max_size=8).map(tuple),
        kind=st.sampled_from(BlockKind),
        level=st.integers(0, 4),
        number=st.sampled_from(["", "1", "2", "3, 4 en 5", "a"]),
    )


@st.composite
def letters(draw: st.DrawFn, max_parts: int = 14) -> Letter:
    """Any letter: blocks, sentences, pages and notes that fit together as `corpus.types` says."""
    made = draw(st.lists(parts(), max_size=max_parts))
    length = len("\n\n".join(each.text for each in made))
    offsets = st.integers(0, length)
    paged = draw(st.booleans())
    starts = draw(st.lists(offsets, max_size=5)) if paged else None
    pages = st.integers(1, len(starts) + 1) if starts is not None else st.none()
    notes = st.builds(
        FootNote,
        sentences=st.lists(sentence_texts(), min_size=1, max_size=3).map(tuple),
        page=pages,
        anchor=st.none() | offsets,
        mark=st.text(string.digits + "*", max_size=3),
    )
    return assemble(
        Plan(
            parts=made,
            notes=draw(st.lists(notes, max_size=5)),
            page_starts=starts,
            metadata=draw(metadata()),
            file=draw(st.text(max_size=20)),
            references=draw(st.lists(reference_mentions(length), max_size=3)),
            furniture=draw(st.lists(furniture(), max_size=2)),
        )
    )


def people() -> st.SearchStrategy[Person]:
    """Someone named."""
    return st.builds(Person, name=st.text(max_size=12), party=st.sampled_from(["", "VVD", "D66"]))


def dossiers() -> st.SearchStrategy[Dossier]:
    """A dossier, with or without its title."""
    return st.builds(Dossier, number=st.sampled_from(["32824", "36200-XV", "21501-02"]), title=st.text(max_size=12))


def references() -> st.SearchStrategy[Reference]:
    """A reference of any kind."""
    return st.builds(
        Reference, kind=st.sampled_from(ReferenceKind), dossier=st.text(max_size=8), number=st.text(max_size=8)
    )


def reference_mentions(length: int) -> st.SearchStrategy[ReferenceMention]:
    """A reference met somewhere in a text of this length."""
    offsets = st.integers(0, length)
    return st.builds(ReferenceMention, reference=references(), start=offsets, end=offsets, in_notes=st.booleans())


def furniture() -> st.SearchStrategy[Furniture]:
    """A line that was taken out."""
    return st.builds(
        Furniture, page=st.none() | st.integers(1, 9), text=st.text(max_size=12), reason=st.text(max_size=12)
    )


def metadata() -> st.SearchStrategy[Metadata]:
    """Any metadata."""
    several = st.lists(people(), max_size=2).map(tuple)
    return st.builds(
        Metadata,
        kind=st.sampled_from(Kind),
        title=st.text(max_size=30),
        date=st.none() | st.dates(datetime.date(1995, 1, 1)),
        dossiers=st.lists(dossiers(), max_size=2).map(tuple),
        reference=st.none() | references(),
        senders=several,
        people=several,
        marks=st.lists(st.sampled_from(["concept", "vertrouwelijk"]), max_size=2).map(tuple),
    )


# ---------------------------------------------------------------------------------------------------- readings


@st.composite
def paragraphs(draw: st.DrawFn, pages: int) -> Paragraph:
    """What a reader may give for one block, clean or not; pages only when there are any."""
    text = draw(sentence_texts() | st.text(max_size=40))
    offsets = st.integers(0, len(text))
    numbers = st.integers(1, pages) if pages else st.nothing()
    return Paragraph(
        text=text,
        kind=draw(st.sampled_from(BlockKind)),
        page=draw(st.none() | numbers),
        level=draw(st.integers(0, 3)),
        number=draw(st.sampled_from(["", "1", "2 en 3"])),
        breaks=tuple(draw(st.lists(st.builds(PageBreak, offset=offsets, page=numbers), max_size=2))) if pages else (),
        marks=tuple(draw(st.lists(st.builds(NoteMark, offset=offsets, key=st.sampled_from("abcd")), max_size=2))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Anything that a reader may hand on."""
    labels = draw(st.lists(st.none() | st.sampled_from(["", "1", "2", "iv"]), max_size=5))
    notes = st.builds(
        SourceNote, key=st.sampled_from("abcd"), mark=st.just("1"), text=st.text(max_size=30), page=st.none()
    )
    facts = st.builds(Fact, name=st.sampled_from(FactName), value=st.text(max_size=20))
    return Reading(
        format=Format.PDF if labels else Format.DOCX,
        paragraphs=tuple(draw(st.lists(paragraphs(len(labels)), max_size=8))),
        notes=tuple(draw(st.lists(notes, max_size=4, unique_by=lambda note: note.key))),
        page_labels=tuple(labels),
        facts=tuple(draw(st.lists(facts, max_size=3))),
        furniture=tuple(draw(st.lists(furniture(), max_size=2))),
    )
