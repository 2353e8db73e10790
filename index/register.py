"""Which mentions in the letters are of one promise or one motie, by rule.

Mentions are put together where something says that they are the same: one official number; in one letter the same
proposers and request; else the same people with the same occasion or document, and a subject in the same words. Where
two would do and nothing says which, the mention stays by itself.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.names import fold, surname_parts
from corpus.people import same_person
from corpus.types import Commitment, CommitmentKind, CommitmentStatus, Person, Reference, ReferenceKind
from index.types import LetterRecord

REGISTER_VERSION = "1"
"""The version of these rules; raised whenever the same mentions would be put together differently."""

_KAMER = "Kamer"
_OWN_NUMBER = {
    CommitmentKind.MOTIE: frozenset({ReferenceKind.KAMERSTUK}),
    CommitmentKind.TOEZEGGING: frozenset({ReferenceKind.TOEZEGGING}),
}
_ALIKE = 0.5
_VERY_ALIKE = 0.7
_NEARLY_EQUAL = 0.85
_FEWEST_WORDS = 2
_STEM = 6
# Words that say how, when or to whom, and so tell nothing of the subject.
_EMPTY = frozenset(
    fold(word)[:_STEM]
    for word in """
    aan aanvullende alle antwoord begrotingsbehandeling bezien bij brief commissiedebat daarbij daarmee deze
    debat dit door een eerste eind geven gedaan heb hebben heeft het hiermee hierover informeren inzake inzet
    kabinet kamer kamerbrief kamerlid kwartaal laten leden lid maken mede meer middels motie moties naar nader
    namens november onderzoek onderzoeken ontvangen over overleg plan reactie regering sturen tijdens toegezegd
    toezegging toezeggingen tussen tweede uitvoering uit uw van verkennen verzocht verzoekt volgende voor
    voortgang waarin wat wetgevingsoverleg wgo worden wordt zal zoals zullen december oktober september augustus
    juli juni mei april maart februari januari onder andere mijn onze
    """.split()
)
_ASKED_BY = re.compile(
    r"zoals (?:[\w-]+ )?(?:verzocht|gevraagd)[^.;]{0,40} motie|op verzoek van de motie|conform de motie", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A commitment with the letter that mentions it."""

    letter: LetterRecord
    commitment: Commitment


def entries(mentions: Sequence[Mention]) -> list[str]:
    """The id of the entry of each mention, in the order given; the same mentions in any order give the same ids.

    The id of what has an official number is made of it; that of anything else of its earliest mention.
    """
    order = sorted(range(len(mentions)), key=lambda place: age(mentions[place].letter, mentions[place].commitment))
    groups = _Groups([mentions[place] for place in order])
    for kind in CommitmentKind:
        groups.by_number(kind)
    groups.moties()
    groups.promises()
    groups.promises_that_a_motie_asked()
    named = dict(zip(order, groups.names(), strict=True))
    return [named[place] for place in range(len(mentions))]


def age(letter: LetterRecord, made: Commitment) -> tuple[str, str, bool, int, int]:
    """What mentions are sorted by: the oldest letter first, those without a date last, then the place in the letter."""
    date = letter.metadata.date
    return (date.isoformat() if date else "9999", letter.id, made.in_notes, made.start, made.end)


