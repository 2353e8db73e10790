"""What stands around the text: prints of the States General, the ministries' house style, running heads and feet."""

from collections.abc import Sequence

from corpus.layout.findings import Findings
from corpus.layout.letterhead import find_letterhead
from corpus.layout.official_print import find_official_print
from corpus.layout.page import Line, PageContent, Piece
from corpus.layout.proceedings_print import find_proceedings_print
from corpus.layout.running import find_page_numbers, find_running_lines
from corpus.reading import FactName


def line(text: str, x0: float, y: float, size: float = 9, *, page: int = 1, bold: bool = False) -> Line:
    """A line whose letters are half as wide as high."""
    return Line(page, text, x0, x0 + 0.5 * size * len(text), y, size, bold=bold)


def contents(count: int, *slanted: Piece) -> list[PageContent]:
    """So many pages, with these slanted pieces on each."""
    return [PageContent(number, 595, 842, slanted) for number in range(1, count + 1)]


def facts(findings: Findings, name: FactName) -> list[str]:
    """The values of one fact."""
    return [fact.value for fact in findings.facts if fact.name is name]


KAMERSTUK: Sequence[Line] = (
    line("Tweede Kamer der Staten-Generaal", 37, 727, 18, bold=True),
    line("2", 487, 705, 51, bold=True),
    line("Vergaderjaar 2023–2024", 37, 670),
    line("36 200 XV", 37, 618, 12, bold=True),
    line("Begrotingsstaten Sociale Zaken", 203, 618, 12, bold=True),
    line("33 009", 37, 600, 12, bold=True),
    line("Innovatiebeleid", 203, 600, 12, bold=True),
    line("Nr. 85", 37, 524, bold=True),
    line("BRIEF VAN DE MINISTER VAN WERKGELE-", 203, 524, bold=True),
    line("GENHEID", 203, 513, bold=True),
    line("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", 203, 492),
    line("Den Haag, 3 mei 2024", 203, 471),
    line("Hierbij stuur ik u het plan.", 203, 450),
    line("kst-36200-XV-85", 37, 46, 6),
    line("ISSN 0921 - 7371", 37, 40, 6),
    line("’s-Gravenhage 2024", 37, 34, 6),
    line("Tweede Kamer, vergaderjaar 2023–2024, 36 200 XV, nr. 85", 203, 34),
    line("1", 516, 34),
)


def test_an_official_print_says_what_it_is() -> None:
    """Dossiers with titles, number, title, date and year come from head and foot; the first dossier stands first."""
    findings = Findings()
    assert find_official_print(contents(1), [KAMERSTUK], findings)
    assert facts(findings, FactName.DOSSIER) == ["36 200 XV", "33 009"]
    assert facts(findings, FactName.DOSSIER_TITLE) == ["Begrotingsstaten Sociale Zaken", "Innovatiebeleid"]
    assert facts(findings, FactName.NUMBER) == ["85"]
    assert facts(findings, FactName.DOCUMENT_TYPE) == ["BRIEF VAN DE MINISTER VAN WERKGELEGENHEID"]
    assert facts(findings, FactName.DATE) == ["3 mei 2024"]
    assert facts(findings, FactName.VERGADERJAAR) == ["2023-2024"]
    assert facts(findings, FactName.CHAMBER) == ["II"]
    assert facts(findings, FactName.IDENTIFIER) == ["kst-36200-XV-85"]
    assert facts(findings, FactName.PAGE_FOOT) == ["Tweede Kamer, vergaderjaar 2023–2024, 36 200 XV, nr. 85 1"]
    assert findings.labels == {1: "1"}


def test_titles_and_date_of_an_official_print_stay_in_the_text() -> None:
    """A number and the title beside it become one line."""
    findings = Findings()
    find_official_print(contents(1), [KAMERSTUK], findings)
    assert [each.text for each in findings.text_of(KAMERSTUK)] == [
        "36 200 XV Begrotingsstaten Sociale Zaken",
        "33 009 Innovatiebeleid",
        "Nr. 85 BRIEF VAN DE MINISTER VAN WERKGELE-",
        "GENHEID",
        "Den Haag, 3 mei 2024",
        "Hierbij stuur ik u het plan.",
    ]


def test_reasons_name_what_a_line_of_a_print_was() -> None:
    """Each removed line has its own."""
    findings = Findings()
    find_official_print(contents(1), [KAMERSTUK], findings)
    assert {findings.removed[each] for each in KAMERSTUK if each in findings.removed} == {
        "head of the print", "addressee", "imprint", "running foot",
    }  # fmt: skip


