"""Understanding a question: its language, references, people, period, and what it asks for."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.people import recognise as recognise_people
from corpus.people import same_person
from corpus.references import recognise as recognise_references
from corpus.types import Person, ReferenceMention
from index.types import Filters
from qa.cues import aims_of
from qa.directory import Directory
from qa.language import detect
from qa.offices import kinds_in, office_spans, offices_in, parties_in
from qa.parts import LANGUAGE, NOTHING_OFF, PERIOD, SPELLING, aim_part, person_part, reference_part
from qa.periods import dates_letters, find_period
from qa.types import Aim, Language, Question, Suggestion


def understand(
    text: str,
    directory: Directory,
    today: datetime.date,
    without: frozenset[str] = NOTHING_OFF,
    occurs: Callable[[str], bool] = lambda _word: True,
) -> Question:
    """What a question asks, in terms of what the generation knows; `text` has single spaces.

    `without` names the parts (`qa.parts`) that are not to be understood. `occurs` tells whether a word stands in the
    letters: one that does is never taken for a misspelt name.
    """
    language = detect(text)
    if LANGUAGE in without:
        language = Language.DUTCH if language is Language.ENGLISH else Language.ENGLISH
    respelt = () if SPELLING in without else _respelt(directory.suggestions(text), occurs)
    read = text
    for suggestion in respelt:
        read = read.replace(suggestion.typed, suggestion.name)
    mentions = [mention for mention in recognise_references(read) if reference_part(mention.reference) not in without]
    period = None if PERIOD in without else find_period(read, today)
    return Question(
        text=text,
        language=language,
        content=_content(read, mentions),
        aims=frozenset(aim for aim in aims_of(read, language) if aim_part(aim) not in without) or frozenset({Aim.FACT}),
        references=tuple(mention.reference for mention in mentions),
        people=tuple(person for person in _people(read, directory) if person_part(person) not in without),
        period=period,
        offices=tuple(office for office in offices_in(read) if person_part(office) not in without),
        parties=parties_in(read),
        kinds=kinds_in(read),
        of_letters=period is not None and dates_letters(read, period),
        respelt=respelt,
    )


def implied_filters(question: Question, filters: Filters) -> Filters:
    """The filters with the period that the question gives to the letters, unless a period was chosen."""
    if not question.of_letters or question.period is None or filters.date_from or filters.date_to:
        return filters
    return replace(filters, date_from=question.period.start, date_to=question.period.end)


def _respelt(suggestions: Sequence[Suggestion], occurs: Callable[[str], bool]) -> tuple[Suggestion, ...]:
    """The words that stand where names stand, that no letter has, and that are nearly one known name and one only."""
    typed = Counter(suggestion.typed for suggestion in suggestions)
    return tuple(each for each in suggestions if each.placed and typed[each.typed] == 1 and not occurs(each.typed))


# What is left of a question that only names a document.
_EMPTY_WORDS = frozenset(
    "de het een van in uit is en wat staat er welke brief motie stuk document geef toon zoek naar kamerstuk nr the a of"
    " what which letter motion document show find give me for".split()
)


def _content(text: str, mentions: Sequence[ReferenceMention]) -> str:
    """The question without its references; "" when nothing else is asked."""
    if not mentions:
        return text
    left = _without(text, mentions)
    words = [word.strip("?!.,;:()").casefold() for word in left.split()]
    return left if any(word and word not in _EMPTY_WORDS for word in words) else ""


def _without(text: str, mentions: Sequence[ReferenceMention]) -> str:
    kept, position = [], 0
    for mention in mentions:
        kept.append(text[position : mention.start])
        position = mention.end
    kept.append(text[position:])
    return " ".join(" ".join(kept).split())


def _people(text: str, directory: Directory) -> list[Person]:
    """The known people whom a question names, then those of whom no letter knows; "Welzijn" of a ministry is nobody."""
    for start, end in office_spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    people = directory.people_in(text)
    for mention in recognise_people(text):
        if not any(same_person(mention.person, person) for person in people):
            people.append(mention.person)
    return people
