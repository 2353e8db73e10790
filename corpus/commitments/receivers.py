"""To whom something was promised, and who promised it."""

import re
from collections.abc import Iterable, Sequence

from corpus import people
from corpus.government import find_roles
from corpus.people import same_person
from corpus.types import Kind, Letter, Person

KAMER = Person("Kamer")
SENDER = "afzender"
"""What stands for who signed, where a promise is made in the first person."""

_TO = re.compile(
    r"(?<!\w)(?:aan|is|was|werd|heb|heeft|zeg|zeggen|wil|kan|ga|ik|wij|kabinet|minister|staatssecretaris|voorganger|richting|jegens"
    r"|door|op verzoek van"
    r"|naar aanleiding van (?:de |een )?(?:vraag|vragen|verzoek"
    r"|opmerking|motie)[\w ]{0,12} van|op (?:de |een )?vra(?:ag|gen) van|(?:vragen|vraag|verzoek"
    r"|kamervragen) van)"
    r" (?:(?:het|de) )?(?:toenmalig )?(?:tweede )?(?:kamer)?(?:lid|leden|heer|heren|mevrouw|-leden|\w+-leden"
    r"|\w+-lid)?\s?\Z",
    re.IGNORECASE,
)
_IS_PROMISED = re.compile(
    r"\d{0,2}(?:\s?\([^()]{0,40}\)\d{0,2})?(?: is| was| werd| heb ik| heeft (?:het kabinet|de \w+))(?!\w)"
    r"[^.;]*toegezegd",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\d{0,2}(?:\s?\([^()]{0,40}\)\d{0,2})?(?:,?\s(?:en|&)\s|,\s|\s?/\s?)(?:(?:de |het )?(?:[\w-]+-)?(?:leden"
    r"|lid) )?\Z",
    re.IGNORECASE,
)
_SPOKEN = frozenset({Kind.VERSLAG, Kind.HANDELINGEN})
_MEMBER_WORDS = frozenset(
    {"het lid", "kamerlid", "het kamerlid", "mevrouw", "de heer", "de leden", "het tweede kamerlid"}
)
_MINISTERIAL = re.compile(r"Minister|Staatssecretaris")
_THE_KAMER = re.compile(
    r"(?<!\w)(?:uw|de|onze|tweede|eerste|beide) kamers?(?!\w)|(?<!\w)(?:staten-generaal|parlement)(?!\w)", re.IGNORECASE
)
_BY_THE_KAMER = re.compile(
    r"(?<!\w)door (?:uw|de) kamer (?:\w+ )?\w*(?:aangenomen|gevraagd|verzocht|gewenst\w*)", re.IGNORECASE
)


def named_receivers(text: str) -> tuple[Person, ...]:
    """The members whom a sentence names as those to whom, or on whose question, something was promised."""
    found: list[Person] = []
    position = -1
    for mention in people.recognise(text):
        if _MINISTERIAL.match(mention.person.role):
            continue
        before = text[max(0, mention.start - 80) : mention.start]
        first = before.strip().casefold() in _MEMBER_WORDS
        if (
            _TO.search(before)
            or (first and _IS_PROMISED.match(text, mention.end))
            or (found and _AND.fullmatch(text[position : mention.start]))
        ):
            found.append(mention.person)
            position = mention.end
    return tuple(found)


def receivers(letter: Letter, texts: Sequence[str], *, named: bool) -> tuple[Person, ...]:
    """Who is told: with `named` the members named in the first of `texts` that names any, else the Kamer.

    In an answer to written questions, what is promised to nobody in particular is promised to who asked.
    """
    members = next(filter(None, map(named_receivers, texts)), ()) if named else ()
    if members:
        return completed(letter, members)
    asked = letter.metadata.questioners
    to_the_kamer = named or _THE_KAMER.search(_BY_THE_KAMER.sub("", texts[0]))
    if letter.metadata.kind is Kind.ANTWOORD and asked and not to_the_kamer:
        return completed(letter, asked)
    return (KAMER,)


def completed(letter: Letter, named: Iterable[Person]) -> tuple[Person, ...]:
    """The same people once each, with the party that the letter gives them elsewhere."""
    whole: list[Person] = []
    for person in named:
        known = [each for each in letter.metadata.people if same_person(each, person)]
        party = person.party or (known[0].party if len(known) == 1 else "")
        made = Person(person.name, person.first, party, person.role)
        if not any(same_person(each, made) for each in whole):
            whole.append(made)
    return tuple(whole)


def promiser(letter: Letter, by: str) -> tuple[str, Person | None]:
    """Who promised, as the text says it ("afzender" where it is who signed), and the person where one is known.

    Nobody signs a report of a debate.
    """
    senders = letter.metadata.senders
    if not by and letter.metadata.kind in _SPOKEN:
        return "", None
    if not by:
        return SENDER, senders[0] if senders else None
    roles = [mention.role for mention in find_roles(by)]
    held = [person for person in letter.metadata.people if person.role in roles] if roles else []
    return by, held[0] if len(held) == 1 else None
