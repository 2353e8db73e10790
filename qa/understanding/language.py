"""Telling a Dutch question from an English one."""

import re

from index.translate import reads_as_english
from qa.types import Language

# Function words that only one of the two languages has ("in", "was", "we", "over" and "had" stand in both).
_DUTCH = frozenset(
    "de het een en van wat wie wanneer welke welk waarom hoe hoeveel is zijn er aan voor met op naar bij door om te"
    " dat die dit deze niet geen wel ook als uit tot tegen zonder tijdens volgens wordt worden werd werden heeft hebben"
    " kan kunnen zal zullen zou zouden moet moeten mag mogen gaat gaan komt komen krijgt krijgen doet waar wil willen"
    " staat motie toezegging toezeggingen kamer vragen vraagt wet brief kabinet regering minister lid leden jaar mijn"
    " onze ons zij hij hun haar ze je jullie toegezegd beloofd moties amendement amendementen brieven kamerbrief"
    " kamerbrieven kamervragen kamerstuk kamerstukken kamerlid antwoorden aanhangsel verslag debat vergaderjaar"
    " kwartaal vorig vorige afgelopen sinds heer mevrouw staatssecretaris".split()
)
_ENGLISH = frozenset(
    "the a an and of what who when which why how is are there for with on to at by that this these not no as"
    " from until against without during according does do did has have can will would should must may been be were"
    " it its their our my his her they he she you your about into if any much many asked ask promised promise"
    " commitment motion parliament letter government cabinet said say between motions letters questions debates since"
    " last past secretary mr mrs".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(text: str) -> Language:
    """The language of a question; Dutch when nothing tells, since that is what the letters are in."""
    words = [word.casefold() for word in _WORD.findall(text)]
    dutch = sum(word in _DUTCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if dutch == english == 0 and reads_as_english(text):
        return Language.ENGLISH
    if dutch == english:
        # Letter groups that hardly stand in the other language decide where the function words do not.
        dutch += sum(
            "ij" in word or "aa" in word or "oe" in word or "uu" in word or word.endswith("ing") for word in words
        )
        english += sum("th" in word or word.endswith(("tion", "ly", "ness", "ies")) for word in words)
    return Language.ENGLISH if english > dutch else Language.DUTCH
