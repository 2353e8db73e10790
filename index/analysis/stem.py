"""Stems of Dutch words."""

from collections.abc import Mapping
from pathlib import Path

import Stemmer

_FOLDER = Path(__file__).parent
_SOUNDS = {"v": "f", "z": "s"}
# What a verb may begin with; after these stands the ge- of a participle, after the last line none.
_SEPARABLE = (
    "aan achter af bij binnen dicht door fijn goed in klaar los mee na neer om onder op open over samen tegen terug toe"
    " uit vast voor vooruit voort vrij weg weer deel plaats"
).split()
_INSEPARABLE = "be er ge her mis ont onder over ver voor vol weer door her".split()


class DutchStemmer:
    """Porter's Dutch stemmer of Snowball, mended; not for use by several threads at once.

    The newer stemmer of Snowball (Kraaij and Pohlmann's) also undoes ge- and -ing and brings vowels to one length, but
    takes "gemeente" for "mening", and "gebied" for "bieden". So its wisdom is used only where the training text bears
    it out: `learned` holds the forms whose stem is another one than the rules give. Strong verbs and some derivations
    that no rule finds are listed by hand.
    """

    def __init__(self, learned: Mapping[str, str]) -> None:
        self._stemmer = Stemmer.Stemmer("dutch_porter", 0)
        self._learned = learned
        self._strong = _strong_verbs()
        self._listed = {form: self.by_rules(line[0]) for line in _lines("forms.txt") for form in line}

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        listed = self._listed.get(word)
        if listed is not None:
            return listed
        infinitive = self._infinitive(word)
        if infinitive != word:
            return self._listed.get(infinitive) or self._learned.get(infinitive) or self.by_rules(infinitive)
        return self._learned.get(word) or self.by_rules(word)

    def by_rules(self, word: str) -> str:
        """The stem by rules alone; "huizen" and "huis", "uitvoering" and "uitvoeren" come out the same."""
        # Porter's stemmer leaves the plural -s after -ie, which is the commonest there is: "moties", "commissies".
        stem = str(self._stemmer.stemWord(word[:-1] if word.endswith("ies") and len(word) > 4 else word))
        if len(stem) < 3:
            return stem
        if stem[-1] in _SOUNDS:
            stem = stem[:-1] + _SOUNDS[stem[-1]]
        return stem[:-1] if stem[-1] == stem[-2] else stem

    def _infinitive(self, word: str) -> str:
        """The infinitive of a form of a strong verb, with what it begins with; another word as it is."""
        found = self._strong.get(word) or self._strong.get(f"+{word}")
        if found is not None:
            return found
        for length in range(2, min(8, len(word) - 2)):
            start, rest = word[:length], word[length:]
            past = self._strong.get(rest)
            if past is not None and (start in _SEPARABLE or start in _INSEPARABLE):
                return start + past
            if rest.startswith("ge") and start in _SEPARABLE and f"+{rest}" in self._strong:
                return start + self._strong[f"+{rest}"]
            if start in _INSEPARABLE and f"+ge{rest}" in self._strong:
                return start + self._strong[f"+ge{rest}"]
        return word


def _strong_verbs() -> dict[str, str]:
    """The infinitive of each past form, and of each participle under "+gesproken"."""
    found: dict[str, str] = {}
    for infinitive, *past, participle in _lines("irregular.txt"):
        found.update((form, infinitive) for form in past if form != "-")
        if participle != "-":
            found[f"+ge{participle}"] = infinitive
    return found


def _lines(name: str) -> list[list[str]]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
