"""What questions of policy officers are understood as among all real letters, and what that does to the answer."""

import datetime
from pathlib import Path

import pytest

from corpus.intake import ingest
from corpus.types import Kind
from index.types import Filters, SearchIndex
from qa.service import Answerer
from qa.types import Answer, Verdict
from web.commands.opening import open_all

pytestmark = [pytest.mark.letters, pytest.mark.slow]

TODAY = datetime.date(2025, 11, 20)
ANSWERED = frozenset({Kind.VRAGEN, Kind.ANTWOORD})


class Collection:
    """All real letters, asked on one day."""

    def __init__(self, data: Path, letters: Path) -> None:
        opened = open_all(data)
        assert len(list(ingest(opened.store, [letters], workers=2))) > 1
        opened.library.build(opened.letters)
        self.answerer: Answerer = opened.answerer
        self.answerer.today = lambda: TODAY
        self.search_index: SearchIndex = opened.library.current()

    def ask(self, question: str, *without: str) -> Answer:
        """The answer in five passages."""
        return self.answerer.ask(question, without=frozenset(without))

    def parties(self, answer: Answer) -> list[tuple[str, ...]]:
        """The parties of who wrote the document of each passage."""
        belonging = self.search_index.belonging
        return [belonging.parties(passage.letter.metadata) for passage in answer.passages]


@pytest.fixture(scope="module")
def collection(letters_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Read and built once."""
    return Collection(tmp_path_factory.mktemp("all"), letters_folder)


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("32847-1304", "kst-32847-1304.xml"),
        ("32 847, nr. 1304", "kst-32847-1304.xml"),
        ("Kamerstukken II 2024/25, 32 847, nr. 1304", "kst-32847-1304.xml"),
        ("geef mij 32847/1304", "kst-32847-1304.xml"),
        ("show me document 32847 no. 1304", "kst-32847-1304.xml"),
        ("36 600 XXII nr. 27", "kst-36600-XXII-27.xml"),
        ("21 501-20, nr. 2185", "kst-21501-20-2185.xml"),
        ("Handelingen II 2017/18, nr. 70, item 10", "h-tk-20172018-70-10.xml"),
        ("Aanhangsel van de Handelingen 2023-2024, nr. 1984", "ah__1c83f4f5"),
        ("ah-tk-20232024-1984", "ah__1c83f4f5"),
        ("Aanhangsel 1984", "ah__1c83f4f5"),
        ("IENW/BSK-2023/297705", "brief__verzamelbrief-luchtvaart.pdf"),
    ],
)
def test_a_reference_goes_straight_to_the_document(collection: Collection, question: str, file: str) -> None:
    """In any spelling, in both languages, and by the number that a ministry gave its letter."""
    answer = collection.ask(question)
    assert answer.verdict is Verdict.ANSWERED
    assert answer.passages[0].letter.file.startswith(file)
    assert answer.passages[0].score == 1
    assert answer.missing == ()


@pytest.mark.parametrize(
    "question", ["32 824 nr. 372", "kst-32824-372", "TZ202211-085", "Aanhangsel 2168", "2025D06161"]
)
def test_a_reference_that_is_not_held_is_said(collection: Collection, question: str) -> None:
    """And nothing else is said to answer."""
    answer = collection.ask(question)
    assert answer.verdict is Verdict.NO_EVIDENCE
    assert len(answer.missing) == 1
    assert answer.text.endswith("is niet in deze verzameling.")


def test_letters_that_name_what_is_not_held_are_shown(collection: Collection) -> None:
    """With the sentence that names it."""
    answer = collection.ask("36 200 XV, nr. 85")
    assert answer.text.splitlines()[1] == "De passages hieronder noemen het wel."
    assert [passage.letter.file[:10] for passage in answer.passages[:2]] == ["brief__000", "brief__002"]
    assert all("nr. 85" in passage.quotes[0].text for passage in answer.passages[:2])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("van der plas", ["Van der Plas"]),
        ("moties van der plas", ["Van der Plas"]),
        ("mw. Gennip", ["Van Gennip"]),
        ("wat vroeg de jong over wonen", ["De Jong"]),
        ("motie dijk over winst", ["Dijk"]),
        ("motie van dijk over winst", ["Van Dijk"]),
        ("wat zei helder over wijkverpleging", ["Helder"]),
        ("wat is er toegezegd aan aartse?", ["Aartsen"]),
        ("motie van het lid rikkers oosterkamp", ["Rikkers-Oosterkamp"]),
        ("what did yesilgoz promise", ["Yeşilgöz-Zegerius"]),
        ("moties van het lid de wit", ["De Wit"]),
        ("hoe helder is de wet", []),
        ("moties over Groningen en Frankrijk", []),
        ("minister van Volksgezondheid, Welzijn en Sport", []),
    ],
)
def test_people_are_found_however_they_are_typed(collection: Collection, question: str, names: list[str]) -> None:
    """And words that are also names are no people."""
    assert [person.name for person in collection.ask(question).question.people] == names


def test_a_name_that_is_nearly_one_is_suggested(collection: Collection) -> None:
    """Where the word itself stands in the letters."""
    (suggestion,) = collection.ask("motie bakker over zorg").suggestions
    assert (suggestion.name, suggestion.question) == ("Bikker", "motie Bikker over zorg")


@pytest.mark.parametrize("question", ["What did D66 ask about housing?", "wat vroeg d66 over woningen?"])
def test_documents_by_a_party_come_alone(collection: Collection, question: str) -> None:
    """Until the party is taken off."""
    answer = collection.ask(question)
    assert answer.filters == Filters(by_party="D66")
    assert all("D66" in parties for parties in collection.parties(answer))
    assert collection.ask(question, "partij:d66").filters == Filters()


def test_moties_of_a_party_are_those_of_its_members(collection: Collection) -> None:
    """Also of members of whom no letter gives the party; who asks for a part of a group gets the group's."""
    for question, party in (
        ("moties van D66 over wonen", "D66"),
        ("moties van de PvdA over armoede", "GroenLinks-PvdA"),
    ):
        answer = collection.ask(question)
        assert answer.register is not None
        assert all(party in parties for parties in collection.parties(answer))
    assert "Vijlbrief" in {
        person.name
        for passage in collection.answerer.ask("moties van D66 over wonen", 20).passages
        for person in passage.letter.metadata.proposers
    }


def test_kamervragen_of_a_party_come_alone(collection: Collection) -> None:
    """Kind and party together, each to be taken off by itself."""
    answer = collection.ask("kamervragen van d66 over kwantumcomputers")
    assert answer.filters == Filters(ANSWERED, by_party="D66")
    assert answer.passages[0].letter.metadata.questioners[0].name == "Sneller"
    assert collection.ask("kamervragen van d66 over kwantumcomputers", "soort").filters == Filters(by_party="D66")


@pytest.mark.parametrize(
    "question",
    [
        "brieven van de minister van SZW over inburgering",
        "letters from the minister of social affairs about integration",
    ],
)
def test_letters_of_an_office_come_alone(collection: Collection, question: str) -> None:
    """Whoever held it."""
    answer = collection.ask(question)
    assert answer.filters.sender == "Minister van Sociale Zaken en Werkgelegenheid"
    assert all(
        any(sender.role.startswith("Minister van Sociale Zaken") for sender in passage.letter.metadata.senders)
        for passage in answer.passages
    )


def test_a_minister_without_accents_is_known(collection: Collection) -> None:
    """As people type it."""
    assert [office.role for office in collection.ask("minister van financien").question.offices] == [
        "Minister van Financiën"
    ]


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("wat vroeg D66 in 2024 over wonen", "2024-01-01", "2024-12-31"),
        ("moties van afgelopen zomer over wonen", "2025-06-01", "2025-08-31"),
        ("kamervragen sinds 2024 over zorg", "2024-01-01", "2025-11-20"),
        ("motions from last year about housing", "2024-01-01", "2024-12-31"),
    ],
)
def test_documents_of_a_period_come_alone(collection: Collection, question: str, start: str, end: str) -> None:
    """The period is a part that can be taken off."""
    answer = collection.ask(question)
    assert (str(answer.filters.date_from), str(answer.filters.date_to)) == (start, end)
    assert all(start <= str(passage.letter.metadata.date) <= end for passage in answer.passages)
    assert collection.ask(question, "periode").filters.date_from is None


