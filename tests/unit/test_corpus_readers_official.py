"""Kamerstukken and written questions in the official XML."""

from corpus.readers.official import read_official
from corpus.reading import FactName, NoteMark, Reading, SourceNote
from corpus.types import BlockKind
from tests.readings import numbered_outline, values

MOTIE_TEXT = """
<al>De Kamer,</al>
<al>gehoord de beraadslaging,</al>
<al>overwegende dat fietsbellen stil zijn;</al>
<al-groep><al>verzoekt de regering:</al><lijst type="expliciet">
<li><li.nr>a.</li.nr><al>bellen te laten testen;</al></li><li><li.nr>b.</li.nr><al>de Kamer te informeren,</al></li>
</lijst></al-groep>
<al>en gaat over tot de orde van de dag.</al>
<al-groep><al>Zwart</al><al>Van der Wit</al></al-groep>
"""
DOSSIER = "<dossier><dossiernummer><dossiernr>29 398</dossiernr></dossiernummer><titel>Fietsen</titel></dossier>"


def _stuk(
    text: str,
    *,
    title: str = "MOTIE VAN HET LID ZWART C.S.",
    metadata: str = "",
    dossiers: str = DOSSIER,
) -> Reading:
    return read_official(
        f"""<?xml version="1.0" encoding="UTF-8"?>
        <officiele-publicatie><metadata>
        <meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.example/kst-29398-77/metadata.xml"/>
        {metadata}</metadata>
        <kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023–2024</tekstregel>
        <tekstregel inhoud="kamernummer">2</tekstregel></kamerstukkop>{dossiers}
        <stuk><stuknr>Nr. <ondernummer kamer="2">77</ondernummer></stuknr><titel>{title}</titel>
        <datumtekst>Voorgesteld <datum isodatum="2024-05-07">7 mei 2024</datum></datumtekst>
        <algemeen><vrije-tekst><tekst status="goed">{text}</tekst></vrije-tekst></algemeen></stuk></kamerstuk>
        </officiele-publicatie>""".encode()
    )


def test_the_head_of_a_stuk_is_facts() -> None:
    """Identifier, year, chamber, dossier, number, title and date, each as the elements say it."""
    reading = _stuk(MOTIE_TEXT)
    assert values(reading, FactName.IDENTIFIER) == ["kst-29398-77"]
    assert values(reading, FactName.VERGADERJAAR) == ["2023-2024"]
    assert values(reading, FactName.CHAMBER) == ["II"]
    assert values(reading, FactName.DOSSIER) == ["29 398"]
    assert values(reading, FactName.DOSSIER_TITLE) == ["Fietsen"]
    assert values(reading, FactName.NUMBER) == ["77"]
    assert values(reading, FactName.DOCUMENT_TYPE) == ["MOTIE VAN HET LID ZWART C.S."]
    assert values(reading, FactName.DATE) == ["2024-05-07"]


def test_a_motie_has_a_head_considerations_a_dictum_and_names() -> None:
    """The list in the dictum belongs to it, its marks stand in the text, and the names sign it."""
    assert numbered_outline(_stuk(MOTIE_TEXT)) == [
        ("heading", "", "Nr. 77 MOTIE VAN HET LID ZWART C.S."),
        ("paragraph", "", "Voorgesteld 7 mei 2024"),
        ("paragraph", "", "De Kamer,"),
        ("paragraph", "", "gehoord de beraadslaging,"),
        ("paragraph", "", "overwegende dat fietsbellen stil zijn;"),
        ("dictum", "", "verzoekt de regering:"),
        ("dictum", "a", "a. bellen te laten testen;"),
        ("dictum", "b", "b. de Kamer te informeren,"),
        ("paragraph", "", "en gaat over tot de orde van de dag."),
        ("signature", "", "Zwart"),
        ("signature", "", "Van der Wit"),
    ]


def test_proposers_are_named_under_the_text_with_initials_from_the_metadata() -> None:
    """In the order of the text, in its spelling; whom only the metadata names comes last."""
    metadata = "".join(
        f'<meta name="OVERHEIDop.indiener" content="{name}"/>' for name in ("A. van der Wit", "B.C. Zwart", "D. Groen")
    )
    reading = _stuk(MOTIE_TEXT.replace("Zwart", "Zwárt"), metadata=metadata)
    assert values(reading, FactName.PROPOSER) == ["B.C. Zwárt", "A. van der Wit", "D. Groen"]


def test_a_first_name_under_the_text_is_matched_and_stays() -> None:
    """The metadata may give it in brackets behind the initials; one initial gives way to all of them."""
    metadata = "".join(
        f'<meta name="OVERHEIDop.indiener" content="{name}"/>' for name in ("A. (Anna) van der Wit", "B.C. Zwart")
    )
    reading = _stuk(
        MOTIE_TEXT.replace("Van der Wit", "Anna van der Wit").replace("Zwart", "B. Zwart"), metadata=metadata
    )
    assert values(reading, FactName.PROPOSER) == ["B.C. Zwart", "Anna van der Wit"]


