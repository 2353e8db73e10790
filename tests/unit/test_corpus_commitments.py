"""Promises that letters and reports make, recall and keep."""

import datetime

import pytest

from corpus.commitments import recognise
from corpus.letter import compose
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.types import BlockKind, Commitment, CommitmentKind, Format
from corpus.types import CommitmentStatus as Status
from tests.commitment_examples import DATE, promises


@pytest.mark.parametrize(
    "text",
    [
        "Ik zal uw Kamer voor de zomer een brief over de vaarwegen sturen.",
        "Over de uitkomsten van de proef zal ik u in het najaar informeren.",
        "Nog voor het zomerreces zal ik uw Kamer infomeren over de sluizen.",
        "Ik kom hier na het zomerreces op terug.",
        "Hier kom ik in een volgende brief bij uw Kamer op terug.",
        "Uw Kamer wordt voor het einde van het jaar geïnformeerd over de baggerwerken.",
        "Uw Kamer zal hierover na afloop van het overleg nader worden geïnformeerd.",
        "De Kamer wordt over de voortgang op de hoogte gehouden.",
        "Het eindrapport zal in mei met uw Kamer worden gedeeld.",
        "De evaluatie, die uw Kamer rond het zomerreces ontvangt, gaat ook in op de kosten.",
        "Na de zomer ontvangt uw Kamer het uitgewerkte voorstel.",
        "Deze brief verwacht ik binnen enkele weken te kunnen sturen.",
        "Ik verwacht uw Kamer in het tweede kwartaal van 2024 te kunnen informeren.",
        "Ik ben voornemens de Kamer in juni een hoofdlijnenbrief te sturen.",
        "In het voorjaar kom ik met een hoofdlijnenbrief over de pleziervaart.",
        "Ik ben bereid te onderzoeken of de brugtijden ruimer kunnen.",
        "Ik laat onderzoeken welke kades versterkt moeten worden.",
        "Daarom laat ik een onderzoek uitvoeren naar de oorzaken van de verzilting.",
        "Ik zal de mogelijkheden hiervoor verkennen.",
        "Ik zal hierover in gesprek gaan met de schippersverenigingen.",
        "Ik ga hierover het gesprek aan met de provincies en zal daarover overleg voeren met de waterschappen.",
        "Ik zal dit onder de aandacht brengen van de havenbedrijven.",
        "Ik zal het Planbureau om advies vragen.",
        "Het kabinet zal eind 2024 een wetsvoorstel bij uw Kamer indienen.",
        "Voor het zomerreces zal de Minister van Defensie mede namens mij een brief aan uw Kamer sturen.",
        "De Staatssecretaris van Financiën zal uw Kamer hierover voor 1 mei informeren.",
        "Het rapport stuur ik in april aan uw Kamer.",
        "In het vierde kwartaal informeer ik uw Kamer over de aanbesteding.",
        "Ik zeg toe dat ik de Kamer over de ponten zal berichten.",
        "Ik zeg uw Kamer toe hierover een overzicht te sturen.",
        "Wij zullen uw Kamer over de resultaten berichten.",
        "Zodra de uitkomsten bekend zijn, zal ik die met uw Kamer delen.",
        "U ontvangt de resultaten uiterlijk 1 september.",
        "Ik ga na of de subsidie ook voor veerponten kan gelden.",
        "Ik werk de komende maanden uit hoe de meldplicht kan worden ingericht.",
        "De Kamer zal ik hierover informeren zodra de raad heeft besloten.",
        "Ik zeg u toe dat ik dit in de ministerraad aan de orde zal stellen.",
        "Ik heb de inspectie gevraagd dit te bezien en zal uw Kamer over haar bevindingen berichten.",
        "De uitkomsten van de tellingen deel ik voor het zomerreces met uw Kamer.",
        "Het wetsvoorstel zal naar verwachting in het najaar bij de Tweede Kamer worden ingediend.",
        "Ik stuur u de tabellen voorafgaand aan de hoorzitting.",
        "Indien dat aan de orde is wordt uw Kamer daarover geïnformeerd.",
        "De Kamer krijgt hierover na de zomer een brief.",
        "Ik doe u de lijst van bruggen toekomen voor het volgende commissiedebat.",
        "In de volgende voortgangsrapportage ga ik nader in op de wachttijden.",
        "De beleidsreactie volgt in het tweede kwartaal van 2024.",
        "Een kabinetsreactie op het havenadvies volgt voor de zomer.",
        "Zodra er meer duidelijkheid is, laat ik dat uw Kamer weten.",
        "Ik houd uw Kamer op de hoogte van de ontwikkelingen in de veerdiensten.",
        "Uw Kamer zal op de hoogte worden gehouden van de bouw van de sluis.",
        "Ik vraag de Raad voor de leefomgeving hierover advies uit te brengen.",
        "U kunt het onderzoek in mei verwachten.",
        "Uw Kamer kan de uitkomsten rond de zomer verwachten.",
        "Daarom ga ik met de schippers in overleg over een convenant.",
        "Ik hoop u hierover voor de kerst te kunnen berichten.",
        "Vóór 1 oktober leg ik het ontwerpbesluit aan uw Kamer voor.",
        "Ik verwijs naar de brief die ik uw Kamer in september stuur.",
        "Ik kan uw Kamer toezeggen dat ik de sluismeesters zal raadplegen.",
    ],
)
def test_a_promise_for_the_time_to_come_is_new(text: str) -> None:
    """What the letter itself promises the Kamer is one promise of who signed, with the sentence as its quote."""
    made = promises(text)
    assert [(each.quote, each.status) for each in made] == [(text, Status.NIEUW)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Zoals toegezegd zal ik uw Kamer in mei een overzicht van de bruggen sturen.", Status.OPEN),
        ("In het commissiedebat Scheepvaart van 2 maart 2023 heb ik toegezegd een verkenning te doen.", Status.OPEN),
        (
            (
                "Zoals eerder toegezegd tijdens het commissiedebat Water van 2 maart jl. bied ik u hierbij de"
                " analyse aan."
            ),
            Status.VOLDAAN,
        ),
        (
            "Hierbij ontvangt u het overzicht dat mijn voorganger aan het lid Pieterse (GPV) heeft toegezegd.",
            Status.VOLDAAN,
        ),
        ("Aan de toezegging om de veren te tellen is voldaan middels de brief van 19 december 2022.", Status.VOLDAAN),
        ("Met deze brief doe ik de toezegging aan het lid Pieterse gestand.", Status.VOLDAAN),
        ("Via deze brief kom ik tegemoet aan de toezegging om de Kamer over de dijken te informeren.", Status.VOLDAAN),
        ("Hiermee beschouw ik de toezegging aan het lid Pieterse over de kades als afgedaan.", Status.VOLDAAN),
        ("De toezegging aan het lid Pieterse is hiermee deels voldaan.", Status.DEELS),
        ("De toezegging aan het lid Pieterse over de kades komt te vervallen.", Status.VERVALLEN),
        ("De toezegging aan het lid Pieterse over de kades is inmiddels achterhaald.", Status.VERVALLEN),
        ("Aan mijn toezegging om de Kamer over de kades te informeren heb ik nog niet voldaan.", Status.OPEN),
        ("De toezegging om de kades te tellen is nog niet afgedaan.", Status.OPEN),
        ("Zoals toegezegd heb ik een onderzoek laten doen naar de kades.", Status.VOLDAAN),
        ("Ik laat het door mijn voorganger aan het lid Pieterse toegezegde onderzoek extern uitvoeren.", Status.OPEN),
        (
            (
                "Deze toezegging is door de toenmalig Minister van Financiën op 9 september 2021 gedaan tijdens het"
                " debat."
            ),
            Status.OPEN,
        ),
        ("De Minister van Financiën heeft toegezegd de tarieven te bezien.", Status.OPEN),
        (
            ("Conform de toezegging in het notaoverleg van 3 mei 2022 is de Kamer hierover elk kwartaal geïnformeerd."),
            Status.VOLDAAN,
        ),
        ("Zoals door de Staatssecretaris is toegezegd, geef ik u hierbij een reactie op het rapport.", Status.VOLDAAN),
        ("In mijn brief van 9 januari 2023 heb ik aangegeven dat ik de tarieven zou onderzoeken.", Status.OPEN),
    ],
)
def test_an_earlier_promise_has_the_state_that_the_letter_gives(text: str, status: Status) -> None:
    """A promise made before is one mention; kept, partly kept, dropped or still open by the letter's own words."""
    assert [(each.quote, each.status) for each in promises(text)] == [(text, status)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Daar kan ik op dit moment geen toezegging over doen.", id="refusal"),
        pytest.param("Ik ben niet voornemens hier onderzoek naar te laten doen.", id="no intention"),
        pytest.param("Ik zie geen aanleiding om dit te onderzoeken.", id="no reason"),
        pytest.param("Ik zal dit niet verder onderzoeken.", id="will not"),
        pytest.param("Een onderzoek hiernaar ga ik niet laten uitvoeren.", id="going not to"),
        pytest.param("Kunt u toezeggen dat de Kamer voor de zomer wordt geïnformeerd?", id="question"),
        pytest.param("Bent u bereid dit te onderzoeken?", id="question whether willing"),
        pytest.param("Herinnert u uw toezegging in de brief van 19 april jl.?", id="question that recalls"),
        pytest.param("Bedrijven zeggen toe hun uitstoot te verlagen.", id="companies"),
        pytest.param("De vervoerder heeft toegezegd de dienstregeling te verbeteren.", id="a company"),
        pytest.param("Door de gemeenten is toegezegd de kades te herstellen.", id="municipalities"),
        pytest.param("De politie zal hier onderzoek naar doen.", id="the police"),
        pytest.param("Het RIVM zal de gegevens in 2024 met de provincies delen.", id="an institute"),
        pytest.param("De reeds toegezegde financiële compensatie wordt in juni uitbetaald.", id="money"),
        pytest.param("De pensioentoezegging van de werkgever blijft gelden.", id="pension"),
        pytest.param("Een toezegging omtrent pensioen is een arbeidsvoorwaarde van de werkgever.", id="pension, apart"),
        pytest.param(
            "In het tweede kwartaal van 2022 steeg het aantal sluispassages met vier procent.", id="statistic"
        ),
        pytest.param("De luchtvaart bereidde zich voor op de drukte van de zomerperiode.", id="weather"),
        pytest.param(
            "De procedure is gestandaardiseerd en de zaak is door de rechter afgedaan.", id="words that contain others"
        ),
        pytest.param("Ik streef ernaar dit onderzoek voor de zomer met uw Kamer te delen.", id="aim"),
        pytest.param("Ik blijf mij inzetten voor veilige vaarwegen.", id="effort"),
        pytest.param("Ik neem dit mee in de verdere uitwerking van het beleid.", id="takes along"),
        pytest.param("Hierbij informeer ik uw Kamer over de stand van zaken.", id="done by this letter"),
        pytest.param("Met deze brief informeer ik u over de uitkomsten van het onderzoek.", id="this letter"),
        pytest.param("In mijn brief van 3 juni 2022 heb ik uw Kamer hierover geïnformeerd.", id="done before"),
        pytest.param("Uw Kamer is hierover op 3 juni 2022 geïnformeerd.", id="done before, passive"),
        pytest.param("Eerder dit jaar heeft uw Kamer de rapportage ontvangen.", id="received before"),
        pytest.param("Achtereenvolgens ga ik in op de vaarwegen en de havens.", id="what follows here"),
        pytest.param("Als er signalen van misbruik zijn, zal dit uiteraard worden onderzocht.", id="condition"),
        pytest.param(
            "In het coalitieakkoord is afgesproken dat het kabinet de vaarwegen zal onderzoeken.", id="agreement"
        ),
        pytest.param("Ik zal de regels voor de binnenvaart aanscherpen.", id="making rules"),
        pytest.param(
            "In de brief is uiteengezet hoe uw Kamer hierover wordt geïnformeerd.", id="how the Kamer is told"
        ),
        pytest.param("Ik hoop u hiermee voldoende te hebben geïnformeerd.", id="closing line"),
        pytest.param("Ik heb het bureau onderzoek laten doen naar de kades.", id="done already"),
        pytest.param("Ik doe daarmee één toezegging gestand en voer één motie uit.", id="only how many"),
        pytest.param("De minister zou dit kunnen onderzoeken en uw Kamer moeten informeren.", id="advice"),
        pytest.param("De leden vragen of de minister de Kamer zal informeren.", id="what members ask"),
        pytest.param("In de bijlage staat op welke wijze uw Kamer daarover wordt geïnformeerd.", id="in which way"),
        pytest.param("Via dit dashboard wordt uw Kamer geïnformeerd.", id="what a thing does all the time"),
        pytest.param("De melding is verplicht zodat het parlement tijdig wordt geïnformeerd.", id="a purpose"),
        pytest.param("Hierover gaan we met elkaar het gesprek aan.", id="talking among themselves"),
        pytest.param("Ik deel de zorgen van uw Kamer over de kades in het derde kwartaal.", id="sharing a view"),
        pytest.param("Het advies volgt op een motie uit mei 2024.", id="follows on something"),
        pytest.param("Dat is meer dan wat ik heb toegezegd.", id="whatever was promised"),
        pytest.param("Ik kan dat nu niet toezeggen.", id="cannot promise"),
    ],
)
def test_what_is_no_promise(text: str) -> None:
    """Refusals, questions, third parties, pensions, money, statistics, effort and what is done already are none."""
    assert promises(text) == []


