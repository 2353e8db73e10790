"""Ministries, offices and parties."""

import pytest

from corpus.government import find_ministry, find_roles, same_ministry
from corpus.parties import find_party, may_be_same


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("de Minister van SZW", ["Minister van Sociale Zaken en Werkgelegenheid"]),
        ("MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID", ["Minister van Sociale Zaken en Werkgelegenheid"]),
        ("minister van financiën", ["Minister van Financiën"]),
        ("minister van I&M", ["Minister van Infrastructuur en Milieu"]),
        ("Minister van Justitie & Veiligheid", ["Minister van Justitie en Veiligheid"]),
        ("minister van Economische Zaken en Klimaat", ["Minister van Economische Zaken en Klimaat"]),
        ("Minister voor\nBuitenlandse Handel", ["Minister voor Buitenlandse Handel"]),
        (
            "de Ministers van Buitenlandse Zaken en voor Rechtsbescherming",
            ["Minister van Buitenlandse Zaken", "Minister voor Rechtsbescherming"],
        ),
        (
            "Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van Financiën",
            ["Staatssecretaris van Volksgezondheid, Welzijn en Sport", "Staatssecretaris van Financiën"],
        ),
        (
            "de Minister-President, Minister van Algemene Zaken",
            ["Minister-President", "Minister van Algemene Zaken"],
        ),
        ("de minister van staat", []),
        ("het Ministerie van Financiën", []),
    ],
)
def test_offices_are_found_by_any_name(text: str, roles: list[str]) -> None:
    """Abbreviations, capitals, "&", line ends and lists lead to the full office."""
    assert [mention.role for mention in find_roles(text)] == roles


def test_an_office_knows_the_ministry_that_houses_it() -> None:
    """A minister without a ministry of their own has one all the same."""
    mention = find_roles("de Minister voor Armoedebeleid, Participatie en Pensioenen")[0]
    assert mention.ministry == "Sociale Zaken en Werkgelegenheid"


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        ("Ministerie van\nInfrastructuur en\nWaterstaat", "Infrastructuur en Waterstaat"),
        ("Ministerie van SZW", "Sociale Zaken en Werkgelegenheid"),
        (
            "Ministerie van Landbouw, Visserij en Voedselzekerheid en Natuur",
            "Landbouw, Visserij, Voedselzekerheid en Natuur",
        ),
        ("Turfmarkt 147", ""),
    ],
)
def test_a_letterhead_names_its_ministry(text: str, ministry: str) -> None:
    """The name as it stands, over lines, abbreviated or misspelt."""
    assert find_ministry(text) == ministry


def test_ministries_are_followed_through_their_names() -> None:
    """What was Verkeer en Waterstaat is Infrastructuur en Waterstaat; Justitie is not Defensie."""
    assert same_ministry("Verkeer en Waterstaat", "Infrastructuur en Waterstaat")
    assert not same_ministry("Justitie", "Defensie")


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("VVD", "VVD"),
        ("PVDA", "PvdA"),
        ("CU", "ChristenUnie"),
        ("GL-PvdA", "GroenLinks-PvdA"),
        ("FvD", "FVD"),
        ("Groep Van Haga", "Groep Van Haga"),
        ("Lid Omtzigt", "Lid Omtzigt"),
        ("lid van de raad", ""),
        ("Fractie Den Haan", "Fractie Den Haan"),
        ("XVI", ""),
        ("NVWA", ""),
        ("", ""),
    ],
)
def test_parties_are_known_by_all_their_names(written: str, party: str) -> None:
    """A party has one name; a group is its own; anything else is no party."""
    assert find_party(written) == party


def test_parties_that_went_together_may_be_of_one_person() -> None:
    """A member of GroenLinks may be named with GroenLinks-PvdA later."""
    assert may_be_same("GroenLinks", "GroenLinks-PvdA")
    assert may_be_same("", "VVD")
    assert not may_be_same("VVD", "SP")
