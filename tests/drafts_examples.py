"""Drafts for the tests: letters that quotations come from, and an app that keeps drafts."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from flask import Flask

from corpus.letter import compose
from corpus.reading import Fact, FactName, Paragraph, Reading, SourceNote
from corpus.types import BlockKind, Format, Letter, Span
from qa.database import Database
from tests.web_examples import (
    READING,
    CannedAnswerer,
    CannedGeneration,
    CannedLibrary,
    CannedStore,
    make_passage,
    make_record,
)
from web.app import create_app
from web.drafts.marks import as_quotation, quotations
from web.drafts.quoting import QuotationCheck, QuotationFinding
from web.drafts.sources import make_source
from web.drafts.store import DraftStore
from web.drafts.types import Draft, Section, Source, Text
from web.drafts.words import count_words
from web.safety.audit_log import AuditLog
from web.services import Services

NOW = datetime.datetime(2024, 5, 6, 9, 0, tzinfo=datetime.UTC)
TODAY = datetime.date(2024, 5, 6)


@dataclass
class Clock:
    """The time, as the tests want it."""

    now: datetime.datetime = NOW

    def __call__(self) -> datetime.datetime:
        """The time."""
        return self.now


def print_of(name: str, pages: Sequence[Sequence[str]], notes: Sequence[str] = (), number: str = "7") -> Letter:
    """A print of one paragraph for each string, on pages that are numbered from 1; each file name is another letter."""
    paragraphs = tuple(
        Paragraph(words, BlockKind.PARAGRAPH, page=page) for page, lines in enumerate(pages, start=1) for words in lines
    )
    facts = (
        Fact(FactName.DOCUMENT_TYPE, "Brief van de Minister van Infrastructuur en Waterstaat"),
        Fact(FactName.IDENTIFIER, f"kst-29398-{number}"),
        Fact(FactName.DOSSIER, "29 398"),
        Fact(FactName.NUMBER, number),
        Fact(FactName.CHAMBER, "II"),
        Fact(FactName.VERGADERJAAR, "2023-2024"),
        Fact(FactName.TITLE, f"Brief {name}"),
        Fact(FactName.DATE, "14 maart 2024"),
    )
    reading = Reading(
        Format.PDF,
        paragraphs,
        notes=tuple(SourceNote(str(place), str(place), words, 1) for place, words in enumerate(notes, start=1)),
        page_labels=tuple(str(page) for page in range(1, len(pages) + 1)),
        facts=facts,
    )
    return compose(f"{abs(hash_of(name)):064x}", f"{name}.pdf", reading)


def hash_of(name: str) -> int:
    """The same number for the same name, in every run."""
    return int.from_bytes(name.encode(), "big") % (1 << 255)


BRIDGES = print_of(
    "bruggen",
    [
        [
            "De gemeenten vragen al jaren om betere bruggen voor fietsers. Dat verzoek begrijp ik goed.",
            (
                "Ik zeg de Kamer toe dat ik voor de zomer een plan voor de fietsbruggen stuur. De kosten bedragen € "
                "1,5 miljoen, zo meldt de provincie: ‘niet meer’."
            ),
        ],
        ["Over de kosten bericht ik u later, want de raming is nog niet af."],
    ],
    notes=["Zie de raming van de provincie Utrecht van 3 maart 2024."],
)
FERRIES = print_of("veren", [["Het veer bij Wijk blijft varen zolang de brug niet open is."]], number="8")


def source_of(letter: Letter, words: str, number: int = 1, *, in_notes: bool = False) -> Source:
    """These words of a letter as a source."""
    text = letter.notes_text if in_notes else letter.text
    start = text.index(words)
    made = make_source(letter, READING, [Span(start, start + len(words))], in_notes=in_notes)
    return replace(made, number=number)


def make_draft(*sections: Section | str, sources: Sequence[Source] = (), title: str = "Antwoord over bruggen") -> Draft:
    """A draft of these sections; a string is the text of one without a question."""
    made = tuple(
        section if isinstance(section, Section) else Section(f"s{place}", answer=section)
        for place, section in enumerate(sections, start=1)
    )
    return Draft("d1", "", False, Text(title, made), tuple(sources), 1, NOW, NOW, "")


def drafts_app(folder: Path, *letters: Letter, quoted: str = "", newer: dict[str, Letter] | None = None) -> Flask:
    """An app over these letters that keeps drafts in the folder; questions are answered with `quoted` of the first."""
    store = CannedStore({letter.id: (letter, b"") for letter in letters})
    records = {letter.id: make_record(letter) for letter in letters}
    generation = CannedGeneration(records)
    if newer:
        generation = replace(generation, newer={old: make_record(letter) for old, letter in newer.items()})
    answerer = CannedAnswerer([make_passage(letters[0], quoted)] if quoted else [])
    services = Services(
        answerer,
        CannedLibrary(generation),
        store,
        audit=AuditLog(folder),
        drafts=DraftStore(Database(folder)),
    )
    app = create_app(services)
    app.testing = True
    return app


@dataclass(frozen=True)
class Quoted:
    """A sentence of a letter, in its body or its notes, as a source."""

    letter: Letter
    source: Source


def draw_quotations(letters: Sequence[Letter], count: int, seed: int) -> list[Quoted]:
    """So many sentences of at least six words, drawn from the letters in turn; the same for the same seed."""
    random = Random(seed)
    drawn: list[Quoted] = []
    while len(drawn) < count:
        letter = letters[len(drawn) % len(letters)]
        in_notes = bool(letter.note_sentences) and random.random() < 0.2
        text = letter.notes_text if in_notes else letter.text
        spans = letter.note_sentences if in_notes else letter.sentences
        long_enough = [span for span in spans if 6 <= count_words(text[span.start : span.end]) <= 120]
        if not long_enough:
            letters = [each for each in letters if each is not letter]
            continue
        source = make_source(letter, READING, [random.choice(long_enough)], in_notes=in_notes)
        drawn.append(Quoted(letter, source))
    return drawn


def check_quotations(
    drawn: Sequence[Quoted], words: Sequence[str], letters: Sequence[Letter]
) -> list[QuotationFinding]:
    """What the check says of a draft with these words, each with the note of its source; a search finds all letters."""
    sources = [replace(quoted.source, number=number) for number, quoted in enumerate(drawn, start=1)]
    store = CannedStore({letter.id: (letter, b"") for letter in letters})
    every = [(letter.id, READING) for letter in letters]
    compare = QuotationCheck(sources, store, lambda _: every)
    written = [f"Er staat: {as_quotation(quote, number)}. Zo is het." for number, quote in enumerate(words, start=1)]
    found = [compare.check("s1", quotation) for quotation in quotations("\n\n".join(written))]
    return [finding for finding in found if finding is not None]


def alter(quoted: Quoted, other: Quoted, place: int, random: Random) -> str:
    """The words with one of them changed, one left out, or those of another letter, by turns."""
    words = quoted.source.quote.split()
    chosen = random.choice([number for number, word in enumerate(words) if any(sign.isalnum() for sign in word)])
    if place % 3 == 0:
        inserted = random.choice([word for word in other.source.quote.split() if word.isalpha()] or ["anders"])
        if inserted.casefold() == words[chosen].strip(".,;:!?()‘’“”").casefold():
            inserted = "anders"
        return " ".join([*words[:chosen], inserted, *words[chosen + 1 :]])
    if place % 3 == 1:
        return " ".join([*words[:chosen], *words[chosen + 1 :]])
    return other.source.quote
