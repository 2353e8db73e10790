"""How the letters of a generation hang together: what refers to what, what was replaced, what came of promises."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.types import CommitmentKind, CommitmentStatus, Manner, Reference, Relation
from index.types import LetterRecord, StoredCommitment
from qa.understanding.directory import Directory

_SETTLED = frozenset(
    {
        CommitmentStatus.DEELS,
        CommitmentStatus.VOLDAAN,
        CommitmentStatus.VERVALLEN,
        CommitmentStatus.IN_UITVOERING,
        CommitmentStatus.UITGEVOERD,
        CommitmentStatus.AANGENOMEN,
        CommitmentStatus.VERWORPEN,
    }
)
# Letters whose date is not known stand last.
_UNDATED = datetime.date.max


@dataclass(frozen=True, slots=True)
class Referred:
    """A document that a letter refers to, and the letters that are that document: none where it is not held."""

    relation: Relation
    letters: tuple[LetterRecord, ...]


@dataclass(frozen=True, slots=True)
class Referring:
    """A letter that refers to another one, and where it does so first."""

    letter: LetterRecord
    relation: Relation


@dataclass(frozen=True, slots=True)
class Outcome:
    """What another letter says became of a promise or motie: its status there, and the mention."""

    letter: LetterRecord
    mention: StoredCommitment

    @property
    def status(self) -> CommitmentStatus:
        """The status that the letter gives."""
        return self.mention.commitment.status


class Relations:
    """The relations of one generation, made once and read by many threads.

    `known` is False of a generation that was built before relations were kept: then nothing is known of them.
    """

    def __init__(
        self,
        records: Mapping[str, LetterRecord],
        directory: Directory,
        commitments: Iterable[StoredCommitment],
        *,
        known: bool,
    ) -> None:
        """Sort what the letters, by id, refer to, and what they promise."""
        self.known = known
        self._records = records
        self._directory = directory
        self._referring: dict[str, list[Referring]] = defaultdict(list)
        for record in self._records.values():
            for relation in record.relations:
                for held in directory.letters_with(relation.reference):
                    if held != record.id:
                        self._referring[held].append(Referring(record, relation))
        for found in self._referring.values():
            found.sort(key=lambda each: (each.letter.metadata.date or _UNDATED, each.letter.id))
        self._by_entry: dict[str, list[StoredCommitment]] = defaultdict(list)
        self._by_letter: dict[str, list[StoredCommitment]] = defaultdict(list)
        self._of_moties: dict[str, list[StoredCommitment]] = defaultdict(list)
        self._sort(commitments)

    def _sort(self, commitments: Iterable[StoredCommitment]) -> None:
        for stored in commitments:
            made = stored.commitment
            self._by_entry[stored.entry].append(stored)
            self._by_letter[stored.letter.id].append(stored)
            if made.kind is CommitmentKind.MOTIE and made.reference is not None:
                for held in self._directory.letters_with(made.reference):
                    self._of_moties[held].append(stored)

    def referred(self, letter_id: str) -> tuple[Referred, ...]:
        """What a letter refers to: what it replaces, what it corrects, then the others, in the order of its text."""
        record = self._records.get(letter_id)
        relations = sorted(record.relations, key=lambda relation: relation.manner is Manner.REFERS) if record else []
        return tuple(Referred(relation, self._held(relation.reference)) for relation in relations)

    def referring(self, letter_id: str) -> tuple[Referring, ...]:
        """The letters that refer to this one, oldest first."""
        return tuple(self._referring.get(letter_id, ()))

    def count(self, letter_id: str) -> int:
        """How many documents a letter refers to, and how many letters refer to it."""
        record = self._records.get(letter_id)
        return len(self._referring.get(letter_id, ())) + (len(record.relations) if record else 0)

    def overtaken(self, letter_id: str) -> tuple[Referring, ...]:
        """The letters that say that they replace or correct this one, oldest first."""
        return tuple(each for each in self.referring(letter_id) if each.relation.manner is not Manner.REFERS)

    def outcomes(
        self, letter_id: str, start: int = 0, end: int | None = None, *, in_notes: bool = False
    ) -> tuple[Outcome, ...]:
        """What became of the motie that a letter is, or of the promises in a stretch of it, as other letters say.

        Older letters say nothing of it. Oldest first; each letter once, with the last status that it gives.
        """
        record = self._records.get(letter_id)
        if record is None:
            return ()
        mentions = list(self._of_moties.get(letter_id, ()))
        for stored in self._by_letter.get(letter_id, ()):
            made = stored.commitment
            if made.in_notes == in_notes and start <= made.start and (end is None or made.start < end):
                mentions += self._by_entry[stored.entry]
        return _outcomes(record, mentions)

    def _held(self, reference: Reference) -> tuple[LetterRecord, ...]:
        return tuple(self._records[held] for held in self._directory.letters_with(reference))


def _outcomes(record: LetterRecord, mentions: Sequence[StoredCommitment]) -> tuple[Outcome, ...]:
    date = record.metadata.date
    found: dict[str, Outcome] = {}
    for stored in mentions:
        other = stored.letter
        older = date is not None and other.metadata.date is not None and other.metadata.date < date
        if other.id != record.id and not older and stored.commitment.status in _SETTLED:
            found[other.id] = Outcome(other, stored)
    return tuple(sorted(found.values(), key=lambda each: (each.letter.metadata.date or _UNDATED, each.letter.id)))
