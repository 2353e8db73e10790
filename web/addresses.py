"""Where words of a letter are shown marked; these addresses stay as they are."""

from dataclasses import dataclass

from corpus.types import Span


@dataclass(frozen=True, slots=True)
class Address:
    """Where a passage is shown marked: the letter, the reading that the spans count in, and the spans."""

    letter: str
    reading: str
    spans: tuple[Span, ...]
    in_notes: bool
