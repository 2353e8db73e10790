"""The words that show what a question asks for, and what a passage speaks of."""

import re

from qa.types import Aim, Language

_ASKS: dict[Language, dict[Aim, re.Pattern[str]]] = {
    Language.DUTCH: {
        Aim.PROMISE: re.compile(
            r"\b(toegezegd\w*|toezegging\w*|zeg(t|de|den)?\b.*\btoe\b|toezeg\w*|belo(of|ofd|ven|ofde|fte\w*)\w*"
            r"|afgesproken|nagekomen|komt er een)\b",
            re.IGNORECASE,
        ),
        Aim.MOTION: re.compile(
            r"\bmotie\w*\b|\b(gevraagd|vroeg\w*|verzocht|oproep|opgeroepen|wilde\w*)\b", re.IGNORECASE
        ),
        Aim.DEADLINE: re.compile(
            r"\b(wanneer|datum|deadline|hoe lang|tot wanneer|op welke (dag|datum)|hoe snel|per wanneer)\b",
            re.IGNORECASE,
        ),
        Aim.AMOUNT: re.compile(r"\b(hoeveel|hoe vaak|aantal|percentage|procent|kosten|bedrag|budget)\b", re.IGNORECASE),
        Aim.LIST: re.compile(
            r"\b(welke \w+en|welke \w+s|lijst|overzicht|alle|noem|opsomming)\b",
            re.IGNORECASE,
        ),
    },
    Language.ENGLISH: {
        Aim.PROMISE: re.compile(
            r"\b(promis\w*|commit(s|ted|ment|ments)?|pledge\w*|undert(ake|ook|aking)\w*|agreed to)\b", re.IGNORECASE
        ),
        Aim.MOTION: re.compile(r"\bmotions?\b|\b(call(ed|ing)? (for|on)|request(ed|ing)?)\b", re.IGNORECASE),
        Aim.DEADLINE: re.compile(r"\b(when|by when|what date|deadline|how long|how soon|until when)\b", re.IGNORECASE),
        Aim.AMOUNT: re.compile(
            r"\b(how (many|much|often)|number of|percentage|per cent|costs?(?= (of|for|to|per|in)\b| ?\?|$)|budget)\b",
            re.IGNORECASE,
        ),
        Aim.LIST: re.compile(r"\b(which \w+s|list|overview|all|what \w+s (are|were))\b", re.IGNORECASE),
    },
}

_SPEAKS: dict[Aim, re.Pattern[str]] = {
    Aim.PROMISE: re.compile(
        r"\b(toegezegd|toezegging\w*|zeg(t|de)? (ik )?(u(w kamer)? )?toe"
        r"|(zal|zullen|wordt|worden|ontvangt|informeer|stuur)"
        r"\b[^.]{0,80}\b(kamer|u)\b|(kamer|u)\b[^.]{0,80}\b(informeren|geïnformeerd|ontvangen|sturen|toesturen)"
        r"|kom(t|en)? (ik )?[^.]{0,60}\bterug)\b",
        re.IGNORECASE,
    ),
    Aim.MOTION: re.compile(r"\bmoties?\b", re.IGNORECASE),
    Aim.DEADLINE: re.compile(
        r"\b((januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
        r"|kwartaal|zomer(reces)?|kerst(reces)?|voorjaar|najaar|medio|eind(e)? (van )?(het|dit|volgend)? ?(jaar|20\d\d)"
        r"|(19|20)\d\d|binnenkort|begin|voor(dat)? de|uiterlijk)\b",
        re.IGNORECASE,
    ),
    # A number that is neither a year, a day of a month, nor a number of a document or question.
    Aim.AMOUNT: re.compile(
        r"(?<![\w.,/-])(?<!nr )(?<!nr\. )(?<!vraag )(?<!vragen )(?<!\bp\. )(?!(19|20)\d\d\b)"
        r"\d{1,3}([. ]?\d{3})*(,\d+)?(?![\w-])(?! (januari|februari|maart|april|mei|juni|juli|augustus|september"
        r"|oktober|november|december)\b)|[€%]|\b(geen|enkele|tientallen|honderden|duizend\w*|miljoen|miljard|helft"
        r"|procent|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b",
        re.IGNORECASE,
    ),
}

_ASKS_WHETHER_KNOWN = re.compile(
    r"^\W*((bent|zijn) u (ook |er ?van )?(bekend|op de hoogte)|kent u|(heeft|hebt) u (ook )?(kennis ?genomen|gezien"
    r"|gelezen)|herinnert u|(kunt|wilt|bent) u\b.{0,40}\bvragen\b.{0,80}\bbeantwoorden"
    r"|are you (also )?(aware|familiar)|do you (know of|recall|remember)|have you (read|seen|taken note))\b",
    re.IGNORECASE,
)
_YES_ALONE = re.compile(r"\W*ja\W*", re.IGNORECASE)


def asks_whether_known(text: str) -> bool:
    """Whether a question asks if something is known, or to be answered at all, which is mostly met with a mere yes."""
    return _ASKS_WHETHER_KNOWN.search(text) is not None


def says_yes_alone(text: str) -> bool:
    """Whether a Dutch text says yes and nothing else."""
    return _YES_ALONE.fullmatch(text) is not None


def aims_of(text: str, language: Language) -> frozenset[Aim]:
    """What a question asks for, by its words; a plain fact when nothing else shows."""
    found = {aim for aim, pattern in _ASKS[language].items() if pattern.search(text)}
    return frozenset(found or {Aim.FACT})


def holds_cue(aim: Aim, text: str) -> bool:
    """Whether a Dutch passage speaks of what this aim asks for; True for aims that no words show."""
    pattern = _SPEAKS.get(aim)
    return pattern is None or pattern.search(text) is not None
