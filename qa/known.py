"""What is known of one generation beside its index: its people and references, and its register by person."""

from functools import cached_property

from index.types import SearchIndex
from qa.directory import Directory
from qa.registered import Register


class Known:
    """Made once for a generation and read by many threads; two that make a part at once make the same."""

    def __init__(self, search_index: SearchIndex) -> None:
        self.number = search_index.info.number
        self.directory = Directory(search_index.letters.values())
        self._search_index = search_index

    @cached_property
    def register(self) -> Register:
        """Its promises and moties by person; read only when a question asks for them."""
        return Register(self._search_index.commitments)