def test_each_item_of_a_list_is_a_promise() -> None:
    """A line that ends with a colon and two items give two promises, each with the time of that line."""
    made = promises(
        "Na de zomer zal uw Kamer ontvangen:",
        Paragraph("• de evaluatie van de havenwet;", BlockKind.ITEM, level=1),
        Paragraph("• de kabinetsreactie op het advies over de veren.", BlockKind.ITEM, level=1),
        "Tot zover deze brief.",
    )
    assert [(each.quote, each.due, each.lead is not None) for each in made] == [
        ("• de evaluatie van de havenwet;", "Na de zomer", True),
        ("• de kabinetsreactie op het advies over de veren.", "Na de zomer", True),
    ]


def test_receiver_occasion_and_person_of_a_promise() -> None:
    """Named are the member with party, the debate with its day, what was promised, and the minister who signed."""
    (made,) = promises(
        "Tijdens het commissiedebat Binnenvaart van 2 maart 2023 "
        "(Kamerstuk 31 409, nr. 401) heb ik het lid Pieterse (D66) "
        "toegezegd om de ligplaatsen in kaart te brengen."
    )
    assert [(person.name, person.party) for person in made.to] == [("Pieterse", "D66")]
    assert made.occasion == "het commissiedebat Binnenvaart van 2 maart 2023"
    assert made.occasion_date == datetime.date(2023, 3, 2)
    assert made.reference is not None
    assert made.reference.identifier == "kst-31409-401"
    assert made.what.startswith("De ligplaatsen in kaart")
    assert made.by == "afzender"
    assert made.by_person is not None
    assert made.by_person.name == "Brugman"


