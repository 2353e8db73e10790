"""Where the register says that people were promised something, or asked for it in a motie."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.names import surname_parts
from corpus.people import matches
from corpus.types import Chunk, Commitment, CommitmentKind, Person
from index.types import StoredCommitment
from qa.types import Aim, Question

_ASKED_FOR = {Aim.PROMISE: CommitmentKind.TOEZEGGING, Aim.MOTION: CommitmentKind.MOTIE}
# Letters beyond these are left to the legs: a member may have proposed hundreds of moties.
_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register has for a question, by letter."""

    by_letter: Mapping[str, Sequence[Commitment]]

    @property
    def letters(self) -> list[str]:
        """The letters that hold the quotes, at most a few dozen."""
        return list(self.by_letter)[:_MOST_LETTERS]

    def holds(self, letter: str, chunk: Chunk) -> bool:
        """Whether a chunk holds the beginning of one of the quotes."""
        return any(
            made.in_notes == chunk.in_notes and chunk.start <= made.start < chunk.end
            for made in self.by_letter.get(letter, ())
        )


NOTHING = Registered({})


class Register:
    """The promises and moties of one generation by the people in them, made once and read by many threads."""

    def __init__(self, commitments: Iterable[StoredCommitment]) -> None:
        """Sort the mentions by the surnames of who promised, and of whom it was promised to or proposed by."""
        self._by_surname: dict[str, list[tuple[Person, StoredCommitment]]] = defaultdict(list)
        for stored in commitments:
            made = stored.commitment
            for person in (*made.to, *([made.by_person] if made.by_person else [])):
                for part in surname_parts(person.name):
                    self._by_surname[part].append((person, stored))

    def find(self, question: Question) -> Registered:
        """What there is on the people whom a question about promises or moties names; nothing for any other."""
        kinds = asked_kinds(question)
        found: dict[str, dict[int, Commitment]] = defaultdict(dict)
        for asked in question.people:
            for part in surname_parts(asked.name):
                for person, stored in self._by_surname.get(part, ()):
                    made = stored.commitment
                    if made.kind in kinds and matches(asked.name, person):
                        found[stored.letter.id][id(made)] = made
        return Registered({letter: tuple(mentions.values()) for letter, mentions in found.items()})


def asked_kinds(question: Question) -> set[CommitmentKind]:
    """The kinds that a question asks for of people whom it names."""
    return {kind for aim, kind in _ASKED_FOR.items() if aim in question.aims} if question.people else set()
