"""Reports of meetings: Handelingen in the official XML, and the report of the Chamber's own system."""

from corpus.readers.handelingen import read_handelingen
from corpus.readers.vlos import read_vlos
from corpus.reading import FactName, Reading
from tests.readings import outline

# Printed again with an indent, as some collections have them: line ends stand around the inline elements.
ITEM = """<officiele-publicatie><metadata>
<meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.example/h-tk-20172018-70-10/metadata.xml"/>
</metadata>
<handelingen><agendapunt><nr>
  10
 </nr><item-titel>
  Fietsen in de stad
 </item-titel><onderwerp><al-groep><al>
   Aan de orde is het
   <nadruk type="vet">
    debat
   </nadruk>
   over
   <nadruk type="vet">
    fietsen
   </nadruk>
   .
 </al></al-groep></onderwerp>
 <spreekbeurt nieuw="ja"><spreker><voorvoegsels>
   De heer
  </voorvoegsels><naam><achternaam>
    Zwart
   </achternaam></naam>
  (
  <politiek>
   SP
  </politiek>
  ):
 </spreker><tekst status="goed"><al-groep><al>Voorzitter. Ik dien een motie in.</al></al-groep>
 <motie id="M-29398-77"><kop><titel>Motie</titel></kop><al>De Kamer,</al><al>gehoord de beraadslaging,</al>
 <al>verzoekt de regering te fietsen,</al><al>en gaat over tot de orde van de dag.</al>
 <motie-info><spreker><voorvoegsels>De</voorvoegsels><naam><achternaam>voorzitter</achternaam></naam>:</spreker>
 <al>Zij krijgt nr.
  <extref doc="kst-29398-77">
   77
  </extref>
  (
  <extref doc="kst-29398-77">
   29398
  </extref>
  ).
 </al></motie-info></motie></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>"""

REPORT = """\ufeff<?xml version="1.0" encoding="UTF-8"?>
<vlosCoreDocument xmlns="http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0" status="Ongecorrigeerd">
<vergadering soort="Plenair" kamer="Tweede Kamer"><titel>14e vergadering</titel><vergaderjaar>2014-2015</vergaderjaar>
<vergaderingnummer>14</vergaderingnummer><datum>2014-10-15T00:00:00</datum>
<activiteit soort="Plenair debat"><titel>Fietsen</titel><onderwerp>Fietsen</onderwerp>
<tekst><alinea><alineaitem>Fietsen</alineaitem></alinea></tekst>
<activiteithoofd><titel>Termijn</titel><activiteitdeel><spreker><achternaam>Wit</achternaam></spreker><activiteititem>
<woordvoerder><spreker><achternaam>Wit</achternaam></spreker><tekst><alinea>
<alineaitem>Mevrouw <nadruk type="Vet">De Wit</nadruk> (D66):</alineaitem>
<alineaitem>Voorzitter. Ik fiets.</alineaitem></alinea></tekst>
<interrumpant><tekst><alinea><alineaitem>De heer <nadruk type="Vet">Zwart</nadruk> (SP):</alineaitem>
<alineaitem>Waarheen?</alineaitem></alinea></tekst></interrumpant></woordvoerder>
</activiteititem></activiteitdeel></activiteithoofd></activiteit></vergadering></vlosCoreDocument>"""


def _facts(reading: Reading) -> dict[str, str]:
    return {fact.name.value: fact.value for fact in reading.facts}


def test_an_item_has_its_subject_speakers_and_moties() -> None:
    """Spaces that only an indent put there are gone; the chair who numbers a motie speaks again."""
    assert outline(read_handelingen(ITEM.encode())) == [
        ("heading", "Fietsen in de stad"),
        ("paragraph", "Aan de orde is het debat over fietsen."),
        ("speaker", "De heer Zwart (SP):"),
        ("paragraph", "Voorzitter. Ik dien een motie in."),
        ("heading", "Motie"),
        ("paragraph", "De Kamer,"),
        ("paragraph", "gehoord de beraadslaging,"),
        ("dictum", "verzoekt de regering te fietsen,"),
        ("paragraph", "en gaat over tot de orde van de dag."),
        ("speaker", "De voorzitter:"),
        ("paragraph", "Zij krijgt nr. 77 (29398)."),
    ]


def test_the_identifier_of_an_item_tells_year_meeting_and_item() -> None:
    """They stand nowhere else in the file of one item."""
    facts = _facts(read_handelingen(ITEM.encode()))
    assert facts[FactName.IDENTIFIER] == "h-tk-20172018-70-10"
    assert facts[FactName.VERGADERJAAR] == "2017-2018"
    assert (facts[FactName.NUMBER], facts[FactName.ITEM], facts[FactName.CHAMBER]) == ("70", "10", "II")
    assert facts[FactName.TITLE] == "Fietsen in de stad"


def test_a_list_with_a_meeting_keeps_each_entry_apart() -> None:
    """A letter and its sender are two lines."""
    reading = read_handelingen(
        b"""<officiele-publicatie><handelingen><handeling_bijlage soort="stukkenlijst"><nr>14</nr>
        <item-titel>Ingekomen stukken</item-titel><divisie><kop><titel>Brieven regering:</titel></kop><al-groep>
        <al>Fietsplan - 29398-77</al><al>minister van Verkeer, A. Groen - 3 april 2018</al></al-groep></divisie>
        </handeling_bijlage></handelingen></officiele-publicatie>"""
    )
    assert outline(reading) == [
        ("heading", "Ingekomen stukken"),
        ("heading", "Brieven regering:"),
        ("paragraph", "Fietsplan - 29398-77"),
        ("paragraph", "minister van Verkeer, A. Groen - 3 april 2018"),
    ]


def test_a_report_of_the_chamber_has_speeches_and_interruptions_in_order() -> None:
    """The title that the text repeats stands once; the lists of speakers are no text."""
    reading = read_vlos(REPORT.encode())
    assert outline(reading) == [
        ("heading", "Fietsen"),
        ("speaker", "Mevrouw De Wit (D66):"),
        ("paragraph", "Voorzitter. Ik fiets."),
        ("speaker", "De heer Zwart (SP):"),
        ("paragraph", "Waarheen?"),
    ]


def test_a_report_that_is_not_final_is_marked() -> None:
    """Who cites it has to know."""
    assert _facts(read_vlos(REPORT.encode())) == {
        "document type": "Handelingen",
        "title": "14e vergadering",
        "date": "2014-10-15",
        "vergaderjaar": "2014-2015",
        "number": "14",
        "chamber": "II",
        "mark": "ongecorrigeerd",
    }
