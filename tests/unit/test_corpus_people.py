"""Finding people in text, and telling who is meant."""

import pytest

from corpus.people import MEMBER, matches, merge, recognise, same_person
from corpus.types import Person

NAMES = [
    ("het lid Jansen (VVD) vroeg", [Person("Jansen", party="VVD", role=MEMBER)]),
    ("het lid Jansen2 (VVD) vroeg", [Person("Jansen", party="VVD", role=MEMBER)]),
    ("van lid Beckers over", [Person("Beckers", role=MEMBER)]),
    ("Kamerlid De Hoop over", [Person("De Hoop", role=MEMBER)]),
    ("de leden Van Campen en Boswinkel", [Person("Van Campen", role=MEMBER), Person("Boswinkel", role=MEMBER)]),
    (
        "de leden Jasper Van Dijk (SP) en Peters (CDA) verzoeken",
        [Person("Van Dijk", "Jasper", "SP", MEMBER), Person("Peters", "", "CDA", MEMBER)],
    ),
    ("de leden Alkmaar en van Raan", [Person("Alkmaar", role=MEMBER), Person("Van Raan", role=MEMBER)]),
    (
        "het lid Van Eik en Aarts (beiden VVD) aan",
        [Person("Van Eik", party="VVD", role=MEMBER), Person("Aarts", party="VVD", role=MEMBER)],
    ),
    (
        "de leden Bus en Patijn(beiden GroenLinks-PvdA)",
        [Person("Bus", party="GroenLinks-PvdA", role=MEMBER), Person("Patijn", party="GroenLinks-PvdA", role=MEMBER)],
    ),
    ("het lid Inge vanDijk (CDA)", [Person("Van Dijk", "Inge", "CDA", MEMBER)]),
    ("het lid van der Plas vroeg", [Person("Van der Plas", role=MEMBER)]),
    ("mevrouw Hagen (D66) vroeg", [Person("Hagen", party="D66", role=MEMBER)]),
    ("Mevrouw Podt (D66):", [Person("Podt", party="D66", role=MEMBER)]),
    ("De heer Diederik van Dijk (SGP):", [Person("Van Dijk", "Diederik", "SGP", MEMBER)]),
    ("de heer Klaver van GroenLinks", [Person("Klaver", party="GroenLinks", role=MEMBER)]),
    ("mevrouw Voort van de fractie van de PvdA", [Person("Voort", party="PvdA", role=MEMBER)]),
    ("Kostic´ (PvdD)", [Person("Kostić", party="PvdD", role=MEMBER)]),
    ("Volgens Van Dijk (SP) is", [Person("Van Dijk", party="SP", role=MEMBER)]),
    ("De motie-Simons c.s. vraagt", [Person("Simons", role=MEMBER)]),
    ("motie-Inge van Dijk c.s. (36 725, nr. 11)", [Person("Van Dijk", "Inge", role=MEMBER)]),
    ("de motie Joosten-Agema weer", [Person("Joosten", role=MEMBER), Person("Agema", role=MEMBER)]),
    ("de motie Rikkers-Oosterkamp over", [Person("Rikkers-Oosterkamp", role=MEMBER)]),
    ("de motie-Van Haersma Buma/Segers", [Person("Van Haersma Buma", role=MEMBER), Person("Segers", role=MEMBER)]),
    ("de motie van het lid Podt c.s. over", [Person("Podt", role=MEMBER)]),
    ("Minister Adema antwoordt", [Person("Adema", role="Minister")]),
    (
        "Minister Adema van Landbouw, Natuur en Voedselkwaliteit",
        [Person("Adema", role="Minister van Landbouw, Natuur en Voedselkwaliteit")],
    ),
    ("minister Bruins Slot (BZ)", [Person("Bruins Slot", role="Minister van Buitenlandse Zaken")]),
    (
        "Staatssecretaris Van Rij (Financiën – Fiscaliteit en Belastingdienst), mede",
        [Person("Van Rij", role="Staatssecretaris van Financiën")],
    ),
    ("Minister-President Schoof zegt", [Person("Schoof", role="Minister-President")]),
    ("C.E.G. van Gennep", [Person("Van Gennep", "C.E.G.")]),
    ("MOTIE VAN HET LID DE KORT", [Person("De Kort", role=MEMBER)]),
    ("MOTIE VAN HET LID TEUNISSEN C.S.", [Person("Teunissen", role=MEMBER)]),
    (
        "MOTIE VAN DE LEDEN JASPER VAN DIJK EN KATHMANN OVER ICT",
        [Person("Van Dijk", "Jasper", role=MEMBER), Person("Kathmann", role=MEMBER)],
    ),
    ("MOTIE VAN KOSTIĆ C.S.", [Person("Kostić", role=MEMBER)]),
    ("MOTIE VAN HET LID RIKKERS-OOSTERKAMP", [Person("Rikkers-Oosterkamp", role=MEMBER)]),
    ("het lid VAN 'T WOUT", [Person("Van 't Wout", role=MEMBER)]),
    ("de heer Wiebers, minister van Economische Zaken", [Person("Wiebers")]),
]


