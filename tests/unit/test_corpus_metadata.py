"""What is made of the facts and paragraphs that readers hand over."""

import datetime

import pytest

from corpus.metadata import interpret
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.references import cite, recognise
from corpus.types import BlockKind, Dossier, Format, Furniture, Kind, Metadata, Person, Reference, ReferenceKind

MEMBER = "Kamerlid"
Line = str | tuple[BlockKind, str]


def metadata(
    lines: list[Line],
    facts: dict[FactName, str | list[str]] | None = None,
    *,
    furniture: str = "",
    file: str = "brief.pdf",
) -> Metadata:
    """The metadata of a document with these paragraphs and facts."""
    paragraphs = tuple(Paragraph(line) if isinstance(line, str) else Paragraph(line[1], line[0]) for line in lines)
    known = tuple(
        Fact(name, value)
        for name, values in (facts or {}).items()
        for value in ([values] if isinstance(values, str) else values)
    )
    aside = (Furniture(1, furniture, "addressee"),) if furniture else ()
    reading = Reading(Format.PDF, paragraphs, facts=known, furniture=aside)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    return interpret(reading, text, "", recognise(text), file)


PRINTED_LETTER: dict[FactName, str | list[str]] = {
    FactName.IDENTIFIER: "kst-33111-50",
    FactName.DOSSIER: "33 111",
    FactName.DOSSIER_TITLE: "Havenbeleid",
    FactName.NUMBER: "50",
    FactName.CHAMBER: "II",
    FactName.VERGADERJAAR: "2013-2014",
    FactName.DOCUMENT_TYPE: "BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN MILIEU",
    FactName.DATE: "11 maart 2014",
}
PRINTED_LINES: list[Line] = [
    (BlockKind.HEADING, "33 111 Havenbeleid"),
    (BlockKind.HEADING, "Nr. 50 BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN MILIEU"),
    "Den Haag, 11 maart 2014",
    "Op 3 mei jl. vroeg het lid Aarts (VVD) naar de havens. Hierop ga ik in.",
    (BlockKind.SIGNATURE, "De Minister van Infrastructuur en Milieu,"),
    (BlockKind.SIGNATURE, "M.H. van der Schul"),
]


