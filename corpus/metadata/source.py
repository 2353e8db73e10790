"""What there is to interpret: the facts of a reading by name, its head and its signatures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.reading import FactName, Paragraph, Reading
from corpus.types import BlockKind, ReferenceMention

_HEAD_PARAGRAPHS = 12
_HEAD_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Source:
    """A reading with the texts that were made of it."""

    reading: Reading
    text: str
    notes_text: str
    references: Sequence[ReferenceMention]
    file: str

    def values(self, name: FactName) -> list[str]:
        """All values of a fact, white space folded, without repetition, in the order in which they count."""
        values = (" ".join(fact.value.split()) for fact in self.reading.facts if fact.name is name)
        return list(dict.fromkeys(value for value in values if value))

    def first(self, name: FactName) -> str:
        """The first value of a fact, "" without one."""
        return next(iter(self.values(name)), "")

    def paragraphs(self, *kinds: BlockKind) -> list[Paragraph]:
        """The paragraphs of these kinds, in order."""
        return [paragraph for paragraph in self.reading.paragraphs if paragraph.kind in kinds]

    def head(self) -> list[str]:
        """The short paragraphs at the beginning, where a document says what it is."""
        return [each.text for each in self.reading.paragraphs[:_HEAD_PARAGRAPHS] if len(each.text) <= _HEAD_LENGTH]

    def furniture(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of `pattern` in what was taken out of the text, or in the head."""
        lines = " ".join(line.text for line in self.reading.furniture[:_FURNITURE_LINES])
        return pattern.search(lines) or pattern.search("\n".join(self.head()))


_FURNITURE_LINES = 60  # the head of page 1 comes first; the running feet of a long report tell nothing more
