"""Answers over letters in memory: what is cited, what is proved, what is said when nothing is found."""

import datetime

import pytest

from corpus.types import Dossier, Kind, Letter, Metadata, Person, Reference, ReferenceKind
from index.types import Filters
from qa.citing import prove
from qa.errors import BadQuestion, WrongCitation
from qa.narrowing import Choice, Dimension
from qa.service import Answerer
from qa.types import Language, Quote, Verdict
from tests.builders import Plan, assemble, part
from tests.unit.fakes import HashEncoder, MemoryIndex, MemoryLetters, MemoryLibrary


def letter(text: str, **details: object) -> Letter:
    """A letter of one paragraph a line."""
    file = str(details.pop("file", "brief.pdf"))
    metadata = Metadata(Kind.KAMERBRIEF, "Voortgang", **details)  # type: ignore[arg-type] # passed on by name
    return assemble(Plan([part(line) for line in text.splitlines()], page_starts=[], metadata=metadata, file=file))


STARTBANEN = letter(
    "Ik heb het lid Proefstra toegezegd de startbanen voor statushouders te verkennen. | De brief volgt in maart 2024.",
    file="startbanen.pdf",
    date=datetime.date(2023, 3, 24),
    vergaderjaar="2022-2023",
    chamber="II",
    dossiers=(Dossier("32824", "Integratiebeleid"),),
    number="372",
    reference=Reference(ReferenceKind.KAMERSTUK, "32824", "372", "II", "2022-2023"),
    people=(Person("Proefstra"),),
)
ZWEMWATER = letter(
    "Op 212 zwemplekken gold in de zomer een waarschuwing voor blauwalg. | De waterschappen meten wekelijks.",
    file="zwemwater.pdf",
)
FIETSEN = letter("Een bewaakte plaats in de fietsenstalling kost 140 euro per jaar.", file="fietsen.pdf")
LETTERS = (STARTBANEN, ZWEMWATER, FIETSEN)
OF_GOVERNMENT = frozenset({Kind.KAMERBRIEF, Kind.ANTWOORD})


@pytest.fixture
def answerer() -> Answerer:
    """An answerer over three letters."""
    return Answerer(
        MemoryLibrary(MemoryIndex(LETTERS)),
        MemoryLetters(LETTERS),
        HashEncoder(),
        today=lambda: datetime.date(2025, 5, 20),
    )


def test_the_passage_that_answers_comes_first_with_its_citation(answerer: Answerer) -> None:
    """A Dutch question finds the sentence, the page and the official citation."""
    answer = answerer.ask("Wat is er toegezegd aan Proefstra over startbanen?")
    assert answer.question.language is Language.DUTCH
    assert [person.name for person in answer.question.people] == ["Proefstra"]
    first = answer.passages[0]
    assert first.letter.file == "startbanen.pdf"
    assert first.quotes[0].text.startswith("Ik heb het lid Proefstra toegezegd")
    assert first.quotes[0].page == 1
    assert first.citation.startswith("Kamerstukken II 2022/23, 32824, nr. 372")


def test_every_quote_is_what_its_letter_says_at_its_span(answerer: Answerer) -> None:
    """Quotes and passages are slices of the stored text."""
    by_id = {each.id: each for each in LETTERS}
    for passage in answerer.ask("zwemplekken blauwalg waarschuwing", top=3).passages:
        text = by_id[passage.letter.id].text
        assert text[passage.start : passage.end] == passage.text
        for quote in passage.quotes:
            assert text[quote.span.start : quote.span.end] == quote.text


def test_a_quote_that_is_not_in_the_letter_cannot_be_shown() -> None:
    """An altered word, another page, and a span outside the text all raise."""
    span = STARTBANEN.sentences[0]
    words = STARTBANEN.text[span.start : span.end]
    prove(STARTBANEN, Quote(span, words, 1), in_notes=False)
    for wrong in (Quote(span, words.replace("Ik", "Wij"), 1), Quote(span, words, 2)):
        with pytest.raises(WrongCitation):
            prove(STARTBANEN, wrong, in_notes=False)


def test_a_reference_that_is_held_leads_to_its_letter(answerer: Answerer) -> None:
    """The number alone is enough, in any spelling."""
    answer = answerer.ask("Kamerstuk 32 824, nr. 372")
    assert answer.passages[0].letter.file == "startbanen.pdf"
    assert answer.passages[0].score == 1.0
    assert answer.verdict is Verdict.ANSWERED
    assert answer.missing == ()


def test_a_reference_that_is_not_held_is_said_so(answerer: Answerer) -> None:
    """Apart from whether anything else was found."""
    answer = answerer.ask("Wat staat er in Kamerstuk 32 824, nr. 999 over startbanen?")
    assert [absent.reference.number for absent in answer.missing] == ["999"]
    assert "nr. 999 is niet in deze verzameling" in answer.text


def test_a_document_that_is_asked_for_alone_and_not_held_is_not_found(answerer: Answerer) -> None:
    """Nothing counts as an answer, and no passage is near a number."""
    answer = answerer.ask("32 824, nr. 999")
    assert answer.verdict is Verdict.NO_EVIDENCE
    assert answer.passages == ()
    assert [absent.reference.number for absent in answer.missing] == ["999"]


