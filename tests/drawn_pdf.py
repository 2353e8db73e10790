"""PDF files for tests, drawn word by word in the layouts that letters come in; the words are the tests' own."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0


@dataclass(frozen=True, slots=True)
class Words:
    """Words drawn from `x` on the baseline `y`."""

    x: float
    y: float
    text: str
    size: float = 9.0
    font: str = "Helvetica"


BOLD, ITALIC = "Helvetica-Bold", "Helvetica-Oblique"


def drawn_pdf(pages: Iterable[Sequence[Words]], *, rotation: int = 0) -> bytes:
    """A PDF file with these words on its pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for page in pages:
        canvas.setPageRotation(rotation)
        for words in page:
            canvas.setFont(words.font, words.size)
            canvas.drawString(words.x, words.y, words.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(x: float, y: float, texts: Iterable[str], size: float = 9.0, font: str = "Helvetica") -> list[Words]:
    """Lines of running text below each other, the first on the baseline `y`."""
    return [Words(x, y - 1.2 * size * place, text, size, font) for place, text in enumerate(texts)]


def official_feet(document: str, pages: int) -> list[list[Words]]:
    """The feet of the pages of an official print: "Tweede Kamer, vergaderjaar 2023–2024, <document>" and the page."""
    return [
        [
            Words(203, 34, f"Tweede Kamer, vergaderjaar 2023–2024, {document}"),
            Words(516, 34, str(number)),
        ]
        for number in range(1, pages + 1)
    ]
