"""An English question to weighted Dutch index terms: a probabilistic structured query.

Darwish and Oard, "Probabilistic structured query methods" (2003): each word of the question becomes the terms that it
may be translated by, weighted by how likely that is. Longer phrases go before the words that they consist of.
"""

import functools
import threading
from collections.abc import Iterable, Iterator, Sequence

from index.analysis import default_analyser
from index.analysis.analyser import Analyser
from index.analysis.data import Lexicon, load_lexicon
from index.translate.cognates import cognates
from index.translate.english import EnglishStemmer, Word
from index.translate.lexicon import LONGEST_PHRASE, TranslationLexicon, load
from index.types import Term

# Tuned on the development questions: the weights of the first, second and further translations written by hand, of all
# that was learned beside those or alone, of the parts of a Dutch compound, of the words of a phrase beside the phrase,
# of a name that is also a word, and of a word that is only spelled like a Dutch one.
_WRITTEN = (1.0, 0.7, 0.5)
_BESIDE, _ALONE = 0.5, 1.0
_PART = 0.25
_IN_PHRASE = 0.2
_NAME_TOO = 0.5
_COGNATE = 0.8
# Dutch text has English words too, as names and quotations; a word of this frequency is one of its own.
_DUTCH_FREQUENCY = 20


class Translator:
    """Translates questions; safe for many threads."""

    def __init__(self, lexicon: TranslationLexicon, stemmer: EnglishStemmer, dutch: Analyser, known: Lexicon) -> None:
        self._lexicon = lexicon
        self._stemmer = stemmer
        self._dutch = dutch
        self._known = known
        self._guard = threading.Lock()

    def translate(self, question: str) -> list[Term]:
        """The Dutch terms of an English question, each once, in the order of the English words."""
        with self._guard:
            words = self._stemmer.content(question)
        best: dict[str, Term] = {}
        for term in self._weighted(words):
            held = best.get(term.text)
            if held is None or held.weight < term.weight:
                best[term.text] = term
        return list(best.values())

    def reads_as_english(self, text: str) -> bool:
        """Whether the lists translate every word of a text and one of them, at least, is no Dutch word."""
        with self._guard:
            words = self._stemmer.content(text)
        known = (word.stem in self._lexicon.written or word.stem in self._lexicon.learned for word in words)
        return all(known) and any(self._known.frequency.get(word.text, 0) < _DUTCH_FREQUENCY for word in words)

    def _weighted(self, words: Sequence[Word]) -> Iterator[Term]:
        place = 0
        while place < len(words):
            length = self._phrase_length(words[place : place + LONGEST_PHRASE])
            group = words[place : place + length]
            source = " ".join(word.text for word in group)
            if length > 1:
                yield from self._translations(" ".join(word.stem for word in group), source, 1.0)
            for word in group:
                yield from self._word(word, source, _IN_PHRASE if length > 1 else 1.0)
            place += length

    def _phrase_length(self, words: Sequence[Word]) -> int:
        """How many of the words, from the first, make a phrase that the lexicon knows; 1 where none does."""
        for length in range(len(words), 1, -1):
            key = " ".join(word.stem for word in words[:length])
            if key in self._lexicon.written or key in self._lexicon.learned:
                return length
        return 1

    def _word(self, word: Word, source: str, weight: float) -> Iterator[Term]:
        translations = list(self._translations(word.stem, source, weight))
        yield from translations
        if not translations:
            yield from self._as_it_is(word.text, source, weight)
            for spelling in cognates(word.text, self._known.frequency):
                if spelling != word.text:
                    yield from self._as_it_is(spelling, source, weight * _COGNATE)
        elif word.capital and word.stem not in self._lexicon.written:
            yield from self._as_it_is(word.text, source, weight * _NAME_TOO)

    def _translations(self, key: str, source: str, weight: float) -> Iterator[Term]:
        written = self._lexicon.written.get(key, ())
        for rank, phrase in enumerate(written):
            share = _WRITTEN[min(rank, len(_WRITTEN) - 1)]
            for word in phrase.split():
                yield from self._as_it_is(word.lower(), source, weight * share)
        share = _BESIDE if written else _ALONE
        for term, probability in self._lexicon.probabilities(key):
            yield Term(term, weight * share * probability, source)

    def _as_it_is(self, word: str, source: str, weight: float) -> Iterable[Term]:
        for number, term in enumerate(self._dutch.analyse(word)):
            yield Term(term, weight if number == 0 else weight * _PART, source)


@functools.cache
def translator() -> Translator:
    """The one translator of this process; its lists are read at the first use."""
    stemmer = EnglishStemmer()
    return Translator(load(stemmer), stemmer, default_analyser(), load_lexicon())


def translate(question: str) -> list[Term]:
    """The weighted Dutch index terms of an English question, each once.

    A term's weight is about the probability that it is meant; its source is the English word or phrase. Names, numbers
    and words that no list knows stay as they are.
    """
    return translator().translate(question)


def reads_as_english(text: str) -> bool:
    """Whether a few words without articles or prepositions, as "housing shortage", are English by what they are."""
    return translator().reads_as_english(text)
