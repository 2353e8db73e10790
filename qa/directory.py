"""Who and what one generation knows: the people named in its letters, and the references that its letters have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from corpus.names import distance, fold, surname_parts
from corpus.types import Person, Reference, ReferenceKind
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import LetterRecord
from qa.types import Suggestion

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A word in small letters is taken for a name only after one of these: "van bos" may be wood, "het lid bos" is not.
_BEFORE_A_NAME = frozenset(
    "aan lid leden kamerlid motie moties amendement minister staatssecretaris heer mevrouw van door met namens"
    " to by from mp member members minister secretary mr mrs ms motion amendment for".split()
)
_SHORTEST_MISSPELT = 6


class Directory:
    """The people and references of a generation, made once and read by many threads."""

    def __init__(self, records: Iterable[LetterRecord]) -> None:
        """Collect from the letters' metadata; a name that is spelt in several ways stands as it is spelt most."""
        spelt: dict[str, Counter[Person]] = defaultdict(Counter)
        self._letters_by_reference: dict[str, list[str]] = defaultdict(list)
        for record in records:
            metadata = record.metadata
            if metadata.reference is not None:
                self._letters_by_reference[_key(metadata.reference)].append(record.id)
            for person in metadata.people:
                for part in surname_parts(person.name):
                    if part in FUNCTION_WORDS:
                        continue
                    spelt[part][Person(person.name)] += 1
        self._people = {part: counts.most_common(1)[0][0] for part, counts in spelt.items()}

    def letters_with(self, reference: Reference) -> list[str]:
        """The ids of the letters that have this reference as their own."""
        return self._letters_by_reference.get(_key(reference), [])

    def people_in(self, question: str) -> list[Person]:
        """The known people that a question names, in its order, each once; capitals and accents may be missing."""
        found: dict[str, Person] = {}
        before = ""
        for match in _WORD.finditer(question):
            word = match.group()
            for part in surname_parts(word):
                person = self._people.get(part)
                if person is not None and (word[0].isupper() or before in _BEFORE_A_NAME):
                    found.setdefault(part, person)
            before = word.casefold()
        return list(found.values())

    def suggestions(self, question: str) -> tuple[Suggestion, ...]:
        """Known names that differ by one edit from a word of the question that is itself not known.

        Looked at are words with a capital and words that stand where a name stands ("het lid aartsem").
        """
        close: dict[str, Suggestion] = {}
        before = ""
        for match in _WORD.finditer(question):
            word = match.group()
            part = fold(word)
            placed, before = before in _BEFORE_A_NAME, word.casefold()
            known_word = part in self._people or part in FUNCTION_WORDS
            if not (placed or word[0].isupper()) or len(part) < _SHORTEST_MISSPELT or known_word:
                continue
            for known, person in self._people.items():
                if known[0] == part[0] and abs(len(known) - len(part)) <= 1 and distance(known, part, 1) == 1:
                    put = question[: match.start()] + _as_typed(person.name, known) + question[match.end() :]
                    close[person.name] = Suggestion(word, person.name, put, placed)
        return tuple(close.values())


def _as_typed(name: str, part: str) -> str:
    """The part of a surname that was meant, as it is written: "Aartsen", of "Rikkers-Oosterkamp" the half."""
    return next((piece for piece in re.split(r"[-\s]", name) if fold(piece) == part), name)


def _key(reference: Reference) -> str:
    # A question seldom says a kamerstuk's chamber or vergaderjaar; dossier and number tell it as well.
    if reference.kind is ReferenceKind.KAMERSTUK:
        return f"kst-{reference.dossier}-{reference.number}".upper()
    return reference.identifier.upper()
