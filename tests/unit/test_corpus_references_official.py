"""The official spelling of references, and the citation of documents."""

import datetime

import pytest

from corpus.references import cite, write
from corpus.types import Dossier, Kind, Metadata, Person, Reference, ReferenceKind

KAMERSTUK = ReferenceKind.KAMERSTUK


@pytest.mark.parametrize(
    ("reference", "written"),
    [
        (
            Reference(KAMERSTUK, "32111", "372", "II", "2022-2023", page="2"),
            "Kamerstukken II 2022/23, 32111, nr. 372, p. 2",
        ),
        (Reference(KAMERSTUK, "36200-XV", "85", "II", "2022-2023"), "Kamerstukken II 2022/23, 36200 XV, nr. 85"),
        (Reference(KAMERSTUK, "21501-02", "3000", "II", "1999-2000"), "Kamerstukken II 1999/2000, 21501-02, nr. 3000"),
        (
            Reference(KAMERSTUK, "31700-VI", "D", "I", "2008-2009", page="4"),
            "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
        ),
        (Reference(KAMERSTUK, "31945"), "Kamerstukken 31945"),
        (Reference(KAMERSTUK, number="1268678"), "kst-1268678"),
        (
            Reference(ReferenceKind.AANHANGSEL, number="2391", chamber="II", vergaderjaar="2024-2025", page="3"),
            "Aanhangsel Handelingen II 2024/25, nr. 2391, p. 3",
        ),
        (
            Reference(
                ReferenceKind.HANDELINGEN, number="108", chamber="II", vergaderjaar="2010-2011", item="5", page="25"
            ),
            "Handelingen II 2010/11, nr. 108, item 5, p. 25",
        ),
        (Reference(ReferenceKind.TOEZEGGING, number="TZ202211-085"), "TZ202211-085"),
        (Reference(ReferenceKind.BIJLAGE, number="1184123"), "blg-1184123"),
    ],
)
def test_references_are_written_officially(reference: Reference, written: str) -> None:
    """The spelling of the Aanwijzingen voor de regelgeving."""
    assert write(reference) == written


def letter(**known: object) -> Metadata:
    """A letter without official number, of which `known` is known."""
    return Metadata(**{"kind": Kind.KAMERBRIEF, "title": "Verzamelbrief havens"} | known)  # type: ignore[arg-type]


MINISTER = Person("Jansen", "A.B.", role="Minister van Financiën")


def test_a_numbered_document_is_cited_with_the_printed_page() -> None:
    """The page label is added to the document's own reference."""
    metadata = letter(reference=Reference(KAMERSTUK, "32111", "5", "II", "2022-2023"))
    assert cite(metadata, "7") == "Kamerstukken II 2022/23, 32111, nr. 5, p. 7"
    assert cite(metadata, "") == "Kamerstukken II 2022/23, 32111, nr. 5"


def test_the_page_label_of_handelingen_becomes_the_page_of_the_item() -> None:
    """Handelingen print 70-4-1 on the first page of item 4 of meeting 70."""
    reference = Reference(ReferenceKind.HANDELINGEN, number="70", chamber="II", vergaderjaar="2017-2018", item="4")
    assert cite(letter(kind=Kind.HANDELINGEN, reference=reference), "70-4-1") == (
        "Handelingen II 2017/18, nr. 70, item 4, p. 1"
    )


@pytest.mark.parametrize(
    ("known", "page", "citation"),
    [
        (
            {"senders": (MINISTER,), "date": datetime.date(2023, 10, 18), "kenmerk": "FIN/2023/1"},
            "2",
            "Brief van de Minister van Financiën van 18 oktober 2023, kenmerk FIN/2023/1, p. 2",
        ),
        ({"senders": (MINISTER,)}, "", "Brief van de Minister van Financiën, ongedateerd"),
        (
            {"senders": (MINISTER, Person("", role="Minister van Defensie")), "date": datetime.date(2023, 3, 1)},
            "",
            "Brief van de Minister van Financiën en de Minister van Defensie van 1 maart 2023",
        ),
        (
            {"senders": (Person("Van Dijk", "A.B."),), "date": datetime.date(2023, 3, 1)},
            "",
            "Brief van A.B. van Dijk van 1 maart 2023",
        ),
        (
            {"ministry": "Defensie", "date": datetime.date(2023, 3, 1)},
            "",
            "Brief van het Ministerie van Defensie van 1 maart 2023",
        ),
        ({}, "", "«Verzamelbrief havens», ongedateerd"),
        ({"title": "", "date": datetime.date(2023, 3, 1)}, "", "Brief, 1 maart 2023"),
        (
            {
                "kind": Kind.MOTIE,
                "proposers": (Person("Van Dijk", "Jasper"), Person("Peters", "W.")),
                "date": datetime.date(2023, 3, 1),
            },
            "",
            "Motie van de leden Jasper van Dijk en Peters van 1 maart 2023",
        ),
    ],
)
def test_a_letter_without_number_is_cited_by_what_is_known(known: dict[str, object], page: str, citation: str) -> None:
    """Sender, date, kenmerk and page; what is not known is left out, and a missing date is said."""
    assert cite(letter(**known), page) == citation


def test_an_attachment_is_cited_with_the_stuk_it_belongs_to() -> None:
    """A bijlage names its parent where that is known."""
    metadata = letter(
        reference=Reference(ReferenceKind.BIJLAGE, number="1184123"),
        dossiers=(Dossier("34389"),),
        number="9",
        chamber="II",
        vergaderjaar="2015-2016",
    )
    assert cite(metadata, "3") == "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9 (blg-1184123), p. 3"
