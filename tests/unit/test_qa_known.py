"""What a generation knows of the words of its letters, from the build to the question."""

from pathlib import Path

from index.library import Library
from index.types import Abbreviation
from qa.known import Known
from qa.querying import make_query
from qa.types import Language, Question
from tests.builders import a_letter
from tests.index_examples import HeldLetters, ToyEncoder

EXPLAINS = a_letter("Voor de regionale aanpak personeelstekort (RAP) komt geld. | Sunweb en Corendon vliegen ook.")
FOLLOWS = a_letter("De vluchten van Corendon gaan door.")


def known(folder: Path) -> Known:
    """What two letters tell, once they are built in."""
    library = Library(folder, ToyEncoder())
    library.build(HeldLetters([EXPLAINS, FOLLOWS]))
    return Known(library.current())


def asked(question: str, knows: Known) -> dict[str, float]:
    """The weighted terms of a Dutch question."""
    query = make_query(Question(question, Language.DUTCH, question), ToyEncoder(), knows.words)
    return {term.text: term.weight for term in query.terms}


def test_a_build_notes_the_abbreviations_that_a_letter_explains(tmp_path: Path) -> None:
    """They stand in what the generation knows of the letter."""
    library = Library(tmp_path, ToyEncoder())
    library.build(HeldLetters([EXPLAINS, FOLLOWS]))
    letters = library.current().letters
    assert letters[EXPLAINS.id].abbreviations == (Abbreviation("RAP", "regionale aanpak personeelstekort"),)
    assert letters[FOLLOWS.id].abbreviations == ()


def test_who_asks_by_the_short_form_asks_by_the_long_one_too(tmp_path: Path) -> None:
    """And the other way round."""
    knows = known(tmp_path)
    assert "personeelstekort" in asked("Hoeveel geld is er voor RAP?", knows)
    assert asked("regionale aanpak personeelstekort", knows)["rap"] == 0.6


def test_a_misspelt_name_is_looked_for_as_the_letters_write_it(tmp_path: Path) -> None:
    """What the letters write is left as it is."""
    knows = known(tmp_path)
    assert asked("Correndon", knows) == {"correndon": 1.0, "corendon": 0.5}
    assert asked("Corendon", knows) == {"corendon": 1.0}
