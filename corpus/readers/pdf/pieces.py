"""Runs the text operators of a page (ISO 32000-2, 9) and says which text stands where."""

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.layout.page import Piece
from corpus.readers.pdf.content import Name, Operand, operations
from corpus.readers.pdf.fonts import FontFace

# a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# Forms inside forms: real files nest a few; a hostile one multiplies them.
_DEEPEST_FORM = 8
_MOST_FORMS = 500
_MOST_SAVED_STATES = 1_000
_SMALLEST = 0.5  # points: smaller letters are there for no reader


@dataclass(frozen=True, slots=True)
class Form:
    """A piece of content that a page paints by name (a form XObject): its bytes, place, fonts and own forms."""

    data: bytes
    matrix: Matrix
    fonts: dict[str, FontFace | None]
    forms: "FormLookup"


# None: there is no such form, or it is an image.
FormLookup = Callable[[str], Form | None]


@dataclass(slots=True)
class _TextState:
    """The part of the graphics state that `q` saves and `Q` brings back, as far as text needs it."""

    matrix: Matrix = IDENTITY
    font: FontFace | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> "_TextState":
        return _TextState(
            self.matrix, self.font, self.size, self.letter_space, self.word_space, self.stretch, self.leading, self.rise
        )


@dataclass(slots=True)
class _Marked:
    """One level of marked content: whether it is an artifact, and the text that stands for what is shown."""

    artifact: bool
    replacement: str | None = None


@dataclass(slots=True)
class Interpreter:
    """Collects the pieces of one page; `matrix` turns the page as it is shown.

    `letters_by_quarter` counts the letters by the quarter turns, counterclockwise, that their lines make.
    """

    matrix: Matrix = IDENTITY
    pieces: list[Piece] = field(default_factory=list)
    letters_by_quarter: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    _forms_run: int = 0

    def run(self, data: bytes, fonts: dict[str, FontFace | None], forms: FormLookup) -> None:
        """Run a page's content."""
        self._run(Form(data, IDENTITY, fonts, forms), _TextState(matrix=self.matrix), depth=0, artifact=False)

    def _run(self, form: Form, state: _TextState, *, depth: int, artifact: bool) -> None:
        content = _Content(self, form.fonts, state, [_Marked(artifact)])
        for operator, operands in operations(form.data):
            if operator == b"Do" and operands:
                self._paint(form.forms, operands[-1], content, depth)
            else:
                content.do(operator, operands)

    def _paint(self, forms: FormLookup, name: Operand, content: "_Content", depth: int) -> None:
        if not isinstance(name, Name) or depth >= _DEEPEST_FORM or self._forms_run >= _MOST_FORMS:
            return
        form = forms(name)
        if form is None:
            return
        self._forms_run += 1
        state = content.state.copy()
        state.matrix = multiply(form.matrix, state.matrix)
        self._run(form, state, depth=depth + 1, artifact=content.is_artifact)


