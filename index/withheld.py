"""A generation as it is shown while it holds letters that were removed for good: without them, from one moment on.

Taking a letter out of the files takes a build. Whoever asks meanwhile, or goes back to such a generation, sees it here,
where all that is searched passes: nothing of the letter is found, counted, listed or told of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from corpus.types import Person
from index.belonging import Belonging
from index.generation import Generation
from index.types import (
    ChunkPlace,
    Field,
    Filters,
    Forms,
    GenerationInfo,
    Hit,
    LetterRecord,
    StoredChunk,
    StoredCommitment,
    Term,
    Vectors,
)


class Withheld:
    """A generation without some of its letters (`index.types.SearchIndex`), open for reading by many threads."""

    def __init__(self, generation: Generation, letters: frozenset[str]) -> None:
        """`letters` are the ids of those that are not shown; the generation holds each of them."""
        self._generation = generation
        self._withheld = letters
        self._info = replace(generation.info, withheld=letters)

    @property
    def info(self) -> GenerationInfo:
        """Which generation this is, and what is withheld of it."""
        return self._info

    @cached_property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id, but for those withheld."""
        held = self._generation.letters.items()
        return MappingProxyType({key: record for key, record in held if key not in self._withheld})

    @cached_property
    def belonging(self) -> Belonging:
        """Who belongs to which party, by the letters shown."""
        return Belonging(self.letters.values())

    @property
    def commitments(self) -> list[StoredCommitment]:
        """The promises and mentions of moties in the letters shown; raises what the generation raises."""
        return [each for each in self._generation.commitments if each.letter.id not in self._withheld]

    @cached_property
    def forms(self) -> Forms:
        """Which of the letters shown are forms or versions of one another."""
        known = self._generation.forms
        groups = {key: self._shown(group) for key, group in known.groups.items() if key not in self._withheld}
        replaced = {older: self._shown(known.of(newer)) for older, newer in known.replaced.items()}
        return Forms(
            {key: group for key, group in groups.items() if len(group) > 1},
            {older: newer[0] for older, newer in replaced.items() if newer and older not in self._withheld},
        )

    def _shown(self, letters: Sequence[str]) -> tuple[str, ...]:
        return tuple(letter for letter in letters if letter not in self._withheld)

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """The newest version of a letter that was replaced by one that is shown, else None."""
        newest = self.forms.newest(letter_id)
        return self.letters[newest] if newest is not None else None

    def search_lexical(
        self, field: Field, terms: Sequence[Term], limit: int, filters: Filters | None = None
    ) -> list[Hit]:
        """The best `limit` chunks by BM25 over one field, best first; equal scores by position."""
        return self._generation.search_lexical(field, terms, limit, self._within(filters))

    def search_dense(self, vector: Vectors, limit: int, filters: Filters | None = None) -> list[Hit]:
        """The best `limit` chunks by dot product with a (dimensions,) float32 vector, best first; ties by position."""
        return self._generation.search_dense(vector, limit, self._within(filters))

    def document_frequencies(self, field: Field, terms: Sequence[str]) -> list[int]:
        """In how many of the chunks shown each term stands in this field, in the order asked."""
        known = self._generation.document_frequencies(field, terms)
        only = Filters(letters=self._withheld)
        return [
            count - len(self._generation.search_lexical(field, [Term(term)], count, only)) if count else 0
            for count, term in zip(known, terms, strict=True)
        ]

    def count_undated(self, filters: Filters) -> int:
        """How many of the letters shown a date filter leaves out because they have no date; 0 without one."""
        return self._generation.count_undated(self._within(filters))

    def fetch(self, positions: Sequence[int]) -> list[StoredChunk]:
        """The chunks at these positions, in the order asked; raises `IndexError` for one that is not shown."""
        found = self._generation.fetch(positions)
        for stored in found:
            if stored.letter.id in self._withheld:
                raise IndexError(f"the chunk at position {stored.position} is of a letter that was removed")
        return found

    def people_in(self, positions: Sequence[int]) -> list[tuple[Person, ...]]:
        """The people of each chunk's letter who are named in the chunk, in the order asked."""
        return self._generation.people_in(positions)

    def places_of(self, letter_id: str) -> list[ChunkPlace]:
        """Where the chunks of a letter stand, by position; none of a letter that is not shown."""
        return [] if letter_id in self._withheld else self._generation.places_of(letter_id)

    def _within(self, filters: Filters | None) -> Filters:
        return replace(filters or Filters(), without=self._withheld)
