"""What each paragraph is, judged by the words; the same for every file format.

A reader hands over its paragraphs in reading order with the kind its format tells (a Word style, bold type, a table
cell) and PARAGRAPH where it tells nothing; `classify` finds the rest:

- "Vraag 3, 4 en 5" and "Antwoord 3, 4 en 5" become HEADING with number "3, 4 en 5"; the paragraphs that follow become
  QUESTION or ANSWER with the same number, list items included (their mark stands in the text). Headings and table
  rows between them keep their kind.
- In a report a line that names who speaks becomes SPEAKER; a name run in before the speech is split off.
- In a motie what the Chamber asks becomes DICTUM, up to "en gaat over tot de orde van de dag".
- The office and names under a letter or a motie become SIGNATURE, the greeting SALUTATION, marked paragraphs ITEM.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.layout.bare_questions import with_bare_questions
from corpus.layout.heads import (
    closes_motie,
    is_closing,
    is_office,
    is_person_line,
    is_salutation,
    opens_motie,
    question_or_answer_head,
    run_in_head,
    speaker_length,
)
from corpus.layout.items import MarkerStyle, item_marker
from corpus.reading import NoteMark, PageBreak, Paragraph
from corpus.types import BlockKind

_DICTUM = re.compile(
    r"(?:en\s+)?(?:(?:verzoekt|roept|vraagt|nodigt|draagt|dringt|spoort|gelast|machtigt)\b|"
    r"(?:spreekt|verklaart|constateert|besluit|keurt|zegt|acht|betreurt|stelt)\b.*\b(?:uit|op|af|besluit|vast|dat|om)\b)",
    re.IGNORECASE,
)
_AFTER_ANSWERS = re.compile(
    r"toelichting\b|deze vragen dienen ter aanvulling op|bijlagen?\b(?!\s+\w+\s+\w+)", re.IGNORECASE
)

# A name and a colon can also end a sentence; a report has many such lines.
_SPEAKERS_OF_A_REPORT = 2
# Under "De Minister van …," come the name, sometimes a second office and name.
_LINES_OF_A_SIGNATURE = 8

_REFINED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def classify(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs in the same order with their kind, level and number; a head run in is a paragraph of its own.

    Paragraphs of blank text are left out.
    """
    given = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    given = list(_with_speakers(given))
    given = with_bare_questions(given)
    given = list(_with_questions(given))
    given = _with_moties(given)
    given = _with_signatures(given)
    return tuple(_with_items(given))


def split_paragraph(paragraph: Paragraph, offset: int) -> tuple[Paragraph, Paragraph]:
    """The paragraph cut in two at `offset`, white space around the cut left out; pages and note marks go along."""
    head_text = paragraph.text[:offset].rstrip()
    start = offset + len(paragraph.text[offset:]) - len(paragraph.text[offset:].lstrip())
    page = paragraph.page
    for page_break in paragraph.breaks:
        if page_break.offset <= start:
            page = page_break.page
    head = replace(
        paragraph,
        text=head_text,
        breaks=tuple(each for each in paragraph.breaks if each.offset < len(head_text)),
        marks=tuple(each for each in paragraph.marks if each.offset <= len(head_text)),
    )
    rest = replace(
        paragraph,
        text=paragraph.text[start:],
        page=page,
        breaks=tuple(PageBreak(each.offset - start, each.page) for each in paragraph.breaks if each.offset > start),
        marks=tuple(
            NoteMark(max(each.offset - start, 0), each.key) for each in paragraph.marks if each.offset > len(head_text)
        ),
    )
    return head, rest


