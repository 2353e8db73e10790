"""From Dutch text to index terms, and from a Dutch question to weighted terms."""

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.analysis.abbreviations import listed_abbreviations
from index.analysis.data import Lexicon
from index.analysis.fold import words
from index.analysis.spelling import correct
from index.analysis.stem import DutchStemmer
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import Term

# Weights in a question, tuned on the development questions: a part of a compound, a part of a word with a hyphen, the
# word that was probably meant, an abbreviation of what was written out, and a word of what was abbreviated.
_PART, _HYPHENATED, _MEANT, _SHORT, _LONG = 0.55, 0.7, 0.5, 0.6, 0.25
_SEPARATORS = re.compile("[-']")
_LINKS = frozenset(("en", "of"))


@dataclass(frozen=True, slots=True)
class Known:
    """What the letters know: whether they hold a term, and the abbreviations that they explain (short, long)."""

    holds: Callable[[str], bool]
    abbreviations: Sequence[tuple[str, str]] = ()


class Analyser:
    """Turns text into terms, and remembers the terms of every word form that it met.

    Safe for many threads: the memory is a dictionary that only grows, and the stemmer is guarded.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memory: dict[str, tuple[str, ...]] = {}
        self._stemmer = DutchStemmer(lexicon.stems)
        self._guard = threading.Lock()

    def analyse(self, text: str) -> list[str]:
        """The index terms of a text, in order: each word's stem, then those of its parts where it is a compound."""
        memory = self._memory
        terms: list[str] = []
        for word in self._completed(words(text)):
            found = memory.get(word)
            terms += self._learn(word) if found is None else found
        return terms

    def analyse_query(self, text: str, known: Known | None = None) -> list[Term]:
        """The terms of a question, each once, in the order of the words; parts and alternatives weigh less."""
        best: dict[str, Term] = {}
        for term in self._weighted(text, known):
            held = best.get(term.text)
            if held is None or held.weight < term.weight:
                best[term.text] = term
        return list(best.values())

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

    def terms_of(self, word: str) -> tuple[str, ...]:
        """The terms of one folded word, its own stem first; none of a function word."""
        found = self._memory.get(word)
        return self._learn(word) if found is None else found

    def _weighted(self, text: str, known: Known | None) -> Iterable[Term]:
        found = self._completed(words(text))
        for word in found:
            yield from self._word(word, word, 1.0)
            for meant in self._corrections(word, known):
                yield from self._word(meant, word, _MEANT)
        if len(found) > 0:
            yield from self._abbreviated(found, known)

    def _word(self, word: str, source: str, weight: float) -> Iterable[Term]:
        terms = self.terms_of(word)
        share = _HYPHENATED if "-" in word else _PART
        for number, term in enumerate(terms):
            yield Term(term, weight if number == 0 else weight * share, source)

    def _corrections(self, word: str, known: Known | None) -> list[str]:
        """What a word that neither the vocabulary nor the letters know may have been meant to be."""
        terms = self.terms_of(word)
        if len(terms) != 1 or (known is not None and known.holds(terms[0])):
            return []
        return correct(word, self._lexicon.frequency)

    def _abbreviated(self, found: Sequence[str], known: Known | None) -> Iterable[Term]:
        asked = f" {' '.join(found)} "
        for short, long in (*listed_abbreviations(), *(known.abbreviations if known else ())):
            short_words, long_words = words(short), words(long)
            if short_words == [word for word in short_words if word in found]:
                for word in long_words:
                    yield from self._word(word, short_words[0], _LONG)
            elif f" {' '.join(long_words)} " in asked:
                yield from (Term(term, _SHORT, long_words[0]) for word in short_words for term in self.terms_of(word))

    def _completed(self, found: list[str]) -> list[str]:
        """The words, with what one leaves to the next put back: "arbeids- en rusttijden" is about "arbeidstijden"."""
        if not any(word[-1] == "-" for word in found):
            return found
        whole = list(found)
        for place, word in enumerate(found[:-2]):
            if word[-1] == "-" and found[place + 1] in _LINKS:
                split = self._lexicon.splitter.split(found[place + 2])
                if split is not None:
                    whole[place] = word[:-1] + split.last
        return whole

    def _learn(self, word: str) -> tuple[str, ...]:
        with self._guard:
            terms = tuple(dict.fromkeys(self._terms(word)))
            self._memory[word] = terms
        return terms

    def _terms(self, word: str) -> list[str]:
        plain = word.rstrip("-")
        if plain in FUNCTION_WORDS:
            return []
        if plain[0].isdigit():
            return [plain]
        parts = [part for part in _SEPARATORS.split(plain) if part not in FUNCTION_WORDS]
        if len(parts) > 1:
            parts.insert(0, "".join(parts))
        stem = self._stemmer.stem
        whole = [stem(part) for part in parts]
        return [*whole, *(stem(piece) for part in parts for piece in self._lexicon.splitter.smallest(part))]
