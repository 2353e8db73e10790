"""Understanding a question: its language, references, people, period, and what it asks for."""

import datetime
from collections.abc import Sequence

from corpus.people import recognise as recognise_people
from corpus.people import same_person
from corpus.references import recognise as recognise_references
from corpus.types import Person, ReferenceMention
from qa.cues import aims_of
from qa.directory import Directory
from qa.language import detect
from qa.periods import find_period
from qa.types import Question


def understand(text: str, directory: Directory, today: datetime.date) -> Question:
    """What a question asks, in terms of what the generation knows; `text` has single spaces."""
    language = detect(text)
    mentions = recognise_references(text)
    return Question(
        text=text,
        language=language,
        content=_content(text, mentions),
        aims=aims_of(text, language),
        references=tuple(mention.reference for mention in mentions),
        people=tuple(_people(text, directory)),
        period=find_period(text, today),
    )


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
    people = directory.people_in(text)
    for mention in recognise_people(text):
        if not any(same_person(mention.person, person) for person in people):
            people.append(mention.person)
    return people
