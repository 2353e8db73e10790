"""Dutch text to index terms: folding, stop words, stems, parts of compounds, spelling, abbreviations."""

import functools

from index.analysis.analyser import Analyser
from index.types import Term

# Recorded in each generation: a question must be analysed as the letters were. Raised when any term would change.
ANALYSIS_VERSION = "1"


@functools.cache
def analyser() -> Analyser:
    """The one analyser of this process; its data are read at the first use."""
    return Analyser()


def analyse(text: str) -> list[str]:
    """The index terms of running Dutch text, in order, as often as they occur."""
    return analyser().analyse(text)


def analyse_query(text: str) -> list[Term]:
    """The weighted terms of a Dutch question, each once."""
    return analyser().analyse_query(text)


def names(text: str) -> list[str]:
    """The folded words, numbers and references of a text, not stemmed and without function words."""
    return analyser().names(text)
