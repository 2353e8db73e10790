"""Understanding a question: its language, references, people, period, and what it asks for."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from corpus.people import recognise as recognise_people
from corpus.people import same_person
from corpus.references import recognise as recognise_references
from corpus.types import Person, ReferenceMention
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import Filters
from qa.cues import aims_of
from qa.types import NO_FILTERS, Aim, Language, Period, Question, Suggestion
from qa.understanding.directory import Directory
from qa.understanding.documents import DocumentsWanted, documents_wanted
from qa.understanding.framing import unframed
from qa.understanding.language import detect
from qa.understanding.offices import PARTY, kinds_in, ministries_in, office_spans, offices_in, parties_in
from qa.understanding.parts import (
    AUTHOR,
    KIND,
    LANGUAGE,
    MINISTRY,
    NOTHING_OFF,
    PERIOD,
    SPELLING,
    aim_part,
    party_part,
    person_part,
    reference_part,
    typed_name,
)
from qa.understanding.periods import find_period, past, vague_periods
from qa.understanding.typed import typed_references


@dataclass(frozen=True, slots=True)
class _Named:
    """Who, what and when a question names."""

    people: tuple[Person, ...]
    offices: tuple[Person, ...]
    parties: tuple[str, ...]
    ministries: tuple[str, ...]
    period: Period | None


def understand(
    text: str,
    directory: Directory,
    today: datetime.date,
    without: frozenset[str] = NOTHING_OFF,
    occurs: Callable[[str], bool] = lambda _word: True,
) -> Question:
    """What a question asks, in terms of what the generation knows; `text` has single spaces.

    `without` names the parts (`qa.understanding.parts`) that are not to be understood. `occurs` tells whether a word
    stands in the letters: one that does is never taken for a misspelt name.
    """
    language = detect(text)
    if LANGUAGE in without:
        language = Language.DUTCH if language is Language.ENGLISH else Language.ENGLISH
    respelt = () if SPELLING in without else _respelt(directory.suggestions(text), occurs)
    read = text
    for suggestion in respelt:
        read = read.replace(suggestion.typed, suggestion.name)
    mentions = _references(read, directory, without)
    # "Aanhangsel van de Handelingen 2020-2021" is no period, and asks for no kind of document.
    plain = _without(read, mentions) if mentions else read
    named = _named(plain, directory, today, without)
    wants = documents_wanted(plain, named.people, named.period)
    if named.period is not None and wants.dated:
        named = replace(named, period=past(named.period, today))
    vague = vague_periods(plain)
    return Question(
        text=text,
        language=language,
        content=_undated(_content(read, mentions), vague),
        aims=frozenset(aim for aim in aims_of(read, language) if aim_part(aim) not in without) or frozenset({Aim.FACT}),
        references=tuple(mention.reference for mention in mentions),
        people=named.people,
        period=named.period,
        offices=named.offices,
        parties=named.parties,
        kinds=kinds_in(plain),
        of_letters=wants.dated,
        ministries=named.ministries,
        narrows=_narrows(wants, named, mentions, without),
        vague=vague,
        respelt=respelt,
    )


def _named(text: str, directory: Directory, today: datetime.date, without: frozenset[str]) -> _Named:
    """Who, what and when a question without its references names, but for the parts that are taken off."""
    return _Named(
        people=tuple(person for person in _people(text, directory) if person_part(person) not in without),
        offices=tuple(office for office in offices_in(text) if person_part(office) not in without),
        parties=tuple(party for party in parties_in(text) if party_part(party) not in without),
        ministries=() if MINISTRY in without else tuple(dict.fromkeys(name for name, *_ in ministries_in(text))),
        period=None if PERIOD in without else find_period(text, today),
    )


def _references(text: str, directory: Directory, without: frozenset[str]) -> list[ReferenceMention]:
    """The references in a question, in its order: in every spelling in use, and by the numbers of letters held."""
    known = recognise_references(text)
    found = sorted([*known, *typed_references(text, known, directory)], key=lambda mention: mention.start)
    return [mention for mention in found if reference_part(mention.reference) not in without]


def _narrows(
    wants: DocumentsWanted,
    named: _Named,
    mentions: Sequence[ReferenceMention],
    without: frozenset[str],
) -> Filters:
    """The filters that say what documents are wanted; none where a document is named."""
    if any(mention.reference.number for mention in mentions):
        return NO_FILTERS
    authors = [typed_name(person) for person in (*named.people, *named.offices)]
    dated = named.period if wants.dated else None
    return Filters(
        kinds=frozenset() if KIND in without else wants.kinds,
        date_from=dated.start if dated else None,
        date_to=dated.end if dated else None,
        sender=authors[0] if wants.author and len(authors) == 1 and AUTHOR not in without else "",
        by_party=named.parties[0] if wants.party and len(named.parties) == 1 else "",
        ministry=named.ministries[0] if wants.ministry and len(named.ministries) == 1 else "",
        dossier=mentions[0].reference.dossier if len(mentions) == 1 else "",
    )


def implied_filters(question: Question, filters: Filters) -> Filters:
    """The filters with what the question itself narrows to, where nothing else was chosen.

    Who chose one letter searches it whole.
    """
    narrows = question.narrows
    if filters.letters:
        return filters
    dates = filters if filters.date_from or filters.date_to else narrows
    return replace(
        filters,
        kinds=filters.kinds or narrows.kinds,
        date_from=dates.date_from,
        date_to=dates.date_to,
        sender=filters.sender or narrows.sender,
        by_party=filters.by_party or ("" if filters.party else narrows.by_party),
        ministry=filters.ministry or narrows.ministry,
        dossier=filters.dossier or narrows.dossier,
    )


def narrowings(question: Question, chosen: Filters) -> list[Filters]:
    """The filters to search with until letters pass: with what the question narrows to, without its period, without."""
    narrowed = implied_filters(question, chosen)
    undated = replace(narrowed, date_from=chosen.date_from, date_to=chosen.date_to)
    return list(dict.fromkeys((narrowed, undated, chosen)))


def of_register(filters: Filters, chosen: Filters) -> Filters:
    """The filters under which the register is asked: it knows itself whose promises and moties are asked for."""
    return replace(chosen, date_from=filters.date_from, date_to=filters.date_to)


def added(filters: Filters, others: Filters) -> Filters:
    """What the first filters ask for and the others do not."""
    return Filters(
        **{
            each.name: value
            for each in fields(Filters)
            if (value := getattr(filters, each.name)) != getattr(others, each.name)
        }
    )


def _respelt(suggestions: Sequence[Suggestion], occurs: Callable[[str], bool]) -> tuple[Suggestion, ...]:
    """The words that stand where names stand, that no letter has, and that are nearly one known name and one only."""
    typed = Counter(suggestion.typed for suggestion in suggestions)
    return tuple(each for each in suggestions if each.placed and typed[each.typed] == 1 and not occurs(each.typed))


_VERBS = frozenset("vraagt vroeg zegt zei stelt stelde wil wilde vindt heeft had diende schreef".split())
# What is left of a question that only names a document.
_EMPTY_WORDS = frozenset(
    "de het een van in uit is en wat staat er welke brief motie stuk document geef toon zoek naar kamerstuk nr the a of"
    " what which letter motion document show find give me for mij met kenmerk nummer number laat zien open is antwoord"
    " dit this".split()
)


def _content(text: str, mentions: Sequence[ReferenceMention]) -> str:
    """The question without its references and frame; "" when nothing else is asked."""
    if not mentions:
        return unframed(text)
    left = unframed(_without(text, mentions))
    words = [word.strip("?!.,;:()").casefold() for word in left.split()]
    return left if any(word and word not in _EMPTY_WORDS for word in words) else ""


def _undated(content: str, vague: Sequence[str]) -> str:
    """The question without the words of periods that are not known, which are not what it is about."""
    for words in vague:
        content = " ".join(content.replace(words, " ").split())
    return content


def _without(text: str, mentions: Sequence[ReferenceMention]) -> str:
    kept, position = [], 0
    for mention in mentions:
        kept.append(text[position : mention.start])
        position = mention.end
    kept.append(text[position:])
    return " ".join(" ".join(kept).split())


# Only a name stands behind these, also one that no letter has.
_ANNOUNCED = re.compile(
    r"\b(?P<cue>het lid|kamerlid|mevrouw|mevr\.?|mw\.?|dhr\.?|de heer)"
    r" (?P<name>(?:(?:van )?(?:der|den|ten|ter) |de |van )?(?P<word>[^\W\d_A-Z][\w'’-]{2,}))"
)


def _as_name(match: re.Match[str]) -> str:
    """The words with capitals where a name is announced, unless any other word follows."""
    word, name = match["word"], match["name"]
    if word in FUNCTION_WORDS or word in _VERBS:
        return match.group()
    written = name[: -len(word)] + word[0].upper() + word[1:]
    return f"{match['cue']} {written[0].upper()}{written[1:]}"


def _people(text: str, directory: Directory) -> list[Person]:
    """The known people whom a question names, then those of whom no letter knows; "Welzijn" of a ministry is nobody."""
    # A party in brackets belongs to the name before it.
    parties = [
        match.span() for match in PARTY.finditer(text) if " " in match.group() and text[match.start() - 1] != "("
    ]
    for start, end in (*office_spans(text), *parties):
        text = text[:start] + " " * (end - start) + text[end:]
    people = directory.people_in(text)
    for mention in recognise_people(_ANNOUNCED.sub(_as_name, text)):
        if not any(same_person(mention.person, person) for person in people):
            people.append(mention.person)
    return people
