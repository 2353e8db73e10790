"""The sentences that an answer may hold beside quotes, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.types import Kind
from qa.types import Language


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's sentences; `{}` takes a reference, a number or a name."""

    not_found: str
    nearest: str
    missing: str
    undated: tuple[str, str]
    nothing_held: str
    narrowed: str
    let_go: str
    vague: str
    mentioned: str
    kinds: Mapping[Kind, str]
    letters: str
    documents: str
    by: str
    the: str
    ministry: str
    of: str
    since: str
    dossier: str


_PHRASES = {
    Language.DUTCH: Phrases(
        not_found="Geen passage in deze verzameling geeft hierop een duidelijk antwoord.",
        nearest="De passages hieronder komen het dichtst in de buurt; oordeel zelf.",
        missing="{} is niet in deze verzameling.",
        undated=("{} brief zonder datum is niet meegenomen.", "{} brieven zonder datum zijn niet meegenomen."),
        nothing_held="Met deze filters blijft er geen brief over.",
        narrowed="Alleen {} zijn doorzocht, zoals de vraag zegt.",
        let_go="In deze verzameling zijn geen {}; daarom is er ruimer gezocht.",
        vague="“{}” is niet als periode gebruikt: welke dagen dat zijn, is niet bekend. Kies zo nodig zelf data.",
        mentioned="De passages hieronder noemen het wel.",
        kinds={Kind.MOTIE: "moties", Kind.VRAGEN: "Kamervragen", Kind.KAMERBRIEF: "brieven"},
        letters="brieven",
        documents="stukken",
        by=" van {}",
        the="de {}",
        ministry="het ministerie van {}",
        of=" van {} ({} tot en met {})",
        since=" {} ({} tot en met {})",
        dossier=" in dossier {}",
    ),
    Language.ENGLISH: Phrases(
        not_found="No passage in this collection clearly answers this.",
        nearest="The passages below come closest; judge for yourself.",
        missing="{} is not in this collection.",
        undated=("{} letter without a date was left out.", "{} letters without a date were left out."),
        nothing_held="With these filters no letter is left.",
        narrowed="Only {} were searched, as the question says.",
        let_go="This collection has no {}; so more was searched.",
        vague="“{}” was not used as a period: which days those are is not known. Choose dates if need be.",
        mentioned="The passages below do mention it.",
        kinds={Kind.MOTIE: "motions", Kind.VRAGEN: "parliamentary questions", Kind.KAMERBRIEF: "letters"},
        letters="letters",
        documents="documents",
        by=" by {}",
        the="the {}",
        ministry="the ministry of {}",
        of=" of {} ({} to {})",
        since=" {} ({} to {})",
        dossier=" in dossier {}",
    ),
}


def phrases(language: Language) -> Phrases:
    """The sentences in one language."""
    return _PHRASES[language]