@pytest.mark.parametrize(
    "text",
    [
        "Het lid Pieterse (D66) is toegezegd de ligplaatsen te tellen.",
        "Mevrouw Pieterse (D66) heb ik toegezegd de ligplaatsen te tellen.",
        "Ik wil mevrouw Pieterse (D66) toezeggen dat ik de ligplaatsen zal tellen.",
    ],
)
def test_the_receiver_may_stand_first(text: str) -> None:
    """Whoever is named before the verb is promised something, not the one who promises."""
    (made,) = promises(text)
    assert [(person.name, person.party) for person in made.to] == [("Pieterse", "D66")]


def test_a_short_sentence_that_points_back_is_quoted_with_the_one_before() -> None:
    """Such as "Ik zal uw Kamer hierover informeren" says nothing without the sentence before it."""
    (made,) = promises("Het instituut doet onderzoek naar de veren. Ik zal uw Kamer hierover in juni informeren.")
    assert made.quote == "Het instituut doet onderzoek naar de veren. Ik zal uw Kamer hierover in juni informeren."


def report(*spoken: tuple[str, str]) -> list[Commitment]:
    """The promises in a report of a debate: who speaks, and what is said."""
    paragraphs = [
        paragraph
        for speaker, words in spoken
        for paragraph in (Paragraph(speaker, BlockKind.SPEAKER), Paragraph(words))
    ]
    facts = (Fact(FactName.DOCUMENT_TYPE, "Verslag van een commissiedebat"), DATE)
    found = recognise(compose("0" * 64, "verslag.txt", Reading(Format.TEXT, tuple(paragraphs), facts=facts)))
    return [each for each in found if each.kind is CommitmentKind.TOEZEGGING]


