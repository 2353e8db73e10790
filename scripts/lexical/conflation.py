"""Which word forms share a stem.

The rules of one stemmer join too few forms (`DutchStemmer.by_rules`), those of another too many (Snowball's "dutch").
Forms that only the second joins are joined here if they mean the same: if they are translated by the same English
words, or, where the parallel text does not hold them, occur in the same passages or are long.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import Stemmer
from scipy.sparse import csr_matrix

from index.analysis.fold import words
from index.analysis.stem import DutchStemmer
from index.analysis.stopwords import FUNCTION_WORDS
from index.translate.english import EnglishStemmer
from scripts.lexical.alignment import links, translate
from scripts.lexical.counting import Counts
from scripts.lexical.verbs import verb_stems
from scripts.training.sources import PARALLEL, parallel

_ROUNDS = 6
_LONGEST = 50  # words of a sentence that are looked at
_LEAST = 4  # occurrences of a form that is looked at
_LEAST_TRANSLATED = 20  # occurrences of a form whose translations can be trusted
_SAME_MEANING, _LIKE_MEANING = 0.3, 0.1  # Bhattacharyya coefficients of two forms' translations
_INFLECTED = 0.04  # the same, of forms that differ in an ending only
_SAME_PASSAGES = 1.5  # logarithm of how much likelier one stands where the other does
_LONG_STEM = 6


@dataclass(frozen=True, slots=True)
class Meanings:
    """The square roots of the probabilities of English stems given a Dutch form, one row a form."""

    rows: Mapping[str, int]
    roots: csr_matrix

    def likeness(self, one: str, other: str) -> float | None:
        """Bhattacharyya coefficient of the translations of two forms, None where one was never translated."""
        if one not in self.rows or other not in self.rows:
            return None
        return float(self.roots[self.rows[one]].multiply(self.roots[self.rows[other]]).sum())


def forms_to_english(training: Path) -> Meanings:
    """Align Dutch word forms with English stems over all the parallel text."""
    stemmer = EnglishStemmer()
    forms: dict[str, int] = {}
    stems: dict[str, int] = {}
    dutch, english = [], []
    for name in PARALLEL:
        for left, right in parallel(training, name):
            found = [word for word in words(left) if word.isalpha() and word not in FUNCTION_WORDS][:_LONGEST]
            meant = [word.stem for word in stemmer.content(right)][:_LONGEST]
            dutch.append(np.array([forms.setdefault(word, len(forms)) for word in found], dtype=np.int32))
            english.append(np.array([stems.setdefault(stem, len(stems)) for stem in meant], dtype=np.int32))
    tied = links(dutch, english, len(stems))
    return Meanings(forms, translate(tied, (len(forms), len(stems)), _ROUNDS).sqrt())


def conflate(counts: Counts, meanings: Meanings) -> dict[str, str]:
    """The stem of each form that is to be joined with forms of another stem: the stem of the most frequent of them."""
    rules = DutchStemmer({})
    wide = Stemmer.Stemmer("dutch")
    classes: dict[str, dict[str, list[str]]] = {}
    for word in sorted(counts.frequency, key=lambda word: (-counts.frequency[word], word)):
        if counts.frequency[word] >= _LEAST and len(word) > 2 and counts.is_common(word):
            classes.setdefault(wide.stemWord(word), {}).setdefault(rules.by_rules(word), []).append(word)
    stems: dict[str, str] = {}
    for groups in classes.values():
        for stem, kept in _joined(groups, counts, meanings).items():
            stems.update(dict.fromkeys(groups[stem], kept))
    for form, infinitive in _third_persons(counts, meanings):
        stems.setdefault(form, stems.get(infinitive) or rules.by_rules(infinitive))
    for word in counts.frequency:
        if (
            word.endswith("e")
            and len(word) > 3
            and _LEAST <= counts.frequency[f"{word}s"] <= 10 * counts.frequency[word]
        ):
            stems[f"{word}s"] = stems.get(word) or rules.by_rules(word)
    return stems


def _third_persons(counts: Counts, meanings: Meanings) -> Iterator[tuple[str, str]]:
    """Forms in -t ("ontvangt") with the infinitive that they belong to: "plant" is no form of "plannen"."""
    for infinitive, frequency in counts.frequency.items():
        if frequency >= _LEAST_TRANSLATED and infinitive.endswith("en") and counts.is_common(infinitive):
            for stem in verb_stems(infinitive):
                form = f"{stem}t"
                if counts.frequency[form] < _LEAST or stem.endswith("t"):
                    continue
                likeness = meanings.likeness(form, infinitive)
                if counts.lift(form, infinitive) >= _SAME_PASSAGES if likeness is None else likeness >= _LIKE_MEANING:
                    yield form, infinitive


def _joined(groups: Mapping[str, list[str]], counts: Counts, meanings: Meanings) -> dict[str, str]:
    """The stems that give way, with the stem that they give way to; groups come in the order of their first word."""
    kept: dict[str, str] = {}
    joined: dict[str, str] = {}
    for stem, forms in groups.items():
        scored = [(_likeness(forms[0], kept[other], counts, meanings), other) for other in kept]
        likeness, other = max(scored, default=(0.0, ""))
        if likeness > 0:
            joined[stem] = other
        else:
            kept[stem] = forms[0]
    return joined


def _likeness(form: str, other: str, counts: Counts, meanings: Meanings) -> float:
    """Above 0 for two forms that are to share a stem, and the higher the surer."""
    likeness = meanings.likeness(form, other)
    lift = counts.lift(form, other)
    inflected = _without_ending(form) == _without_ending(other)
    if likeness is not None and min(counts.frequency[form], counts.frequency[other]) >= _LEAST_TRANSLATED:
        wanted = _INFLECTED if inflected else _LIKE_MEANING if lift > 0 else _SAME_MEANING
        return likeness - wanted
    is_long = min(len(form), len(other)) > _LONG_STEM and lift > -0.5
    return max(lift - _SAME_PASSAGES, 0.0) + (0.01 if is_long or inflected else 0.0)


def _without_ending(form: str) -> str:
    """The stem of a verb form without the -t, -d or their vowels that tell person and tense."""
    stem = DutchStemmer({}).by_rules(form)
    return stem[:-1] if stem[-1] in "td" and len(stem) > 4 else stem