def test_a_misspelled_name_is_one_proposer() -> None:
    """The register knows how it is written; another name stays another person."""
    metadata = '<meta name="OVERHEIDop.indiener" content="E. Slagman-Tichel"/>'
    text = MOTIE_TEXT.replace("Van der Wit", "Slagman-Tichels")
    assert values(_stuk(text, metadata=metadata), FactName.PROPOSER) == ["Zwart", "E. Slagman-Tichel"]


def test_a_motie_without_its_closing_words_still_has_its_names() -> None:
    """The lines at the end that are no more than names."""
    text = MOTIE_TEXT.replace("<al>en gaat over tot de orde van de dag.</al>", "")
    assert values(_stuk(text), FactName.PROPOSER) == ["Zwart", "Van der Wit"]


def test_what_follows_the_considerations_is_the_dictum_whatever_its_verb() -> None:
    """A motie may ask in words that no list of verbs foresees."""
    reading = _stuk(
        "<al>De Kamer,</al><al>gehoord de beraadslaging,</al><al>constaterende dat het regent;</al>"
        "<al>hangt de vlag uit,</al><al>en gaat over tot de orde van de dag.</al><al>Zwart</al>"
    )
    assert [each.text for each in reading.paragraphs if each.kind is BlockKind.DICTUM] == ["hangt de vlag uit,"]


def test_a_sentence_cut_over_paragraphs_is_one_again() -> None:
    """Line ends of the original became paragraphs; considerations and names stay apart."""
    reading = _stuk(
        "<al>De Kamer,</al><al>overwegende dat de wet</al><al>niet werkt en dat de</al><al>Raad dat zegt;</al>"
        "<al>verzoekt de regering Woo-</al><al>verzoeken te beantwoorden,</al>"
        "<al>en gaat over tot de orde van de dag.</al><al>Zwart</al><al>Wit</al>"
    )
    assert [each.text for each in reading.paragraphs][3:] == [
        "overwegende dat de wet niet werkt en dat de Raad dat zegt;",
        "verzoekt de regering Woo-verzoeken te beantwoorden,",
        "en gaat over tot de orde van de dag.",
        "Zwart",
        "Wit",
    ]


def test_two_dossiers_come_in_order() -> None:
    """With a chapter of the budget, a number of the Council, and without the number of a Rijkswet."""
    reading = _stuk(
        MOTIE_TEXT,
        dossiers="""
        <dossier><dossiernummer><dossiernr>36 600</dossiernr>
        <begrotingshoofdstuk>XV</begrotingshoofdstuk></dossiernummer><titel>Begroting</titel></dossier>
        <dossier><dossiernummer><dossiernr>21 501</dossiernr>-<raadnr>02</raadnr></dossiernummer>
        <titel>Raad</titel></dossier>
        <dossier><dossiernummer><dossiernr>36 027</dossiernr> (<rijkswetnr>R2160</rijkswetnr>)</dossiernummer>
        <titel>Verdrag</titel></dossier>""",
    )
    assert values(reading, FactName.DOSSIER) == ["36 600 XV", "21 501-02", "36 027"]
    assert values(reading, FactName.DOSSIER_TITLE) == ["Begroting", "Raad", "Verdrag"]


def test_a_letter_has_headings_notes_tables_and_a_signature() -> None:
    """Divisions nest, subheadings rank by their looks, notes hang on their place, rows are joined."""
    reading = _stuk(
        """<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, 3 maart 2023</al>
        <al>De CO<inf>2</inf>-heffing blijft.<noot id="n1" type="voet"><noot.nr>1</noot.nr>
        <noot.al>Kamerstuk 29 398, nr. 5.</noot.al></noot> Dat is zeker.</al>
        <divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop><al>Eerst<nootref refid="n1"/> dit.</al>
        <tussenkop kopopmaak="vet">Groot</tussenkop><tussenkop kopopmaak="cur">Klein</tussenkop>
        <table><title>Bellen</title><tgroup cols="2"><tbody><row><entry><al>Jaar</al></entry><entry><al>Aantal</al>
        <al>(x 1.000)</al></entry></row><row><entry/><entry/></row></tbody></tgroup></table></divisie>
        <tekst-sluiting><ondertekening><functie>De Minister van Financiën,</functie>
        <naam><voornaam>A.B.</voornaam><achternaam>de Groen</achternaam></naam></ondertekening></tekst-sluiting>""",
        title="BRIEF VAN DE MINISTER VAN FINANCIËN",
    )
    assert numbered_outline(reading)[2:] == [
        ("paragraph", "", "De CO2-heffing blijft. Dat is zeker."),
        ("heading", "1", "1. Inleiding"),
        ("paragraph", "", "Eerst dit."),
        ("heading", "", "Groot"),
        ("heading", "", "Klein"),
        ("paragraph", "", "Bellen"),
        ("table", "", "Jaar | Aantal (x 1.000)"),
        ("signature", "", "De Minister van Financiën,"),
        ("signature", "", "A.B. de Groen"),
    ]
    assert [each.level for each in reading.paragraphs if each.kind is BlockKind.HEADING] == [1, 1, 2, 3]
    assert reading.notes == (SourceNote("1", "1", "Kamerstuk 29 398, nr. 5."),)
    assert reading.paragraphs[2].marks == (NoteMark(22, "1"),)
    assert reading.paragraphs[4].marks == (NoteMark(5, "1"),)
    assert [line.text for line in reading.furniture if line.reason == "letterhead"] == [
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 3 maart 2023",
    ]


