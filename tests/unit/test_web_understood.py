"""What a question was understood as, and what it can be narrowed to, as links."""

import datetime
from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from corpus.types import Kind, Person
from index.types import Filters
from qa.narrowing import Choice, Dimension, Facet
from qa.types import Aim, Answer, Language, Period, Question, RegisterAnswer, Suggestion
from qa.understanding.question import implied_filters
from tests.web_examples import make_answer, make_app, make_letter, make_passage
from web.answers.asking import read_asked
from web.answers.choices import NarrowingView, narrowing_view
from web.answers.understood import offers, understood

LAST_YEAR = Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31), "vorig jaar")
PLAIN = Question("plan?", Language.DUTCH, "plan?", frozenset({Aim.FACT}))
ANSWER: Answer = make_answer("plan?", make_passage(make_letter(), "Over de kosten bericht ik u later."))


def parts(question: Question, *arguments: tuple[str, str], **given: object) -> list[tuple[str, list[str], bool]]:
    """Label, what `zonder` becomes when it is clicked, and whether it is off."""
    with make_app().test_request_context("/?taal=nl"):
        asked = read_asked(MultiDict([("vraag", "plan?"), *arguments]))
        answer = replace(ANSWER, question=question, filters=implied_filters(question, asked.filters))
        found = understood(asked, replace(answer, **given))  # type: ignore[arg-type]
        return [(part.label, list(part.toggled.get("zonder", [])), part.off) for part in found]


def offered(question: Question, *arguments: tuple[str, str]) -> list[tuple[str, dict[str, list[str]]]]:
    """Label and the parameters besides the question."""
    with make_app().test_request_context("/?taal=nl"):
        asked = read_asked(MultiDict([("vraag", "plan?"), *arguments]))
        found = offers(asked, replace(ANSWER, question=question, filters=asked.filters))
        return [
            (offer.label, {name: list(held) for name, held in offer.narrowed.items() if name != "vraag"})
            for offer in found
        ]


def narrowed(*facets: Facet, arguments: tuple[tuple[str, str], ...] = (), **filters: object) -> NarrowingView:
    """The facets as the page shows them."""
    with make_app().test_request_context("/?taal=nl"):
        asked = read_asked(MultiDict([("vraag", "plan?"), *arguments]))
        in_force = replace(asked.filters, **filters)  # type: ignore[arg-type]
        return narrowing_view(asked, in_force, facets)


def test_each_part_that_counts_can_be_taken_off() -> None:
    """People with their party, offices, misspelt names, the period of letters, what is asked for, the language."""
    question = replace(
        PLAIN,
        aims=frozenset({Aim.PROMISE}),
        people=(Person("De Boer", party="GL"),),
        offices=(Person("Minister van Financiën", role="Minister van Financiën"),),
        respelt=(Suggestion("Boerr", "De Boer", "De Boer plan?"),),
        period=LAST_YEAR,
        of_letters=True,
    )
    assert parts(question) == [
        ("“Boerr” gelezen als De Boer", ["spelling"], False),
        ("De Boer (GL)", ["persoon:de boer"], False),
        ("Minister van Financiën", ["persoon:minister van financien"], False),
        ("brieven van vorig jaar (2023)", ["periode"], False),
        ("vraagt naar toezeggingen", ["vraagt:promise"], False),
        ("gevraagd in het Nederlands", ["taal"], False),
    ]


BY_PARTY = replace(
    PLAIN,
    kinds=(Kind.MOTIE,),
    parties=("SP",),
    narrows=Filters(frozenset({Kind.MOTIE}), by_party="SP", sender="Jansen", ministry="Financiën"),
)


