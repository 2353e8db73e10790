"""The check of a draft: its quotations, the references in it, the promises that it makes, and its sources."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import DamagedStore, Removal, UnknownLetter
from corpus.references import recognise
from corpus.types import Reference
from index.types import LetterRecord
from qa.citing import citation
from qa.understanding.directory import Directory
from web.drafts.marks import quotations, signs
from web.drafts.promising import DraftPromise, promises
from web.drafts.quoting import WRONG, Agreement, Finder, Letters, QuotationCheck, QuotationFinding
from web.drafts.types import Draft, Source


class SourceState(StrEnum):
    """What became of a source's letter."""

    HELD = "held"
    REPLACED = "replaced"  # a newer version of the letter is held
    REMOVED = "removed"
    CITED_ANEW = "cited anew"  # what is known of the letter was corrected: its citation is another one by now


@dataclass(frozen=True, slots=True)
class SourceFinding:
    """What became of a source since it was put in.

    `by` is the letter that replaced it, `citation` the present one, `removal` says when and by whom it was removed.
    """

    source: Source
    state: SourceState
    used: bool
    by: LetterRecord | None = None
    citation: str = ""
    removal: Removal | None = None


@dataclass(frozen=True, slots=True)
class ReferenceFinding:
    """A reference in the text, as written, and the letters that have it; none when it is not held."""

    section: str
    words: str
    reference: Reference
    letters: tuple[LetterRecord, ...]


@dataclass(frozen=True, slots=True)
class LooseNote:
    """A note in the text that names no source."""

    section: str
    number: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that the check of one draft found, each in the order of the text."""

    quotations: tuple[QuotationFinding, ...]
    references: tuple[ReferenceFinding, ...]
    promises: tuple[DraftPromise, ...]
    sources: tuple[SourceFinding, ...]
    loose_notes: tuple[LooseNote, ...]

    @property
    def wrong(self) -> int:
        """How many quotations and notes do not agree with their source."""
        return sum(each.agreement in WRONG for each in self.quotations) + len(self.loose_notes)

    @property
    def exact(self) -> int:
        """How many quotations agree word for word."""
        return sum(each.agreement is Agreement.EXACT for each in self.quotations)


@dataclass(frozen=True, slots=True)
class Collection:
    """What a draft is compared with: the letters of the generation in force, and what searches them.

    `replaced_by` gives the newest version of a letter that was replaced, None where none did; `removed` tells of one
    that was removed for good.
    """

    letters: Letters
    records: Mapping[str, LetterRecord]
    directory: Directory
    find: Finder
    replaced_by: Callable[[str], LetterRecord | None]
    removed: Callable[[str], Removal | None]


def check(draft: Draft, collection: Collection, today: datetime.date) -> Report:
    """Compare a draft with the letters."""
    compare = QuotationCheck(draft.sources, collection.letters, collection.find)
    found: list[QuotationFinding] = []
    for section in draft.text.sections:
        checked = (compare.check(section.key, quotation) for quotation in quotations(section.answer))
        found.extend(finding for finding in checked if finding is not None)
    return Report(
        quotations=tuple(found),
        references=tuple(_references(draft, collection)),
        promises=tuple(promises(draft.text, today)),
        sources=tuple(_source(source, draft, collection) for source in draft.sources),
        loose_notes=tuple(_loose_notes(draft)),
    )


def _references(draft: Draft, collection: Collection) -> Sequence[ReferenceFinding]:
    result = []
    for section in draft.text.sections:
        for mention in recognise(section.answer):
            held = collection.directory.letters_with(mention.reference)
            if mention.reference.dossier and not mention.reference.number:
                held = [
                    record.id
                    for record in collection.records.values()
                    if any(dossier.number == mention.reference.dossier for dossier in record.metadata.dossiers)
                ]
            records = tuple(collection.records[letter] for letter in held if letter in collection.records)
            words = section.answer[mention.start : mention.end]
            result.append(ReferenceFinding(section.key, words, mention.reference, records))
    return result


def _source(source: Source, draft: Draft, collection: Collection) -> SourceFinding:
    used = any(sign.number == source.number for section in draft.text.sections for sign in signs(section.answer))
    try:
        letter = collection.letters.load(source.letter, source.reading)
    except (UnknownLetter, DamagedStore):
        return SourceFinding(source, SourceState.REMOVED, used, removal=collection.removed(source.letter))
    newer = collection.replaced_by(source.letter)
    if newer is not None:
        return SourceFinding(source, SourceState.REPLACED, used, by=newer)
    if source.letter not in collection.records:
        return SourceFinding(source, SourceState.REMOVED, used)
    present = citation(letter, source.page)
    state = SourceState.HELD if present == source.citation else SourceState.CITED_ANEW
    return SourceFinding(source, state, used, citation=present)


def _loose_notes(draft: Draft) -> Sequence[LooseNote]:
    known = {source.number for source in draft.sources}
    return [
        LooseNote(section.key, sign.number)
        for section in draft.text.sections
        for sign in signs(section.answer)
        if sign.number not in known
    ]
