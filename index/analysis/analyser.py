"""From Dutch text to index terms, and from a Dutch question to weighted terms."""

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.analysis.abbreviations import Abbreviations, listed_abbreviations
from index.analysis.data import Lexicon
from index.analysis.fold import fold, words
from index.analysis.spelling import correct, correct_among
from index.analysis.stem import DutchStemmer
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import Term

# Weights in a question, tuned on the development questions: a part of a compound, a part of a word with a hyphen, the
# word that was probably meant, another word for the same, an abbreviation of what was written out, and a word of what
# was abbreviated.
_PART, _HYPHENATED, _MEANT, _SYNONYM, _SHORT, _LONG = 0.5, 0.6, 0.5, 0.3, 0.6, 0.15
_MOST_MEANT = 2
_SYNONYMS = Path(__file__).parent / "synonyms.txt"
_WRITTEN_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = re.compile("[-']")
_LONGEST_TERM = 100  # the search engine drops terms that are very long
_LINKS = frozenset(("en", "of"))


@dataclass(frozen=True, slots=True)
class Known:
    """What the letters know.

    Whether they hold an index term, in how many passages each of some folded words stands, and the abbreviations that
    they explain.
    """

    holds: Callable[[str], bool]
    count: Callable[[Sequence[str]], Sequence[int]]
    abbreviations: Abbreviations


class Analyser:
    """Turns text into terms, and remembers the terms of every word form that it met.

    Safe for many threads: the memory is a dictionary that only grows, and the stemmer is guarded.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memory: dict[str, tuple[str, ...]] = {}
        self._stemmer = DutchStemmer(lexicon.stems)
        self._guard = threading.Lock()
        self._synonyms_of = self._read_synonyms()

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
            plain = word.rstrip("-")[:_LONGEST_TERM]
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
            yield from self._synonyms(word)
            for meant in self._corrections(word, known):
                yield from self._word(meant, word, _MEANT)
        for abbreviations in (listed_abbreviations(), *((known.abbreviations,) if known else ())):
            yield from self._abbreviated(text, found, abbreviations)

    def _word(self, word: str, source: str, weight: float) -> Iterable[Term]:
        share = _HYPHENATED if "-" in word else _PART
        for number, term in enumerate(self.terms_of(word)):
            yield Term(term, weight if number == 0 else weight * share, source)

    def _synonyms(self, word: str) -> Iterable[Term]:
        for term in self.terms_of(word)[:1]:
            for other in self._synonyms_of.get(term, ()):
                yield from self._word(other, word, _SYNONYM)

    def _corrections(self, word: str, known: Known | None) -> list[str]:
        """What a word that neither the vocabulary nor the letters know may have been meant to be."""
        terms = self.terms_of(word)
        if len(terms) != 1 or (known is not None and known.holds(terms[0])):
            return []
        meant = correct(word, self._lexicon.frequency)
        if known is None:
            return meant
        # The letters' own names and terms stand in no general vocabulary; what they write often goes first.
        return list(dict.fromkeys([*correct_among(word, known.count), *meant]))[:_MOST_MEANT]

    def _abbreviated(self, text: str, found: Sequence[str], abbreviations: Abbreviations) -> Iterable[Term]:
        for written in dict.fromkeys(_WRITTEN_WORD.findall(text)):
            for long in abbreviations.long_forms(written, self._is_word):
                for word in long:
                    yield from self._word(word, fold(written), _LONG)
        for short, word in abbreviations.short_forms(found):
            yield from self._word(short, word, _SHORT)

    def _is_word(self, folded: str) -> bool:
        """Whether the vocabulary has it as a word in lower case."""
        return folded in self._lexicon.frequency and folded not in self._lexicon.names

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

    def _read_synonyms(self) -> dict[str, list[str]]:
        """Other folded words for what a term stands for."""
        found: dict[str, list[str]] = {}
        for line in _SYNONYMS.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                asked, *others = words(line)
                for term in self.terms_of(asked)[:1]:
                    found.setdefault(term, []).extend(others)
        return found

    def _learn(self, word: str) -> tuple[str, ...]:
        with self._guard:
            terms = tuple(dict.fromkeys(self._terms(word)))
            self._memory[word] = terms
        return terms

    def _terms(self, word: str) -> list[str]:
        plain = word.rstrip("-")[:_LONGEST_TERM]
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
