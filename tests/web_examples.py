"""Letters, answers and services for the tests of the page: small, made by hand, and the same every time."""

import datetime
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask import Flask
from flask.testing import FlaskClient
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import Removal, UnknownLetter
from corpus.types import (
    Block,
    BlockKind,
    Dossier,
    Format,
    Kind,
    Letter,
    Metadata,
    Note,
    Page,
    Person,
    Reference,
    ReferenceKind,
    Span,
)
from index.errors import NoGeneration
from index.types import Filters, Forms, GenerationInfo, LetterRecord, Manifest
from qa.errors import BadQuestion
from qa.narrowing import Facet
from qa.relations import Relations
from qa.saying import SaidBefore
from qa.types import Answer, Language, Passage, Question, Quote, Verdict
from qa.understanding.directory import Directory
from web.app import create_app
from web.services import Services, Settings

READING = "1"
PROMISE = "Ik zeg de Kamer toe dat ik voor de zomer een plan voor de fietsbruggen stuur."
PARAGRAPHS = (
    "Aanleiding",
    "De gemeenten vragen al jaren om betere bruggen voor fietsers. Dat verzoek begrijp ik goed.",
    PROMISE + " Het lid De Boer (GL) vroeg daarnaar.",
    "Vervolg",
    "Over de kosten bericht ik u later.",
)
INFO = GenerationInfo(
    number=3,
    created=datetime.datetime(2024, 5, 6, 12, 0, tzinfo=datetime.UTC),
    manifest=Manifest({}, 1, "", "", "encoder", 2, {}),
    current=True,
)
BRIDGES = Metadata(
    kind=Kind.KAMERBRIEF,
    title="Plan voor fietsbruggen",
    date=datetime.date(2024, 3, 14),
    vergaderjaar="2023-2024",
    chamber="II",
    dossiers=(Dossier("29398", "Maatregelen verkeersveiligheid"),),
    number="1234",
    reference=Reference(
        ReferenceKind.KAMERSTUK, dossier="29398", number="1234", chamber="II", vergaderjaar="2023-2024"
    ),
    senders=(Person("Jansen", "A.B.", "", "Minister van Infrastructuur en Waterstaat"),),
)


def draw_pdf(pages: Sequence[Sequence[str]], size: tuple[float, float] = (400, 300), rotation: int = 0) -> bytes:
    """A PDF file with these lines of text on each page, from the top down; a line that begins with ^ is small."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for lines in pages:
        canvas.setPageRotation(rotation)
        height = size[1] - 40
        for line in lines:
            canvas.setFont("Helvetica", 6 if line.startswith("^") else 11)
            canvas.drawString(40, height, line.removeprefix("^"))
            height -= 16
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def make_letter(
    data: bytes = b"een brief",
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    letter_format: Format = Format.TEXT,
    page_starts: Sequence[int] = (),
    notes: Sequence[tuple[str, int | None]] = (),
    metadata: Metadata = BRIDGES,
    file: str = "map/brief.txt",
) -> Letter:
    """A letter of these paragraphs; its pages begin at these offsets, its notes are (text, page)."""
    text = "\n\n".join(paragraphs)
    starts = [*page_starts, len(text)]
    pages = tuple(
        Page(number, str(number + 10), start, end)
        for number, (start, end) in enumerate(zip(page_starts, starts[1:], strict=True), start=1)
    )
    notes_text = "\n".join(note for note, _ in notes)
    return Letter(
        id=hashlib.sha256(data).hexdigest(),
        file=file,
        format=letter_format,
        text=text,
        pages=pages or (Page(None, "", 0, len(text)),),
        blocks=tuple(_blocks(paragraphs)),
        sentences=(),
        notes_text=notes_text,
        notes=tuple(_notes(notes)),
        note_sentences=(),
        metadata=metadata,
        references=(),
    )


def _blocks(paragraphs: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        heading = len(paragraph.split()) == 1
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(paragraph), 1 if heading else 0))
        start += len(paragraph) + 2
    return blocks


def _notes(notes: Sequence[tuple[str, int | None]]) -> list[Note]:
    result: list[Note] = []
    start = 0
    for number, (text, page) in enumerate(notes, start=1):
        result.append(Note(str(number), start, start + len(text), page, None))
        start += len(text) + 1
    return result


def span_of(text: str, words: str) -> Span:
    """Where these words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_record(letter: Letter) -> LetterRecord:
    """What the index knows of a letter."""
    pages = len(letter.pages) if letter.pages[0].number is not None else None
    return LetterRecord(letter.id, letter.file, READING, pages, letter.metadata)


