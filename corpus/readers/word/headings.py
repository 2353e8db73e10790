"""Headings that Word does not know of: short lines in bold, underlined or italic letters above plain text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.layout.heads import could_be_heading, is_office, question_or_answer_head
from corpus.readers.continuation import continues, joined
from corpus.readers.word.body import Entry
from corpus.reading import Paragraph
from corpus.types import BlockKind

_ANSWERS = re.compile(r"(?:Nadere? |Aanvullende? )?(?:Antwoord(?:en)?|Beantwoording|Reactie)\s+(?:van|op|door)\b")
_LONGEST_TITLE = 700
_PLAIN = (False, False, False)


def joined_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Paragraphs that the writer cut in mid-sentence, put together again."""
    result: list[Entry] = []
    for entry in entries:
        last = result[-1] if result else None
        if (
            last is not None
            and not entry.apart
            and last.looks == entry.looks
            and entry.paragraph.kind is BlockKind.PARAGRAPH
            and last.paragraph.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
            and continues(last.paragraph.text, entry.paragraph.text)
        ):
            last.paragraph = joined(last.paragraph, entry.paragraph)
        else:
            result.append(replace(entry))
    return result


def with_headings(entries: Sequence[Entry]) -> list[Paragraph]:
    """The paragraphs, those that are headings by their looks marked so."""
    marked = [entry.looks for place, entry in enumerate(entries) if _stands_out(entries, place)]
    ranks = sorted(set(marked), reverse=True)
    # The own headings of Word come first; those by looks are deeper than the ones of the same document.
    base = max((entry.paragraph.level for entry in entries if entry.paragraph.kind is BlockKind.HEADING), default=0)
    result: list[Paragraph] = []
    in_question = False
    for place, entry in enumerate(entries):
        paragraph = entry.paragraph
        head = question_or_answer_head(paragraph.text)
        if head:
            in_question = not head.is_answer
        elif paragraph.kind is BlockKind.PARAGRAPH and entry.bold and is_title_of_answers(paragraph.text):
            paragraph = replace(paragraph, kind=BlockKind.HEADING, level=1)
        elif not in_question and _stands_out(entries, place):
            paragraph = replace(paragraph, kind=BlockKind.HEADING, level=min(base, 1) + ranks.index(entry.looks) + 1)
        result.append(paragraph)
    return result


def is_title_of_answers(text: str) -> bool:
    """Whether a line entitles the answers to questions: "Antwoorden van de minister van … op vragen van …"."""
    if len(text) > _LONGEST_TITLE or question_or_answer_head(text):
        return False
    return _ANSWERS.match(text) is not None


def _stands_out(entries: Sequence[Entry], place: int) -> bool:
    entry = entries[place]
    text = entry.paragraph.text
    following = entries[place + 1] if place + 1 < len(entries) else None
    return (
        entry.paragraph.kind is BlockKind.PARAGRAPH
        and entry.looks != _PLAIN
        and following is not None
        and following.looks != entry.looks
        and could_be_heading(text)
        and not text.endswith("?")
        and not is_office(text)
        and question_or_answer_head(text) is None
    )