def test_elements_that_are_not_known_keep_their_text() -> None:
    """Nothing of a letter is lost because the schema grew."""
    reading = _stuk("<nieuw><al>Eerste.</al>los<ander>Tweede.</ander></nieuw>", title="BRIEF")
    assert [each.text for each in reading.paragraphs][2:] == ["Eerste.", "los", "Tweede."]


QUESTIONS = """<officiele-publicatie><metadata>
<meta name="DC.identifier" content="ah-tk-20242025-812"/></metadata><kamervragen>
<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel>
<tekstregel inhoud="kamernummer">2</tekstregel>
<tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
<kamervraagnummer>812</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>De Wit</achternaam></naam>
(<politiek>D66</politiek>) aan de Minister van Financiën over
<kamervraagonderwerp>de btw op fietsbellen</kamervraagonderwerp>
(ingezonden <datum isodatum="2024-11-04">4 november 2024</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Groen</achternaam></naam> (Financiën)
(ontvangen <datum isodatum="2024-12-02">2 december 2024</datum>).</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Kent u het bericht «Bel kost meer»?<noot type="voet"><noot.nr>1</noot.nr>
<noot.al>De Bel, 1 november 2024.</noot.al></noot></al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
<vraag><nr>2</nr><al>Wat vindt u daarvan?</al></vraag>
<vraag><nr>Vraag 3</nr><al>Bent u bereid:</al>
<lijst><li><li.nr>a.</li.nr><al>het tarief te verlagen?</al></li></lijst></vraag>
<antwoord><nr>Antwoord 2 en 3</nr><al>Nee.</al></antwoord>
<vraag><al>Vraag 4</al><al>En nu?</al></vraag><vraag><al>Vraag 5</al><al>En dan?</al></vraag>
<antwoord><al>Antwoord</al><al>Niets.</al></antwoord>
<kamervraagopmerking>Toelichting: deze vragen volgen op eerdere vragen.</kamervraagopmerking>
</kamervragen></officiele-publicatie>"""


def test_questions_and_answers_are_numbered_together() -> None:
    """Each line that announces them is a heading; an answer without a number answers what is open."""
    assert numbered_outline(read_official(QUESTIONS.encode()))[2:] == [
        ("heading", "1", "Vraag 1"),
        ("question", "1", "Kent u het bericht «Bel kost meer»?"),
        ("heading", "1", "Antwoord 1"),
        ("answer", "1", "Ja."),
        ("heading", "2", "Vraag 2"),
        ("question", "2", "Wat vindt u daarvan?"),
        ("heading", "3", "Vraag 3"),
        ("question", "3", "Bent u bereid:"),
        ("question", "3", "a. het tarief te verlagen?"),
        ("heading", "2 en 3", "Antwoord 2 en 3"),
        ("answer", "2 en 3", "Nee."),
        ("heading", "4", "Vraag 4"),
        ("question", "4", "En nu?"),
        ("heading", "5", "Vraag 5"),
        ("question", "5", "En dan?"),
        ("heading", "4 en 5", "Antwoord"),
        ("answer", "4 en 5", "Niets."),
        ("paragraph", "", "Toelichting: deze vragen volgen op eerdere vragen."),
    ]


def test_who_asked_and_who_answered_is_text_and_facts() -> None:
    """The document is of the day of the answer."""
    reading = read_official(QUESTIONS.encode())
    title = "Vragen van het lid De Wit (D66) aan de Minister van Financiën over de btw op fietsbellen"
    assert [each.text for each in reading.paragraphs[:2]] == [
        f"{title} (ingezonden 4 november 2024).",
        "Antwoord van Minister Groen (Financiën) (ontvangen 2 december 2024).",
    ]
    assert values(reading, FactName.DATE) == ["2024-12-02", "2024-11-04"]
    assert values(reading, FactName.SUBJECT) == ["de btw op fietsbellen"]
    assert values(reading, FactName.NUMBER) == ["812"]
    assert values(reading, FactName.TITLE) == [title]
    assert values(reading, FactName.DOCUMENT_TYPE)[0] == "Antwoord van Minister Groen (Financiën)"
    assert reading.notes == (SourceNote("1", "1", "De Bel, 1 november 2024."),)