class _Groups:
    """Mentions, oldest first, and which of them belong together."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._parent = list(range(len(mentions)))
        self._number: dict[int, str] = {}

    def by_number(self, kind: CommitmentKind) -> None:
        """Put together what has one official number."""
        first: dict[str, int] = {}
        for place in self._of(kind):
            reference = self._mentions[place].commitment.reference
            if reference is None or reference.kind not in _OWN_NUMBER[kind] or not reference.number:
                continue
            number = _number(reference)
            self._join(first.setdefault(number, place), place)
            self._number[self._root(place)] = number

    def moties(self) -> None:
        """Put moties without a number where one other of the same proposers asks the same; first in each letter."""
        by_name = self._by_people(CommitmentKind.MOTIE)
        for rule in (_here, _elsewhere):
            for place in self._of(CommitmentKind.MOTIE):
                if self._root(place) not in self._number:
                    self._join_only(place, self._near(place, by_name, rule))

    def promises(self) -> None:
        """Put together earlier promises to the same people on the same occasion, and repetitions in one letter."""
        by_name = self._by_people(CommitmentKind.TOEZEGGING)
        for rule in (_repeats, _same_promise, _told_without_subject):
            for place in self._of(CommitmentKind.TOEZEGGING):
                self._join_only(place, self._near(place, by_name, rule))

    def promises_that_a_motie_asked(self) -> None:
        """Put a promise "zoals verzocht in de motie X" with the motie that its sentence names."""
        moties: dict[str, list[int]] = defaultdict(list)
        for place in self._of(CommitmentKind.MOTIE):
            moties[self._mentions[place].letter.id].append(place)
        for place in self._of(CommitmentKind.TOEZEGGING):
            own = self._mentions[place]
            if not _ASKED_BY.search(own.commitment.quote):
                continue
            near = {self._root(other) for other in moties[own.letter.id] if _overlaps(own, self._mentions[other])}
            self._join_only(place, near)

    def names(self) -> list[str]:
        """The id of each mention's entry."""
        roots = [self._root(place) for place in range(len(self._mentions))]
        return [self._number.get(root) or self._made_name(root) for root in roots]

    def _made_name(self, root: int) -> str:
        mention = self._mentions[root]
        content = f"{mention.letter.id} {' '.join(mention.commitment.quote.split())}"
        return f"{mention.commitment.kind}-{hashlib.sha256(content.encode()).hexdigest()[:16]}"

    def _of(self, kind: CommitmentKind) -> list[int]:
        return [place for place, mention in enumerate(self._mentions) if mention.commitment.kind is kind]

    def _by_people(self, kind: CommitmentKind) -> dict[str, list[int]]:
        """The places by each surname of proposers or receivers; those of the Kamer by letter and by occasion."""
        found: dict[str, list[int]] = defaultdict(list)
        for place in self._of(kind):
            for key in _keys(self._mentions[place]):
                found[key].append(place)
        return found

    def _near(self, place: int, by_name: dict[str, list[int]], rule: Callable[[Mention, Mention], bool]) -> set[int]:
        """The groups that hold a mention of which a rule says that it is the same."""
        own = self._mentions[place]
        beside = {other for key in _keys(own) for other in by_name[key]}
        apart = (other for other in beside if self._root(other) != self._root(place))
        return {self._root(other) for other in apart if rule(own, self._mentions[other])}

    def _join_only(self, place: int, near: set[int]) -> None:
        """Join with the one group there is; with none where two would do."""
        near.discard(self._root(place))
        if len(near) == 1:
            self._join(place, near.pop())

    def _root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def _join(self, first: int, second: int) -> None:
        one, other = sorted((self._root(first), self._root(second)))
        numbers = {self._number.get(one), self._number.get(other)} - {None}
        if one == other or len(numbers) > 1:
            return
        self._parent[other] = one
        number = self._number.pop(other, None) or self._number.get(one)
        if number:
            self._number[one] = number


# ---------------------------------------------------------------------------------------------- what says the same


def _number(reference: Reference) -> str:
    """The official number without chamber and vergaderjaar, which mentions seldom say."""
    if reference.kind is ReferenceKind.KAMERSTUK:
        return f"kst-{reference.dossier}-{reference.number}".replace(" ", "")
    return reference.identifier


def _members(mention: Mention) -> list[Person]:
    return [person for person in mention.commitment.to if person.name != _KAMER]


def _keys(mention: Mention) -> list[str]:
    people = [fold(part) for person in _members(mention) for part in surname_parts(person.name)]
    made = mention.commitment
    day = made.occasion_date or mention.letter.metadata.date
    return [*people, f"letter {mention.letter.id}", *([f"day {day}"] if day and not people else [])]