def test_an_aanhangsel_has_a_number_and_who_asked_and_answered() -> None:
    """The document is of the day of the answer."""
    page = [
        line("Tweede Kamer der Staten-Generaal", 37, 727, 18, bold=True),
        line("2", 487, 705, 51, bold=True),
        line("Vergaderjaar 2023–2024", 37, 670),
        line("Aanhangsel van de Handelingen", 203, 670, 10, bold=True),
        line("Vragen gesteld door de leden der Kamer, met de daarop door de", 203, 613, bold=True),
        line("regering gegeven antwoorden", 203, 603, bold=True),
        line("1314", 203, 503, 13, bold=True),
        line("Vragen van het lid De Vries (D66) aan de Minister van Onderwijs over fiets-", 203, 473),
        line("lessen (ingezonden 6 maart 2024).", 203, 463),
        line("Antwoord van Minister Jansen (Onderwijs) (ontvangen 25 maart 2024).", 203, 440),
        line("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", 203, 34),
    ]
    findings = Findings()
    assert find_official_print(contents(1), [page], findings)
    assert facts(findings, FactName.NUMBER) == ["1314"]
    assert facts(findings, FactName.SUBJECT) == ["fietslessen"]
    assert facts(findings, FactName.DOCUMENT_TYPE) == ["Antwoord van Minister Jansen (Onderwijs)"]
    assert facts(findings, FactName.DATE) == ["25 maart 2024"]
    assert findings.labels == {}
    assert findings.text_of(page)[0].text.startswith("Vragen van het lid De Vries")


def test_a_print_of_the_senate_has_letters_for_numbers() -> None:
    """Its chamber is I."""
    page = [line("Eerste Kamer, vergaderjaar 2022–2023, 36 067, D", 203, 34), line("3", 516, 34)]
    findings = Findings()
    assert find_official_print(contents(1), [page], findings)
    assert (facts(findings, FactName.CHAMBER), facts(findings, FactName.NUMBER)) == (["I"], ["D"])
    assert facts(findings, FactName.DOSSIER) == ["36 067"]


def test_a_letter_without_such_a_foot_is_no_official_print() -> None:
    """A sentence about a session year is no foot."""
    page = [line("In de Tweede Kamer, vergaderjaar 2023–2024, is gesproken over nr. 3 van dit stuk.", 80, 400)]
    findings = Findings()
    assert not find_official_print(contents(1), [page], findings)
    assert not findings.removed


def test_the_print_of_the_handelingen_says_sitting_item_and_session_year() -> None:
    """The session year follows from the day: it begins on the third Tuesday of September."""
    page = [
        line("11", 55, 746, 13, bold=True),
        line("Begroting Voorbeelden 2024", 55, 730, 13, bold=True),
        line("19 september 2023", 305, 76, 8),
        line("Tweede Kamer", 55, 66, 8),
        line("Begroting Voorbeelden 2024", 140, 66, 8),
        line("TK 1", 305, 66, 8),
        line("1-11-4", 512, 66, 8),
    ]
    findings = Findings()
    assert find_proceedings_print(contents(1), [page], findings)
    assert facts(findings, FactName.NUMBER) == ["1"]
    assert facts(findings, FactName.ITEM) == ["11"]
    assert facts(findings, FactName.TITLE) == ["Begroting Voorbeelden 2024"]
    assert facts(findings, FactName.VERGADERJAAR) == ["2023-2024"]
    assert findings.labels == {1: "1-11-4"}
    assert [each.text for each in findings.text_of(page)] == ["Begroting Voorbeelden 2024"]


def letter_page() -> list[Line]:
    """The first page of a letter in the ministries' house style, from top to bottom."""
    return [
        line("> Retouradres Postbus 20901 2500 EX Den Haag", 80, 700, 7),
        line("Ministerie van Sociale", 467, 690, 7, bold=True),
        line("Zaken", 467, 682, 7, bold=True),
        line("De voorzitter van de Tweede Kamer", 80, 678),
        line("der Staten-Generaal", 80, 666),
        line("Voorbeeldlaan 1", 467, 650, 7),
        line("Onze referentie", 467, 620, 7, bold=True),
        line("2024-0000012345", 467, 611, 7),
        line("Uw brief (kenmerk)", 467, 600, 7, bold=True),
        line("2024Z00001", 467, 591, 7),
        line("Datum", 85, 532),
        line("18 oktober 2024", 142, 532),
        line("Betreft", 85, 520),
        line("Voortgang van de zwem-", 142, 520),
        line("lessen op school", 142, 509),
        line("Geachte voorzitter,", 80, 454),
        line("Met deze brief informeer ik u over de voortgang van de zwemlessen op school.", 80, 430),
    ]


