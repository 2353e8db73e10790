"""Who and what one generation knows: the people named in its letters, and the references that its letters have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.members import memberships
from corpus.names import PREFIXES, distance, fold, surname_parts, surname_prefix
from corpus.types import Person, Reference, ReferenceKind
from index.analysis import is_common_word, is_widely_written
from index.analysis.stopwords import FUNCTION_WORDS
from index.fields import parties_to
from index.types import LetterRecord
from qa.types import Suggestion

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Only people stand behind these.
_PERSON_CUES = frozenset(
    "lid leden kamerlid kamerleden heer mevrouw mevr mw dhr meneer mp mps member members mr mrs ms senator vroeg"
    " vroegen vraagt vragen zei zegt schreef schrijft stelde stelt antwoordde beloofde diende vindt wil wilde did does"
    " has minister staatssecretaris secretary".split()
)
_MOTIE_CUES = frozenset("motie moties amendement amendementen motion motions amendment".split())
_WEAK_CUES = frozenset("aan van door met namens en to by from for and with".split())
_AFTER_A_NAME = frozenset({"", "over", "c", "cs", "en", "inzake", "on", "about", "and"})
_SHORTEST_MISSPELT = 6
_SHORTEST_BEHIND_A_CUE = 4
_SHORTEST_FREE = 5  # "lee" and "may" in small letters are more often other words
_FEW_LETTERS = 3


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody of a surname: the person as most letters spell the name, and the folded prefix of the surname.

    `sure` says that a letter came from or went to somebody of that name, or that it is a member's: another may be a
    word that was taken for a name. `seldom` says that few letters have it.
    """

    person: Person
    prefix: str
    sure: bool
    seldom: bool


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word of a question as a name may be typed, with the words beside it.

    `prefix` are the words before it that prefixes of names are made of, `before` the one before these.
    """

    text: str
    start: int
    end: int
    before: str
    prefix: tuple[str, ...]
    after: str
    opens: bool

    @property
    def placed(self) -> bool:
        """Whether it stands where names stand."""
        cue = self.prefix[-1] if self.prefix else self.before
        return self.announced or self.before in _MOTIE_CUES or cue in _WEAK_CUES

    @property
    def announced(self) -> bool:
        """Whether it stands where only names stand: behind "het lid", or between "motie" and "over"."""
        return self.before in _PERSON_CUES or (self.before in _MOTIE_CUES and self.after in _AFTER_A_NAME)

    @property
    def capital(self) -> bool:
        """Whether it is written as a name."""
        return self.text[0].isupper()


class Directory:
    """The people and references of a generation, made once and read by many threads."""

    def __init__(self, records: Iterable[LetterRecord]) -> None:
        """Collect from the letters' metadata; a name that is spelt in several ways stands as it is spelt most."""
        spelt: dict[tuple[str, str], Counter[Person]] = defaultdict(Counter)
        wrote: set[str] = set()
        self._letters_by_reference: dict[str, list[str]] = defaultdict(list)
        for record in records:
            metadata = record.metadata
            if metadata.reference is not None:
                for key in _keys(metadata.reference):
                    self._letters_by_reference[key].append(record.id)
            if metadata.kenmerk:
                self._letters_by_reference[metadata.kenmerk.upper()].append(record.id)
            for person in metadata.people:
                for part, prefix in _parts(person.name):
                    spelt[(part, prefix)][Person(person.name)] += 1
            wrote.update(part for person in parties_to(metadata) for part, _ in _parts(person.name))
        self._people: dict[str, list[_Known]] = defaultdict(list)
        for (part, prefix), counts in sorted(spelt.items(), key=lambda each: -each[1].total()):
            person, seldom = counts.most_common(1)[0][0], counts.total() < _FEW_LETTERS
            sure = part in wrote or not seldom or bool(memberships(person.name))
            self._people[part].append(_Known(person, prefix, sure, seldom))

    def letters_with(self, reference: Reference) -> list[str]:
        """The ids of the letters that have this reference as their own."""
        return self._letters_by_reference.get(reference_key(reference), [])

    def people_in(self, question: str) -> list[Person]:
        """The known people that a question names, in its order, each once; capitals and accents may be missing."""
        found: dict[str, Person] = {}
        typed = _typed(question)
        for place, word in enumerate(typed):
            pair = fold(f"{typed[place - 1].text} {word.text}") if place else ""
            for part in (pair, *surname_parts(word.text)):
                known = self._meant(part, word.prefix)
                if known is not None and _is_name(part, word, known, alone=len(typed) == 1):
                    found.setdefault(known.person.name, known.person)
        return list(found.values())

    def _meant(self, part: str, typed: tuple[str, ...]) -> _Known | None:
        """Who of a surname is meant: with the longest prefix that was typed, else with one that was left out."""
        known = self._people.get(part, ())
        held = [each for each in known if _prefixed(each, typed)]
        return max(held, key=lambda each: len(each.prefix), default=next(iter(known), None))

    def suggestions(self, question: str) -> tuple[Suggestion, ...]:
        """Known names that differ by one edit from a word of the question that is itself not known.

        Looked at are words with a capital and words that stand where a name stands ("het lid aartsem").
        """
        close: dict[str, Suggestion] = {}
        for word in _typed(question):
            part = fold(word.text)
            announced = word.before in _PERSON_CUES or len(word.prefix) > 1
            shortest = _SHORTEST_BEHIND_A_CUE if announced else _SHORTEST_MISSPELT
            known_word = part in self._people or part in FUNCTION_WORDS
            if not (word.placed or word.text[0].isupper()) or len(part) < shortest or known_word:
                continue
            for known, people in self._people.items():
                if known[0] == part[0] and abs(len(known) - len(part)) <= 1 and distance(known, part, 1) == 1:
                    name = people[0].person.name
                    put = question[: word.start] + _as_typed(name, known) + question[word.end :]
                    close[name] = Suggestion(word.text, name, put, word.placed)
        return tuple(close.values())