@pytest.mark.parametrize(("text", "people"), NAMES)
def test_people_are_found_as_letters_name_them(text: str, people: list[Person]) -> None:
    """Surname with prefix, first name or initials, party and role, in every form in use."""
    assert [mention.person for mention in recognise(text)] == people


def test_a_mention_covers_the_name_alone() -> None:
    """The span holds the name, not the party or the cue."""
    text = "aan het lid Jasper van Dijk (SP) toegezegd"
    mention = recognise(text)[0]
    assert text[mention.start : mention.end] == "Jasper van Dijk"


@pytest.mark.parametrize(
    "text",
    [
        "de leden van de Taskforce Werk",
        "het lid van de Raad van State",
        "artikel 31, eerste lid, van de Huisvestingswet",
        "de Minister van Financiën",
        "Minister van SZW",
        "de minister in het najaar",
        "geef ik deze motie Oordeel Kamer",
        "de leden VVD en CDA",
        "mijn collega van OCW",
        "De voorzitter: Dank u wel",
        "BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID",
        "de N.V. Nederlandse Spoorwegen",
        "Wet inburgering (PVT)",
        "geachte leden",
    ],
)
def test_offices_bodies_and_sentences_are_no_people(text: str) -> None:
    """What follows "lid", "Minister" or "motie" is not always a name."""
    assert recognise(text) == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (Person("Van Dijk", party="SP"), Person("Van Dijk", "Jasper"), True),
        (Person("Van Dijk", "Japser", "SP"), Person("Van Dijk", "Jasper", "SP"), True),
        (Person("Van Dijk", "Jasper"), Person("Van Dijk", "J.J."), True),
        (Person("Van Dijk", "Jasper"), Person("Van Dijk", "Inge"), False),
        (Person("Van Dijk", party="SP"), Person("Van Dijk", party="CDA"), False),
        (Person("Bus", party="PvdA"), Person("Bus", party="GroenLinks-PvdA"), True),
        (Person("Yeşilgöz"), Person("Yeşilgöz-Zegerius"), True),
        (Person("Koekkoek"), Person("Koekoek"), True),
        (Person("Peters"), Person("Pieters"), False),
        (Person("Van Dijk"), Person("De Dijk"), False),
        (Person("Helder", party="BBB"), Person("Helder", role="Minister"), False),
    ],
)
def test_same_person(first: Person, second: Person, same: bool) -> None:
    """Two mentions are one person unless something that both say differs."""
    assert same_person(first, second) is same
    assert same_person(second, first) is same


def test_merging_unites_what_mentions_say() -> None:
    """One entry a person, in order of first mention, with the first name, party and role from any mention."""
    people = [
        Person("Aarts", role=MEMBER),
        Person("Van Dijk", "J."),
        Person("Aarts", party="VVD"),
        Person("Van Dijk", "Jasper"),
    ]
    assert merge(people) == (Person("Aarts", party="VVD", role=MEMBER), Person("Van Dijk", "Jasper"))


def test_a_bare_surname_of_two_people_adds_nobody() -> None:
    """A surname beside Jasper and Inge van Dijk is that of one of those two."""
    people = [Person("Van Dijk", "Jasper"), Person("Van Dijk", "Inge"), Person("Van Dijk")]
    assert merge(people) == tuple(people[:2])


@pytest.mark.parametrize(
    ("query", "person", "meant"),
    [
        ("aartsma", Person("Aartsma", party="VVD"), True),
        ("Aarstma", Person("Aartsma"), True),
        ("van dijk", Person("Van Dijk", "Inge", "CDA"), True),
        ("dijk", Person("Van Dijk"), True),
        ("dijck", Person("Van Dijk"), False),
        ("Dijk, J. van", Person("Van Dijk", "Jasper"), True),
        ("inge van dijk", Person("Van Dijk", "Jasper"), False),
        ("van dijk (CDA)", Person("Van Dijk", party="SP"), False),
        ("Van Dijk (SP)", Person("Van Dijk", party="SP"), True),
        ("de nispen", Person("Van Nispen"), False),
        ("yesilgoz", Person("Yeşilgöz-Zegerius", "D."), True),
        ("zegerius", Person("Yeşilgöz-Zegerius", "D."), True),
        ("Karien van Gennep", Person("Van Gennep", "C.E.G."), True),
        ("minister van szw", Person("Jansen", role="Minister van Sociale Zaken en Werkgelegenheid"), True),
        ("minister van Infrastructuur en Milieu", Person("", role="Minister van Infrastructuur en Waterstaat"), True),
        ("staatssecretaris van Financiën", Person("Jansen", role="Minister van Financiën"), False),
        ("", Person("Jansen"), False),
    ],
)
def test_a_typed_name_means_a_person(query: str, person: Person, meant: bool) -> None:
    """Capitals, accents, initials and the order may differ; a longer surname may hold a typing error."""
    assert matches(query, person) is meant
