"""Questions that the letters nearly answer: labelled ones with another person or year than they ask about."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from qa.gold import GoldQuestion
from scripts.ranking.examples import Example

# With less left beside the name, the question with another name may well be answered by another letter.
_FEWEST_WORDS = 4
_YEAR = re.compile(r"\b20[012]\d\b")
_YEARS_BACK = 4


def swapped(examples: Sequence[Example]) -> list[tuple[GoldQuestion, str]]:
    """Unanswerable questions made of the answerable ones, each with the group of the one that it was made of.

    Another person is one that a question from the other half of the list asks about, whom letters therefore know;
    another year is some years earlier. Questions for a motie are left out: one on the same subject by somebody else is
    an answer.
    """
    chosen = [each for each in examples if each.answerable and not each.of_motion]
    made: list[tuple[GoldQuestion, str]] = []
    for place, example in enumerate(chosen):
        if len(example.weighed.rarity) < _FEWEST_WORDS:
            continue
        half = place + len(chosen) // 2
        for text in (*_of_another(example, (*chosen, *chosen)[half : half + len(chosen)]), *_earlier(example)):
            gold = dataclasses.replace(example.gold, id=f"{example.gold.id}~{len(made)}", question=text, answers=())
            made.append((gold, example.group))
    return made


def _of_another(example: Example, others: Sequence[Example]) -> Iterator[str]:
    """The question with a person of the first of the others who is not in it, in place of the first in it."""
    text = example.question.text
    asked = [person.name for person in example.question.people if person.name in text]
    known = (person.name for other in others for person in other.question.people)
    another = next((name for name in known if not any(part in text for part in name.split())), None)
    if asked and another is not None:
        yield re.sub(rf"(?<!\w){re.escape(asked[0])}(?!\w)", another, text)


def _earlier(example: Example) -> Iterator[str]:
    text = example.question.text
    years = _YEAR.findall(text)
    if years:
        yield text.replace(years[0], str(int(years[0]) - _YEARS_BACK))
