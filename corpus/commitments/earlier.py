"""Sentences that tell of an earlier promise: "toegezegd", "de toezegging aan …", "aangegeven dat ik … zou"."""

import re
from dataclasses import dataclass

from corpus.commitments.actors import OF_MINISTRY
from corpus.commitments.future import find_promise

# Without an article too, and with those before: "mijn toenmalige voorganger", "demissionair minister".
_OFFICE = (
    r"(?:de |het |mijn |onze |diens |haar )?(?:toenmalig[e]? |vorige |voormalig[e]? |demissionair[e]? )?"
    r"(?:minister-president|ministers?|staatssecretaris(?:sen)?|bewindspersonen|kabinet|regering"
    r"|(?:ambts)?voorgangers?|ambtgenoot|ambtsgenoot|collega|ministerie)(?!\w)"
)
_I = r"(?:ik|wij|we)"
_AS = re.compile(
    r"(?<!\w)(?:zoals|als|gelijk|conform|overeenkomstig)(?: is| was| werd)?(?: [\w'’().,-]+){0,14}? toegezegd(?!\w)",
    re.IGNORECASE,
)
_I_PROMISED = re.compile(
    rf"(?<!\w)(?:heb|hebben|had|hadden) (?:[\w'’-]+ ){{0,3}}?{_I}(?!\w)[^;]*?(?<![\w-])toegezegd(?!\w)"
    rf"|(?<!\w){_I} (?:[^;]{{0,200}} )?(?:heb|hebben|had) (?:[^;]{{0,200}} )?toegezegd(?!\w)"
    rf"|(?<!\w){_I} (?:[^;]{{0,200}} )?toegezegd (?:heb|hebben|had)(?!\w)",
    re.IGNORECASE,
)
_OFFICE_PROMISED = re.compile(
    rf"(?<!\w)(?:heeft|hebben|had"
    rf"|hadden) (?:[\w'’-]+ ){{0,2}}?(?P<by>{_OFFICE})(?!\w)[^;]*?(?<![\w-])toegezegd(?!\w)"
    rf"|(?<!\w)(?P<by2>{_OFFICE})(?!\w)[^;]*?(?<!\w)(?:heeft|hebben|had"
    rf"|hadden)(?!\w)[^;]*?(?<![\w-])toegezegd(?!\w)"
    rf"|(?<!\w)(?P<by3>{_OFFICE})(?!\w)[^;]*? toegezegd (?:heeft|hebben|had)(?!\w)",
    re.IGNORECASE,
)
_WAS_PROMISED = re.compile(
    r"(?<!\w)(?:is|was|werd|zijn|werden)(?!\w)[^;]*?(?<![\w-])toegezegd(?!\w)|(?<![\w-])toegezegd (?:is|was"
    r"|werd|zijn)(?!\w)",
    re.IGNORECASE,
)
_PROMISED_THING = re.compile(
    r"(?<![\w-])toegezegde (?:[\w-]+ ){0,2}?(?P<thing>[\w-]*(?:brief|onderzoek|reactie|rapportage|rapport"
    r"|overzicht|evaluatie|analyse|verkenning|informatie|notitie|plan|visie|appreciatie))(?!\w)",
    re.IGNORECASE,
)
_HANDED_OVER = re.compile(
    r"(?<!\w)(?:hierbij|bijgaand|bijgevoegd|bied|hiermee|met deze brief|aan het lid|aan de leden"
    r"|door mijn voorganger|ontvangt)(?!\w)",
    re.IGNORECASE,
)
_SAYS_TO = re.compile(
    rf"(?<!\w)(?:zeg|zeggen) {_I} (?:(?:(?! dat )[^.;?]){{0,160}} )?toe(?! gaa| kom|\w)"
    rf"|(?<!\w){_I} zeg(?:gen)? (?:(?:(?! dat )[^.;?]){{0,160}} )?toe(?! gaa| kom|\w)"
    rf"|(?<!\w)(?:(?:kan|wil|ga|kunnen|willen) {_I}|{_I} (?:kan|wil|ga|kunnen|willen))(?!\w)"
    r"(?: (?!niet(?!\w)|geen(?!\w)|nooit(?!\w)|dat(?!\w))[\w'’(),-]+){0,10}? toezeggen(?!\w)"
    r"|(?<!\w)doe ik (?:[\w'’-]+ ){0,5}?(?:de|een) toezegging(?![^.;]*gestand)"
    r"|(?<!\w)(?:de |het )(?:minister|staatssecretaris"
    r"|kabinet)(?: van [\w, ]{2,60}?)? zegt (?:(?! dat )[^.;?]){0,160}(?<= )toe(?! gaa| komt| kom|\w)",
    re.IGNORECASE,
)
_WHATEVER = re.compile(
    r"(?<!\w)(?:wat|hetgeen) (?:ik|wij|we) (?:(?:reeds|al|eerder|hier) )?(?:heb|hebben|had) toegezegd(?!\w)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<![\w-])toezegging(?P<many>en)?(?!\w)", re.IGNORECASE)