def test_only_what_was_promised_to_someone_is_quoted_as_promised_to_them() -> None:
    """What that person wrote, and what was promised to others, follows as a passage but not in the answer."""
    letters = (
        letter("Zoals toegezegd aan het lid Proefstra (SP) stuur ik u een brief over de stallingen.", file="a.pdf"),
        letter("Het lid Proefstra (SP) merkte op dat veel is toegezegd over de stallingen.", file="b.pdf"),
    )
    answerer = Answerer(MemoryLibrary(MemoryIndex(letters)), MemoryLetters(letters), HashEncoder())
    answer = answerer.ask("Wat is er toegezegd aan het lid Proefstra over de stallingen?")
    assert {passage.letter.file: passage.registered for passage in answer.passages} == {"a.pdf": True, "b.pdf": False}
    assert "merkte op" not in answer.text


def test_letters_without_a_date_are_counted_when_a_date_is_asked_for(answerer: Answerer) -> None:
    """They are left out, and said to be."""
    answer = answerer.ask("startbanen", filters=Filters(date_from=datetime.date(2023, 1, 1)))
    assert {passage.letter.file for passage in answer.passages} == {"startbanen.pdf"}
    assert answer.undated == 2
    assert "2 brieven zonder datum" in answer.text


def test_a_period_that_the_question_gives_to_the_letters_is_in_force_and_said(answerer: Answerer) -> None:
    """Until it is taken off, or another period is chosen."""
    question = "brieven uit 2023 over startbanen"
    answer = answerer.ask(question)
    assert (answer.filters.date_from, answer.filters.date_to) == (
        datetime.date(2023, 1, 1),
        datetime.date(2023, 12, 31),
    )
    assert {passage.letter.file for passage in answer.passages} == {"startbanen.pdf"}
    assert "Alleen brieven van 2023 (2023-01-01 tot en met 2023-12-31) zijn doorzocht" in answer.text
    assert answer.undated == 2
    assert answerer.ask(question, without=frozenset({"periode", "soort"})).filters == Filters()
    chosen = Filters(date_from=datetime.date(2020, 1, 1))
    assert answerer.ask(question, filters=chosen).filters == Filters(OF_GOVERNMENT, datetime.date(2020, 1, 1))
    assert "2023-12-31" not in answerer.ask(question, filters=chosen).text


def test_what_no_letter_passes_is_let_go_and_said(answerer: Answerer) -> None:
    """First the period alone, then all that the question narrows to; what somebody chose stays."""
    answer = answerer.ask("brieven uit 1999 over startbanen")
    assert (answer.filters, answer.let_go.date_from) == (Filters(OF_GOVERNMENT), datetime.date(1999, 1, 1))
    assert "zijn geen brieven van 1999 (1999-01-01 tot en met 1999-12-31); daarom is er ruimer gezocht" in answer.text
    answer = answerer.ask("parliamentary questions about startbanen")
    assert answer.filters == Filters()
    assert "This collection has no parliamentary questions; so more was searched." in answer.text
    assert answer.passages
    chosen = Filters(date_from=datetime.date(1990, 1, 1), date_to=datetime.date(1990, 12, 31))
    answer = answerer.ask("startbanen", filters=chosen)
    assert (answer.filters, answer.passages) == (chosen, ())


def test_words_that_mean_no_certain_days_are_said_to_be_left_aside(answerer: Answerer) -> None:
    """They are searched as words, and no period is made up."""
    text = answerer.ask("startbanen sinds de verkiezingen").text
    assert "“sinds de verkiezingen” is niet als periode gebruikt" in text


def test_an_answer_tells_what_it_can_be_narrowed_to(answerer: Answerer) -> None:
    """Counted over the passages that were ranked; a filter in force is counted as if it were not."""
    facets = {facet.dimension: facet for facet in answerer.narrowing(answerer.ask("startbanen"))}
    assert facets[Dimension.YEAR].choices == (Choice("2023", 1),)
    assert facets[Dimension.DOSSIER].choices == (Choice("32824", 1, "Integratiebeleid"),)
    filtered = answerer.ask("startbanen", filters=Filters(date_from=datetime.date(2024, 1, 1)))
    assert filtered.passages == ()
    assert answerer.narrowing(filtered)[0].dimension is Dimension.YEAR


def test_filters_that_leave_nothing_give_no_evidence_and_no_passages(answerer: Answerer) -> None:
    """An empty result says why."""
    answer = answerer.ask("startbanen", filters=Filters(kinds=frozenset({Kind.MOTIE})))
    assert answer.verdict is Verdict.NO_EVIDENCE
    assert answer.passages == ()
    assert "Met deze filters" in answer.text


@pytest.mark.parametrize("question", ["", "   ", "\x00", "x" * 2001])
def test_a_question_that_cannot_be_taken_is_refused(answerer: Answerer, question: str) -> None:
    """Empty ones and ones over 2,000 characters."""
    with pytest.raises(BadQuestion):
        answerer.ask(question)