def test_a_printed_letter() -> None:
    """Number, dossier, date, sender, receiver and people of a Kamerbrief in print."""
    found = metadata(
        PRINTED_LINES, PRINTED_LETTER, furniture="Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    )
    minister = Person("Van der Schul", "M.H.", role="Minister van Infrastructuur en Milieu")
    assert found == Metadata(
        kind=Kind.KAMERBRIEF,
        title="Havenbeleid – Op 3 mei jl. vroeg het lid Aarts (VVD) naar de havens",
        date=datetime.date(2014, 3, 11),
        vergaderjaar="2013-2014",
        chamber="II",
        dossiers=(Dossier("33111", "Havenbeleid"),),
        number="50",
        reference=Reference(ReferenceKind.KAMERSTUK, "33111", "50", "II", "2013-2014"),
        ministry="Infrastructuur en Milieu",
        senders=(minister,),
        receivers=(Person("", role="Voorzitter van de Tweede Kamer der Staten-Generaal"),),
        people=(minister, Person("Aarts", party="VVD", role=MEMBER)),
    )
    assert cite(found, "2") == "Kamerstukken II 2013/14, 33111, nr. 50, p. 2"


def test_a_letter_in_house_style() -> None:
    """Subject, kenmerk, ministry and marks of a letter that has no number yet."""
    found = metadata(
        [
            (BlockKind.SALUTATION, "Geachte voorzitter,"),
            "Met deze brief informeer ik u.",
            (BlockKind.SIGNATURE, "Hoogachtend,"),
            (BlockKind.SIGNATURE, "DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT,"),
            (BlockKind.SIGNATURE, "Mark Haven"),
        ],
        {
            FactName.SUBJECT: "Verzamelbrief havens",
            FactName.DATE: "18 oktober 2023",
            FactName.KENMERK: "IENW/BSK-2023/1",
            FactName.MINISTRY: "Ministerie van Infrastructuur en Waterstaat",
            FactName.MARK: ["Concept", "VERTROUWELIJK"],
        },
        furniture="De voorzitter van de Tweede Kamer der Staten-Generaal Postbus 20018",
    )
    assert (found.kind, found.title, found.kenmerk) == (Kind.KAMERBRIEF, "Verzamelbrief havens", "IENW/BSK-2023/1")
    assert (found.ministry, found.chamber, found.vergaderjaar) == ("Infrastructuur en Waterstaat", "II", "2023-2024")
    assert found.reference is None
    assert found.senders == (Person("Haven", "Mark", role="Minister van Infrastructuur en Waterstaat"),)
    assert found.marks == ("concept", "vertrouwelijk")
    assert cite(found, "2") == (
        "Brief van de Minister van Infrastructuur en Waterstaat van 18 oktober 2023, kenmerk IENW/BSK-2023/1, p. 2"
    )


def test_who_is_only_spoken_for_is_no_sender() -> None:
    """A letter "mede namens" another minister is sent by who signs it."""
    found = metadata(
        [
            "Mede namens de minister van Defensie,",
            (BlockKind.SIGNATURE, "Mede namens de minister van Defensie,"),
            (BlockKind.SIGNATURE, "De minister van Financiën"),
            (BlockKind.SIGNATURE, "E. van Hey"),
        ],
        {FactName.DOCUMENT_TYPE: "Antwoorden van de minister van Financiën mede namens de minister van Defensie"},
    )
    assert found.senders == (Person("Van Hey", "E.", role="Minister van Financiën"),)


def test_two_signatories() -> None:
    """Each has the office above the name."""
    found = metadata(
        [
            "In deze brief staat het.",
            (BlockKind.SIGNATURE, "De Minister van Financiën,"),
            (BlockKind.SIGNATURE, "E. van Hey"),
            (BlockKind.SIGNATURE, "De Staatssecretaris van Defensie,"),
            (BlockKind.SIGNATURE, "G. Tuin"),
        ],
    )
    assert found.senders == (
        Person("Van Hey", "E.", role="Minister van Financiën"),
        Person("Tuin", "G.", role="Staatssecretaris van Defensie"),
    )


def test_answered_questions_in_print() -> None:
    """Questioners with party, who answered, and a title without the addressee."""
    asked = "Vragen van de leden Aarts (VVD) en Van Dijk (SP) aan de Minister van Financiën over de havens"
    found = metadata(
        [
            f"{asked} (ingezonden 6 maart 2024).",
            "Antwoord van Minister Van Hey (Financiën) (ontvangen 25 maart 2024).",
            (BlockKind.HEADING, "Vraag 1"),
            (BlockKind.QUESTION, "Kent u de havens?"),
            (BlockKind.HEADING, "Antwoord 1"),
            (BlockKind.ANSWER, "Ja."),
        ],
        {
            FactName.IDENTIFIER: "ah-tk-20232024-1314",
            FactName.NUMBER: "1314",
            FactName.TITLE: asked,
            FactName.DOCUMENT_TYPE: "Antwoord van Minister Van Hey (Financiën)",
            FactName.DATE: "25 maart 2024",
        },
    )
    assert found.kind is Kind.ANTWOORD
    assert found.title == "Antwoord op vragen van de leden Aarts (VVD) en Van Dijk (SP) over de havens"
    assert found.questioners == (
        Person("Aarts", party="VVD", role=MEMBER),
        Person("Van Dijk", party="SP", role=MEMBER),
    )
    assert found.senders == (Person("Van Hey", role="Minister van Financiën"),)
    assert found.reference == Reference(ReferenceKind.AANHANGSEL, "", "1314", "II", "2023-2024")
    assert found.ministry == "Financiën"


def test_questions_without_answer() -> None:
    """Questions alone are of kind vragen, and addressed to an office."""
    found = metadata(
        [
            "Vragen van het lid Aarts (VVD) aan de Minister van Financiën over de havens (ingezonden 6 maart 2024).",
            (BlockKind.QUESTION, "Kent u de havens?"),
        ],
    )
    assert found.kind is Kind.VRAGEN
    assert found.receivers == (Person("", role="Minister van Financiën"),)
    assert found.questioners == (Person("Aarts", party="VVD", role=MEMBER),)
    assert found.date == datetime.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("head", "proposers", "title"),
    [
        ("MOTIE VAN HET LID DE KORT", ["De Kort"], "Motie van het lid De Kort (Havenwet)"),
        (
            "GEWIJZIGDE MOTIE VAN DE LEDEN INGE VAN DIJK EN KAT TER VERVANGING VAN DIE GEDRUKT ONDER NR. 8",
            ["Inge van Dijk", "Kat"],
            "Gewijzigde motie van de leden Inge van Dijk en Kat ter vervanging van die gedrukt onder nr. 8 (Havenwet)",
        ),
    ],
)
def test_a_motie(head: str, proposers: list[str], title: str) -> None:
    """Proposers from the names under it, and a title in small letters with the dossier's."""
    found = metadata(
        [
            (BlockKind.HEADING, f"Nr. 11 {head}"),
            "De Kamer,",
            (BlockKind.DICTUM, "verzoekt de regering de havens te bezien,"),
            *((BlockKind.SIGNATURE, name) for name in proposers),
        ],
        {
            FactName.DOCUMENT_TYPE: head,
            FactName.DOSSIER: "36 200 XV",
            FactName.DOSSIER_TITLE: "Havenwet",
            FactName.NUMBER: "11",
            FactName.DATE: "2024-04-18",
            FactName.PROPOSER: proposers,
        },
    )
    assert found.kind is Kind.MOTIE
    assert found.title == title
    assert found.reference == Reference(ReferenceKind.KAMERSTUK, "36200-XV", "11", "", "2023-2024")
    assert [f"{person.first} {person.name}".strip() for person in found.proposers] == [
        name.replace("van Dijk", "Van Dijk") for name in proposers
    ]


