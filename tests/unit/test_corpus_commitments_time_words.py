"""When something will be done: the words that letters use, and the last day that they allow."""

import datetime

import pytest

from corpus.commitments.time_words import find_due

WRITTEN = datetime.date(2023, 3, 24)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("in het eerste kwartaal van 2023", "in het eerste kwartaal van 2023", "2023-03-31"),
        ("in het derde kwartaal", "in het derde kwartaal", "2023-09-30"),
        ("in Q3 2025", "in Q3 2025", "2025-09-30"),
        ("voor het tweede kwartaal van 2024", "voor het tweede kwartaal van 2024", "2024-03-31"),
        ("in de eerste helft van 2024", "in de eerste helft van 2024", "2024-06-30"),
        ("in de eerste helft van november 2023", "in de eerste helft van november 2023", None),
        ("in de tweede helft van november 2023", "in de tweede helft van november 2023", "2023-11-30"),
        (
            "voor het debat over de dijken op 6 april a.s.",
            "voor het debat over de dijken op 6 april a.s.",
            "2023-04-05",
        ),
        ("voorafgaand aan de hoorzitting", "voorafgaand aan de hoorzitting", None),
        ("in het tweede halfjaar", "in het tweede halfjaar", "2023-12-31"),
        ("in april van 2024", "in april van 2024", "2024-04-30"),
        ("in februari 2024", "in februari 2024", "2024-02-29"),
        ("in juni", "in juni", "2023-06-30"),
        ("in februari", "in februari", "2024-02-29"),
        ("eind 2024", "eind 2024", "2024-12-31"),
        ("eind maart", "eind maart", "2023-03-31"),
        ("uiterlijk 1 april", "uiterlijk 1 april", "2023-04-01"),
        ("uiterlijk 1 februari", "uiterlijk 1 februari", "2024-02-01"),
        ("vóór 1 maart 2023", None, None),
        ("vóór 1 maart 2024", "vóór 1 maart 2024", "2024-02-29"),
        ("voor de kerst", "voor de kerst", "2023-12-24"),
        ("voor Prinsjesdag", "voor Prinsjesdag", "2023-09-18"),
        ("voor het einde van het jaar", "voor het einde van het jaar", "2023-12-31"),
        ("nog dit jaar", "nog dit jaar", "2023-12-31"),
        ("in de loop van 2024", "in de loop van 2024", "2024-12-31"),
        ("volgende maand", "volgende maand", "2023-04-30"),
        ("begin 2024", "begin 2024", None),
        ("medio juni", "medio juni", None),
        ("vanaf 1 september 2023", "vanaf 1 september 2023", None),
        ("rond de kerst", "rond de kerst", None),
        ("voor de zomer", "voor de zomer", None),
        ("na het zomerreces", "na het zomerreces", None),
        ("in het najaar van 2024", "in het najaar van 2024", None),
        ("dit najaar", "dit najaar", None),
        ("op korte termijn", "op korte termijn", None),
        ("zo spoedig mogelijk", "zo spoedig mogelijk", None),
        ("te zijner tijd", "te zijner tijd", None),
        ("binnen enkele weken", "binnen enkele weken", None),
        ("de komende maanden", "de komende maanden", None),
        ("voor het eerstvolgende debat", "voor het eerstvolgende debat", None),
        ("bij de Voorjaarsnota", "bij de Voorjaarsnota", None),
        ("zodra het advies er is", "zodra het advies er is", None),
        ("in het tweede kwartaal van 2022", None, None),
        ("in de begroting van 2023-2024", None, None),
        ("sinds 2019", None, None),
        ("voor de zomerperiode", None, None),
        ("op 6 september jl.", None, None),
        ("de begin deze maand aangekondigde verlaging", None, None),
        ("een einde te maken aan", None, None),
        ("een begin te maken met", None, None),
        ("het einde van de zomer", "einde van de zomer", None),
        ("binnen een half jaar", "binnen een half jaar", None),
        ("binnen een maand", "binnen een maand", None),
    ],
)
def test_words_and_day(text: str, words: str | None, day: str | None) -> None:
    """The words as written; a day only where a period of the calendar ends then, and never one that is past."""
    due = find_due(f"Ik stuur de brief {text}.", WRITTEN)
    assert (due.words if due else None, due.date.isoformat() if due and due.date else None) == (words, day)


@pytest.mark.parametrize(
    "text", ["in juni", "nog dit jaar", "voor de kerst", "in het derde kwartaal", "uiterlijk 1 mei"]
)
def test_without_the_date_of_the_letter_no_year_is_invented(text: str) -> None:
    """A period without its year has no day when nobody knows when the letter was written."""
    due = find_due(f"Ik stuur de brief {text}.", None)
    assert due is not None
    assert due.date is None


def test_a_period_of_the_calendar_goes_before_a_season() -> None:
    """Of two times the one with a day is the due date."""
    due = find_due("Na de zomer, in oktober 2023, stuur ik de brief.", WRITTEN)
    assert due is not None
    assert due.date == datetime.date(2023, 10, 31)
