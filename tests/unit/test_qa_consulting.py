"""Questions that the register answers: what they want of it, what is found, and how it is told."""

import dataclasses
import datetime
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.references import recognise
from corpus.types import CommitmentKind, CommitmentStatus, Dossier, Kind, Letter, Metadata, Person
from index.types import Filters
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.commitments.types import OfficialRow, Standing
from qa.consulting.answer import quoted
from qa.consulting.request import RegisterRequest, Side, Someone, request_of
from qa.database import Database
from qa.features import weigh
from qa.querying import make_query
from qa.service import Answerer
from qa.types import Answer, Verdict
from qa.understanding.directory import Directory
from qa.understanding.question import understand
from tests.builders import Plan, assemble, part
from tests.register_examples import a_book, motie, record
from tests.unit.fakes import HashEncoder, MemoryIndex, MemoryLetters, MemoryLibrary

TODAY = datetime.date(2025, 5, 20)
PROMISE, MOTIE = CommitmentKind.TOEZEGGING, CommitmentKind.MOTIE
MINISTER = Person("Brugman", "M.A.", role="Minister van Infrastructuur en Waterstaat")


def letter(file: str, *lines: str, day: str = "2024-03-01", kind: Kind = Kind.KAMERBRIEF, **details: object) -> Letter:
    """A letter by minister Brugman, a paragraph a line."""
    metadata = Metadata(
        kind,
        file,
        date=datetime.date.fromisoformat(day),
        ministry="Infrastructuur en Waterstaat",
        senders=(MINISTER,) if kind is Kind.KAMERBRIEF else (),
        people=(MINISTER, Person("Proefstra", party="SP"), Person("Modelstra", party="VVD")),
        **details,  # type: ignore[arg-type]  # by name
    )
    made = assemble(Plan([part(line) for line in lines], page_starts=[], metadata=metadata, file=file))
    return dataclasses.replace(made, references=tuple(recognise(made.text)))


BIKES = letter(
    "fietsen.pdf",
    "In het debat van 6 februari 2024 heb ik het lid Proefstra (SP) toegezegd om de fietsenstallingen te tellen.",
    "Ik zal uw Kamer voor 1 april 2024 over de zwemwaterkwaliteit informeren.",
    "De motie van het lid Proefstra (SP) over fietssnelwegen is uitgevoerd.",
)
PONDS = letter(
    "vijvers.pdf",
    "Het lid Modelstra (VVD) is toegezegd de vijvers in kaart te brengen. | Aan deze toezegging is hiermee voldaan.",
    day="2025-01-15",
)
HOUSES = letter("huizen.pdf", "De huren stegen met drie procent. | Woningen zijn schaars.")
LETTERS = (BIKES, PONDS, HOUSES)


def answerer_over(letters: Iterable[Letter], folder: Path) -> tuple[Answerer, CommitmentBook]:
    """An answerer with the register of these letters."""
    held = list(letters)
    library, store = MemoryLibrary(MemoryIndex(held)), MemoryLetters(held)
    book = CommitmentBook(library, store, Database(folder), today=lambda: TODAY)
    return Answerer(library, store, HashEncoder(), today=lambda: TODAY, book=book), book


@pytest.fixture
def answerer(tmp_path: Path) -> Answerer:
    """The answerer over three letters."""
    return answerer_over(LETTERS, tmp_path)[0]


def wanted(text: str) -> RegisterRequest | None:
    """What a question wants of the register."""
    search_index = MemoryIndex(LETTERS)
    question = understand(text, Directory(search_index.letters.values()), TODAY)
    return request_of(question, weigh(make_query(question, HashEncoder()).terms, search_index).order)


def told(answer: Answer) -> list[tuple[str, list[str]]]:
    """The groups of an answer with the beginnings of what their entries are about."""
    assert answer.register is not None
    return [(group.title, [listed.what[:24] for listed in group.entries]) for group in answer.register.groups]


