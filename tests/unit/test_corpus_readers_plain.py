"""Reading text files, also text that was extracted from PDF."""

import codecs

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.plain import read_plain
from corpus.reading import Fact, FactName, NoteMark, PageBreak, SourceNote
from corpus.types import BlockKind

EXTRACTED = """\
 De inzet voor zwemlessen wordt in dit stuk beschreven, met wat gemeenten en
scholen samen kunnen doen voor de veilig-
heid van kinderen rond open water1. Ook de zwembaden doen mee, zoals in
het gesprek met de branche2 is afgesproken, en dat gesprek krijgt een

1 Zie de brief over zwemwater van vorig jaar en de bijlage die daar bij
hoort.

2 Bijlage bij deze brief.
 vervolg in het najaar. Daarna hoort uw Kamer van mij hoe het verder gaat met
de lessen.

Stand van zaken

Met een aantal gemeenten wordt gewerkt aan lessen in de buurt, zoals in de
motie is gevraagd.

De Minister van Voorbeelden,

A. de Vries
"""
LONG_PARAGRAPH = (
    "De inzet voor zwemlessen wordt in dit stuk beschreven, met wat gemeenten en scholen samen kunnen doen voor de "
    "veiligheid van kinderen rond open water. Ook de zwembaden doen mee, zoals in het gesprek met de branche is "
    "afgesproken, en dat gesprek krijgt een vervolg in het najaar. Daarna hoort uw Kamer van mij hoe het verder gaat "
    "met de lessen."
)


def kinds(data: bytes) -> list[tuple[BlockKind, str]]:
    """Kind and text of each paragraph."""
    return [(paragraph.kind, paragraph.text) for paragraph in read_plain(data).paragraphs]


def test_wrapped_lines_become_paragraphs() -> None:
    """Hyphens are joined, notes between two halves of a sentence do no harm, headings and names are seen."""
    assert kinds(EXTRACTED.encode()) == [
        (BlockKind.PARAGRAPH, LONG_PARAGRAPH),
        (BlockKind.HEADING, "Stand van zaken"),
        (
            BlockKind.PARAGRAPH,
            "Met een aantal gemeenten wordt gewerkt aan lessen in de buurt, zoals in de motie is gevraagd.",
        ),
        (BlockKind.SIGNATURE, "De Minister van Voorbeelden,"),
        (BlockKind.SIGNATURE, "A. de Vries"),
    ]


def test_notes_are_tied_to_the_digits_glued_to_words() -> None:
    """The digits leave the words."""
    reading = read_plain(EXTRACTED.encode())
    assert reading.notes == (
        SourceNote("1", "1", "Zie de brief over zwemwater van vorig jaar en de bijlage die daar bij hoort."),
        SourceNote("2", "2", "Bijlage bij deze brief."),
    )
    text = reading.paragraphs[0].text
    assert reading.paragraphs[0].marks == (
        NoteMark(text.index("water.") + len("water"), "1"),
        NoteMark(text.index("branche is") + len("branche"), "2"),
    )


def test_digits_stay_where_there_is_no_note() -> None:
    """Without the note nobody knows whether "motie2" means one."""
    wrapped = "In de motie2 wordt gevraagd om een plan voor de zwemlessen in de buurt van\n" * 6
    assert read_plain(wrapped.encode()).paragraphs[0].text.startswith("In de motie2 wordt")


def test_form_feeds_divide_pages() -> None:
    """A sentence goes on overleaf; what runs along at the edges goes."""
    first = [f"Regel {n} gaat over het werk aan de wegen in de gemeente en aan alle andere" for n in "abcd"]
    second = [f"Regel {n} gaat over het onderhoud van de sluizen en kaden langs het water en" for n in "efgh"]
    text = "\n".join(["Verslag 1", *first, "\fVerslag 2", "bruggen.", *second, "meer.", ""])
    reading = read_plain(text.encode())
    assert [each.text for each in reading.furniture] == ["Verslag 1", "Verslag 2"]
    assert reading.page_labels == (None, None)
    start = reading.paragraphs[0].text.index("bruggen")
    assert reading.paragraphs[0].breaks == (PageBreak(start, 2),)


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    """A letter written as text: title, date, questions and answers."""
    data = "Antwoorden over zwembaden\nDatum: 2024-09-30\n\nVraag 1\nHoe veel?\n\nAntwoord 1\nZeventien.\nEn vier."
    reading = read_plain(data.encode())
    assert [(each.kind, each.number, each.text) for each in reading.paragraphs] == [
        (BlockKind.HEADING, "", "Antwoorden over zwembaden"),
        (BlockKind.PARAGRAPH, "", "Datum: 2024-09-30"),
        (BlockKind.HEADING, "1", "Vraag 1"),
        (BlockKind.QUESTION, "1", "Hoe veel?"),
        (BlockKind.HEADING, "1", "Antwoord 1"),
        (BlockKind.ANSWER, "1", "Zeventien."),
        (BlockKind.ANSWER, "1", "En vier."),
    ]
    assert reading.facts == (Fact(FactName.TITLE, "Antwoorden over zwembaden"), Fact(FactName.DATE, "2024-09-30"))


@pytest.mark.parametrize(
    "data",
    [
        "Eén brief".encode(),
        codecs.BOM_UTF8 + "Eén brief".encode(),
        "Eén brief".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Eén brief".encode("utf-16-be"),
        "Eén brief".encode("utf-32"),
        "Eén brief".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big endian", "utf-32", "windows-1252"],
)
def test_encodings(data: bytes) -> None:
    """The text is the same however it was saved."""
    assert [paragraph.text for paragraph in read_plain(data).paragraphs] == ["Eén brief"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", Refusal.EMPTY), (b" \n\t\n", Refusal.EMPTY), (b"a\0b", Refusal.UNKNOWN_KIND)]
)
def test_what_is_no_text_is_refused(data: bytes, reason: Refusal) -> None:
    """With its reason."""
    with pytest.raises(UnreadableFile) as refused:
        read_plain(data)
    assert refused.value.reason is reason
