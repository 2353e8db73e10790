"""The translations of English words and phrases: learned from parallel text, and written by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.analysis.tables import read_table
from index.translate.english import EnglishStemmer

LEARNED = Path(__file__).parent / "learned.gz"
_WRITTEN = Path(__file__).parent / "terms.txt"
LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class TranslationLexicon:
    """Keys are stems of English words, joined by spaces in phrases.

    `learned` gives index terms with the probability that the key is translated by them, in percent ("belast:83
    heffing:7"); `written` the Dutch words and phrases as a person wrote them.
    """

    learned: Mapping[str, str]
    written: Mapping[str, Sequence[str]]

    def probabilities(self, key: str) -> list[tuple[str, float]]:
        """The learned index terms of a key with their probabilities, the likeliest first."""
        pairs = (entry.rpartition(":") for entry in self.learned.get(key, "").split())
        return [(term, int(percent) / 100) for term, _, percent in pairs]


def load(stemmer: EnglishStemmer) -> TranslationLexicon:
    """Read both lists."""
    pairs = (line.partition("\t") for line in read_table(LEARNED).words)
    learned = {key: entries for key, _, entries in pairs}
    written: dict[str, list[str]] = {}
    for line in _WRITTEN.read_text(encoding="utf-8").splitlines():
        english, separator, dutch = line.partition(" = ")
        if separator:
            key = " ".join(word.stem for word in stemmer.content(english))
            written.setdefault(key, []).extend(dutch.split(", "))
    return TranslationLexicon(learned, written)