def test_a_letterhead_says_ministry_reference_date_and_subject() -> None:
    """Labels stand above their values in the margin, and beside them above the letter."""
    findings = Findings()
    find_letterhead(contents(1), [letter_page()], 9, findings)
    assert facts(findings, FactName.MINISTRY) == ["Ministerie van Sociale Zaken"]
    assert facts(findings, FactName.KENMERK) == ["2024-0000012345"]
    assert facts(findings, FactName.OTHER_KENMERK) == ["2024Z00001"]
    assert facts(findings, FactName.DATE) == ["18 oktober 2024"]
    assert facts(findings, FactName.SUBJECT) == ["Voortgang van de zwemlessen op school"]


def test_only_the_letter_itself_stays_in_the_text() -> None:
    """Address block, labels and margin column go."""
    page = letter_page()
    findings = Findings()
    find_letterhead(contents(1), [page], 9, findings)
    assert [each.text for each in findings.text_of(page)] == [
        "Geachte voorzitter,",
        "Met deze brief informeer ik u over de voortgang van de zwemlessen op school.",
    ]


def test_a_report_that_begins_with_a_date_is_no_letter() -> None:
    """One label alone takes nothing out."""
    page = [line("Datum 3 mei 2024", 80, 700), line("Het onderzoek begon in een jaar waarin veel gebeurde.", 80, 680)]
    findings = Findings()
    find_letterhead(contents(1), [page], 9, findings)
    assert not findings.removed


def test_lines_that_come_back_in_the_same_place_run_along() -> None:
    """Digits may differ; on one page they are text."""
    pages = [[line(f"Verslag deel {n}", 80, 800, page=n), line("Tekst", 80, 500, page=n)] for n in (1, 2, 3)]
    findings = Findings()
    find_running_lines(contents(3), pages, findings)
    assert {each.text: reason for each, reason in findings.removed.items()} == {
        "Verslag deel 1": "running head", "Verslag deel 2": "running head", "Verslag deel 3": "running head",
    }  # fmt: skip


def test_heads_of_questions_at_the_top_of_pages_stay() -> None:
    """They look alike and stand alike, and are text."""
    pages = [[line(f"Vraag {n}", 80, 800, page=n)] for n in (1, 2, 3)]
    findings = Findings()
    find_running_lines(contents(3), pages, findings)
    assert not findings.removed


def test_numbers_that_count_along_with_the_pages_are_page_numbers() -> None:
    """They need not begin at one."""
    pages = [[line(str(n + 4), 300, 40, page=n), line("1945", 80, 780, page=n)] for n in (1, 2, 3)]
    findings = Findings()
    find_running_lines(contents(3), pages, findings)
    assert findings.labels == {1: "5", 2: "6", 3: "7"}
    assert {findings.removed[page[0]] for page in pages} == {"page number"}


def test_pagina_van_says_the_page_and_what_stands_below_goes_too() -> None:
    """A remark in the foot is no text."""
    page = [line("Pagina 2 van 5", 460, 40, 7), line("Voorbeeld", 80, 30, 7), line("Tekst", 80, 500)]
    findings = Findings()
    find_page_numbers(contents(1), [page], findings)
    assert findings.labels == {1: "2"}
    assert findings.removed == {page[0]: "page number", page[1]: "running foot"}


def test_marks_are_seen_in_the_head_and_as_a_watermark() -> None:
    """A sentence about a concept is none."""
    watermark = Piece("CONCEPT", 100, 400, 300, 60, slanted=True)
    page = [line("VERTROUWELIJK", 80, 820), line("Concept", 80, 400)]
    findings = Findings()
    find_running_lines(contents(1, watermark), [page], findings)
    assert facts(findings, FactName.MARK) == ["concept", "vertrouwelijk"]
    assert list(findings.removed) == [page[0]]


def test_what_the_file_marks_as_no_text_goes() -> None:
    """Unless it marks nearly everything so."""
    artifact = Line(1, "Lijnen", 80, 120, 500, 9, artifact=True)
    text = line("Een alinea met genoeg letters", 80, 480)
    findings = Findings()
    find_running_lines(contents(1), [[artifact, text]], findings)
    assert findings.removed == {artifact: "marked in the file as no part of the text"}
    only = Findings()
    find_running_lines(contents(1), [[artifact]], only)
    assert not only.removed
