"""Stems of Dutch words."""

import Stemmer


class DutchStemmer:
    """Snowball's Dutch stemmer; not for use by several threads at once."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("dutch", 0)

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return str(self._stemmer.stemWord(word))