# "Ik doe daarmee één toezegging gestand": only how many.
_COUNTED = re.compile(r"(?<!\w)(?:één|twee|drie|vier|vijf|enkele|een|\d+) (?:[\w-]+ )?\Z", re.IGNORECASE)
_SPECIFIC = re.compile(
    r"toezegging(?:en)? (?:uit|zoals gedaan|gedaan|aan|van (?:de )?(?:minister|staatssecretaris|mijn|de heer"
    r"|mevrouw|het lid|\d)|om|in (?:het|de|een|mijn)|tijdens|bij|dat|TZ\d|op|over|inzake|betreffende"
    r"|met betrekking|ten aanzien|uit (?:het|de|mijn)|door|die|voor)(?!\w)"
    r"|toezegging[^.;]{0,80}\(?TZ\d{6}|toezegging is door [^.;]{3,160} gedaan",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?<!\w)(?:hiermee|daarmee|met deze (?:brief|kamerbrief)|via deze (?:brief|weg)|middels deze brief"
    r"|met (?:dit|het|de)|door (?:middel van )?deze)(?!\w)[^.;]*(?:voldoe|voldaan|voldoen|kom|doe|voer|geef"
    r"|gegeven|los|gestand|afgedaan|nagekomen|invulling|uitvoering)",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    r"(?<!\w)(?:geen|nooit|niet)(?: [\w-]+){0,4} (?:toezegging(?:en)?|toegezegd)(?!\w)|(?<!\w)(?:geen"
    r"|noch) toezegging"
    r"|toezegging(?:en)? (?:kan|kunnen|wil|willen) ik [^.;]{0,60}(?:niet|geen)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:pensioen\w*|aanspraken|uitkering(?:en)?|indexatie|financiële (?:compensatie|steun|middelen|bijdrage)"
    r"|subsidies?|bijdragen?|miljoen|miljard|euro|€ ?[\d.,]+|middelen|steunpakket"
    r"|budget)(?: [\w'’,-]+){0,6} toegezegde?(?!\w)"
    r"|toegezegde? (?:[\w-]+ ){0,3}?(?:pensioen\w*|aanspraken|uitkering(?:en)?|compensatie|steun|subsidies?"
    r"|bijdragen?|middelen|bedrag(?:en)?|gelden|miljoen|miljard|euro|€|budget)"
    r"|pensioentoezegging|(?:pensioen|werkgever|werknemer|financiële|subsidie)\w*[^.;]{0,60} toezegging"
    r"|toezegging(?:en)?[^.;]{0,60}(?:pensioen|werkgever|werknemer)",
    re.IGNORECASE,
)
# Who else promises: companies, countries and municipalities are not the government.
_BY_OTHERS = re.compile(
    rf"toegezegd door (?!mij|ons|{_OFFICE})|(?<!\w)door (?!mij(?!\w)|ons(?!\w)|{_OFFICE}|u(?!\w))(?:de |het "
    rf"|een )?[\w-]+(?: [\w-]+){{0,3}}? (?:is |was |werd )?toegezegd(?!\w)",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"(?<!\w)u (?:heeft|hebt) (?:mij )?[^.;]{0,60}toegezegd|(?<!\w)uw toezegging", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?<!\w)(?:heb|hebben|heeft|is|was|werd|zijn)(?!\w)[^.;]{0,200}?(?<!\w)(?:aangegeven|gemeld|aangekondigd"
    r"|laten weten|bericht|toegelicht|geschreven|medegedeeld|meegedeeld)(?!\w)(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?<!\w)(?:kamer)?brief\w*|(?<!\w)(?:antwoord|beantwoording|debat|overleg|commissiedebat|kamervragen"
    r"|verzamelbrief)(?!\w)",
    re.IGNORECASE,
)
_TOOK_UP = re.compile(
    r"\s*[^.;]*?(?<!\w)(?:te (?:agenderen|onderzoeken|verkennen|bezien|inventariseren|informeren|bespreken)"
    r"|(?:aan|uit) te (?:kaarten|zoeken))(?!\w)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"(?<!\w)(?:zal|zullen|zou|zouden|wordt|worden|informeert|informeer|kom|komt)(?!\w)", re.IGNORECASE
)
_BE_TAKEN_UP = re.compile(
    r"(?<!\w)(?:wordt|worden|zal|zullen|zou|zouden)(?!\w)[^.;]*(?<!\w)(?:besproken|onderzocht|verkend|bezien"
    r"|geagendeerd)"
    r"(?!\w)",
    re.IGNORECASE,
)
_POINTS_AT = re.compile(
    r"(?<!\w)(?:de|deze|die|mijn|bovenstaande|genoemde) toezegging(?! (?:aan|van|om|in|tijdens|op|over|inzake"
    r"|betreffende"
    r"|uit (?:het|de)|zoals|die|dat|door|met betrekking|ten aanzien|is door|gedaan|TZ))(?!\w)",
    re.IGNORECASE,
)


def points_at_promise(text: str) -> bool:
    """Whether a sentence speaks of "deze toezegging" without saying which: the one spoken of before it."""
    return bool(_POINTS_AT.search(text))