# ------------------------------------------------------------------------------------------------ what is wanted


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Wat is er toegezegd aan Proefstra?", (Someone("Proefstra", Side.RECEIVED),)),
        ("what was promised to Proefstra?", (Someone("Proefstra", Side.RECEIVED),)),
        ("Wat heeft minister Brugman toegezegd?", (Someone("Brugman", Side.PROMISED),)),
        (
            "What did Brugman promise to Proefstra?",
            (Someone("Brugman", Side.PROMISED), Someone("Proefstra", Side.RECEIVED)),
        ),
        ("Welke toezeggingen zijn er met Proefstra?", (Someone("Proefstra", Side.EITHER),)),
        (
            "Wat heeft de minister van IenW toegezegd?",
            (Someone("Minister van Infrastructuur en Waterstaat", Side.PROMISED),),
        ),
    ],
)
def test_people_stand_on_the_side_that_the_question_gives_them(text: str, people: tuple[Someone, ...]) -> None:
    """By the word before the name; where none tells, on either."""
    request = wanted(text)
    assert request is not None
    assert (request.kinds, request.people, request.subject) == (frozenset({PROMISE}), people, frozenset())


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Welke toezeggingen staan nog open?", {Standing.OPEN, Standing.OVERDUE}),
        ("Which promises have not been kept yet?", {Standing.OPEN, Standing.OVERDUE}),
        ("Welke toezeggingen zijn te laat?", {Standing.OVERDUE}),
        ("Which commitments are overdue?", {Standing.OVERDUE}),
        ("Welke toezeggingen zijn nagekomen?", {Standing.CLOSED}),
        ("Is de toezegging aan Proefstra nagekomen?", set()),
    ],
)
def test_a_state_narrows_a_list(text: str, standings: set[Standing]) -> None:
    """But not the question how far one promise is."""
    request = wanted(text)
    assert request is not None
    assert request.standings == standings


def test_a_time_is_of_the_promise_or_of_when_it_is_due() -> None:
    """Before a day leaves that day out, until a day does not; a time without such a word is when it was made."""
    before, until, made = (
        wanted(text)
        for text in (
            "Welke toezeggingen moeten vóór 1 april 2024 zijn nagekomen?",
            "Which promises are due by 1 April 2024?",
            "Wat is er in februari 2024 toegezegd aan Proefstra?",
        )
    )
    assert before is not None
    assert (before.due_to, before.standings) == (datetime.date(2024, 3, 31), frozenset())
    assert until is not None
    assert until.due_to == datetime.date(2024, 4, 1)
    assert made is not None
    assert made.made is not None
    assert (made.made.start, made.due_to) == (datetime.date(2024, 2, 1), None)


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel geld is er toegezegd aan de fietsers?",
        "Hoe wordt de motie-Proefstra over fietssnelwegen uitgevoerd?",
        "Welke motie vraagt om fietssnelwegen?",
        "What was the vote on the Proefstra motion?",
        "Wat kost een fietsenstalling?",
    ],
)
def test_other_questions_do_not_ask_the_register(text: str) -> None:
    """An amount, what one motie says or what became of it, and facts are for the passages."""
    assert wanted(text) is None


@pytest.mark.parametrize(
    "text", ["Welke moties diende Proefstra in?", "moties van Proefstra", "Which motions did Proefstra table?"]
)
def test_a_list_of_moties_asks_the_register(text: str) -> None:
    """Of a person, in either language."""
    request = wanted(text)
    assert request is not None
    assert request.kinds == {MOTIE}
    assert [someone.name for someone in request.people] == ["Proefstra"]


def test_the_subject_is_what_is_left() -> None:
    """Without people, ministries, times and the words of promising."""
    request = wanted("Welke toezeggingen heeft de minister van IenW in 2024 aan Proefstra gedaan over zwemwater?")
    assert request is not None
    assert request.subject == {"zwemwater"}