def _with_speakers(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    lengths = [speaker_length(each.text) if each.kind in _REFINED | {BlockKind.HEADING} else 0 for each in paragraphs]
    preset = any(each.kind is BlockKind.SPEAKER for each in paragraphs)
    if preset or sum(length > 0 for length in lengths) < _SPEAKERS_OF_A_REPORT:
        yield from paragraphs
        return
    for paragraph, length in zip(paragraphs, lengths, strict=True):
        if not length:
            yield paragraph
        elif length == len(paragraph.text.rstrip()):
            yield replace(paragraph, kind=BlockKind.SPEAKER, level=0)
        else:
            speaker, speech = split_paragraph(paragraph, length)
            yield replace(speaker, kind=BlockKind.SPEAKER, level=0)
            yield replace(speech, kind=BlockKind.PARAGRAPH, level=0)


class _Questions:
    """Where in questions and answers the reading stands."""

    def __init__(self) -> None:
        self.kind = BlockKind.PARAGRAPH
        self.number = ""
        self.unanswered: list[str] = []
        self.head_is_last = False

    def announce(self, paragraph: Paragraph, *, is_answer: bool, numbers: str) -> Paragraph:
        if is_answer:
            self.number = numbers or _together(self.unanswered)
            self.unanswered = []
        else:
            self.number = numbers
            self.unanswered.append(numbers)
        self.kind = BlockKind.ANSWER if is_answer else BlockKind.QUESTION
        self.head_is_last = True
        return replace(paragraph, kind=BlockKind.HEADING, level=paragraph.level or 1, number=self.number)

    def follow(self, paragraph: Paragraph) -> Paragraph:
        self.head_is_last = False
        if self.kind is BlockKind.PARAGRAPH or paragraph.kind not in _REFINED:
            return paragraph
        return replace(paragraph, kind=self.kind, level=0, number=self.number)

    def close(self) -> None:
        self.kind = BlockKind.PARAGRAPH


def _with_questions(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    state = _Questions()
    for paragraph in paragraphs:
        if paragraph.kind not in _REFINED | {BlockKind.HEADING}:
            yield state.follow(paragraph)
            continue
        head = question_or_answer_head(paragraph.text)
        if head and _announces(head.is_answer, head.numbers, state):
            yield state.announce(paragraph, is_answer=head.is_answer, numbers=head.numbers)
            continue
        # Straight under a head such a beginning repeats it; it announces nothing new.
        run_in = None if state.head_is_last else run_in_head(paragraph.text)
        if run_in and _announces(run_in.is_answer, run_in.numbers, state):
            line, rest = split_paragraph(paragraph, run_in.length)
            yield state.announce(line, is_answer=run_in.is_answer, numbers=run_in.numbers)
            yield state.follow(replace(rest, kind=BlockKind.PARAGRAPH))
            continue
        if _ends_answers(paragraph):
            state.close()
        yield state.follow(paragraph)


def _announces(is_answer: bool, numbers: str, state: _Questions) -> bool:
    # "Antwoord" alone is a head only where a question waits for it.
    return bool(numbers) or (is_answer and bool(state.unanswered))


def _ends_answers(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    short = len(text) <= 120
    return (short and (is_closing(text) or is_salutation(text))) or (
        _AFTER_ANSWERS.match(text) is not None and (short or text.lower().startswith(("toelichting:", "deze vragen")))
    )


def _together(numbers: Sequence[str]) -> str:
    if len(numbers) < 2:
        return "".join(numbers)
    return ", ".join(numbers[:-1]) + " en " + numbers[-1]


def _with_moties(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Mark the dictum of each motie, and the names under it."""
    result = list(paragraphs)
    inside, asking, signing = False, False, False
    for position, paragraph in enumerate(result):
        text = paragraph.text.strip()
        if signing:
            signing = paragraph.kind is BlockKind.PARAGRAPH and is_person_line(text)
            if signing:
                result[position] = replace(paragraph, kind=BlockKind.SIGNATURE)
                continue
        if opens_motie(text):
            inside, asking = True, False
        elif inside and closes_motie(text):
            inside, asking, signing = False, False, True
        elif paragraph.kind in (BlockKind.SPEAKER, BlockKind.HEADING):
            inside = asking = False
        elif inside and paragraph.kind in _REFINED:
            asking = asking or _DICTUM.match(text) is not None
            if asking:
                result[position] = replace(paragraph, kind=BlockKind.DICTUM, level=0)
    return result


def _with_signatures(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Mark the office and the names under a letter, and its greeting."""
    result = list(paragraphs)
    position = 0
    while position < len(result):
        text = result[position].text
        if result[position].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and is_salutation(text):
            result[position] = replace(result[position], kind=BlockKind.SALUTATION, level=0)
        end = _end_of_signature(result, position)
        for inside in range(position, end):
            result[inside] = replace(result[inside], kind=BlockKind.SIGNATURE, level=0, number="")
        position = max(end, position + 1)
    return result


def _end_of_signature(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The position behind the signature that begins at `start`, `start` itself where none begins."""
    signable = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ANSWER})
    end, offices, names, closed = start, 0, 0, False
    while end < len(paragraphs) and end - start < _LINES_OF_A_SIGNATURE and paragraphs[end].kind in signable:
        text = paragraphs[end].text
        if is_closing(text) and end == start:
            closed = True
        elif is_office(text):
            offices += 1
        elif (offices or closed) and is_person_line(text) and names <= offices:
            names += 1
        else:
            break
        end += 1
    return end if closed or (offices and names) else start


def _with_items(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Mark the items of lists with their number and level, and number the headings that bear one."""
    styles: list[MarkerStyle] = []
    for paragraph in paragraphs:
        marker = item_marker(paragraph.text)
        if paragraph.kind is BlockKind.HEADING:
            styles = []
            number = paragraph.number or (marker.number if marker else "")
            yield replace(paragraph, level=paragraph.level or 1, number=number)
        elif paragraph.kind in _REFINED and marker:
            if marker.style in styles:
                del styles[styles.index(marker.style) + 1 :]
            else:
                styles.append(marker.style)
            number = paragraph.number or marker.number
            yield replace(paragraph, kind=BlockKind.ITEM, level=paragraph.level or len(styles), number=number)
        else:
            if paragraph.kind is BlockKind.PARAGRAPH:
                styles = []
            level = paragraph.level or int(paragraph.kind is BlockKind.ITEM)
            yield replace(paragraph, level=level)
