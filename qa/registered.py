"""Where the register says that people were promised something, or asked for it in a motie."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.people import matches
from corpus.types import Chunk, Commitment, CommitmentKind, Person
from index.types import SearchIndex
from qa.types import Aim, Question

_ASKED_FOR = {Aim.PROMISE: CommitmentKind.TOEZEGGING, Aim.MOTION: CommitmentKind.MOTIE}
# Letters beyond these are left to the legs: a member may have proposed hundreds of moties.
_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Registered:
    """The spans of the quotes that the register has for a question, by letter."""

    spans: Mapping[str, Sequence[Commitment]]

    @property
    def letters(self) -> list[str]:
        """The letters that hold the quotes, at most a few dozen."""
        return list(self.spans)[:_MOST_LETTERS]

    def holds(self, letter: str, chunk: Chunk) -> bool:
        """Whether a chunk holds the beginning of one of the quotes."""
        return any(
            made.in_notes == chunk.in_notes and chunk.start <= made.start < chunk.end
            for made in self.spans.get(letter, ())
        )


def find_registered(search_index: SearchIndex, question: Question) -> Registered:
    """What the register has on the people whom a question about promises or moties names; nothing for any other."""
    kinds = {kind for aim, kind in _ASKED_FOR.items() if aim in question.aims}
    spans: dict[str, list[Commitment]] = defaultdict(list)
    if kinds and question.people:
        for stored in search_index.commitments:
            made = stored.commitment
            if made.kind in kinds and _concerns(made, question.people):
                spans[stored.letter.id].append(made)
    return Registered(spans)


def _concerns(made: Commitment, people: Sequence[Person]) -> bool:
    concerned = [*made.to, *([made.by_person] if made.by_person else [])]
    return any(matches(person.name, other) for person in people for other in concerned)
