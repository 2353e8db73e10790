"""The list of lines that repeat, and what became of them."""

from scripts.list_furniture import report
from tests.drawn_pdf import drawn_pdf, lines, official_feet


def test_the_list_says_of_each_repeated_line_what_became_of_it() -> None:
    """Removed lines with their reason, kept ones with what they are and where."""
    pages = [
        [*foot, *lines(203, 700, [f"Vraag {number}", "Klopt dit?", f"Antwoord {number}", "Ja."])]
        for number, foot in enumerate(official_feet("36 200, nr. 12", 2), start=1)
    ]
    assert sorted(report(drawn_pdf(pages))) == [
        "2 pages | 1 | removed: running foot",
        "2 pages | Antwoord 1 | kept in text: heading, p. 1, 2",
        "2 pages | Ja. | kept in text: answer, p. 1, 2",
        "2 pages | Klopt dit? | kept in text: question, p. 1, 2",
        "2 pages | Tweede Kamer, vergaderjaar 2023–2024, 36 200, nr. 12 | removed: running foot",
        "2 pages | Vraag 1 | kept in text: heading, p. 1, 2",
    ]
