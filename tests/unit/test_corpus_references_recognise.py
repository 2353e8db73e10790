"""Every spelling in which letters refer to official documents, and what is no reference."""

import pytest

from corpus.references import parse_dossier, recognise
from corpus.types import Reference, ReferenceKind

KAMERSTUK = ReferenceKind.KAMERSTUK
AANHANGSEL = ReferenceKind.AANHANGSEL
HANDELINGEN = ReferenceKind.HANDELINGEN


def references(text: str) -> list[Reference]:
    """The references found in a text."""
    return [mention.reference for mention in recognise(text)]


def spans(text: str) -> list[str]:
    """The words that each mention covers."""
    return [text[mention.start : mention.end] for mention in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 33 111, nr. 12", Reference(KAMERSTUK, "33111", "12")),
        ("kamerstuk 33 111 nr.12", Reference(KAMERSTUK, "33111", "12")),
        ("Kamerstuknummer 34 222 VI, nr. 5", Reference(KAMERSTUK, "34222-VI", "5")),
        ("Kamerstuk nr. 33 111, nr. 12", Reference(KAMERSTUK, "33111", "12")),
        ("KAMERSTUK 33111 NR. 12", Reference(KAMERSTUK, "33111", "12")),
        ("Kamerstukken II 2019/20, 33 111, nr. 12", Reference(KAMERSTUK, "33111", "12", "II", "2019-2020")),
        ("Kamerstukken ll 2019/2020, 33111, 12", Reference(KAMERSTUK, "33111", "12", "II", "2019-2020")),
        ("Kamerstukken II2015–16, 33 111, nr. 12", Reference(KAMERSTUK, "33111", "12", "II", "2015-2016")),
        ("Kamerstukken, 1999-2000, 26 111, nr . 3", Reference(KAMERSTUK, "26111", "3", "", "1999-2000")),
        (
            "Kamerstukken I 2010/11, 31 222 VI, D, p. 4",
            Reference(KAMERSTUK, "31222-VI", "D", "I", "2010-2011", "", "4"),
        ),
        ("Kamerstukken I 2021/22, 35 333, nr. E", Reference(KAMERSTUK, "35333", "E", "I", "2021-2022")),
        ("Kamerstukken I 2021/22, 35 333, AB", Reference(KAMERSTUK, "35333", "AB", "I", "2021-2022")),
        ("Kamerstukken 1, 2010-2011, 31222, C", Reference(KAMERSTUK, "31222", "C", "I", "2010-2011")),
        ("Kamerstukken II, 31 700, VIII, nr. 32", Reference(KAMERSTUK, "31700-VIII", "32", "II")),
        ("Kamerstuk 19 700 hoofdstuk XV, nr. 2", Reference(KAMERSTUK, "19700-XV", "2")),
        ("Kamerstuk 27 444 (R 1777), nr. 9", Reference(KAMERSTUK, "27444", "9")),
        ("Kamerstuk 21 501-33, nr. 900", Reference(KAMERSTUK, "21501-33", "900")),
        ("Kamerstuk 36 100 K nr. 1", Reference(KAMERSTUK, "36100-K", "1")),
        ("(Kamerstuk 33111-433)", Reference(KAMERSTUK, "33111", "433")),
        ("(Kamerstuk 36100-VIII-25)", Reference(KAMERSTUK, "36100-VIII", "25")),
        ("(Kamerstuk 36100-B-12)", Reference(KAMERSTUK, "36100-B", "12")),
        ("(Kamerstuk 21501-02-3000)", Reference(KAMERSTUK, "21501-02", "3000")),
        ("Kamerstuk 36 100", Reference(KAMERSTUK, "36100")),
        ("dossier 36100", Reference(KAMERSTUK, "36100")),
        ("TK 2022-2023, 33 111 nr. 12", Reference(KAMERSTUK, "33111", "12", "II", "2022-2023")),
        ("TK II 2022- 2023 33 111 nr. 12", Reference(KAMERSTUK, "33111", "12", "II", "2022-2023")),
        (
            "Tweede Kamer, vergaderjaar 2022–2023, 33 111, nr. 12",
            Reference(KAMERSTUK, "33111", "12", "II", "2022-2023"),
        ),
        ("2022-2023, 33 111, nr. 12", Reference(KAMERSTUK, "33111", "12", "", "2022-2023")),
        ("33 111, nr. 12", Reference(KAMERSTUK, "33111", "12")),
        ("36 100 xv nr 12", Reference(KAMERSTUK, "36100-XV", "12")),
        ("36100-XII-60", Reference(KAMERSTUK, "36100-XII", "60")),
        ("(33 111-64)", Reference(KAMERSTUK, "33111", "64")),
        ("33111-64", Reference(KAMERSTUK, "33111", "64")),
        ("(t.v.v. 33111-64)", Reference(KAMERSTUK, "33111", "64")),
        ("de begroting (36100-VI)", Reference(KAMERSTUK, "36100-VI")),
        ("(TK 36100-B)", Reference(KAMERSTUK, "36100-B", "", "II")),
        ("nr. 456 (36100-XVI)", Reference(KAMERSTUK, "36100-XVI", "456")),
        ("motie nr. 456 in dossier 36 100", Reference(KAMERSTUK, "36100", "456")),
        ("no. 456 of dossier 36100-XVI", Reference(KAMERSTUK, "36100-XVI", "456")),
        ("motie-Inge van Dijk c.s. (36 111, nr. 11)", Reference(KAMERSTUK, "36111", "11")),
        ("kst-33111-372", Reference(KAMERSTUK, "33111", "372")),
        ("kst-36100-XXIII-13.xml", Reference(KAMERSTUK, "36100-XXIII", "13")),
        ("kst-21501-02-3000", Reference(KAMERSTUK, "21501-02", "3000")),
        ("kst-33222-AI", Reference(KAMERSTUK, "33222", "AI")),
        ("kst-33222-C", Reference(KAMERSTUK, "33222", "C")),
        ("kst-33111-372-n1", Reference(KAMERSTUK, "33111", "372-n1")),
        ("kst-1268678", Reference(KAMERSTUK, "", "1268678")),
        ("Aanhangsel Handelingen II 2024/25, nr. 2391", Reference(AANHANGSEL, "", "2391", "II", "2024-2025")),
        ("Aanhangsel Handelingen/ 2022-2023, nr. 64", Reference(AANHANGSEL, "", "64", "", "2022-2023")),
        ("Aanhangsel  Handelingen, vergaderjaar 2023–2024, 1028", Reference(AANHANGSEL, "", "1028", "", "2023-2024")),
        ("Aanhangsel van de Handelingen II, 2022/-23, nr. 18", Reference(AANHANGSEL, "", "18", "II", "2022-2023")),
        (
            "Aanhangsel van de Handelingen nr. 18, vergaderjaar 2022-2023",
            Reference(AANHANGSEL, "", "18", "", "2022-2023"),
        ),
        ("Handelingen (Aanhangsel) II 2011/12, nr. 18", Reference(AANHANGSEL, "", "18", "II", "2011-2012")),
        ("ah-tk-20232024-1984", Reference(AANHANGSEL, "", "1984", "II", "2023-2024")),
        ("ah-1271549", Reference(AANHANGSEL, "", "1271549")),
        (
            "Handelingen II 2010/11, nr. 108, item 5, p. 25-36",
            Reference(HANDELINGEN, "", "108", "II", "2010-2011", "5", "25-36"),
        ),
        (
            "Handelingen II 2007/08, nr. 108, p. 7909-7943",
            Reference(HANDELINGEN, "", "108", "II", "2007-2008", "", "7909-7943"),
        ),
        ("Handelingen TK 2010-2011, 108-5-25", Reference(HANDELINGEN, "", "108", "II", "2010-2011", "5", "25")),
        ("TK 85-5-7", Reference(HANDELINGEN, "", "85", "II", "", "5", "7")),
        ("h-tk-20172018-70-4", Reference(HANDELINGEN, "", "70", "II", "2017-2018", "4")),
        ("TZ202309-010", Reference(ReferenceKind.TOEZEGGING, number="TZ202309-010")),
        ("Kamerstuk 2022D10685", Reference(ReferenceKind.DOCUMENT, number="2022D10685")),
        ("Kamerstuk nr. 2021Z14231", Reference(ReferenceKind.ZAAK, number="2021Z14231")),
        ("2023z04567", Reference(ReferenceKind.ZAAK, number="2023Z04567")),
        ("kv-tk-2025Z12345", Reference(ReferenceKind.ZAAK, number="2025Z12345")),
        ("blg-1184123", Reference(ReferenceKind.BIJLAGE, number="1184123")),
    ],
)
def test_a_spelling_gives_its_normal_form(text: str, expected: Reference) -> None:
    """Each attested spelling is one reference in normal form."""
    assert references(text) == [expected]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kamerstuk 33 111, nrs. 520 en 548", ["520", "548"]),
        ("Kamerstukken 33111, nummers 427, 433 en 435.", ["427", "433", "435"]),
        ("Kamerstuk 33 111, nrs. 3 t/m 5", ["3", "5"]),
        ("Kamerstuk 33 111, nr. 34 en nr. 35", ["34", "35"]),
        ("(Kamerstuk 33111-436 en 437)", ["436", "437"]),
        ("Kamerstuk 33 111, nr. 12 en 13 mei jl.", ["12"]),
        ("Kamerstuk 33 111, nr. 12 en 2024", ["12"]),
        ("Aanhangsel Handelingen II 2011/12, nrs. 1234 en 1235", ["1234", "1235"]),
    ],
)
def test_a_list_of_numbers_gives_a_reference_each(text: str, numbers: list[str]) -> None:
    """Each number of a list is a reference; a day or a year behind "en" is none."""
    assert [reference.number for reference in references(text)] == numbers


