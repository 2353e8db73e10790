"""The check of a draft."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pytest

from corpus.errors import Removal
from corpus.types import Letter
from index.types import LetterRecord
from qa.understanding.directory import Directory
from tests.drafts_examples import BRIDGES, FERRIES, TODAY, make_draft, source_of
from tests.web_examples import READING, CannedStore, make_record
from web.drafts.check import Collection, Report, SourceState, check
from web.drafts.quoting import WRONG, Agreement, QuotationFinding
from web.drafts.types import Draft, Section
from web.drafts.words import Change

LETTERS = (BRIDGES, FERRIES)
PLAN = "Ik zeg de Kamer toe dat ik voor de zomer een plan voor de fietsbruggen stuur."
COSTS = "Over de kosten bericht ik u later, want de raming is nog niet af."
FERRY = "Het veer bij Wijk blijft varen zolang de brug niet open is."
NOTE = "Zie de raming van de provincie Utrecht van 3 maart 2024."
Find = Callable[[str], Iterable[tuple[str, str]]]


def find_all(_: str) -> list[tuple[str, str]]:
    """A search that finds every letter."""
    return [(letter.id, READING) for letter in LETTERS]


def find_nothing(_: str) -> Sequence[tuple[str, str]]:
    """A search without a hit."""
    return []


def checked(
    draft: Draft,
    *,
    letters: Sequence[Letter] = LETTERS,
    removals: Sequence[Removal] = (),
    find: Find = find_nothing,
    newer: Mapping[str, LetterRecord] | None = None,
) -> Report:
    """The report on a draft over these letters."""
    records = {letter.id: make_record(letter) for letter in letters}
    store = CannedStore(
        {letter.id: (letter, b"") for letter in letters}, {removal.letter: removal for removal in removals}
    )
    replaced = newer or {}
    return check(
        draft, Collection(store, records, Directory(records.values()), find, replaced.get, store.removed), TODAY
    )


def on(answer: str, words: str = PLAN, letter: Letter = BRIDGES, find: Find = find_nothing) -> QuotationFinding:
    """The one finding on a text, with these words of a letter as its source 1."""
    [finding] = checked(make_draft(answer, sources=[source_of(letter, words)]), find=find).quotations
    return finding


@pytest.mark.parametrize(
    "quotation",
    [
        f"“{PLAN}”[^1]",
        f"“{PLAN[:-1]}”[^1].",
        f'"{PLAN}" [^1]',
        f"‘{PLAN}’[^1]",
        f"“{PLAN} De kosten bedragen € 1,5 miljoen, zo meldt de provincie: ‘niet meer’.”[^1]",
        "“Ik zeg de Kamer toe dat ik voor de zomer een plan […] stuur.”[^1]",
        "“… een plan voor de fietsbruggen stuur.”[^1]",
        "“Dat verzoek begrijp ik goed.”[^1]",
    ],
)
def test_a_true_quotation_agrees(quotation: str) -> None:
    """Whatever the marks; whole sentences, and parts that admit that they are."""
    assert on(f"De minister schreef: {quotation}").agreement is Agreement.EXACT


@pytest.mark.parametrize(
    ("altered", "left_out", "put_in"),
    [
        (PLAN.replace("zomer", "winter"), ["zomer"], ["winter"]),
        (PLAN.replace("fietsbruggen ", ""), ["fietsbruggen"], []),
        (PLAN.replace("toe", "niet toe"), [], ["niet"]),
        (PLAN.replace("Ik zeg", "Wij zeggen"), ["Ik zeg"], ["Wij zeggen"]),
    ],
)
def test_an_altered_quotation_shows_what_differs(altered: str, left_out: list[str], put_in: list[str]) -> None:
    """The words of the source and those of the draft, in their place."""
    finding = on(f"“{altered}”[^1]")
    assert finding.agreement is Agreement.DIFFERS
    assert [step.words for step in finding.steps if step.change is Change.LEFT_OUT] == left_out
    assert [step.words for step in finding.steps if step.change is Change.PUT_IN] == put_in
    assert finding.place is not None
    assert finding.place.citation == "Kamerstukken II 2023/24, 29398, nr. 7, p. 1"


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (PLAN.removeprefix("Ik "), "Ik", ""),
        (PLAN.removesuffix(" stuur."), "", "stuur"),
    ],
)
def test_a_sentence_without_its_first_or_last_word_is_told(words: str, before: str, after: str) -> None:
    """It stands there word for word, and yet something was left out."""
    finding = on(f"“{words}”[^1]")
    assert (finding.agreement, finding.before, finding.after) == (Agreement.SHORTENED, before, after)


def test_another_letters_quotation_names_that_letter() -> None:
    """Whether it is among the draft's sources or has to be searched for."""
    sources = [source_of(BRIDGES, PLAN), source_of(FERRIES, FERRY, 2)]
    [among] = checked(make_draft(f"“{FERRY}”[^1]", sources=sources)).quotations
    searched = on(f"“{FERRY}”[^1]", find=find_all)
    for finding in (among, searched):
        assert finding.agreement is Agreement.OTHER_LETTER
        assert finding.place is not None
        assert finding.place.citation == "Kamerstukken II 2023/24, 29398, nr. 8, p. 1"


def test_words_that_stand_nowhere_are_told() -> None:
    """Nothing in the source is like them."""
    assert on("“Zwemwater wordt elke zomer gekeurd door de provincie.”[^1]").agreement is Agreement.NOT_FOUND


