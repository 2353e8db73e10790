"""The words of an English text that carry meaning, and their stems."""

import re
from dataclasses import dataclass

import Stemmer

from index.analysis.fold import fold

# "F-35" and "covid-19" are one word; "long-term" is two.
_WORD = re.compile(r"(?=[^\W_]*-?[^\W_]*\d)[^\W_]+(?:-[^\W_]+)+|[^\W_]+(?:[.,][0-9]+)*(?:['’][a-z]+)?")

# Articles, pronouns, prepositions, auxiliaries, and the words that make a question.
FUNCTION_WORDS = frozenset(
    (
        "the a an of and or to in on at by for from with without as is are was were be been being am do does did done"
        " doing has have had having will would shall should can could might must not no nor it its this that"
        " these those there here he she they them his her hers their theirs him we us our ours you your yours i me my"
        " mine who whom whose which what when where why how if then than so such also into onto upon under over"
        " between among within about against during before after above below per each any all both either neither"
        " some other another more most less least very too only own same ever yet still just even again please"
        " s t re ve ll d m thereof therein thereto thereby hereby herein hereof hereto hereinafter said whereas get"
        " gets got getting because until while since although though whether out up off down through across many much"
        " let longer e g anything something nothing everything anyone someone everyone anybody somebody nobody want"
        " wants wanted wanting"
    ).split()
)
# Forms that the stemmer leaves apart, and words that it would take for one another.
_OWN_STEM = {
    form: line.split()[0]
    for line in (
        "police policing",
        "policy policies",
        "organisation organisations organization organizations",
        "organ organs",
        "university universities",
        "universal universe",
        "general generally",
        "generation generations",
        "important importance",
        "authority authorities",
        "author authors",
        "authorisation authorisations authorization authorizations authorise authorised authorize authorized",
        "community communities",
        "communication communications communicate",
        "international internationally",
        "internal internally",
        "personal personally",
        "personnel",
        "integrity",
        "integration integrations",
        "news",
        "maternity",
        "maternal",
        "woman women",
        "man men",
        "child children",
        "people peoples",
        "person persons",
        "send sends sent sending",
        "tell tells told telling",
        "find finds found finding",
        "findings",
        "give gives gave given giving",
        "take takes took taken taking",
        "pay pays paid paying",
        "build builds built",
        "buy buys bought buying",
        "sell sells sold selling",
        "lose loses lost losing",
        "spend spends spent",
        "hold holds held holding",
        "meet meets met",
        "make makes made making",
        "keep keeps kept keeping",
        "lead leads led leading",
        "leave leaves left leaving",
        "bring brings brought bringing",
        "fight fights fought fighting",
        "seek seeks sought seeking",
        "write writes wrote written writing",
        "choose chooses chose chosen choosing",
        "speak speaks spoke spoken speaking",
        "break breaks broke broken breaking",
        "begin begins began begun beginning",
        "grow grows grew grown growing",
        "rise rises rose risen rising",
        "fall falls fell fallen falling",
        "undertake undertakes undertook undertaken",
        "withdraw withdraws withdrew withdrawn",
        "freeze freezes froze frozen",
        "drive drives drove driven",
        "say says saying",
        "housing",
        "means",
        "customs",
        "goods",
        "arms",
        "dutch",
    )
    for form in line.split()
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an English text: folded, its stem, and whether it is written with a capital."""

    text: str
    stem: str
    capital: bool


class EnglishStemmer:
    """Snowball's English stemmer with exceptions; not for use by several threads at once."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english", 0)

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return _OWN_STEM.get(word) or str(self._stemmer.stemWord(word))

    def content(self, text: str) -> list[Word]:
        """The words without function words, in order; possessives and contractions without their end."""
        found = []
        for match in _WORD.finditer(text):
            written = re.split("['’]", match[0])[0]
            word = fold(written)
            if word and word not in FUNCTION_WORDS:
                found.append(Word(word, self.stem(word), written[0].isupper()))
        return found
