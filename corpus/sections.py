"""The parts of a letter that belong together: what stands under a heading, a question with its answer, a turn.

No chunk reaches over the border of a section, and all of a section shares its headings, questions and speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Block, BlockKind, Kind, Letter, Span

_NUMBER = re.compile(r"(\d+)(?:\s*(?:t/m|tot en met|[-–])\s*(\d+))?")
_ANSWERED = frozenset({BlockKind.QUESTION, BlockKind.ANSWER})
# Between questions and answers these keep the kind they have elsewhere, and belong to the answer around them.
_WITHIN_ANSWERS = frozenset({BlockKind.TABLE, BlockKind.ITEM, BlockKind.DICTUM})
_MOTIE_TITLE = re.compile(r"(?:(?:nader )?gewijzigde )?motie", re.IGNORECASE)
_MOTIE_OPENING = re.compile(r"de kamer\s*,", re.IGNORECASE)
_MOTIE_CLOSING = re.compile(r"gaat over tot de orde van de dag\W*$", re.IGNORECASE)
# The chair: "Deze motie is voorgesteld door …", "Zij krijgt nr. …".
_NUMBERED = re.compile(r"Deze (?:\w+ )?motie is voorgesteld|Zij krijgt nr")
_BREAKS = frozenset({BlockKind.SPEAKER, BlockKind.HEADING})
# No list of questions runs to this length; a larger "range" is a pair of other numbers.
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring blocks, in order, and what they are about.

    `headings` from the outermost in, those that stand in the section itself included; `questions` are the spans of
    the questions that its answers answer, also where they stand in the section; `speakers` are the blocks that name
    who speaks in it, the first of them from before the section when it goes on with a turn. A motie that was read out
    in a debate is a section by itself.
    """

    blocks: tuple[Block, ...]
    headings: tuple[Block, ...] = ()
    questions: tuple[Span, ...] = ()
    speakers: tuple[Block, ...] = ()
    is_motie: bool = False

    @property
    def start(self) -> int:
        """Where its first block begins."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """Where its last block ends."""
        return self.blocks[-1].end


def sections(letter: Letter, *, short: int, long: int) -> list[Section]:
    """All blocks of the letter, in order, each in one section.

    A motie of at most `long` characters is one section; a turn shorter than `short` goes with the next one, the head of
    a letter with its opening.
    """
    if not letter.blocks:
        return []
    if letter.metadata.kind is Kind.MOTIE and len(letter.text) <= long:
        return [Section(letter.blocks, is_motie=True)]
    return _joined(letter.text, _Walk(letter).walk(), short)


class _Walk:
    """Where a walk over the blocks stands: the headings in force, the questions met, who speaks."""

    def __init__(self, letter: Letter) -> None:
        self._blocks = letter.blocks
        self._announced = _announced(letter.blocks)
        self._moties = _moties(letter.text, letter.blocks)
        self._borders = {border for motie in self._moties.items() for border in motie}
        self._inside_moties = {inside for start, end in self._moties.items() for inside in range(start + 1, end)}
        self._headings: list[Block] = []
        self._asked: dict[str, list[Span]] = {}
        self._latest: list[Span] = []
        self._speakers: tuple[Block, ...] = ()
        self._pending: list[Block] = []
        self._made: list[Section] = []

    def walk(self) -> list[Section]:
        """The sections, in order."""
        for position, block in enumerate(self._blocks):
            if self._pending and self._opens(position):
                self._finish(position)
            self._enter(position, block)
            self._pending.append(block)
        self._finish(len(self._blocks))
        return self._made

    def _opens(self, position: int) -> bool:
        """Whether a section begins at this block."""
        if position in self._borders or position in self._inside_moties:
            return position in self._borders
        block, before, kind = self._blocks[position], self._blocks[position - 1], self._kind(position)
        if kind is BlockKind.SPEAKER or before.kind is BlockKind.HEADING:
            return before.kind is not BlockKind.HEADING
        if kind is BlockKind.ANSWER:
            return not self._answers_pending(block)
        if kind is BlockKind.QUESTION:
            # Questions that were put one by one and are answered together stay together.
            return not self._holds(BlockKind.QUESTION) or self._holds(BlockKind.ANSWER)
        inside_answer = kind in _WITHIN_ANSWERS or kind is BlockKind.SIGNATURE
        return kind is BlockKind.HEADING or (self._holds_any(_ANSWERED) and not inside_answer)

    def _answers_pending(self, block: Block) -> bool:
        """Whether this answer goes with what the section holds: the questions that it answers, and no more."""
        answers = [pending.number for pending in self._pending if pending.kind is BlockKind.ANSWER]
        if answers:
            return answers[-1] == block.number
        questions = [pending for pending in self._pending if pending.kind is BlockKind.QUESTION]
        asked = {number for question in questions for number in _numbers(question.number)}
        answered = set(_numbers(block.number))
        return bool(questions) and (not asked or not answered or asked == answered)

    def _enter(self, position: int, block: Block) -> None:
        kind = self._kind(position)
        if kind is BlockKind.HEADING and position not in self._moties:
            self._headings = [heading for heading in self._headings if heading.level < block.level]
            self._headings.append(block)
        elif kind is BlockKind.SPEAKER:
            self._speakers = (*self._speakers, block)
        elif block.kind is BlockKind.QUESTION:
            if self._holds(BlockKind.ANSWER) or not self._holds(BlockKind.QUESTION):
                self._latest = []
            self._latest.append(Span(block.start, block.end))
            for number in _numbers(block.number):
                self._asked.setdefault(number, []).append(Span(block.start, block.end))

    def _finish(self, position: int) -> None:
        answers = [block for block in self._pending if block.kind is BlockKind.ANSWER]
        self._made.append(
            Section(
                blocks=tuple(self._pending),
                headings=tuple(self._headings),
                questions=self._answered(answers),
                speakers=self._speakers,
                is_motie=self._moties.get(position - len(self._pending)) == position,
            )
        )
        self._pending = []
        self._speakers = self._speakers[-1:]

    def _answered(self, answers: Sequence[Block]) -> tuple[Span, ...]:
        if not answers:
            return ()
        numbers = dict.fromkeys(number for block in answers for number in _numbers(block.number))
        numbered = [span for number in numbers for span in self._asked.get(number, ())]
        return tuple(sorted(set(numbered or self._latest), key=lambda span: span.start))

    def _kind(self, position: int) -> BlockKind:
        """What a block begins: a heading that announces a question or an answer begins that."""
        return self._announced.get(position, self._blocks[position].kind)

    def _holds(self, kind: BlockKind) -> bool:
        return any(block.kind is kind for block in self._pending)

    def _holds_any(self, kinds: frozenset[BlockKind]) -> bool:
        return any(block.kind in kinds for block in self._pending)


def _announced(blocks: Sequence[Block]) -> dict[int, BlockKind]:
    """The positions of the headings that only say "Vraag 3" or "Antwoord 3", and which of the two."""
    found: dict[int, BlockKind] = {}
    for position in range(len(blocks) - 2, -1, -1):
        block, following = blocks[position], blocks[position + 1]
        if block.kind is BlockKind.HEADING and following.kind in _ANSWERED and block.number == following.number:
            found[position] = following.kind
    return found


def _numbers(written: str) -> list[str]:
    """The numbers of "3, 4 en 5" or "3 t/m 5", each apart."""
    numbers: list[str] = []
    for first, last in _NUMBER.findall(written):
        span = range(int(first), int(last or first) + 1)
        numbers.extend(str(number) for number in (span if 0 < len(span) <= _LONGEST_RANGE else [int(first)]))
    return numbers


def _joined(text: str, given: Sequence[Section], short: int) -> list[Section]:
    """The same sections, those joined that make sense only together."""
    made: list[Section] = []
    for section in given:
        before = made[-1] if made else None
        if before and (_belong_together(before, section, short) or (len(made) == 1 and _is_head(text, before, short))):
            blocks, speakers = (*before.blocks, *section.blocks), (*before.speakers, *section.speakers)
            made[-1] = Section(blocks, section.headings, section.questions, speakers, is_motie=section.is_motie)
        else:
            made.append(section)
    return made


def _belong_together(before: Section, after: Section, short: int) -> bool:
    """An interruption and its reply, or a few words and the motie that they announce."""
    if before.is_motie or before.questions or after.questions or before.headings != after.headings:
        return False
    if after.is_motie:
        return before.end - before.start < short and before.blocks[0].kind is not BlockKind.HEADING
    turns = [before.start, *(block.start for block in before.blocks if block.kind is BlockKind.SPEAKER)]
    return after.blocks[0].kind is BlockKind.SPEAKER and bool(before.speakers) and before.end - turns[-1] < short


def _is_head(text: str, first: Section, short: int) -> bool:
    """Whether a section is only the first lines of a letter: what it is, of whom, where and when, no sentence."""
    lines = all(text[block.end - 1].isalnum() or text[block.end - 1] == ")" for block in first.blocks)
    kinds = {block.kind for block in first.blocks}
    return lines and first.end - first.start < short and kinds.isdisjoint({BlockKind.SPEAKER, *_ANSWERED})


def _moties(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """Where each motie in a text begins, and the position behind it.

    From its title or "De Kamer," to the end of the dictum with the names under it, and the words with which the chair
    gives it its number.
    """
    lines = [text[block.start : block.end] for block in blocks]
    found: dict[int, int] = {}
    for opening in (position for position, line in enumerate(lines) if _MOTIE_OPENING.fullmatch(line)):
        titled = opening > 0 and _MOTIE_TITLE.fullmatch(lines[opening - 1]) is not None
        end = opening + 1
        while end < len(blocks) and blocks[end].kind not in _BREAKS and not _MOTIE_OPENING.fullmatch(lines[end]):
            end += 1
            if _MOTIE_CLOSING.search(lines[end - 1]):
                break
        while end < len(blocks) and blocks[end].kind is BlockKind.SIGNATURE:
            end += 1
        if any(block.kind is BlockKind.DICTUM for block in blocks[opening:end]):
            numbered = [
                position for position in range(end, min(end + 4, len(blocks))) if _NUMBERED.match(lines[position])
            ]
            found[opening - titled] = numbered[-1] + 1 if numbered else end
    return found
