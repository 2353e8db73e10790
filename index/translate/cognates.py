"""Dutch words that an English word may be, by the way the two languages spell words from Latin and Greek."""

import re
from collections.abc import Mapping

# An ending in English, and what Dutch makes of it.
_ENDINGS = (
    ("isation", "isatie"),
    ("ization", "isatie"),
    ("ations", "aties"),
    ("ation", "atie"),
    ("tions", "ties"),
    ("tion", "tie"),
    ("ssion", "ssie"),
    ("sion", "sie"),
    ("ities", "iteiten"),
    ("ity", "iteit"),
    ("icals", "icalien"),
    ("ical", "isch"),
    ("ics", "ica"),
    ("ics", "iek"),
    ("ic", "isch"),
    ("ic", "iek"),
    ("isms", "ismes"),
    ("ism", "isme"),
    ("ate", "aat"),
    ("ates", "aten"),
    ("ated", "eerd"),
    ("ate", "eren"),
    ("ise", "iseren"),
    ("ize", "iseren"),
    ("ive", "ief"),
    ("ous", "eus"),
    ("ent", "ent"),
    ("ence", "entie"),
    ("ance", "antie"),
    ("ency", "entie"),
    ("logy", "logie"),
    ("graphy", "grafie"),
    ("nomy", "nomie"),
    ("cracy", "cratie"),
    ("ary", "air"),
    ("al", "aal"),
    ("al", "eel"),
    ("um", "um"),
    ("ane", "aan"),
    ("ine", "ine"),
    ("ide", "ide"),
    ("er", "er"),
    ("or", "or"),
    ("ies", "ieen"),
    ("y", "ie"),
    ("y", ""),
    ("e", ""),
    ("s", "s"),
    ("s", "en"),
    ("", "e"),
    ("", ""),
)
# Spellings inside a word, each tried on what the ones before it made.
_INSIDE = (
    ("ph", "f"),
    ("rh", "r"),
    ("ae", "e"),
    ("y", "i"),
    ("qu", "kw"),
    ("ck", "k"),
    (r"c(?=[aou]|[lrt]|$)", "k"),
    (r"x(?=[aeiou])", "x"),
    ("ou", "oe"),
    ("oo", "oe"),
)
_SHORTEST = 4
_LEAST_FREQUENT = 5
_MOST = 2


def cognates(word: str, known: Mapping[str, int]) -> list[str]:
    """The known Dutch words that an English word may be, the most frequent first, at most two.

    `known` gives the frequency of folded Dutch words. "glyphosate" gives "glyfosaat".
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    spellings = {
        start + dutch
        for english, dutch in _ENDINGS
        if word.endswith(english)
        for start in _spellings(word.removesuffix(english))
    }
    found = [
        spelling for spelling in spellings if len(spelling) >= _SHORTEST and known.get(spelling, 0) >= _LEAST_FREQUENT
    ]
    return sorted(found, key=lambda spelling: (-known[spelling], spelling))[:_MOST]


def _spellings(start: str) -> set[str]:
    found = {start}
    for english, dutch in _INSIDE:
        found |= {re.sub(english, dutch, spelling) for spelling in found}
    return found