def make_passage(letter: Letter, *words: str, rank: int = 1, score: float = 0.83) -> Passage:
    """The whole body as a passage, these words its quotes."""
    quotes = tuple(Quote(span_of(letter.text, quote), quote, letter.pages[0].number) for quote in words)
    return Passage(
        rank=rank,
        letter=make_record(letter),
        position=rank,
        start=0,
        end=len(letter.text),
        in_notes=False,
        text=letter.text,
        page=letter.pages[0].number,
        page_end=letter.pages[-1].number,
        quotes=quotes,
        citation="Kamerstukken II 2023/24, 29 398, nr. 1234",
        score=score,
    )


def make_answer(text: str, *passages: Passage, verdict: Verdict = Verdict.ANSWERED) -> Answer:
    """An answer with these passages; its text quotes the first of them, or says that nothing was found."""
    said = "Geen passage in deze verzameling geeft hierop een duidelijk antwoord."
    if verdict is Verdict.ANSWERED:
        said = f"“{passages[0].quotes[0].text}” ({passages[0].citation})"
    return Answer(Question(text, Language.DUTCH, text), verdict, said, passages, Filters(), INFO)


@dataclass
class CannedAnswerer:
    """Gives the same passages to every question, and remembers what it was asked."""

    passages: Sequence[Passage] = ()
    verdict: Verdict = Verdict.ANSWERED
    rest: Mapping[str, object] = field(default_factory=dict)
    asked: list[tuple[str, int, Filters]] = field(default_factory=list)
    without: frozenset[str] = frozenset()
    facets: tuple[Facet, ...] = ()
    said: SaidBefore | None = None

    def ask(
        self, text: str, top: int = 5, filters: Filters | None = None, without: frozenset[str] = frozenset()
    ) -> Answer:
        """The canned answer."""
        self.without = without
        self.asked.append((text, top, filters or Filters()))
        answer = make_answer(text, *self.passages[:top], verdict=self.verdict)
        return replace(answer, **self.rest)  # type: ignore[arg-type]

    def narrowing(self, answer: Answer) -> tuple[Facet, ...]:
        """The canned facets."""
        return self.facets

    def said_before(self, text: str, filters: Filters | None = None) -> SaidBefore:
        """What was canned; a text is refused where nothing was."""
        if self.said is None:
            raise BadQuestion("Plak een alinea. / Paste a paragraph.")
        return self.said

    def relations(self) -> Relations:
        """Those of the passages' letters."""
        records = {passage.letter.id: passage.letter for passage in self.passages}
        return Relations(records, Directory(records.values()), (), known=True)


@dataclass(frozen=True)
class CannedGeneration:
    """The records of these letters."""

    letters: Mapping[str, LetterRecord]
    info: GenerationInfo = INFO
    newer: Mapping[str, LetterRecord] = field(default_factory=dict)
    forms: Forms = field(default_factory=Forms)

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """The newest version of a letter."""
        return self.newer.get(letter_id)


@dataclass(frozen=True)
class CannedLibrary:
    """One generation for ever; none when there are no letters."""

    generation: CannedGeneration | None
    problems: Sequence[str] = ()

    def current(self) -> CannedGeneration:
        """The generation."""
        if self.generation is None:
            raise NoGeneration("nothing was built yet")
        return self.generation


@dataclass(frozen=True)
class CannedStore:
    """These letters with their bytes."""

    held: Mapping[str, tuple[Letter, bytes]]
    removals: Mapping[str, Removal] = field(default_factory=dict)

    def letters(self) -> list[str]:
        """The ids of all, sorted."""
        return sorted(self.held)

    def has(self, letter_id: str) -> bool:
        """Whether it is one of them."""
        return letter_id in self.held

    def readings(self, _: str) -> list[str]:
        """The one reading that there is."""
        return [READING]

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """A letter."""
        if letter_id not in self.held or reading not in {None, READING}:
            raise UnknownLetter(letter_id)
        return self.held[letter_id][0]

    def original(self, letter_id: str) -> bytes:
        """Its bytes."""
        return self.held[letter_id][1]

    def removed(self, letter_id: str) -> Removal | None:
        """Which letters were removed for good."""
        return self.removals.get(letter_id)


def make_app(
    *letters: tuple[Letter, bytes], answerer: CannedAnswerer | None = None, settings: Settings | None = None
) -> Flask:
    """The app over these letters; without an answerer every question is answered from the first one."""
    store = CannedStore({letter.id: (letter, data) for letter, data in letters})
    records = {letter.id: make_record(letter) for letter, _ in letters}
    library = CannedLibrary(CannedGeneration(records) if letters else None)
    if answerer is None:
        answerer = CannedAnswerer(
            [make_passage(letter, PROMISE) for letter, _ in letters[:1] if PROMISE in letter.text]
        )
    app = create_app(Services(answerer, library, store, settings or Settings()))
    app.testing = True
    return app


def page_at(client: FlaskClient, address: str) -> str:
    """The page at an address."""
    response = client.get(address)
    assert response.status_code == 200
    return response.text
