"""Saved web pages: the letter in them."""

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.html import read_html
from corpus.reading import FactName, NoteMark, SourceNote
from tests.readings import facts, numbered_outline

OFFICIAL = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Kamerstuk 29398, nr. 77</title>
<meta name="DC.identifier" content="kst-29398-77"><meta name="OVERHEIDop.vergaderjaar" content="2022-2023">
<meta name="DCTERMS.issued" content="2023-03-24"><style>p { color: red }</style></head>
<body><header><a href="/">Site</a></header><nav><ul><li>Home</li></ul></nav><main id="content">
<div class="breadcrumb">U bent hier</div><article>
<h1 class="dossiertitel"><span class="dossiernummer">29 398</span> Verkeersveiligheid</h1>
<div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. 77</span> BRIEF VAN DE MINISTER</h1>
<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p><p>Den Haag, 24 maart 2023</p>
<h2>Aanleiding</h2>
<p>Op 3 maart heb ik u toegezegd<sup><a class="nootnum" href="#ID-1">1</a></sup> dit te doen. Ik kom er
 vóór de <em>zomer</em> op terug.</p>
<ul><li class="li"><p class="labeled"><span class="ol">– </span>eerste punt;</p></li>
<li class="li"><p class="labeled"><span class="ol">– </span>tweede punt<a href="#ID-2">2</a>.</p></li></ul>
<ol start="3"><li>Derde</li><li><p>Vierde</p><p>Vervolg</p><ol type="a"><li>binnen</li></ol></li></ol>
<table><caption>Overzicht</caption><tr><th>Nr</th><th>Motie</th></tr><tr><td>1</td><td>Motie Zwart<br>over X</td></tr>
</table><table role="presentation"><tr><td><p>In een opmaaktabel.</p></td></tr></table>
<p>De Minister van Verkeer,<br>A. Groen</p>
<div class="voet noot"><h5 class="note-close"><a class="note-close" href="#close">X</a></h5>
<sup><span id="ID-1">1</span></sup><p>Kamerstuk 29 398, nr. 70.</p></div>
<div class="voet noot"><sup><span id="ID-2">2</span></sup><p>Zie ook nr. 71.</p></div></div></article>
<aside>Gerelateerd</aside></main><script>var x = "<p>nee</p>"</script><footer>Over deze site</footer></body></html>"""


def test_the_letter_is_read_and_the_page_around_it_is_not() -> None:
    """Menus, styles and scripts are no text; headings, lists, tables and signature are."""
    assert numbered_outline(read_html(OFFICIAL.encode())) == [
        ("heading", "", "Nr. 77 BRIEF VAN DE MINISTER"),
        ("heading", "", "Aanleiding"),
        ("paragraph", "", "Op 3 maart heb ik u toegezegd dit te doen. Ik kom er vóór de zomer op terug."),
        ("item", "", "– eerste punt;"),
        ("item", "", "– tweede punt."),
        ("item", "3", "3. Derde"),
        ("item", "4", "4. Vierde"),
        ("item", "", "Vervolg"),
        ("item", "a", "a. binnen"),
        ("paragraph", "", "Overzicht"),
        ("table", "", "Nr | Motie"),
        ("table", "", "1 | Motie Zwart over X"),
        ("paragraph", "", "In een opmaaktabel."),
        ("signature", "", "De Minister van Verkeer,"),
        ("signature", "", "A. Groen"),
    ]


def test_footnotes_are_where_the_marks_lead() -> None:
    """They leave the text, and the links back leave the notes."""
    reading = read_html(OFFICIAL.encode())
    assert reading.notes == (
        SourceNote("w1", "1", "Kamerstuk 29 398, nr. 70."),
        SourceNote("w2", "2", "Zie ook nr. 71."),
    )
    assert reading.paragraphs[2].marks == (NoteMark(29, "w1"),)
    assert reading.paragraphs[4].marks == (NoteMark(13, "w2"),)


def test_the_head_of_an_official_page_is_facts() -> None:
    """From the metadata and from the classes of the site."""
    assert facts(read_html(OFFICIAL.encode())) == {
        FactName.IDENTIFIER: "kst-29398-77",
        FactName.VERGADERJAAR: "2022-2023",
        FactName.DATE: "2023-03-24",
        FactName.DOSSIER: "29 398",
        FactName.DOSSIER_TITLE: "Verkeersveiligheid",
        FactName.NUMBER: "77",
        FactName.DOCUMENT_TYPE: "BRIEF VAN DE MINISTER",
    }


def test_what_is_left_out_is_kept_as_furniture() -> None:
    """Nothing that a reader of the page saw is lost without a word."""
    aside = {line.text: line.reason for line in read_html(OFFICIAL.encode()).furniture}
    assert aside["Gerelateerd"] == "surroundings of the page"
    assert aside["29 398 Verkeersveiligheid"] == "head of the stuk"
    assert aside["Den Haag, 24 maart 2023"] == "letterhead"


def test_an_ordinary_page_of_a_ministry() -> None:
    """Labels above the letter are facts; marks that were typed are notes; a broken line may go on."""
    reading = read_html(
        """<html><head><title>Kamerbrief over fietsen</title></head><body><div id="cookie-bar">Koekjes!</div><div>
        <p>Datum: 3 mei 2024<br/>Betreft: Fietsen</p><p>Geachte voorzitter,</p>
        <p>Hierbij mijn <b>reactie</b>.&nbsp;Zie [1] hieronder<br>en verder [2].</p><p>Hoogachtend,</p>
        <p>[1] Kamerstuk 29398, nr. 1.</p><p>[2] Trouw.</p></div></body></html>""".encode("latin-1")
    )
    assert facts(reading) == {
        FactName.DATE: "3 mei 2024",
        FactName.SUBJECT: "Fietsen",
        FactName.TITLE: "Kamerbrief over fietsen",
    }
    assert [each.text for each in reading.paragraphs] == [
        "Geachte voorzitter,",
        "Hierbij mijn reactie. Zie hieronder en verder.",
        "Hoogachtend,",
    ]
    assert [note.text for note in reading.notes] == ["Kamerstuk 29398, nr. 1.", "Trouw."]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param("", "utf-8", id="UTF-8 without a word"),
        pytest.param('<meta charset="iso-8859-1">', "utf-8", id="UTF-8 that says Latin"),
        pytest.param('<meta charset="iso-8859-1">', "cp1252", id="Latin"),
        pytest.param('<meta charset="utf-8">', "cp1252", id="Latin that says UTF-8"),
        pytest.param("", "utf-16", id="UTF-16"),
    ],
)
def test_the_bytes_tell_the_encoding(head: str, encoding: str) -> None:
    """What a page says of itself may no longer be true once it is saved."""
    data = f"<html><head>{head}</head><body><p>Financiën: €5 – «vóór»</p></body></html>".encode(encoding)
    assert [each.text for each in read_html(data).paragraphs] == ["Financiën: €5 – «vóór»"]


def test_a_page_nested_without_end_is_read() -> None:
    """Elements that nobody closed stand in each other; their text is kept."""
    page = "<html><body>" + "<div><font>" * 100 + "<p>Diep in de pagina staat een zin.</p>"
    assert "Diep in de pagina staat een zin." in " ".join(each.text for each in read_html(page.encode()).paragraphs)


def test_a_page_without_anything_is_refused() -> None:
    """A comment is no page."""
    with pytest.raises(UnreadableFile) as refused:
        read_html(b"<!-- -->")
    assert refused.value.reason in {Refusal.NO_TEXT, Refusal.DAMAGED}