class _Content:
    """The state while one content stream runs."""

    def __init__(
        self, page: Interpreter, fonts: dict[str, FontFace | None], state: _TextState, marked: list[_Marked]
    ) -> None:
        self.pieces = page.pieces
        self.letters_by_quarter = page.letters_by_quarter
        self.fonts = fonts
        self.state = state
        self.saved: list[_TextState] = []
        self.marked = marked
        self.line: Matrix = IDENTITY
        self.text: Matrix = IDENTITY

    @property
    def is_artifact(self) -> bool:
        return any(level.artifact for level in self.marked)

    def do(self, operator: bytes, operands: list[Operand]) -> None:
        """Carry out one operator; one that is unknown or lacks operands does nothing."""
        if operator == b"Tj":
            if operands:
                self._show(operands[-1])
            return
        numbers = [each for each in operands if isinstance(each, float)]
        if operator == b"Tm":
            if len(numbers) == 6:
                self.line = self.text = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
        elif operator in _MOVES:
            self._move(operator, numbers)
        elif operator in _SETTINGS:
            self._set(operator, operands, numbers)
        elif operator in _SHOWS:
            self._show_with(operator, operands, numbers)
        elif operator in _MARKS:
            self._mark(operator, operands)
        elif operator in _STATES:
            self._change_state(operator, numbers)

    def _move(self, operator: bytes, numbers: list[float]) -> None:
        if operator == b"BT":
            self.line = self.text = IDENTITY
        elif operator == b"T*":
            self._next_line(0.0, -self.state.leading)
        elif len(numbers) >= 2:
            if operator == b"TD":
                self.state.leading = -numbers[1]
            self._next_line(numbers[0], numbers[1])

    def _next_line(self, right: float, up: float) -> None:
        a, b, c, d, e, f = self.line
        self.line = self.text = (a, b, c, d, a * right + c * up + e, b * right + d * up + f)

    def _set(self, operator: bytes, operands: list[Operand], numbers: list[float]) -> None:
        state = self.state
        if not numbers:
            return
        value = numbers[-1]
        if operator == b"Tf":
            name = operands[0]
            state.font = self.fonts.get(name) if isinstance(name, Name) else None
            state.size = value
        elif operator == b"Tc":
            state.letter_space = value
        elif operator == b"Tw":
            state.word_space = value
        elif operator == b"Tz":
            state.stretch = value / 100
        elif operator == b"TL":
            state.leading = value
        elif operator == b"Ts":
            state.rise = value

    def _change_state(self, operator: bytes, numbers: list[float]) -> None:
        if operator == b"q":
            if len(self.saved) < _MOST_SAVED_STATES:
                self.saved.append(self.state.copy())
        elif operator == b"Q":
            if self.saved:
                self.state = self.saved.pop()
        elif len(numbers) == 6:
            a, b, c, d, e, f = numbers
            self.state.matrix = multiply((a, b, c, d, e, f), self.state.matrix)

    def _mark(self, operator: bytes, operands: list[Operand]) -> None:
        if operator == b"EMC":
            if len(self.marked) > 1:
                self.marked.pop()
            return
        artifact = bool(operands) and operands[0] == "Artifact"
        self.marked.append(_Marked(artifact, _replacement(operands)))

    def _show_with(self, operator: bytes, operands: list[Operand], numbers: list[float]) -> None:
        if operator == b"TJ":
            if operands and isinstance(operands[-1], list):
                self._show_array(operands[-1])
            return
        if operator == b'"' and len(numbers) >= 2:
            self.state.word_space, self.state.letter_space = numbers[0], numbers[1]
        self._next_line(0.0, -self.state.leading)
        if operands:
            self._show(operands[-1])

    def _show_array(self, elements: list[Operand]) -> None:
        state = self.state
        for element in elements:
            if isinstance(element, float):
                self._advance(-element * 0.001 * state.size * state.stretch)
            else:
                self._show(element)

    def _advance(self, distance: float) -> None:
        a, b, c, d, e, f = self.text
        self.text = (a, b, c, d, a * distance + e, b * distance + f)

    def _show(self, shown: Operand) -> None:
        state, face = self.state, self.state.font
        if face is None or not isinstance(shown, bytes):
            return
        text, width, codes, spaces = face.show(shown)
        distance = (
            width * face.unit * state.size + codes * state.letter_space + spaces * state.word_space
        ) * state.stretch
        if face.readable:
            self._place(text, distance, face)
        self._advance(distance)

    def _place(self, text: str, distance: float, face: FontFace) -> None:
        a, b, c, d, e, f = multiply(self.text, self.state.matrix)
        rise = self.state.rise
        x, y = e + c * rise, f + d * rise
        end_x, end_y = x + a * distance, y + b * distance
        size = abs(self.state.size) * math.hypot(c, d)
        slanted = abs(end_y - y) > 0.05 * abs(end_x - x) + 0.01 or a < 0
        for level in reversed(self.marked):
            if level.replacement is not None:
                # The replacement stands once for all that is shown inside the mark.
                text, level.replacement = level.replacement, ""
                break
        if text and size > _SMALLEST and math.isfinite(x + y + end_x + size):
            self.letters_by_quarter[round(math.atan2(b, a) / (math.pi / 2)) % 4] += len(text)
            self.pieces.append(
                Piece(text, min(x, end_x), max(x, end_x), y, size, face.bold, face.italic, self.is_artifact, slanted)
            )


_MOVES = frozenset({b"BT", b"Td", b"TD", b"T*"})
_SETTINGS = frozenset({b"Tf", b"Tc", b"Tw", b"Tz", b"TL", b"Ts"})
_SHOWS = frozenset({b"TJ", b"'", b'"'})
_MARKS = frozenset({b"BMC", b"BDC", b"EMC"})
_STATES = frozenset({b"q", b"Q", b"cm"})


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does `first` and then `second`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _replacement(operands: list[Operand]) -> str | None:
    """The ActualText of marked content (14.9.4): what the shown glyphs stand for."""
    for key, value in itertools.pairwise(operands):
        if key == "ActualText" and isinstance(key, Name) and isinstance(value, bytes):
            if value.startswith(b"\xfe\xff"):
                return value[2:].decode("utf-16-be", "replace")
            return value.decode("latin-1")
    return None
