"""English questions as Dutch terms."""

import pytest

from index.analysis import analyse
from index.translate import translate
from index.translate.cognates import cognates
from index.translate.english import EnglishStemmer


def weights(question: str) -> dict[str, float]:
    """The weight of each term of a question."""
    return {term.text: term.weight for term in translate(question)}


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("motion", "motie"),
        ("What was promised?", "toezegging"),
        ("status holders", "statushouder"),
        ("the childcare allowance", "kinderopvangtoeslag"),
        ("asylum seekers' centre", "asielzoekerscentrum"),
        ("labour market", "arbeidsmarkt"),
        ("municipalities", "gemeente"),
        ("police", "politie"),
        ("policies", "beleid"),
        ("glyphosate", "glyfosaat"),
        ("convention on cybercrime", "cybercriminaliteit"),
        ("nuclear power plants", "kerncentrale"),
        ("integration", "integratie"),
        ("integrity", "integriteit"),
    ],
)
def test_the_dutch_term_weighs_most(english: str, dutch: str) -> None:
    """Written, learned and guessed translations come first."""
    found = weights(english)
    term = analyse(dutch)[0]
    assert found[term] == max(found.values())


def test_terms_are_those_of_the_index() -> None:
    """A compound brings its parts, which weigh less."""
    found = weights("status holders")
    assert set(analyse("statushouders")) <= set(found)
    assert found["houder"] < found["statushouder"]


def test_a_phrase_goes_before_its_words() -> None:
    """The "labour market" is asked as arbeidsmarkt; "markt" for "market" weighs less."""
    found = {term.text: term for term in translate("labour market")}
    assert found["arbeidsmarkt"].weight == 1.0
    assert found["arbeidsmarkt"].source == "labour market"
    assert found["markt"].weight < 1.0


@pytest.mark.parametrize("name", ["Aartsen", "Yeşilgöz", "TNO", "2022D12345", "Mozambique", "F-35", "covid-19"])
def test_names_and_numbers_stay(name: str) -> None:
    """What is no English word is asked as it is."""
    assert weights(f"What did {name} say?")[analyse(name)[0]] == 1.0


def test_function_words_are_left_out() -> None:
    """Articles, auxiliaries and question words become nothing."""
    assert translate("What is the, and who would have been there? Did anyone want anything?") == []


def test_each_term_stands_once() -> None:
    """A term that two words bring keeps its highest weight."""
    found = [term.text for term in translate("commitment promise pledge")]
    assert len(found) == len(set(found))
    assert weights("commitment promise pledge")[analyse("toezegging")[0]] == 1.0


@pytest.mark.parametrize(
    ("english", "dutch"),
    [("privatisation", "privatisatie"), ("photography", "fotografie"), ("methane", "methaan"), ("cat", "")],
)
def test_cognates(english: str, dutch: str) -> None:
    """Spelling rules lead to a Dutch word only if it is known."""
    known = dict.fromkeys(["privatisatie", "fotografie", "methaan"], 9)
    assert cognates(english, known) == ([dutch] if dutch in known else [])


def test_stems_keep_apart_what_differs() -> None:
    """The stemmer alone would take police for policy and leave sent apart from send."""
    stem = EnglishStemmer().stem
    assert stem("police") != stem("policy") == stem("policies")
    assert stem("sent") == stem("send")
