"""Dutch text to index terms: folding, function words, stems, parts of compounds, spelling, abbreviations."""

import functools

from index.analysis.abbreviations import ABBREVIATIONS_VERSION, Abbreviations, agreed_on, find_abbreviations
from index.analysis.analyser import Analyser, Known
from index.analysis.data import load_lexicon
from index.analysis.spelling import correct
from index.types import Term

__all__ = [
    "ABBREVIATIONS_VERSION",
    "ANALYSIS_VERSION",
    "Abbreviations",
    "Known",
    "agreed_on",
    "analyse",
    "analyse_query",
    "correct",
    "default_analyser",
    "find_abbreviations",
    "is_common_word",
    "is_widely_written",
    "names",
]

# Recorded in each generation: a question must be analysed as the letters were. Raised when any term would change.
ANALYSIS_VERSION = "4"
# How often the training text holds a word.
_COMMON = 20
_WIDELY = 100


@functools.cache
def default_analyser() -> Analyser:
    """The one analyser of this process; its data are read at the first use."""
    return Analyser(load_lexicon())


def analyse(text: str) -> list[str]:
    """The index terms of running Dutch text, in order, as often as they occur.

    >>> analyse("Houders van een status op de arbeidsmarkt")
    ['houder', 'status', 'arbeidsmarkt', 'arbeid', 'markt']
    """
    return default_analyser().analyse(text)


def analyse_query(text: str, known: Known | None = None) -> list[Term]:
    """The weighted terms of a Dutch question, each once.

    Words as typed weigh 1; the parts of compounds, other words for the same, what a word that nobody knows was probably
    meant to be, and what an abbreviation stands for weigh less. With `known`, words that the letters hold are never
    taken for typing errors, others may be meant for words of the letters, and the abbreviations that these explain are
    used too.
    """
    return default_analyser().analyse_query(text, known)


def is_common_word(word: str) -> bool:
    """Whether a folded word is one that Dutch text holds again and again, and in small letters."""
    lexicon = load_lexicon()
    return lexicon.frequency.get(word, 0) >= _COMMON and word not in lexicon.names


def is_widely_written(word: str) -> bool:
    """Whether Dutch text holds a folded word so often that it is more than somebody's name: "groningen"."""
    return load_lexicon().frequency.get(word, 0) >= _WIDELY


def names(text: str) -> list[str]:
    """The folded words, numbers and references of a text, not stemmed and without function words."""
    return default_analyser().names(text)