def test_what_the_question_narrows_to_can_be_taken_off() -> None:
    """A kind of document, a party, an author, a ministry: each by itself."""
    assert parts(BY_PARTY)[:-1] == [
        ("alleen Motie", ["soort"], False),
        ("alleen door SP", ["partij:sp"], False),
        ("alleen door Jansen", ["afzender"], False),
        ("alleen van het ministerie Financiën", ["ministerie"], False),
    ]
    off = parts(PLAIN, *(("zonder", part) for part in ("soort", "partij:sp", "afzender", "ministerie")))[1:]
    assert [label for label, _, _ in off] == [
        "wie het ook schreef", "van welk ministerie ook", "niet: SP", "elk soort document"
    ]  # fmt: skip


def test_what_no_letter_passes_is_not_in_force() -> None:
    """Nor what somebody chose otherwise; the party that the register was asked for is."""
    assert [label for label, _, _ in parts(BY_PARTY, filters=Filters(by_party="SP"))] == [
        "alleen door SP", "gevraagd in het Nederlands"
    ]  # fmt: skip
    dated = replace(PLAIN, period=LAST_YEAR, of_letters=True)
    assert len(parts(dated, let_go=Filters(date_from=LAST_YEAR.start))) == 1
    register = RegisterAnswer("1 motie.", (), "/toezeggingen")
    assert parts(replace(PLAIN, parties=("SP",)), register=register)[0] == ("SP", ["partij:sp"], False)
    assert len(parts(replace(PLAIN, parties=("SP",)))) == 1


def test_what_was_taken_off_can_be_put_back() -> None:
    """It stands behind the others, and what else was taken off stays off."""
    found = parts(PLAIN, ("zonder", "periode"), ("zonder", "persoon:de boer"))
    assert found[1:] == [
        ("periode niet gebruikt", ["persoon:de boer"], True),
        ("niet: de boer", ["periode"], True),
    ]


def test_the_other_language_is_one_part_that_can_be_put_back() -> None:
    """Not both as understood and as taken off."""
    english = replace(PLAIN, language=Language.ENGLISH)
    assert parts(english, ("zonder", "taal")) == [("gelezen als Engels", [], True)]
    assert parts(english) == [("gevraagd in het Engels", ["taal"], False)]


def test_what_a_question_names_is_offered_as_a_filter() -> None:
    """A person, an office, a party, moties, and a period that may be of what happened."""
    question = replace(
        PLAIN,
        kinds=(Kind.VRAGEN, Kind.ANTWOORD),
        people=(Person("De Boer"),),
        offices=(Person("Minister van Financiën"),),
        parties=("SP",),
        period=LAST_YEAR,
    )
    office = replace(question.offices[0], role="Minister van Financiën")
    assert offered(replace(question, offices=(office,))) == [
        ("alleen met De Boer", {"persoon": ["De Boer"]}),
        ("alleen van de Minister van Financiën", {"afzender": ["Minister van Financiën"]}),
        ("alleen SP", {"partij": ["SP"]}),
        ("alleen Kamervragen, Antwoord op Kamervragen", {"soort": ["vragen", "antwoord"]}),
        (
            "alleen brieven van vorig jaar (2023)",
            {"van": ["2023-01-01"], "tot": ["2023-12-31"]},
        ),
    ]


def test_nothing_is_offered_that_is_in_force() -> None:
    """A filter that is chosen, or a period that already counts."""
    question = replace(PLAIN, people=(Person("De Boer"),), period=LAST_YEAR, of_letters=True)
    assert offered(question, ("persoon", "Jansen")) == []


def test_a_choice_puts_its_filter_on_or_takes_it_off() -> None:
    """A year is a period; several kinds may be chosen together; the number of letters stands beside each."""
    kinds = Facet(Dimension.KIND, (Choice("motie", 7), Choice("kamerbrief", 2)), 9)
    years = Facet(Dimension.YEAR, (Choice("2024", 8), Choice("2023", 1)), 9)
    view = narrowed(kinds, years, arguments=(("soort", "motie"),))
    assert view.letters == 9
    shown = [(choice.label, choice.count, choice.chosen, choice.arguments) for choice in view.facets[0].shown]
    assert shown == [
        ("Motie", 7, True, {"vraag": ["plan?"]}),
        ("Kamerbrief", 2, False, {"vraag": ["plan?"], "soort": ["kamerbrief", "motie"]}),
    ]
    assert view.facets[1].shown[0].arguments == {
        "vraag": ["plan?"],
        "soort": ["motie"],
        "van": ["2024-01-01"],
        "tot": ["2024-12-31"],
    }


