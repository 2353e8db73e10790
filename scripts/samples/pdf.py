"""The PDF layouts of the sample letters: official print (letters and Aanhangsel), and ministry house style."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from scripts.samples.content import Part, Sample
from scripts.samples.typesetting import BODY, BOLD, SMALL, Face, Frame, Line, typeset, wrap

EXAMPLE = "VOORBEELD – voor Vraagbaak geschreven, geen officieel stuk"
_CHAMBER = "Tweede Kamer der Staten-Generaal"
_PRINT_LEFT, _PRINT_RIGHT = 162.0, 530.0
_HOUSE_LEFT, _HOUSE_RIGHT, _MARGIN_LEFT = 79.0, 430.0, 458.0


def print_pdf(sample: Sample) -> bytes:
    """The official print of a letter or an Aanhangsel."""
    width = _PRINT_RIGHT - _PRINT_LEFT
    lines = _aanhangsel_head(sample, width) if sample.layout == "aanhangsel" else _letter_head(sample, width)
    for part in sample.parts:
        lines += _part(part, width)
    if sample.signatory:
        lines += wrap(f"{sample.role},", BODY, width, after=0) + wrap(sample.signatory, BODY, width)

    def furnish(canvas: Canvas, page: int, _: int) -> None:
        _print_furniture(canvas, sample, page)

    return typeset(
        lines,
        sample.notes,
        lambda page: Frame(_PRINT_LEFT, _PRINT_RIGHT, 640 if page == 1 else 780, 90),
        furnish,
        sample.subject,
    )


def _letter_head(sample: Sample, width: float) -> list[Line]:
    return [
        *wrap(f"Nr. {sample.number} {sample.title}", BOLD, width, after=10),
        *wrap("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", BODY, width),
        *wrap(f"Den Haag, {sample.date}", BODY, width),
    ]


def _aanhangsel_head(sample: Sample, width: float) -> list[Line]:
    return [
        *wrap(sample.number, BOLD, width, after=10),
        *wrap(sample.title, BODY, width),
        *wrap(sample.subject, BODY, width),
    ]


def _part(part: Part, width: float) -> list[Line]:
    if part.kind == "heading":
        return wrap(part.text, BOLD, width, after=3)
    if part.kind == "item":
        return wrap(f"{part.number} {part.text}", BODY, width, indent=0, after=3)
    if part.kind == "question":
        return wrap(f"Vraag {part.number}", BOLD, width, after=0) + wrap(part.text, BODY, width)
    if part.kind == "answer":
        return wrap(f"Antwoord {part.number}", BOLD, width, after=0) + wrap(part.text, BODY, width)
    return wrap(part.text, BODY, width)


def _print_furniture(canvas: Canvas, sample: Sample, page: int) -> None:
    dashed = sample.vergaderjaar.replace("-", "–")
    aanhangsel = sample.layout == "aanhangsel"
    stuk = "Aanhangsel" if aanhangsel else f"{sample.dossier}, nr. {sample.number}"
    _write(canvas, _PRINT_LEFT, 52, f"Tweede Kamer, vergaderjaar {dashed}, {stuk}", SMALL)
    _write(canvas, _PRINT_RIGHT, 52, str(page), SMALL)
    _write(canvas, _PRINT_LEFT, 40, EXAMPLE, SMALL)
    if page > 1:
        return
    identifier = (
        f"ah-tk-{sample.vergaderjaar.replace('-', '')}-{sample.number}"
        if aanhangsel
        else f"kst-{sample.dossier.replace(' ', '')}-{sample.number}"
    )
    for place, words in enumerate((identifier, "ISSN 0921 - 7371", f"’s-Gravenhage {sample.date[-4:]}")):
        _write(canvas, 60, 72 - 10 * place, words, SMALL)
    _write(canvas, _PRINT_LEFT, 770, _CHAMBER, Face("Helvetica-Bold", 15))
    _write(canvas, _PRINT_RIGHT, 770, "2", Face("Helvetica-Bold", 15))
    _write(canvas, 60, 740, f"Vergaderjaar {dashed}", BODY)
    if aanhangsel:
        _write(canvas, _PRINT_LEFT, 740, "Aanhangsel van de Handelingen", BODY)
        _write(canvas, _PRINT_LEFT, 700, "Vragen gesteld door de leden der Kamer, met de daarop door de", BODY)
        _write(canvas, _PRINT_LEFT, 688, "regering gegeven antwoorden", BODY)
    else:
        _write(canvas, 60, 700, sample.dossier, BOLD)
        _write(canvas, _PRINT_LEFT, 700, sample.dossier_title, BOLD)


def house_pdf(sample: Sample) -> bytes:
    """A letter in the house style of a ministry: margin column, repeated reference, page n of m."""
    width = _HOUSE_RIGHT - _HOUSE_LEFT
    lines = [
        *wrap(f"Datum {sample.date}", BODY, width, after=0),
        *wrap(f"Betreft {sample.subject}", BODY, width, after=24),
        *wrap("Geachte voorzitter,", BODY, width, after=10),
    ]
    for part in sample.parts:
        lines += _part(part, width)
    lines += wrap("Hoogachtend,", BODY, width, after=10)
    lines += wrap(f"{sample.role},", BODY, width, after=18) + wrap(sample.signatory, BODY, width)

    def furnish(canvas: Canvas, page: int, pages: int) -> None:
        _house_furniture(canvas, sample, page, pages)

    return typeset(
        lines,
        sample.notes,
        lambda page: Frame(_HOUSE_LEFT, _HOUSE_RIGHT, 610 if page == 1 else 760, 80),
        furnish,
        sample.subject,
    )


def _house_furniture(canvas: Canvas, sample: Sample, page: int, pages: int) -> None:
    column = ["Kenmerk", sample.kenmerk]
    if page == 1:
        column = [*_broken(sample.ministry), "", "Voorbeeldstraat 8", "2500 AA  Den Haag", "", *column]
        address = ["De voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA  DEN HAAG"]
        _write(canvas, _HOUSE_LEFT, 730, "> Retouradres Postbus 20901 2500 EX  Den Haag", SMALL)
        for place, words in enumerate(address):
            _write(canvas, _HOUSE_LEFT, 710 - 12 * place, words, BODY)
    for place, words in enumerate(column):
        _write(canvas, _MARGIN_LEFT, 730 - 10 * place, words, SMALL)
    _write(canvas, _MARGIN_LEFT, 40, f"Pagina {page} van {pages}", SMALL)
    _write(canvas, _HOUSE_LEFT, 28, EXAMPLE, SMALL)


def _broken(ministry: str) -> Sequence[str]:
    words = ministry.split()
    return [" ".join(words[:2]), " ".join(words[2:5]), " ".join(words[5:])] if len(words) > 5 else [ministry]


def _write(canvas: Canvas, left: float, height: float, words: str, face: Face) -> None:
    canvas.setFont(face.font, face.size)
    canvas.drawString(left, height, words)