def test_each_number_of_a_list_has_its_own_span() -> None:
    """The first mention runs from the keyword, the others cover their number."""
    assert spans("zie Kamerstuk 33 111, nrs. 520 en 548.") == ["Kamerstuk 33 111, nrs. 520", "548"]


def test_the_number_counts_in_the_first_of_several_dossiers() -> None:
    """Of two dossiers with one number there is one reference, to the first; the mention covers them all."""
    text = "Kamerstukken 33 009, 32 637 en 31 288, nr. 117"
    assert references(text) == [Reference(KAMERSTUK, "33009", "117")]
    assert spans(text) == [text]


def test_several_dossiers_without_a_number_are_a_reference_each() -> None:
    """Dossiers that are only listed are each referred to."""
    assert [each.dossier for each in references("Kamerstukken 33 009, 32 637 en 31 288")] == ["33009", "32637", "31288"]


def test_two_references_in_a_row_are_two() -> None:
    """A second "Kamerstukken" begins a new reference."""
    found = references("Kamerstukken II 2020/21, 35111 en Kamerstukken II 2020/21, 21 501-07, nr. 1750")
    assert [(each.dossier, each.number) for each in found] == [("35111", ""), ("21501-07", "1750")]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Kamerstuk 33 111, nr. 3, p. 12 en 13", "12 en 13"),
        ("Kamerstuk 33 111, nr. 3, blz. 7", "7"),
        ("Kamerstuk 33 111, nr. 3, p. 12-13.", "12-13"),
        ("Kamerstuk 33 111, nr. 3, pagina 5 waarin", "5"),
        ("kst-33111-3, p. 2", "2"),
    ],
)
def test_the_page_belongs_to_the_reference(text: str, page: str) -> None:
    """Pages are read as written."""
    assert [reference.page for reference in references(text)] == [page]