def _same_people(first: Mention, second: Mention) -> bool:
    """Whether those named in the shorter list all stand in the other; for nobody but the Kamer, both the Kamer."""
    shorter, longer = sorted((_members(first), _members(second)), key=len)
    if not shorter:
        return not longer
    return all(any(same_person(one, other) for other in longer) for one in shorter)


def _here(first: Mention, second: Mention) -> bool:
    """Whether one letter says both of one motie: its recogniser has told them apart by what they ask."""
    same = first.letter.id == second.letter.id and first.commitment.what == second.commitment.what
    return same and first.commitment.reference == second.commitment.reference and _same_people(first, second)


def _elsewhere(first: Mention, second: Mention) -> bool:
    """Whether another letter names a motie of the same proposers that asks the same."""
    same = first.letter.id != second.letter.id and _same_people(first, second)
    return same and _overlap(first, second) >= _VERY_ALIKE


def _overlaps(first: Mention, second: Mention) -> bool:
    one, other = first.commitment, second.commitment
    return one.in_notes == other.in_notes and one.start < other.end and other.start < one.end


def _subject(mention: Mention) -> frozenset[str]:
    """The beginnings of the words that say what it is about, without names, occasion and words of every letter."""
    made = mention.commitment
    text = made.what
    for left_out in (made.occasion, made.reference_text, made.due):
        text = text.replace(left_out, " ") if left_out else text
    names = {part[:_STEM] for person in made.to for part in fold(person.name).split()}
    words = {fold(word)[:_STEM] for word in re.findall(r"[^\W\d_]{5,}", text)}
    return frozenset(words - names - _EMPTY)


def _overlap(first: Mention, second: Mention) -> float:
    """The share of the shorter subject that stands in the longer one; 0 where one hardly has a subject."""
    one, other = _subject(first), _subject(second)
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= _FEWEST_WORDS else 0.0


def _same_occasion(first: Mention, second: Mention) -> bool:
    """Whether one document or one day of promising is named by both, and nothing else that differs."""
    one, other = first.commitment, second.commitment
    documents = [each.reference and _number(each.reference) for each in (one, other)]
    if documents[0] and documents[0] == documents[1]:
        return True
    if one.occasion_date and other.occasion_date:
        return one.occasion_date == other.occasion_date
    made_in = (one, second.letter), (other, first.letter)
    return any(
        "brief" in each.occasion.lower() and letter.metadata.date and each.occasion_date == letter.metadata.date
        for each, letter in made_in
    )


def _repeats(first: Mention, second: Mention) -> bool:
    """The same said twice in one letter."""
    same_letter = first.letter.id == second.letter.id
    return same_letter and _same_people(first, second) and _overlap(first, second) >= _NEARLY_EQUAL


def _same_promise(first: Mention, second: Mention) -> bool:
    """Named on the same occasion, to the same people, with a subject in the same words; for members half of them."""
    if not (_same_people(first, second) and _same_occasion(first, second)):
        return False
    if CommitmentStatus.NIEUW in (first.commitment.status, second.commitment.status) and not _members(first):
        return _overlap(first, second) >= _VERY_ALIKE
    return _overlap(first, second) >= (_ALIKE if _members(first) else _VERY_ALIKE)


def _told_without_subject(first: Mention, second: Mention) -> bool:
    """Such as "Hiermee voer ik de toezegging aan het lid X uit": the one to X on that occasion."""
    bare = len(_subject(first)) < _FEWEST_WORDS <= len(_subject(second))
    return bare and bool(_members(first)) and _same_people(first, second) and _same_occasion_or_letter(first, second)


def _same_occasion_or_letter(first: Mention, second: Mention) -> bool:
    if _same_occasion(first, second):
        return True
    one, other = first.commitment, second.commitment
    silent = not (one.occasion_date and other.occasion_date) and not (one.reference and other.reference)
    return first.letter.id == second.letter.id and silent
