"""What is known of one generation beside its index: its people and references, and its register by person."""

from functools import cached_property

from index.analysis import Abbreviations, agreed_on, names
from index.analysis import Known as KnownWords
from index.errors import UnsupportedLayout
from index.types import Field, SearchIndex
from qa.registered import Register
from qa.relations import Relations
from qa.understanding.directory import Directory


class Known:
    """Made once for a generation and read by many threads; two that make a part at once make the same."""

    def __init__(self, search_index: SearchIndex) -> None:
        self.edition = search_index.info.edition
        self.directory = Directory(search_index.letters.values())
        self._search_index = search_index

    def occurs(self, word: str) -> bool:
        """Whether a word stands in some passage, or names a letter."""
        return any(self._search_index.document_frequencies(Field.NAMES, names(word)))

    @cached_property
    def words(self) -> KnownWords:
        """Which words its letters hold, and the abbreviations that they explain."""
        letters = self._search_index.letters.values()
        explained = ((each.short, each.long) for letter in letters for each in letter.abbreviations)
        return KnownWords(
            lambda term: self._search_index.document_frequencies(Field.BODY, [term])[0] > 0,
            lambda written: self._search_index.document_frequencies(Field.NAMES, written),
            Abbreviations(agreed_on(explained)),
        )

    @cached_property
    def register(self) -> Register:
        """Its promises and moties by person; read only when a question asks for them."""
        return Register(self._search_index.commitments)

    @cached_property
    def relations(self) -> Relations:
        """How its letters refer to one another, and what came of what they promise."""
        search_index = self._search_index
        try:
            commitments = search_index.commitments
        except UnsupportedLayout:
            commitments = ()
        known = "relations" in search_index.info.manifest.versions
        return Relations(search_index.letters, self.directory, commitments, known=known)
