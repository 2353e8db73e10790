"""From running Dutch text to index terms."""

import re
import threading

from index.analysis.fold import words
from index.analysis.stem import DutchStemmer
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import Term

_SEPARATORS = re.compile("[-']")


class Analyser:
    """Turns text into terms, and remembers the terms of every word form that it met.

    Safe for many threads: the memory is a dictionary that only grows, and the stemmer is guarded.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self._stemmer = DutchStemmer()
        self._guard = threading.Lock()

    def analyse(self, text: str) -> list[str]:
        """The index terms of a text, in order, repeated as often as they occur."""
        known = self._known
        terms: list[str] = []
        for word in words(text):
            found = known.get(word)
            terms += self._learn(word) if found is None else found
        return terms

    def analyse_query(self, text: str) -> list[Term]:
        """The terms of a question, each once, in order of their first occurrence."""
        return [Term(term) for term in dict.fromkeys(self.analyse(text))]

    def names(self, text: str) -> list[str]:
        """The folded words of a text without function words, not stemmed; a hyphenated word with its parts."""
        found: list[str] = []
        for word in words(text):
            plain = word.rstrip("-")
            if plain in FUNCTION_WORDS:
                continue
            found.append(plain)
            if not plain[0].isdigit() and "-" in plain:
                found += [part for part in plain.split("-") if part not in FUNCTION_WORDS]
        return found

    def _learn(self, word: str) -> tuple[str, ...]:
        with self._guard:
            terms = tuple(self._terms(word))
            self._known[word] = terms
        return terms

    def _terms(self, word: str) -> list[str]:
        plain = word.rstrip("-")
        if plain in FUNCTION_WORDS:
            return []
        if plain[0].isdigit():
            return [plain]
        parts = [part for part in _SEPARATORS.split(plain) if part not in FUNCTION_WORDS]
        if len(parts) < 2:
            return [self._stemmer.stem(part) for part in parts]
        return [self._stemmer.stem("".join(parts)), *(self._stemmer.stem(part) for part in parts)]