@dataclass(frozen=True, slots=True)
class Earlier:
    """A promise made earlier: who made it as the text says ("" for who signed), and where its words stand.

    `reported` says that the letter recalls what it announced before, without the word "toegezegd". `made_here` is of
    the formula "ik zeg toe", which makes the promise, `own` of "ik heb toegezegd".
    """

    by: str
    start: int
    end: int
    reported: bool = False
    made_here: bool = False
    own: bool = False


def find_earlier(text: str, *, answered_before: bool, has_reference: bool) -> Earlier | None:
    """The earlier promise that a sentence tells of; None where there is none.

    `answered_before`: a promise was mentioned just before, so that "deze toezegging" is that one. `has_reference`:
    the sentence or its footnote names a TZ number or a document.
    """
    lowered = text.lower()
    if "toeze" in lowered or "toegeze" in lowered or (" toe" in lowered and _SAYS_TO.search(text)):
        if _NO_PROMISE.search(text) or _WHATEVER.search(text) or _MONEY.search(text) or _MEMBERS.search(text):
            return None
        return _promised(text) or _noun(text, answered_before=answered_before, has_reference=has_reference)
    return _reported(text)


def _promised(text: str) -> Earlier | None:
    says = _SAYS_TO.search(text)
    if says:
        named = re.match(r"(?:de|het) (?:minister|staatssecretaris)[^.;]*?(?= zegt)", says.group(), re.IGNORECASE)
        return Earlier(named.group() if named else "", says.start(), says.end(), made_here=True)
    by_others = _BY_OTHERS.search(text)
    for pattern in (_I_PROMISED, _AS, _OFFICE_PROMISED, _WAS_PROMISED):
        match = pattern.search(text)
        if match is None or (by_others and pattern is not _I_PROMISED):
            continue
        return Earlier(_by(text, match), match.start(), match.end(), own=pattern is _I_PROMISED)
    thing = _PROMISED_THING.search(text)
    if thing and _HANDED_OVER.search(text) and find_promise(text, timed=True) is None:
        return Earlier(_by(text, thing), thing.start(), thing.end())
    return None


_BY = re.compile(
    r"(?<!\w)door (?P<by>(?:mijn (?:ambts)?voorganger|(?:de |mijn )?(?:toenmalig[e]? "
    r"|voormalig[e]? )?(?:minister|staatssecretaris|minister-president|collega|ambtgenoot)"
    rf"{OF_MINISTRY}|het kabinet))(?!\w)",
    re.IGNORECASE,
)


def _by(text: str, match: re.Match[str]) -> str:
    """Who promised, where it is somebody else than who signed."""
    for name in ("by", "by2", "by3"):
        if match.re is _OFFICE_PROMISED and match[name]:
            found = _NAMED.match(text, match.start(name))
            named = found.group() if found else match[name]
            return "" if "kabinet" in named.lower() or "regering" in named.lower() else named
    by = _BY.search(text)
    return "" if by is None or "kabinet" in by["by"].lower() else by["by"]


_NAMED = re.compile(rf"{_OFFICE}{OF_MINISTRY}", re.IGNORECASE)


def _noun(text: str, *, answered_before: bool, has_reference: bool) -> Earlier | None:
    for match in _NOUN.finditer(text):
        if _COUNTED.search(text, 0, match.start()):
            continue
        tail = text[match.start() :]
        if re.search(
            r"(?<!\w)(?:deze|die|beide|bovenstaande|genoemde) \Z", text[: match.start()], re.IGNORECASE
        ) and not re.match(r"toezegging is door", tail):
            if answered_before or match["many"] or not _CLOSES.search(text):
                continue
            return Earlier("", match.start(), match.end())
        if match["many"]:
            if re.match(r"toezeggingen (?:aan (?:het lid|de leden)|om te|die ik (?:heb|aan))", tail, re.IGNORECASE):
                return Earlier("", match.start(), match.end())
            continue
        if _SPECIFIC.match(tail) or has_reference or _CLOSES.search(text):
            return Earlier(_by_noun(text), match.start(), match.end())
    return None


def _by_noun(text: str) -> str:
    by = _BY.search(text)
    return by["by"] if by else ""


def _reported(text: str) -> Earlier | None:
    """Such as "In mijn brief heb ik aangegeven dat ik zou onderzoeken": announced in a letter or debate."""
    match = _REPORTED.search(text)
    if match is None or not _SOURCE.search(text):
        return None
    rest = match["rest"]
    subordinate = re.match(r"[^.;]{0,60}?(?<!\w)dat(?!\w)", rest)
    clause = rest[subordinate.end() :] if subordinate else ""
    if subordinate and _FUTURE.search(clause) and find_promise(clause, timed=True, recalled=True) is not None:
        return Earlier("", match.start(), match.end(), reported=True)
    if _TOOK_UP.match(rest) or (subordinate and _BE_TAKEN_UP.search(clause)):
        return Earlier("", match.start(), match.end(), reported=True)
    return None
