"""What is found around the text of a document: the lines that are no part of it, facts, and printed page numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.layout.page import Line, join_cells
from corpus.reading import Fact, FactName


@dataclass(slots=True)
class Findings:
    """Collects, in the order of finding: the first reason to remove a line and the first label of a page stay.

    `merged` names cells that belong together though they stand far apart: the left one and the one beside it.
    `headings` are lines of the text, merged ones as they are then, that begin a heading whatever they look like.
    """

    removed: dict[Line, str] = field(default_factory=dict)
    merged: dict[Line, Line] = field(default_factory=dict)
    headings: set[Line] = field(default_factory=set)
    facts: list[Fact] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)

    def remove(self, lines: Iterable[Line], reason: str) -> None:
        """Take lines out of the text for a reason."""
        for line in lines:
            self.removed.setdefault(line, reason)

    def fact(self, name: FactName, value: str, page: int | None = None) -> None:
        """Add a fact, unless it is empty or known already."""
        fact = Fact(name, " ".join(value.split()), page)
        if fact.value and fact not in self.facts:
            self.facts.append(fact)

    def text_of(self, lines: Iterable[Line]) -> list[Line]:
        """The lines that stay in the text, those that belong together made one."""
        beside = set(self.merged.values())
        kept = (line for line in lines if line not in self.removed and line not in beside)
        return [join_cells(line, self.merged[line]) if line in self.merged else line for line in kept]

    def knows(self, name: FactName) -> bool:
        """Whether some fact of this name was found."""
        return any(fact.name is name for fact in self.facts)