@pytest.mark.parametrize(
    "text", ["Which motions did Proefstra submit about asylum?", "Which motions about asylum did Proefstra introduce?"]
)
def test_words_of_putting_a_motie_forward_are_no_subject(text: str) -> None:
    """However an English question says it."""
    request = wanted(text)
    assert request is not None
    assert request.subject == {"asylum"}


# ------------------------------------------------------------------------------------------------ what is answered


def test_what_was_promised_to_a_member_is_one_list_with_its_proof(answerer: Answerer) -> None:
    """The promise to that member and below it the motie that a letter tells of; passages in the same order."""
    answer = answerer.ask("Wat is er toegezegd aan Proefstra?")
    assert answer.verdict is Verdict.ANSWERED
    assert told(answer)[0] == ("Nog te doen", ["De fietsenstallingen te "])
    assert [title for title, _ in told(answer)] == ["Nog te doen", "Verwante moties"]
    assert answer.passages[0].letter.file == "fietsen.pdf"
    assert answer.passages[0].registered
    lines = answer.text.split("\n")
    assert lines[0] == "1 toezegging, nog te doen; daarnaast 1 verwante motie."
    assert (
        "Status: open; aan: Proefstra (SP); door: Minister van Infrastructuur en Waterstaat (M.A. Brugman)" in lines[2]
    )
    assert lines[3].startswith("“In het debat van 6 februari 2024 heb ik het lid Proefstra (SP) toegezegd")
    assert lines[3].endswith(f"({answer.passages[0].citation})")


def test_a_passage_that_the_register_names_is_likely_to_answer(answerer: Answerer) -> None:
    """Nearly all of those that it names for labelled questions do, however many others stand beside them."""
    passages = answerer.ask("Wat is er toegezegd aan Proefstra?").passages
    assert passages[0].letter.file == "fietsen.pdf"
    assert passages[0].score >= 0.88


def test_an_english_question_is_answered_in_english(answerer: Answerer) -> None:
    """The quotes stay Dutch."""
    answer = answerer.ask("What was promised to Modelstra?")
    assert told(answer)[0][0] == "Closed"
    assert "Status: kept; to: Modelstra (VVD)" in answer.text


def test_the_subject_narrows_the_list(answerer: Answerer) -> None:
    """Only what speaks of it; where nothing does, the question is answered as any other."""
    assert told(answerer.ask("Welke toezeggingen zijn er over zwemwaterkwaliteit?")) == [
        ("Te laat", ["Ik zal uw Kamer over de "])
    ]
    assert answerer.ask("Wat is er toegezegd aan Proefstra over kernenergie?").register is None
    assert answerer.ask("Wat is er toegezegd over fietsenstallingen aan Modelstra?").register is None


def test_a_number_or_a_dossier_names_what_is_asked_for(tmp_path: Path) -> None:
    """The number of the official register alone is enough; a document and a dossier narrow a list."""
    numbered = letter(
        "tz.pdf",
        "De toezegging aan het lid Proefstra om de dijken te tellen (TZ202309-010) is met deze brief afgedaan.",
        dossiers=(Dossier("32824"),),
    )
    answerer, _ = answerer_over([*LETTERS, numbered], tmp_path)
    for question in ("TZ202309-010", "Hoe staat het met toezegging TZ202309-010?", "toezeggingen in dossier 32 824"):
        answer = answerer.ask(question)
        assert [title for title, _ in told(answer)] == ["Afgehandeld"]
        assert answer.passages[0].letter.file == "tz.pdf"
    assert answerer.ask("Hoe staat het met toezegging TZ202309-011?").register is None


