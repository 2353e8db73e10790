"""The words of an English text that carry meaning, and their stems."""

import re

import Stemmer

from index.analysis.fold import fold

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*(?:'[a-z]+)?")

# Articles, pronouns, prepositions, auxiliaries, and the words that make a question.
FUNCTION_WORDS = frozenset(
    (
        "the a an of and or to in on at by for from with without as is are was were be been being am do does did done"
        " doing has have had having will would shall should can could may might must not no nor it its this that"
        " these those there here he she they them his her hers their theirs him we us our ours you your yours i me my"
        " mine who whom whose which what when where why how if then than so such also into onto upon under over"
        " between among within about against during before after above below per each any all both either neither"
        " some other another more most less least very too only own same ever yet still just even again please tell"
        " s t re ve ll d m thereof therein thereto thereby hereby herein hereof hereto hereinafter said whereas get"
        " gets got because while until since although though whether out up off down through across"
    ).split()
)


def content_words(text: str) -> list[str]:
    """The folded words without function words, in order; possessives and contractions without their end."""
    found = [word.partition("'")[0] for word in _WORD.findall(fold(text))]
    return [word for word in found if word not in FUNCTION_WORDS]


class EnglishStemmer:
    """Snowball's English stemmer; not for use by several threads at once."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return str(self._stemmer.stemWord(word))