@pytest.mark.parametrize(
    ("head", "signed", "proposers"),
    [
        ("MOTIE VAN HET LID GRINDERS C.S.", ["Grinder", "Erkes"], ["Grinders", "Erkes"]),
        ("MOTIE VAN DE LEDEN CEDERS EN DIJKMA", ["Ceders e", "Dijkma"], ["Ceders", "Dijkma"]),
        ("MOTIE VAN HET LID KNUL C.S.", ["Krul", "Erkes"], ["Krul", "Erkes"]),
        ("MOTIE VAN DE LEDEN CEDERS EN DIJKMA", ["Dijkma"], ["Ceders", "Dijkma"]),
        ("MOTIE VAN HET LID CEDERS", [], ["Ceders"]),
    ],
)
def test_the_head_completes_the_names_under_a_motie(head: str, signed: list[str], proposers: list[str]) -> None:
    """A name that is cut off or missing below is taken from the head; a typing error in the head is not."""
    found = metadata(["De Kamer,"], {FactName.DOCUMENT_TYPE: head, FactName.PROPOSER: signed})
    assert [person.name for person in found.proposers] == proposers


def test_handelingen() -> None:
    """The meeting and item make the reference; the dossiers dealt with and the debate come from the opening."""
    found = metadata(
        [
            (BlockKind.HEADING, "Begroting Havens 2024"),
            "Aan de orde is de behandeling van het wetsvoorstel Vaststelling van de begroting (36410-VI).",
            (BlockKind.SPEAKER, "De voorzitter:"),
            "Ik geef het woord aan de heer Aarts.",
            (BlockKind.SPEAKER, "De heer Aarts (VVD):"),
            "Voorzitter.",
        ],
        {
            FactName.DOCUMENT_TYPE: "Handelingen",
            FactName.TITLE: "Begroting Havens",
            FactName.NUMBER: "40",
            FactName.ITEM: "11",
            FactName.CHAMBER: "II",
            FactName.DATE: "8 februari 2024",
        },
    )
    assert (found.kind, found.title) == (Kind.HANDELINGEN, "Begroting Havens 2024")
    assert found.reference == Reference(ReferenceKind.HANDELINGEN, "", "40", "II", "2023-2024", "11")
    assert found.dossiers == (Dossier("36410-VI"),)
    assert found.debate == "de behandeling van het wetsvoorstel Vaststelling van de begroting (36410-VI)"
    assert found.people == (Person("Aarts", party="VVD", role=MEMBER),)
    assert cite(found, "40-11-3") == "Handelingen II 2023/24, nr. 40, item 11, p. 3"