def test_what_nothing_passes_is_let_go_and_said(collection: Collection) -> None:
    """The period first: other letters of the same minister are nearer than other letters of that year."""
    answer = collection.ask("wat schreef de minister van VWS in 2021 over de jeugdzorg")
    assert (
        "In deze verzameling zijn geen stukken van de Minister van Volksgezondheid, Welzijn en Sport van 2021"
        " (2021-01-01 tot en met 2021-12-31); daarom is er ruimer gezocht."
    ) in answer.text
    assert answer.filters == Filters(sender="Minister van Volksgezondheid, Welzijn en Sport")
    assert answer.passages
    answer = collection.ask("motie Omtzigt c.s. 2019")
    assert "zijn geen moties van 2019" in answer.text
    assert {person.name for person in answer.passages[0].letter.metadata.proposers} >= {"Omtzigt"}


def test_a_period_without_known_days_is_said_to_be_left_aside(collection: Collection) -> None:
    """Not guessed."""
    answer = collection.ask("wat is er gezegd sinds de verkiezingen over asiel")
    assert answer.filters == Filters()
    assert "“sinds de verkiezingen” is niet als periode gebruikt" in answer.text


def test_a_changed_motie_is_shown_once(collection: Collection) -> None:
    """With the version that it replaces as a mention, for nine in ten of a sample."""
    forms, letters = collection.search_index.forms, collection.search_index.letters
    replaced = sorted(forms.replaced.items())
    pairs = [(letters[new], letters[old]) for old, new in replaced if new not in forms.replaced]
    shown = apart = 0
    for new, old in pairs[::12]:
        answer = collection.answerer.ask(f"motie {new.metadata.title}", 10)
        ids = [passage.letter.id for passage in answer.passages]
        if new.id in ids:
            shown += 1
            apart += old.id in ids
    assert shown >= 20
    assert apart <= shown // 10