def test_words_on_another_page_are_told_with_their_page() -> None:
    """The note would send the reader to the wrong page."""
    finding = on(f"“{COSTS}”[^1]")
    assert finding.agreement is Agreement.ELSEWHERE
    assert finding.place is not None
    assert finding.place.citation.endswith("p. 2")


def test_a_footnote_of_a_letter_is_a_source_too() -> None:
    """Its words are compared with the notes."""
    source = source_of(BRIDGES, NOTE, in_notes=True)
    [finding] = checked(make_draft(f"“{NOTE}”[^1]", sources=[source])).quotations
    assert finding.agreement is Agreement.EXACT


def test_a_quotation_without_a_note_is_looked_for() -> None:
    """And its letter named where one is found."""
    [found] = checked(make_draft(f"Er staat “{FERRY}”"), find=find_all).quotations
    [unknown] = checked(make_draft("Er staat “Zwemwater wordt elke zomer gekeurd.”"), find=find_all).quotations
    assert (found.agreement, unknown.agreement) == (Agreement.NO_NOTE, Agreement.NO_SOURCE)
    assert found.place is not None
    assert found.place.letter == FERRIES.id


def test_a_word_that_is_named_is_no_quotation() -> None:
    """Scare quotes and names stay unremarked."""
    assert checked(make_draft("De ‘snelle’ brug en de “Wet op de brug”."), find=find_all).quotations == ()


def test_a_note_that_names_no_source_and_a_mark_that_is_missing_are_wrong() -> None:
    """Both keep a quotation from being compared."""
    report = checked(make_draft(f"“{PLAN}”[^9]\n\n“Ik zeg", sources=[source_of(BRIDGES, COSTS)]))
    assert [finding.agreement for finding in report.quotations] == [Agreement.NO_SUCH_NOTE, Agreement.NOT_CLOSED]
    assert [note.number for note in report.loose_notes] == [9]
    assert report.wrong == 3


def test_other_punctuation_is_not_wrong_but_told() -> None:
    """The words are the same."""
    finding = on(f"“{COSTS.replace(',', ';')}”[^1]", COSTS)
    assert finding.agreement is Agreement.STOPS
    assert finding.agreement not in WRONG


def test_a_removed_letter_leaves_its_words() -> None:
    """A quotation is then compared with what was taken over, and the source is named."""
    source = source_of(BRIDGES, PLAN)
    removal = Removal(BRIDGES.id, datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC), "Anna", "ingetrokken")
    draft = make_draft(f"“{PLAN}”[^1] “{PLAN.replace('zomer', 'winter')}”[^1]", sources=[source])
    report = checked(draft, letters=[FERRIES], removals=[removal])
    assert [finding.agreement for finding in report.quotations] == [Agreement.EXACT, Agreement.DIFFERS]
    assert [(each.state, each.used, each.removal) for each in report.sources] == [(SourceState.REMOVED, True, removal)]
    [shorter] = checked(
        make_draft(f"“{PLAN.removesuffix(' stuur.')}”[^1]", sources=[source]), letters=[FERRIES]
    ).quotations
    assert (shorter.agreement, shorter.after) == (Agreement.SHORTENED, "stuur")


def test_what_became_of_each_source_is_told() -> None:
    """Replaced by which letter, cited otherwise, without a note in the text."""
    sources = [
        source_of(BRIDGES, PLAN),
        replace(source_of(FERRIES, FERRY, 2), citation="Brief van de minister van 14 maart 2024"),
    ]
    newer = {BRIDGES.id: make_record(FERRIES)}
    first, second = checked(make_draft("Tekst[^2].", sources=sources), newer=newer).sources
    assert (first.state, first.used, first.by) == (SourceState.REPLACED, False, make_record(FERRIES))
    assert (second.state, second.used) == (SourceState.CITED_ANEW, True)
    assert second.citation == "Kamerstukken II 2023/24, 29398, nr. 8, p. 1"


def test_references_are_resolved_to_letters_or_said_not_to_be_held() -> None:
    """By number, and a dossier to all its letters."""
    report = checked(make_draft("Zie Kamerstuk 29 398, nr. 8, Kamerstuk 29 398, nr. 999 en dossier 29 398."))
    assert [(each.words, [letter.id for letter in each.letters]) for each in report.references] == [
        ("Kamerstuk 29 398, nr. 8", [FERRIES.id]),
        ("Kamerstuk 29 398, nr. 999", []),
        ("dossier 29 398", [BRIDGES.id, FERRIES.id]),
    ]


def test_promises_are_listed_as_they_would_enter_the_register() -> None:
    """With receiver, words and day; those that the text only quotes are another's."""
    draft = make_draft(
        Section(
            "a",
            "Bent u bereid de Kamer te informeren?",
            "Ja.[^1] Ik zal de Kamer voor 1 juli 2024 informeren.",
        ),
        Section("b", "", f"De minister schreef “{PLAN}”[^1]"),
        sources=[source_of(BRIDGES, PLAN)],
    )
    [promise] = checked(draft).promises
    commitment = promise.commitment
    assert promise.section == "a"
    assert commitment.quote == "Ik zal de Kamer voor 1 juli 2024 informeren."
    assert [person.name for person in commitment.to] == ["Kamer"]
    assert str(commitment.due_date) == "2024-06-30"


def test_findings_name_their_section() -> None:
    """So that the page can lead there."""
    draft = make_draft(f"“{PLAN}”[^1]", f"“{FERRY}”[^1] [^7]", sources=[source_of(BRIDGES, PLAN)])
    report = checked(draft)
    assert [finding.section for finding in report.quotations] == ["s1", "s2"]
    assert [note.section for note in report.loose_notes] == ["s2"]
    assert report.exact == 1