def test_a_motie_is_quoted_by_what_it_asks(tmp_path: Path) -> None:
    """Also where its head, which is a mention too, is longer."""
    document = record("m")
    document = dataclasses.replace(document, metadata=dataclasses.replace(document.metadata, kind=Kind.MOTIE))
    head = "GEWIJZIGDE MOTIE VAN HET LID PROEFSTRA TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12"
    asks = "verzoekt de regering zwembaden te sparen,"
    mentions = [motie("een", document, quote=head), motie("een", document, quote=asks, start=100)]
    (entry,) = a_book(tmp_path, mentions).entries()
    assert [mention.commitment.quote for mention in quoted(entry)] == [asks]


def test_late_and_open_are_told_apart(answerer: Answerer) -> None:
    """By today's day; a party and a state narrow the list."""
    open_ones = told(answerer.ask("Welke toezeggingen staan nog open?"))
    assert [title for title, _ in open_ones] == ["Te laat", "Nog te doen"]
    assert [title for title, _ in told(answerer.ask("Welke toezeggingen zijn te laat?"))] == ["Te laat"]
    assert told(answerer.ask("toezeggingen aan de VVD"))[0][0] == "Afgehandeld"


def test_the_text_names_all_also_beyond_the_passages(answerer: Answerer) -> None:
    """One passage is shown; the answer is the same."""
    one, five = (answerer.ask("Welke toezeggingen staan nog open?", top=top) for top in (1, 5))
    assert len(one.passages) == 1
    assert one.text == five.text
    assert one.text.count("“") == 2


def test_of_very_many_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    """With the page that lists them all."""
    many = [letter(f"{number}.pdf", f"Ik zal uw Kamer over dijk {number} informeren.") for number in range(30)]
    answer = answerer_over(many, tmp_path)[0].ask("Wat heeft minister Brugman toegezegd?")
    assert answer.register is not None
    assert sum(len(group.entries) for group in answer.register.groups) == 25
    assert answer.text.split("\n")[-1] == "Nog 5 andere: zie /toezeggingen?soort=toezegging&persoon=Brugman"


def test_filters_hold_for_the_register_too(answerer: Answerer) -> None:
    """A letter that a filter leaves out is neither quoted nor counted."""
    later = Filters(date_from=datetime.date(2025, 1, 1))
    assert answerer.ask("Wat is er toegezegd aan Proefstra?", filters=later).register is None
    assert told(answerer.ask("Wat is er toegezegd aan Modelstra?", filters=later))[0][0] == "Afgehandeld"


def test_an_official_promise_stands_among_the_others_but_answers_nothing_alone(tmp_path: Path) -> None:
    """No letter proves it: it is told by its number, and only beside what letters prove."""
    answerer, _ = answerer_over(LETTERS, tmp_path)
    row = OfficialRow(
        "TZ202402-001", "De minister telt de vijvers.", "Openstaand", None, None, "", "Minister Brugman",
        ("Proefstra, P. (SP)",), "Commissiedebat",
    )  # fmt: skip
    others = dataclasses.replace(row, number="TZ202402-002", members=("Exempel, E. (D66)",))
    OfficialRegister(Database(tmp_path)).replace([row, others], "griffie")
    assert "officieel register: TZ202402-001 (Openstaand)" in answerer.ask("Wat is er toegezegd aan Proefstra?").text
    assert answerer.ask("Wat is er toegezegd aan Exempel?").register is None


def test_what_people_corrected_is_answered_so(tmp_path: Path) -> None:
    """Marked wrong it is not told; a state that somebody set is told with the name."""
    answerer, book = answerer_over(LETTERS, tmp_path)
    (entry,) = [entry for entry in book.entries() if "fietsenstallingen" in entry.what]
    number = book.set_status(entry.id, CommitmentStatus.VOLDAAN, "Jo", "geteld")
    answer = answerer.ask("Wat is er toegezegd aan Proefstra?")
    assert told(answer)[0][0] == "Afgehandeld"
    assert "Status: voldaan (vastgesteld door Jo)" in answer.text
    book.withdraw(number, "Jo")
    book.mark_wrong(entry.id, "Jo", "onjuist")
    assert answerer.ask("Wat is er toegezegd aan Proefstra?").register is None