def test_in_a_debate_only_the_government_promises_and_only_in_so_many_words() -> None:
    """What "ik zal" announces, the words of members about a promise and what nobody would promise are left out."""
    made = report(
        ("Minister Brugman:", "Ik zal daar goed naar kijken. Ik kan de heer Pieterse toezeggen dat ik de ponten tel."),
        ("De heer Pieterse (D66):", "Dank voor die toezegging. Ik heb mijn kiezers ook een pont toegezegd."),
        ("Minister Brugman:", "Ik heb u eerder toegezegd dat de telling in mei klaar is."),
    )
    assert [(each.quote[:30], each.by, each.status) for each in made] == [
        ("Ik kan de heer Pieterse toezeg", "Minister Brugman", Status.NIEUW),
        ("Ik heb u eerder toegezegd dat ", "Minister Brugman", Status.OPEN),
    ]
    assert [person.name for person in made[0].to] == ["Pieterse"]


def test_a_bare_yes_is_quoted_with_what_it_says_yes_to() -> None:
    """The sentence "Dat zeg ik toe" alone tells nothing."""
    (made,) = report(("Minister Brugman:", "Ik tel de ponten voor de zomer. Dat zeg ik graag toe."))
    assert made.quote == "Ik tel de ponten voor de zomer. Dat zeg ik graag toe."


