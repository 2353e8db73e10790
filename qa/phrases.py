"""The sentences that an answer may hold beside quotes, in both languages."""

from dataclasses import dataclass

from qa.types import Language


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's sentences; `{}` takes a reference, a number or a name."""

    not_found: str
    nearest: str
    missing: str
    undated: tuple[str, str]
    nothing_held: str
    period: str


_PHRASES = {
    Language.DUTCH: Phrases(
        not_found="Geen passage in deze verzameling geeft hierop een duidelijk antwoord.",
        nearest="De passages hieronder komen het dichtst in de buurt; oordeel zelf.",
        missing="{} is niet in deze verzameling.",
        undated=("{} brief zonder datum is niet meegenomen.", "{} brieven zonder datum zijn niet meegenomen."),
        nothing_held="Met deze filters blijft er geen brief over.",
        period="Alleen brieven van {} ({} tot en met {}) zijn doorzocht, zoals de vraag zegt.",
    ),
    Language.ENGLISH: Phrases(
        not_found="No passage in this collection clearly answers this.",
        nearest="The passages below come closest; judge for yourself.",
        missing="{} is not in this collection.",
        undated=("{} letter without a date was left out.", "{} letters without a date were left out."),
        nothing_held="With these filters no letter is left.",
        period="Only letters of {} ({} to {}) were searched, as the question says.",
    ),
}


def phrases(language: Language) -> Phrases:
    """The sentences in one language."""
    return _PHRASES[language]
