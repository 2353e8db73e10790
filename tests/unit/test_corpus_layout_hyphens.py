"""What the end of a line divided is joined."""

import pytest

from corpus.layout.hyphens import Vocabulary, join_lines

NOTHING = Vocabulary(())


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("de arbeids-", "markt groeit", "de arbeidsmarkt groeit"),
        ("het EU-", "recht is leidend", "het EU-recht is leidend"),
        ("GroenLinks-", "PvdA vraagt", "GroenLinks-PvdA vraagt"),
        ("Kamerstuk 21 501-", "02, nr. 12", "Kamerstuk 21 501-02, nr. 12"),
        ("in 1985/-", "86 was", "in 1985/-86 was"),
        ("2022–", "2023 is", "2022–2023 is"),
        ("arbeids-", "en rusttijden", "arbeids- en rusttijden"),
        ("huur-", "of koopwoning", "huur- of koopwoning"),
        ("drone-", "exploitanten moeten", "drone-exploitanten moeten"),
        ("financi-", "eel beleid", "financieel beleid"),
        ("mkb-", "bedrijven", "mkb-bedrijven"),
        ("per e-", "mail", "per e-mail"),
        ("de JenV-", "begroting", "de JenV-begroting"),
        ("covid-", "19", "covid-19"),
        ("politiek-", "bestuurlijke keuze", "politiek-bestuurlijke keuze"),
        ("publiek-", "rechtelijke taken", "publiekrechtelijke taken"),
        ("een sociaal-", "economische raad", "een sociaal-economische raad"),
        ("de heer De Vries-", "Jansen", "de heer De Vries-Jansen"),
        ("zijn collega-", "minister", "zijn collega-minister"),
        ("BRIEF VAN DE MINISTER VAN WERKGELE-", "GENHEID", "BRIEF VAN DE MINISTER VAN WERKGELEGENHEID"),
        ("de onder\u00ad", "zoeken", "de onderzoeken"),
        ("wet- en", "regelgeving", "wet- en regelgeving"),
        ("gemeenten en/", "of provincies", "gemeenten en/of provincies"),
        ("een zin –", "en nog een", "een zin – en nog een"),
        ("(praktijk-", ")scholing", "(praktijk-)scholing"),
        ("Een zin.", "Nog een", "Een zin. Nog een"),
        ("", "begin", "begin"),
    ],
)
def test_ends_of_lines(before: str, after: str, joined: str) -> None:
    """A hyphen that the line's end put in a word goes; one that belongs to the word stays."""
    assert join_lines(before, after, NOTHING) == joined


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("zie https://", "www.voorbeeld.nl", "zie https://www.voorbeeld.nl"),
        ("https://voorbeeld.nl/lange-", "naam", "https://voorbeeld.nl/lange-naam"),
        ("www.voorbeeld.nl/provincies", "%202022.pdf", "www.voorbeeld.nl/provincies%202022.pdf"),
        ("www.voorbeeld.nl", "en daarna", "www.voorbeeld.nl en daarna"),
    ],
)
def test_web_addresses(before: str, after: str, joined: str) -> None:
    """An address broken at a line's end has no blank in it."""
    assert join_lines(before, after, NOTHING) == joined


def test_the_document_shows_how_a_word_is_written() -> None:
    """A word that stands elsewhere with its hyphen keeps it, one that stands there in one piece loses it."""
    vocabulary = Vocabulary(["de Zembla-uitzending en de regio-indeling", "de regioindeling, de regioindeling"])
    assert join_lines("de regio-", "indeling", vocabulary) == "de regioindeling"
    assert join_lines("naar de Zembla-", "uitzending", vocabulary) == "naar de Zembla-uitzending"


def test_a_first_part_that_begins_other_compounds_keeps_its_hyphen() -> None:
    """After "Zembla-uitzending" a "Zembla-reportage" is likely too."""
    vocabulary = Vocabulary(["in de Zembla-uitzending van gisteren"])
    assert join_lines("naar de Zembla-", "reportage", vocabulary) == "naar de Zembla-reportage"


def test_a_chain_that_begins_with_a_prefix_is_no_evidence() -> None:
    """The chain "ver-van-mijn-bed" says nothing about "verschillende"."""
    vocabulary = Vocabulary(["een ver-van-mijn-bedshow"])
    assert join_lines("op ver-", "schillende plaatsen", vocabulary) == "op verschillende plaatsen"


def test_the_divided_word_itself_is_no_evidence() -> None:
    """The first half at a line's end is not counted as a word."""
    assert Vocabulary(["aan het einde onder-", "zoek onder de loep"]).count("onder") == 1
