"""The list of letters: newest first, narrowed by words and kind, a page at a time."""

import datetime
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.names import fold
from index.types import Edition, LetterRecord
from qa.metadata.remarks import KnownLetters, other_forms
from web.paging import page_of

_UNDATED = datetime.date.min  # letters whose date is not known stand last


@dataclass(frozen=True, slots=True)
class ListedLetters:
    """One page of the list: page `page` of `pages`, counted from 1; `found` counts all letters that pass."""

    letters: tuple[LetterRecord, ...]
    found: int
    page: int
    pages: int
    other_forms: Mapping[str, tuple[LetterRecord, ...]] = field(default_factory=dict)

    def forms(self, letter: LetterRecord) -> tuple[LetterRecord, ...]:
        """The other forms of a letter on this page."""
        return self.other_forms.get(letter.id, ())


class LetterList:
    """The letters of one generation in the order of the list, kept until another generation is in force."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: tuple[Edition, tuple[tuple[str, LetterRecord], ...]] | None = None

    def page(self, generation: KnownLetters, *, words: str = "", kind: str = "", page: int = 1) -> ListedLetters:
        """The letters that pass, as `passing` gives them; `page` is brought within bounds."""
        passing = self.passing(generation, words=words, kind=kind)
        shown = page_of(passing, page)
        forms = {letter.id: other_forms(generation, letter.id) for letter in shown.rows}
        return ListedLetters(shown.rows, shown.found, shown.page, shown.pages, forms)

    def passing(self, generation: KnownLetters, *, words: str = "", kind: str = "") -> list[LetterRecord]:
        """The letters of a kind that hold every word in title, number, sender or file name, newest first.

        A letter in several forms is one letter, found by what any of them says.
        """
        wanted = fold(words).split()
        return [
            letter
            for haystack, letter in self._sorted(generation)
            if (not kind or letter.metadata.kind == kind) and all(word in haystack for word in wanted)
        ]

    def newest(self, generation: KnownLetters, number: int) -> tuple[LetterRecord, ...]:
        """The letters with the latest dates."""
        return tuple(letter for _, letter in self._sorted(generation)[:number])

    def count(self, generation: KnownLetters) -> int:
        """How many letters there are; one in several forms counts once."""
        return len(self._sorted(generation))

    def _sorted(self, generation: KnownLetters) -> Sequence[tuple[str, LetterRecord]]:
        with self._guard:
            if self._kept is None or self._kept[0] != generation.info.edition:
                self._kept = generation.info.edition, _in_order(generation)
            return self._kept[1]


def _in_order(generation: KnownLetters) -> tuple[tuple[str, LetterRecord], ...]:
    """The letters in the form to cite, each with what all its forms are found by."""
    forms = generation.forms
    cited = [letter for letter in generation.letters.values() if forms.of(letter.id)[0] == letter.id]
    ordered = sorted(cited, key=lambda letter: (letter.metadata.title, letter.id))
    ordered.sort(key=lambda letter: letter.metadata.date or _UNDATED, reverse=True)
    return tuple(
        (" ".join(_haystack(generation.letters[form]) for form in forms.of(letter.id)), letter) for letter in ordered
    )


def _haystack(letter: LetterRecord) -> str:
    metadata = letter.metadata
    dossiers = [dossier.number for dossier in metadata.dossiers]
    people = [person.name for person in (*metadata.senders, *metadata.proposers, *metadata.questioners)]
    identifier = metadata.reference.identifier if metadata.reference else ""
    spelt = (dossier.replace("-", between) for dossier in dossiers for between in ("-", " ", ""))
    known = (*people, *spelt)
    numbers = (metadata.number, identifier, metadata.kenmerk)
    return fold(" ".join((metadata.title, metadata.ministry, letter.file, *known, *numbers)))