def test_a_year_that_the_question_gave_is_taken_off_as_a_part_of_it() -> None:
    """There is no filter in the address to leave out."""
    years = Facet(Dimension.YEAR, (Choice("2023", 3),), 3)
    view = narrowed(years, date_from=LAST_YEAR.start, date_to=LAST_YEAR.end)
    assert view.facets[0].shown[0].arguments == {"vraag": ["plan?"], "zonder": ["periode"]}


@pytest.mark.parametrize(
    ("dimension", "value", "given", "part"),
    [
        (Dimension.KIND, "motie", {"kinds": frozenset({Kind.MOTIE})}, "soort"),
        (Dimension.PARTY, "SP", {"by_party": "SP"}, "partij:sp"),
        (Dimension.SENDER, "Jansen", {"sender": "Jansen"}, "afzender"),
        (Dimension.MINISTRY, "Financiën", {"ministry": "Financiën"}, "ministerie"),
        (Dimension.DOSSIER, "32824", {"dossier": "32824"}, "verwijzing:kst-32824"),
    ],
)
def test_what_the_question_gave_is_chosen_and_taken_off_as_a_part_of_it(
    dimension: Dimension, value: str, given: dict[str, object], part: str
) -> None:
    """What somebody chose is left out of the address instead."""
    facet = Facet(
        dimension, (Choice(value, 3), Choice("anders" if dimension is not Dimension.KIND else "besluit", 1)), 4
    )
    (first, *_) = narrowed(facet, **given).facets[0].shown  # type: ignore[arg-type]
    assert first.chosen
    assert first.arguments == {"vraag": ["plan?"], "zonder": [part]}
    chosen = narrowed(facet, arguments=((dimension.value, value),)).facets[0].shown[0]
    assert chosen.arguments == {"vraag": ["plan?"]}


def test_a_kind_beside_those_of_the_question_is_added() -> None:
    """Several may be chosen together."""
    kinds = Facet(Dimension.KIND, (Choice("motie", 3), Choice("besluit", 1)), 4)
    other = narrowed(kinds, kinds=frozenset({Kind.MOTIE})).facets[0].shown[1]
    assert other.arguments["soort"] == ["besluit", "motie"]


def test_a_facet_with_one_value_says_nothing_unless_it_is_chosen() -> None:
    """Then it is there to be taken off."""
    parties = Facet(Dimension.PARTY, (Choice("SP", 4),), 9)
    assert narrowed(parties).facets == ()
    assert [facet.name for facet in narrowed(parties, arguments=(("partij", "SP"),)).facets] == ["partij"]


def test_a_chosen_value_is_never_behind_more() -> None:
    """However few letters it has."""
    names = [Choice(f"Naam {letter}", 9 - place) for place, letter in enumerate("ABCDEFGH")]
    (facet,) = narrowed(Facet(Dimension.SENDER, tuple(names), 20), arguments=(("afzender", "naam h"),)).facets
    assert [choice.label for choice in facet.shown] == ["Naam A", "Naam B", "Naam C", "Naam D", "Naam E", "Naam H"]
    assert [choice.label for choice in facet.more] == ["Naam F", "Naam G"]


def test_filters_in_force_are_those_of_the_answer() -> None:
    """Kinds are compared as kinds."""
    view = narrowed(
        Facet(Dimension.KIND, (Choice("motie", 1), Choice("besluit", 1)), 2), kinds=frozenset({Kind.BESLUIT})
    )
    assert [choice.chosen for choice in view.facets[0].shown] == [False, True]
