"""Where Dutch parliamentary sentences end."""

import subprocess
import sys

import pytest

from corpus.sentences import split


def sentences(text: str) -> list[str]:
    """The sentences as texts."""
    return [text[span.start : span.end] for span in split(text)]


# `|` marks each end of a sentence; what stands between two of them must come out as one.
@pytest.mark.parametrize(
    "marked",
    [
        "Dat is bekend. | De minister komt erop terug.",
        "Bent u hiervan op de hoogte? | Zo ja, sinds wanneer? | Zo nee, waarom niet?",
        "Zie Kamerstuk 32 824, nr. 50. | Daarna volgde het debat.",
        "Zie de nrs. 5 en 6 van Stb. 2020, blz. 7 en p. 3. | Het artikel (art. 3, lid 2) blijft.",
        "Het bedrag is € 3.500,50 op 3.2.1 van de begroting. | Om 10.15 uur begint het.",
        "De motie-Podt c.s. verzoekt dit. | De motie-Podt c.s. | De regering voert haar uit.",
        "Dat was op 3 mei jl. | U weet dat.",
        "Op 3 mei jl. sprak ik de gemeenten. | Dat was op 3 mei jl. | Daarna kwam het verslag.",
        "De brief d.d. 29 november 2022 t.a.v. Nederland is verstuurd.",
        "Aan mr. A. de Vries en drs. B.C. Jansen is dit gevraagd. | Zij antwoordden.",
        "Dit schrijft prof. dr. Jansen in zijn rapport.",
        "De Minister van Sociale Zaken en Werkgelegenheid, C.E.G. van Gennip. | Hij is er.",
        "Volgens J. Bos is dat zo. | Volgens A. De Vries niet.",
        "Dit staat in bijlage A. | De minister licht dit toe.",
        "1. De minister zegt dit toe. | 2. De Kamer wacht dat af.",
        "Ad 3. De kosten zijn onbekend. | a. Dit geldt ook hier.",
        "De eisen zijn: 1. Een plan van aanpak; 2. Een begroting. | Daaraan wordt gewerkt.",
        "II. Hervorming van de markt. | Zij begint nu.",
        "GEWIJZIGDE MOTIE VAN HET LID PODT C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 88",
        "Wat is het effect daarvan? — zonder daar nu op in te gaan. | - Daarom is dit nodig.",
        "Het lid zei: «Dat klopt niet.» | Daarna ging het debat verder.",
        "Hij vroeg «Is dat zo?» en ging zitten.",
        "«Dat is zo.» | «Nee, niet waar!» | Het werd stil.",
        "(Dit staat ook in de bijlage.) | Het andere niet.",
        "Is dat (werkelijk?) de bedoeling van het kabinet?",
        "’s Avonds is het stil. | ’s Ochtends niet. | ’t Is zo.",
        "Dit valt onder de WAO. | De Wajong blijft. | Het gaat om 2022. | In 2023 verandert dat.",
        "Het duurt nog… | Maar het komt.",
        "Er zijn cursussen, stages, enz. | Gemeenten betalen die. | Er zijn stages enz. voor jongeren.",
        "Dit is zo bepaald in artikel 3. | Het kabinet handhaaft dat. | Nederland doet mee.",
        "Het bedrijf (Bouw B.V.) stopt. | Dat meldde Bouw B.V. | Het personeel wist dat al.",
        "Zie www.voorbeeld.nl/a.B.pdf voor het rapport. | Mail naar post@voorbeeld.nl. | Dank.",
        "Dat is besloten. | 50 gemeenten doen mee. | In 12 gemeenten niet.",
        "Het lid Van der Lee (GroenLinks-PvdA), drs. Omtzigt e.a. | Ook de heer Ceder was er.",
        "Ja.",
    ],
)
def test_sentences_end_where_a_reader_says(marked: str) -> None:
    """Abbreviations, initials, numbers, labels, quotes and brackets do not end a sentence, unless they do."""
    expected = [each.strip() for each in marked.split(" | ")]
    assert sentences(" ".join(expected)) == expected


def test_a_lost_blank_is_seen() -> None:
    """Two sentences without a blank between them are two sentences; a name of a site is not."""
    assert sentences("Dat is gesteld.Daarna kwam het plan op www.plan.nl.Het bleef.") == [
        "Dat is gesteld.",
        "Daarna kwam het plan op www.plan.nl.Het bleef.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "."])
def test_nothing_is_no_sentence(text: str) -> None:
    """Blank text has no sentences; a lone period is one, since it is not blank."""
    assert sentences(text) == [text] * (text == ".")


def test_the_module_is_imported_without_nltk() -> None:
    """Importing it, and cutting text of one sentence, costs none of the two seconds that nltk takes."""
    program = (
        "import sys; from corpus.sentences import split; split('verzoekt de regering, dit te doen,');"
        "print('nltk' in sys.modules); split('Een. Twee.'); print('nltk' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]