def _parts(name: str) -> list[tuple[str, str]]:
    """The parts of a surname that it is known by, each with its own prefix: of "Faber-van de Klashorst" two."""
    halves = fold(name).split("-")
    pairs = [(part, surname_prefix(half)) for half in halves for part in surname_parts(half)]
    return [(part, prefix) for part, prefix in pairs if part not in FUNCTION_WORDS]


def _typed(question: str) -> list[_Typed]:
    """The words of a question that may be a name, without the prefixes of names among them."""
    typed: list[_Typed] = []
    words = list(_WORD.finditer(question))
    before, prefix = "", list[str]()
    for place, match in enumerate(words):
        word = match.group()
        if fold(word) in PREFIXES:
            prefix.append(fold(word))
            continue
        after = words[place + 1].group().casefold() if place + 1 < len(words) else ""
        typed.append(_Typed(word, match.start(), match.end(), before, tuple(prefix), after, opens=not typed))
        before, prefix = word.casefold(), []
    return typed


def _prefixed(known: _Known, typed: tuple[str, ...]) -> bool:
    """Whether the prefix of a name was typed; a name without one always is as it was typed."""
    words = tuple(known.prefix.split())
    return not words or typed[-len(words) :] == words


def _is_name(part: str, word: _Typed, known: _Known, *, alone: bool) -> bool:
    """Whether a word is the name of a known person, and not another word that is written so.

    With a capital it is, but for a common word that begins the question, and for a place whose name somebody has with a
    prefix. In small letters it is where only names stand, or where it can hardly be anything else.
    """
    whole = bool(known.prefix) and _prefixed(known, word.prefix)
    common, widely = is_common_word(part), is_widely_written(part)
    if word.announced and (whole or not known.prefix or not common):
        return True
    if (common or widely) and (not known.sure or (known.seldom and known.prefix and not whole)):
        return whole and word.text[0].isupper()
    if word.text[0].isupper():
        return whole or alone or not (common and word.opens)
    if whole:
        return alone or " " in known.prefix or word.before in _MOTIE_CUES or not common
    return not common and (alone or word.placed or (known.sure and len(part) >= _SHORTEST_FREE))


def _as_typed(name: str, part: str) -> str:
    """The part of a surname that was meant, as it is written: "Aartsen", of "Rikkers-Oosterkamp" the half."""
    return next((piece for piece in re.split(r"[-\s]", name) if fold(piece) == part), name)


def _keys(reference: Reference) -> list[str]:
    """The keys by which a letter is found that has this reference: an Aanhangsel also without its year."""
    keys = [reference_key(reference)]
    if reference.kind is ReferenceKind.AANHANGSEL:
        keys.append(f"ah-{reference.number}".upper())
    return list(dict.fromkeys(keys))


def reference_key(reference: Reference) -> str:
    """What tells documents apart by their reference, however it is written."""
    # A question seldom says a kamerstuk's chamber or vergaderjaar; dossier and number tell it as well.
    if reference.kind is ReferenceKind.KAMERSTUK:
        return f"kst-{reference.dossier}-{reference.number}".upper()
    return reference.identifier.upper()