@pytest.mark.parametrize(
    ("file", "identifier"),
    [
        ("kst-33111-372.xml", "kst-33111-372"),
        ("map/ah-tk-20232024-64.pdf", "ah-tk-20232024-64"),
        ("brief over kst-33111-372.xml", None),
        ("kst-33111-372 (kopie).xml", None),
    ],
)
def test_the_file_name_speaks_only_in_the_exact_form(file: str, identifier: str | None) -> None:
    """A document that is silent may be known by a name that is an identifier and nothing else."""
    found = metadata(["In deze brief staat het."], file=file)
    assert (found.reference.identifier if found.reference else None) == identifier


def test_the_document_itself_goes_before_its_file_name() -> None:
    """An identifier in the document is not overruled."""
    found = metadata(PRINTED_LINES, PRINTED_LETTER, file="kst-99999-1.pdf")
    assert found.reference is not None
    assert found.reference.identifier == "kst-33111-50"


def test_two_dossiers_count_in_the_first() -> None:
    """Both are known, the number belongs to the first."""
    facts = PRINTED_LETTER | {
        FactName.DOSSIER: ["33 111", "21 501-33"],
        FactName.DOSSIER_TITLE: ["Havenbeleid", "Raad"],
    }
    found = metadata(PRINTED_LINES, facts)
    assert found.dossiers == (Dossier("33111", "Havenbeleid"), Dossier("21501-33", "Raad"))
    assert found.reference is not None
    assert found.reference.dossier == "33111"


@pytest.mark.parametrize(
    ("line", "dossiers", "kenmerk"),
    [
        ("Kamerstuk 33 605 X", (Dossier("33605-X"),), ""),
        ("Kamerstuk 33 930 XII, nr. 1", (Dossier("33930-XII"),), ""),
        ("Kamerstuk 17003818 R", (), "17003818 R"),
        ("Kamerstuk 33 605 X gaat over Defensie, maar deze regel is lopende tekst.", (), ""),
    ],
)
def test_a_line_under_the_title_tells_the_dossier_or_the_kenmerk(
    line: str,
    dossiers: tuple[Dossier, ...],
    kenmerk: str,
) -> None:
    """What answers are about is their dossier; its number is not theirs."""
    found = metadata([(BlockKind.HEADING, "Antwoorden"), line, (BlockKind.ANSWER, "Ja.")], file="tekst.txt")
    assert (found.dossiers, found.kenmerk, found.number, found.reference) == (dossiers, kenmerk, "", None)


def test_nothing_is_invented_for_a_bare_text() -> None:
    """No date, number, sender or kenmerk where the text has none."""
    found = metadata([(BlockKind.HEADING, "Overzicht van de havens"), "De havens zijn vol."], file="tekst.txt")
    assert found == Metadata(kind=Kind.OVERIG, title="Overzicht van de havens")
    assert cite(found, "") == "«Overzicht van de havens», ongedateerd"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("BRIEF VAN DE STAATSSECRETARIS VAN FINANCIËN", Kind.KAMERBRIEF),
        ("Motie van het lid Aarts", Kind.MOTIE),
        ("TWEEDE NADER GEWIJZIGDE MOTIE VAN HET LID AARTS", Kind.MOTIE),
        ("VERSLAG VAN EEN COMMISSIEDEBAT", Kind.VERSLAG),
        ("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", Kind.VERSLAG),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", Kind.ANTWOORD),
        ("LIJST VAN VRAGEN", Kind.VRAGEN),
        ("AMENDEMENT VAN HET LID AARTS", Kind.OVERIG),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", Kind.OVERIG),
        ("BESLUIT VAN 3 MEI 2024", Kind.BESLUIT),
    ],
)
def test_the_head_tells_the_kind(head: str, kind: Kind) -> None:
    """What a stuk calls itself decides."""
    assert metadata(["Tekst van het stuk."], {FactName.DOCUMENT_TYPE: head}).kind is kind
