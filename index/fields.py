"""What of a chunk is searched: the terms of each field, the text to encode, and the people who are named in it."""

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.types import Chunk, Letter, Metadata, Person

FIELDS_VERSION = "2"
"""Recorded in each generation; raised when the same chunk would be searched by other terms or another text."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of text into index terms: `words` for running text, `names` for what is not stemmed."""

    version: str
    words: Callable[[str], list[str]]
    names: Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class ChunkTerms:
    """The terms of one chunk: of each of its sentences, of the notes anchored in it, of its context, and names."""

    sentences: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    context: tuple[str, ...]
    names: tuple[str, ...]


class LetterFields:
    """Derives what is searched from the chunks of one letter."""

    def __init__(self, letter: Letter, analysis: Analysis) -> None:
        self._letter = letter
        self._analysis = analysis
        self._head_names = tuple(analysis.names(_head(letter.metadata)))
        self._people = [person for person in letter.metadata.people if person.name]

    def terms(self, chunk: Chunk) -> ChunkTerms:
        """The terms of a chunk. The notes of a chunk of notes are its own text, and not counted twice."""
        words = self._analysis.words
        notes = "" if chunk.in_notes else self._notes(chunk)
        context = " ".join(_context(chunk))
        return ChunkTerms(
            tuple(
                tuple(words(chunk.text[max(0, span.start - chunk.start) : span.end - chunk.start]))
                for span in chunk.sentences
            ),
            tuple(words(notes)),
            tuple(words(context)),
            (*self._analysis.names(f"{chunk.text} {notes} {context}"), *self._head_names),
        )

    def people(self, chunk: Chunk) -> list[Person]:
        """The people of the letter whose surname stands in the chunk, its notes, or the name of its speaker."""
        return named_in(
            f"{chunk.text} {chunk.context.speaker} {'' if chunk.in_notes else self._notes(chunk)}", self._people
        )

    def _notes(self, chunk: Chunk) -> str:
        letter = self._letter
        return " ".join(letter.notes_text[letter.notes[place].start : letter.notes[place].end] for place in chunk.notes)


def named_in(text: str, people: Iterable[Person]) -> list[Person]:
    """Those of these people, who all have a name, whose surname stands in the text."""
    # The plain search first: it is many times as fast, and most people of a letter are not in most of its chunks.
    return [person for person in people if person.name[1:] in text and _surname(person.name).search(text)]


def text_to_encode(chunk: Chunk) -> str:
    """The text whose vector stands for the chunk: what it is about, then what it says.

    Who speaks and the sentence that a note belongs to stay out: with them the labelled questions found less.
    """
    parts = [chunk.context.title, *chunk.context.headings, chunk.context.question, chunk.text]
    return "\n".join(part for part in parts if part)


def parties_to(metadata: Metadata) -> tuple[Person, ...]:
    """Sender, receiver, proposer and questioner: who belongs to the letter as a whole."""
    return (*metadata.senders, *metadata.receivers, *metadata.proposers, *metadata.questioners)


def _context(chunk: Chunk) -> list[str]:
    context = chunk.context
    parts = [context.title, *context.headings, context.question, context.speaker, context.anchor]
    return [part for part in parts if part]


def _head(metadata: Metadata) -> str:
    """What names the letter as a whole: who wrote it, and its numbers, which do not stand in its text."""
    people = (*metadata.senders, *metadata.proposers, *metadata.questioners)
    parts = [f"{person.name} {person.party}" for person in people]
    parts += [dossier.number for dossier in metadata.dossiers]
    parts += [metadata.number, metadata.kenmerk, metadata.ministry, metadata.debate]
    if metadata.reference is not None:
        parts.append(metadata.reference.identifier)
    return " ".join(part for part in parts if part)


@functools.lru_cache(maxsize=4096)
def _surname(name: str) -> re.Pattern[str]:
    """The surname as a word of its own; a prefix with or without capital, as in "mevrouw Van Dam" and "J. van Dam"."""
    first = f"[{re.escape(name[0].upper() + name[0].lower())}]" if " " in name else re.escape(name[0])
    return re.compile(rf"(?<!\w){first}{re.escape(name[1:])}(?!\w)")