def test_a_vergaderjaar_that_cannot_be_is_not_guessed() -> None:
    """Years that do not follow each other, as in 2023–34, name no vergaderjaar; dossier and number stand."""
    assert references("Kamerstukken II 2023–34, 29 111, nr. 80") == [Reference(KAMERSTUK, "29111", "80", "II")]


def test_offsets_are_those_of_the_original_text() -> None:
    """Non-breaking spaces, dashes and line ends do not move a mention."""
    text = "Zie\u00a0ook 15Kamerstukken\u00a0II 2022\u20132023, 36\n200\u00a0XV, nr.\u00a085."
    assert spans(text) == ["Kamerstukken\u00a0II 2022\u20132023, 36\n200\u00a0XV, nr.\u00a085"]
    assert references(text)[0].identifier == "kst-36200-XV-85"


def test_no_reference_runs_over_a_blank_line() -> None:
    """The next paragraph's number does not belong to a dossier at the end of this one."""
    assert references("Kamerstuk 33 942\n\n12. Ten slotte") == [Reference(KAMERSTUK, "33942")]


@pytest.mark.parametrize(
    "text",
    [
        "€ 25 259, nr. 3",
        "25 259 personen",
        "in 2023 waren dat 12 345 woningen",
        "T 070 426 64 26",
        "Postbus 20018 2500 EA DEN HAAG",
        "06-12345678",
        "1.25 259 nr. 3",
        "Stcrt. 2013, 32656",
        "Kamerstuk 17003818 R",
        "ISO 27001 en ISO 27002",
        "strafbare handelingen, nr. 3",
        "het dossier is gesloten",
        "artikel 12 345",
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen",
        "projectnr. 3421",
        "IENW/BSK-2023/297705",
    ],
)
def test_other_numbers_are_no_references(text: str) -> None:
    """Amounts, telephone numbers, addresses, years and reference numbers of others are left alone."""
    assert references(text) == []


@pytest.mark.parametrize(
    ("written", "number"),
    [("36 200 XV", "36200-XV"), ("21 501-02", "21501-02"), ("36 725", "36725"), ("36725-B", "36725-B"), ("geen", "")],
)
def test_a_dossier_number_has_one_normal_form(written: str, number: str) -> None:
    """The dossier in a head is written as in a reference to it."""
    assert parse_dossier(written) == number
