"""What a question must be told, by its words; and whether a Dutch text tells something of that kind.

A passage about the right subject is no answer as long as it lacks what is asked for: the number, the price, the moment.
"""

import re
from enum import Enum

from corpus.types import Kind
from qa.types import Question

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"


class Want(Enum):
    """A kind of thing that a question can ask for and that shows in the sentence that answers."""

    SHARE = "share"
    MONEY = "money"
    NUMBER = "number"
    TIME = "time"
    VOTE = "vote"


# Of share, money and number a question asks for the first that shows: "hoeveel procent", "hoeveel kost", "hoeveel".
_AMOUNTS = {
    Want.SHARE: re.compile(
        r"\b(hoeveel procent|welk (percentage|deel|aandeel)|how many per ?cent"
        r"|(what|which) (percentage|share|proportion))\b",
        re.IGNORECASE,
    ),
    Want.MONEY: re.compile(
        r"\b(hoeveel (geld|budget|euro|subsidie|vergoeding|compensatie)|hoeveel\b.{0,40}\bkost\w*|hoe duur|wat kost\w*"
        r"|welke? (boetes?|bedrag(en)?|tarie(f|ven)|prijs|prijzen|vergoeding(en)?|budget|kosten)|how (much|expensive)"
        r"|what (does|do|did|will|would)\b.{0,60}\bcost|(what|which) (fine|amount|price|budget))\b"
        r"|^\W*(\w*kosten|costs?|bedrag|budget)\b",
        re.IGNORECASE,
    ),
    Want.NUMBER: re.compile(
        r"\b(hoeveel|hoe (vaak|groot)|(wat is het|welk) aantal|how (many|often|large)|(what|what is the) number)\b",
        re.IGNORECASE,
    ),
}
_OTHERS = {
    Want.TIME: re.compile(
        r"\b(wanneer|welke? (datum|dag|jaar|maand)|hoe (lang|snel)"
        r"|when|how (long|soon)|(what|which) (date|year|month))\b",
        re.IGNORECASE,
    ),
    Want.VOTE: re.compile(
        r"\b(stemverhouding|stemming|gestemd|votes?|voted)\b|\b(is|zijn|werd|wordt)\b.*\b(aangenomen|verworpen)\W*$"
        r"|\b(is|was|were)\b.*\b(adopted|rejected)\W*$",
        re.IGNORECASE,
    ),
}
# What says that there is no such number tells as much as the number.
_UNCOUNTED = r"geen|aantal(len)?|registr\w+|onbekend|niet bekend|bijgehouden"
_TELLS = {
    Want.SHARE: re.compile(
        r"%|\b(procent|percentage|helft|derde|kwart|meerderheid|minderheid|merendeel)\b", re.IGNORECASE
    ),
    Want.MONEY: re.compile(r"€|\b(euro|miljoen|miljard|kosteloos|gratis)\b", re.IGNORECASE),
    # A number that is neither a year, a day of a month, nor a number of a document or question.
    Want.NUMBER: re.compile(
        r"(?<![\w.,/-])(?<!nr )(?<!nr\. )(?<!vraag )(?<!vragen )(?<!artikel )(?!(19|20)\d\d\b)"
        rf"\d{{1,3}}([. ]?\d{{3}})*(,\d+)?(?![\w-])(?! ({_MONTHS})\b)|[€%]|\b(tientallen|honderden|duizend\w*|miljoen"
        rf"|miljard|helft|procent|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|{_UNCOUNTED})\b",
        re.IGNORECASE,
    ),
    Want.TIME: re.compile(
        rf"\b({_MONTHS}|(19|20)\d\d|kwartaal|\w*reces|zomer|kerst|voorjaar\w*|najaar\w*|prinsjesdag|medio|begin|einde?"
        r"|week|weken|maand(en)?|jaar|jaren|dag(en)?|uur|komende?|volgende?|binnen(kort)?|uiterlijk|per direct|zodra"
        r"|zo snel mogelijk|later moment|inwerkingtreding|termijn|vóór|voor de|na (de )?afronding|tegelijk\w*)\b",
        re.IGNORECASE,
    ),
    Want.VOTE: re.compile(
        r"\b(aangenomen|verworpen|gestemd|stemmen (van|voor|tegen)|stemming\w*|stemverhouding)\b", re.IGNORECASE
    ),
}
_ASKS = re.compile(
    r"\W*(wat|wie|waar|waarom|wanneer|hoe|hoeveel|welke?|is|zijn|heeft|hebben|komt|komen|wil|willen|kan|kunnen|moet"
    r"|moeten|gaat|gaan|wordt|worden|what|who|when|where|why|how|which|does|do|did|has|have|is|are|was|were|will|can"
    r"|should)\b",
    re.IGNORECASE,
)
_OF_A_REQUEST = re.compile(
    r"\b(moties?|motions?|gevraagd|vroe?g(en)?|vraagt|vraag|vragen|verzocht|verzoekt|oproep\w*|opgeroepen|wilde\w*"
    r"|asked|asks?|asking|called|calls?|calling|wants?|wanted|proposed|proposes|voorgesteld|stelde\w* voor|ingediend"
    r"|diende\w*|pleit\w*)\b",
    re.IGNORECASE,
)


def wanted(text: str) -> tuple[Want, ...]:
    """What a question in either language must be told; () where no words show it."""
    amount = next((want for want, pattern in _AMOUNTS.items() if pattern.search(text)), None)
    others = [want for want, pattern in _OTHERS.items() if pattern.search(text)]
    return (*((amount,) if amount else ()), *others)


def tells(want: Want, text: str) -> bool:
    """Whether a Dutch text tells something of this kind."""
    return _TELLS[want].search(text) is not None


def is_asked(text: str) -> bool:
    """Whether a text asks something, rather than naming a subject to search for."""
    return text.rstrip().endswith("?") or _ASKS.match(text) is not None


def asks_for_request(question: Question) -> bool:
    """Whether a question is about what the Kamer or a member asked for, which a motie tells."""
    return Kind.MOTIE in question.kinds or _OF_A_REQUEST.search(question.content or question.text) is not None
