"""What the metadata and the head of an official publication say about it."""

import difflib
import re
from collections.abc import Iterable, Sequence

from lxml import etree

from corpus.names import fold
from corpus.readers.markup import child, children, inline_text, local_name
from corpus.reading import Fact, FactName

_YEAR = re.compile(r"((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)?\d\d)")
_RECORD = re.compile(r"/([a-z]+-[A-Za-z0-9-]+)/metadata\.xml")
_NEAR = 0.85  # alike: one letter in eight may differ
_BRACKETED = re.compile(r"\([^)]*\)")  # the first name in "I. (Inge) van Dijk"
_CHAMBERS = {"1": "I", "2": "II", "1/2": "I/II", "12": "I/II"}

_FROM_METADATA: tuple[tuple[str, FactName], ...] = (
    ("DC.identifier", FactName.IDENTIFIER),
    ("OVERHEIDop.documenttitel", FactName.TITLE),
    ("DCTERMS.issued", FactName.DATE),
)
_TYPES = "OVERHEIDop.KamerstukTypen"


class Facts:
    """Facts in the order in which they count."""

    def __init__(self) -> None:
        self._facts: list[Fact] = []
        self._known: list[str] = []

    def add(self, name: FactName, value: str) -> None:
        """Add a fact, unless it is empty or known already."""
        fact = Fact(name, value)
        if value and (fact not in self._facts or name in {FactName.DOSSIER, FactName.DOSSIER_TITLE}):
            self._facts.append(fact)

    def add_first(self, name: FactName, value: str) -> None:
        """Add a fact that counts more than those of the same name that are known."""
        fact = Fact(name, value)
        if value:
            self._facts = [fact, *(each for each in self._facts if each != fact)]

    def know(self, name: str) -> None:
        """Remember a proposer whom the metadata names with initials."""
        self._known.append(name)

    def propose(self, names: Iterable[str]) -> None:
        """Add proposers by the names under the text, with the initials known; then those known but not found."""
        waiting = list(self._known)
        for name in names:
            full = _matching(name, waiting)
            if full:
                waiting.remove(full)
            self.add(FactName.PROPOSER, _spelled(full, name) if full else name)
        for name in waiting:
            self.add(FactName.PROPOSER, name)
        self._known = []

    def all(self) -> tuple[Fact, ...]:
        """All facts; proposers known from the metadata alone at the end."""
        self.propose(())
        return tuple(self._facts)


def identity(root: etree._Element, head: etree._Element | None) -> Facts:
    """The facts in the metadata, and in the head with the year and the chamber."""
    facts = Facts()
    metadata = child(root, "metadata")
    records = [] if metadata is None else list(children(metadata, "meta"))
    values = [(record.get("name", ""), record.get("scheme", ""), _value(record)) for record in records]
    for wanted, name in _FROM_METADATA:
        for given, _, value in values:
            if given == wanted:
                facts.add(name, value)
    for given, scheme, value in values:
        if given == "OVERHEIDop.externMetadataRecord" and (found := _RECORD.search(value)):
            facts.add(FactName.IDENTIFIER, found[1])
        elif given == "OVERHEIDop.indiener":
            facts.know(value)
        elif given == "DC.type" and scheme == _TYPES:
            facts.add(FactName.DOCUMENT_TYPE, value)
        elif given == "OVERHEIDop.vergaderjaar":
            facts.add(FactName.VERGADERJAAR, vergaderjaar(value))
    _read_head(head, facts)
    return facts


def vergaderjaar(text: str) -> str:
    """The year in normal form, "2022-2023", from "Vergaderjaar 2022–2023" or "2022/23"; "" where no year stands."""
    found = _YEAR.search(text)
    if not found:
        return ""
    start, end = found[1], found[2]
    return f"{start}-{start[:2] if len(end) == 2 else ''}{end}"


def _read_head(head: etree._Element | None, facts: Facts) -> None:
    lines = [] if head is None else [part for part in head.iter() if local_name(part) == "tekstregel"]
    for line in lines:
        content, text = line.get("inhoud", ""), inline_text(line)
        if content == "vergaderjaar":
            facts.add(FactName.VERGADERJAAR, vergaderjaar(text))
        elif content == "kamernummer":
            facts.add(FactName.CHAMBER, _CHAMBERS.get("".join(text.split()), ""))
        elif content == "documenttype" and text != "Kamerstukken":
            facts.add(FactName.DOCUMENT_TYPE, text)


def _value(record: etree._Element) -> str:
    return " ".join(record.get("content", "").split())


def _matching(name: str, known: Sequence[str]) -> str | None:
    """The one of the known names ("J.J. van Dijk") that a name under a text ("Jasper van Dijk") stands for."""
    words = _words(name)
    candidates: list[str] = []
    for full in known:
        initials, surname = _initials_and_surname(full)
        if surname and words[-len(surname) :] == surname:
            given = words[: -len(surname)]
            if not given or not initials or given[0][0] == initials[0]:
                return full
            candidates.append(full)
    # First names need not begin as the initials do; one person of that surname is that person.
    if len(candidates) == 1:
        return candidates[0]
    # Under some moties a name is misspelled; the metadata come from the register of members.
    surnames = {" ".join(_initials_and_surname(full)[1]): full for full in known}
    near = difflib.get_close_matches(" ".join(words), surnames, n=1, cutoff=_NEAR)
    return surnames[near[0]] if near and not candidates else None


def _spelled(full: str, name: str) -> str:
    """The name with the initials of the metadata and the accents of the text ("I. Kostić"); a first name stays."""
    given = _words(name)[: -len(_initials_and_surname(full)[1])]
    if given and len(given[0]) > 1:
        return name
    accented = {fold(word): word for word in name.split()}
    words = [
        accented.get(fold(word), word) if word[:1].isupper() else word for word in _BRACKETED.sub("", full).split()
    ]
    return " ".join(words)


def _initials_and_surname(name: str) -> tuple[list[str], list[str]]:
    words = _words(_BRACKETED.sub("", name))
    count = next((position for position, word in enumerate(words) if len(word) > 1), len(words))
    return words[:count], words[count:]


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.]+", fold(name)) if word]
