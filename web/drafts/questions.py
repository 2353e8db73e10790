"""The numbered questions of a set of Kamervragen, out of text that was pasted or read from a file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMBERS = r"\d{1,3}(?:\s*(?:,|en|t/m|-|–)\s*\d{1,3})*"
_HEAD = re.compile(rf"(?:deel)?vra(?:ag|gen)\s+(?P<numbers>{_NUMBERS})\s*[.:)]?(?:\s+(?P<rest>\S.*))?", re.IGNORECASE)
_BARE = re.compile(r"\(?(?P<number>\d{1,3})\s*[.:)]?\s*")
_RUN_IN = re.compile(r"\(?(?P<number>\d{1,3})(?:\s*[.:)]\s*|\s+)(?P<rest>[A-ZÀ-Þ«\"“‘'„(].*)", re.DOTALL)
_ANSWER = re.compile(r"(?:gezamenlijk\s+)?(?:be)?antwoord(?:en|ing)?\b(?:\s+op\b)?.{0,60}", re.IGNORECASE)
_BEHIND = re.compile(r"(?:toelichting|deze vragen dienen ter aanvulling|mededeling|bijlagen?\s*$)\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\)|\d{1,3}\s)\s*(?!.*\?\s*$)\S")
_ITEM = re.compile(r"(?:[-–•]|[a-z][.)])\s+\S")
_MOST_TITLE = 250  # characters


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """What was asked: the title above the questions, and each question with its number as written."""

    title: str
    questions: tuple[tuple[str, str], ...]


def split_questions(text: str) -> QuestionSet:
    """The questions of a text in order; none when nothing in it is asked.

    A question begins with "Vraag 3", or with the number that comes next, on a line of its own or before the question.
    Answers, and what stands behind the last question (an explanation, footnotes), are left out. Where no question has
    a number (some files keep them apart from the text), each paragraph that ends with a question mark is one.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    reader = _Reader()
    for line in lines:
        reader.read(line)
    if not reader.questions:
        return _unnumbered(lines)
    questions = tuple((number, "\n".join(_joined(lines))) for number, lines in reader.questions)
    title = " ".join(reader.before)[:_MOST_TITLE].strip()
    return QuestionSet(title, tuple((number, words) for number, words in questions if words))


def _unnumbered(lines: Sequence[str]) -> QuestionSet:
    paragraphs = list(_joined(lines))
    asked = [paragraph for paragraph in paragraphs if paragraph.endswith("?")]
    if not asked:
        return QuestionSet("", ())
    title = "" if paragraphs[0] is asked[0] else paragraphs[0][:_MOST_TITLE]
    return QuestionSet(title, tuple((str(number), words) for number, words in enumerate(asked, start=1)))


class _Reader:
    """Reads line by line; remembers the question that it is in."""

    def __init__(self) -> None:
        self.before: list[str] = []
        self.questions: list[tuple[str, list[str]]] = []
        self._inside = False
        self._title_ended = False

    def read(self, line: str) -> None:
        begun = self._begun(line)
        if begun is not None:
            number, rest = begun
            self.questions.append((number, [rest] if rest else []))
            self._inside = True
        elif not self.questions:
            self._read_before(line)
        elif self._inside:
            self._read_inside(line)

    def _read_before(self, line: str) -> None:
        self._title_ended = self._title_ended or (not line and bool(self.before))
        if line and not self._title_ended:
            self.before.append(line)

    def _read_inside(self, line: str) -> None:
        lines = self.questions[-1][1]
        asked = any("?" in each for each in lines)
        if _ANSWER.fullmatch(line) or _BEHIND.match(line) or (asked and _NOTE.match(line)):
            self._inside = False
        else:
            lines.append(line)

    def _begun(self, line: str) -> tuple[str, str] | None:
        """The number and the first words of a question that begins on this line."""
        head = _HEAD.fullmatch(line)
        if head:
            return " ".join(head["numbers"].split()), head["rest"] or ""
        expected = self._last() + 1
        bare = _BARE.fullmatch(line)
        if bare and int(bare["number"]) == expected:
            return bare["number"], ""
        run_in = _RUN_IN.fullmatch(line)
        if run_in and int(run_in["number"]) == expected:
            return run_in["number"], run_in["rest"]
        return None

    def _last(self) -> int:
        """The number of the last question; 0 before the first."""
        return int(re.findall(r"\d+", self.questions[-1][0])[-1]) if self.questions else 0


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a question: lines that were wrapped put together, items of a list apart."""
    paragraph = ""
    for line in [*lines, ""]:
        if paragraph and (not line or _ITEM.match(line)):
            yield paragraph
            paragraph = line
        elif line:
            paragraph = f"{paragraph} {line}".strip()
    if paragraph:
        yield paragraph