def test_who_looks_on_promises_nothing_for_the_government() -> None:
    """Of a court of audit only what it says that a minister promised; a sentence about its own work is none."""
    letter = compose(
        "0" * 64,
        "antwoorden.txt",
        Reading(
            Format.TEXT,
            (
                Paragraph("In ons rapport over de kades bevelen wij een telling aan. Wij zullen de Kamer hierover in "
                          "mei informeren."),
                Paragraph("De minister laat onderzoek doen naar de kades."),
                Paragraph("De minister heeft toegezegd om de kades te tellen."),
            ),
        ),
    )  # fmt: skip
    assert [(each.quote, each.by) for each in recognise(letter)] == [
        ("De minister heeft toegezegd om de kades te tellen.", "De minister")
    ]


def test_what_will_be_part_of_a_report_has_not_been_sent() -> None:
    """The words "waarin de telling wordt meegenomen" do not keep a promise."""
    (made,) = promises(
        "De minister heeft uw Kamer in het overleg van 2 maart jl. toegezegd eind 2023 een rapport te sturen, waarin "
        "de telling wordt meegenomen."
    )
    assert (made.status, made.due_date) == (Status.OPEN, datetime.date(2023, 12, 31))


def test_the_day_of_the_debate_is_no_due_date() -> None:
    """The date in "tijdens het debat van 6 april 2023" says where, not when."""
    (made,) = promises("Zoals toegezegd in het debat van 6 april 2023 zal ik uw Kamer nader informeren.")
    assert (made.due, made.due_date) == ("", None)


def test_what_became_of_a_promise_may_stand_in_the_next_sentence() -> None:
    """Such as "Hierbij ontvangt u de uitkomsten" and "Deze brief strekt daartoe"."""
    for outcome in (
        "Hierbij ontvangt u de uitkomsten.",
        "In de bijlage vindt u de telling.",
        "Deze brief strekt daartoe.",
    ):
        (made,) = promises(f"Ik heb het lid Pieterse toegezegd de kades te tellen. {outcome}")
        assert made.status is Status.VOLDAAN


def test_a_later_sentence_closes_the_promise_that_the_section_tells_of() -> None:
    """Such as "De toezegging" without more is the one spoken of before it under the same heading."""
    made = promises(
        Paragraph("Veren", BlockKind.HEADING, level=1),
        "In het debat van 2 maart 2023 is aan het lid Pieterse "
        "(SGP) toegezegd de veren te tellen. Er zijn 320 veren. "
        "Zij varen dagelijks. Hiermee beschouw ik de toezegging als afgedaan.",
        Paragraph("Havens", BlockKind.HEADING, level=1),
        "In het debat van 2 maart 2023 is aan het lid De Wit (SP) toegezegd de havens te tellen. Dat vergt tijd.",
    )
    assert [(each.to[0].name, each.status) for each in made] == [("Pieterse", Status.VOLDAAN), ("De Wit", Status.OPEN)]


def test_the_time_is_that_of_the_clause_that_promises() -> None:
    """Of two clauses, the one with the promise."""
    (made,) = promises("In juli wordt er gemeten; de uitkomst zal ik uw Kamer vóór 1 maart 2024 sturen.")
    assert (made.due, made.due_date) == ("vóór 1 maart 2024", datetime.date(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Eerder heb ik uw Kamer een juridische verkenning toegezegd.", "Een juridische verkenning"),
        ("Ik heb het lid De Wit (SP) toegezegd te bezien of veren gratis kunnen.", "Te bezien of veren gratis kunnen"),
        (
            "Zoals toegezegd zal ik uw Kamer in mei de cijfers sturen.",
            "Zoals toegezegd zal ik uw Kamer de cijfers sturen",
        ),
    ],
)
def test_what_was_promised_is_a_line_from_the_text(text: str, what: str) -> None:
    """What stands behind, or before, the word that recalls it; else the sentence without its time."""
    assert [each.what for each in promises(text)] == [what]
