"""The sentences that an answer may hold beside quotes, in both languages."""

from dataclasses import dataclass

from qa.types import Language


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's sentences; `{}` takes a reference, a number or a name."""

    not_found: str
    nearest: str
    missing: str
    undated: str
    nothing_held: str
    period: str


_PHRASES = {
    Language.DUTCH: Phrases(
        not_found="Niet gevonden: van geen passage in deze verzameling is duidelijk dat zij dit beantwoordt.",
        nearest="De passages hieronder komen er het dichtst bij; oordeel zelf.",
        missing="{} is niet in deze verzameling.",
        undated="{} brieven zonder datum zijn buiten beschouwing gelaten.",
        nothing_held="Met deze filters blijft er geen brief over.",
        period="Gezocht in brieven van {} ({} tot en met {}), zoals de vraag zegt.",
    ),
    Language.ENGLISH: Phrases(
        not_found="Not found: no passage in this collection clearly answers this.",
        nearest="The passages below come nearest; judge for yourself.",
        missing="{} is not in this collection.",
        undated="{} letters without a date were left out.",
        nothing_held="With these filters no letter is left.",
        period="Searched were letters of {} ({} to {}), as the question says.",
    ),
}


def phrases(language: Language) -> Phrases:
    """The sentences in one language."""
    return _PHRASES[language]
