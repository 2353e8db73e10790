"""How far a promise made earlier is, by what the letter says around it."""

import re
from collections.abc import Sequence

from corpus.commitments.wording import undotted
from corpus.types import CommitmentStatus as Status

_DROPPED = re.compile(
    r"toezegging[^.;]{0,60}(?:komt te vervallen|vervalt|is vervallen|vervallen verklaard)"
    r"|toezegging[^.;]{0,80}(?<!\w)(?:is|zijn) (?:\w+ )?(?:achterhaald"
    r"|niet (?:meer|langer) (?:aan de orde|opportuun|relevant))|(?:kan|kunnen"
    r"|zal) ik [^.;]{0,60}toezegging[^.;]{0,40}niet (?:langer )?(?:nakomen|gestand|uitvoeren)",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"(?<!\w)(?:deels|gedeeltelijk|ten dele)(?!\w)[^.;]{0,40}(?:voldaan|voldoe|afgedaan|uitvoering|invulling"
    r"|gestand|tegemoet)",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?<!\w)(?:voldaan|voldoe|nagekomen|ingelost|gestand|afgedaan|(?:kom|komt|komen) (?:ik"
    r"|het kabinet)? ?(?:[\w-]+ ){0,6}?tegemoet|tegemoet aan"
    r"|(?:geef|geeft|gegeven|wordt|geven) (?:[^.;]{0,80} )?(?:invulling|uitvoering|gevolg)|(?:invulling"
    r"|uitvoering|gevolg) (?:[^.;]{0,60} )?gegeven|voer ik [^.;]{0,60}toezegging[^.;]{0,20} uit"
    r"|toezegging voer ik uit|strekt (?:daartoe|hiertoe)|(?:vindt|treft) u|in de bijlage"
    r"|(?:is|zijn|heb|heeft|hebben) (?:[^.;]{0,80} )?(?:meegezonden|meegenomen|meegestuurd)"
    r"|bijgaand|bijgevoegd|hierbij(?! te(?!\w))|hiermee|middels deze brief"
    r"|met deze (?:kamer)?brief|in deze (?:kamer)?brief|via deze (?:brief|weg)|als bijlage|met onderstaand)(?!\w)",
    re.IGNORECASE,
)
# "Nog niet voldaan" keeps nothing.
_NOT_KEPT = re.compile(
    r"(?<!\w)(?:(?:nog )?(?:niet|geen)|onvoldoende)(?!\w)(?! (?:alleen|slechts|enkel))[^.;,]{0,40}?(?:voldaan|voldoe"
    r"|nagekomen|ingelost|gestand|afgedaan|uitgevoerd|invulling|uitvoering|gevolg)(?: (?:gegeven|kunnen geven))?",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(
    r"(?<!\w)(?:zal|zullen|nog niet|nog dit|nog deze|volgt|loopt|lopen|momenteel|wordt [^.;]{0,60}(?:opgeleverd"
    r"|afgerond|verwacht|verzonden|gestuurd|geïnformeerd|uitgevoerd)|verwacht|verwachten|(?:ik|wij) (?:stuur"
    r"|zend|kom|informeer|bericht)|ontvangt uw kamer"
    r"|uw kamer ontvangt"
    r"|kom ik [^.;]{0,80}terug|streef\w*|stuur ik|zend ik|informeer ik uw kamer (?:nader|voor|na|in)|zoekt|zoek"
    r"|werk|werkt)(?!\w)",
    re.IGNORECASE,
)
_PARTICIPLE = (
    r"(?:\w*ge\w+(?:d|t|en|daan)|be\w+d|ver\w+d|gesproken|onderzocht|uitgevoerd|ontvangen|verkend|overlegd|besproken"
    r"|laten (?:doen|uitvoeren|onderzoeken|verrichten|opstellen|maken))"
)
_DONE = re.compile(
    rf"(?<!\w)(?:heb|hebben|heeft|ben|is|zijn|was|werd|werden)(?!\w)[^.;]*?(?<!\w)(?!toegezegd|aangegeven|gemeld"
    rf"|gezegd)(?:{_PARTICIPLE})(?!\w)",
    re.IGNORECASE,
)
_DOES_NOW = re.compile(
    r"(?<!\w)(?:geef|bied|ga|treft|vindt|doe|reageer) (?:ik|u|wij)(?!\w)|(?<!\w)informeer ik (?:u"
    r"|uw kamer)(?! (?:nader|voor|na|in))",
    re.IGNORECASE,
)
_RECALLS = re.compile(
    r"\s*(?:zoals|conform|overeenkomstig|gelijk|in lijn met|naar aanleiding van)(?!\w)", re.IGNORECASE
)
_THE_PROMISE = re.compile(r"toezegging|toegezegd", re.IGNORECASE)
_TURNS_ON_IT = re.compile(
    r"\s*(?:dit|deze|die|dat|daarmee|hiermee|met |na |uit |het |de uitkomst\w*|hiertoe|daartoe|inmiddels|ik "
    r"|op basis|hierbij|bijgaand|bijgevoegd|in de bijlage|als bijlage)",
    re.IGNORECASE,
)
_SAYS_OF_IT = re.compile(r"(?:Dit|Deze|Die|Dat|Daarmee|Hiermee|Met (?:dit|deze|het)|Hiertoe|Daartoe|Inmiddels)(?!\w)")


def status_of(sentence: str, clause_end: int, following: Sequence[str]) -> Status:
    """The state of a promise made earlier; `clause_end` is where the words that recall it end in the sentence."""
    start, rest_of_it = undotted(sentence[:clause_end]), undotted(sentence[clause_end:])
    sentence, clause_end, following = f"{start}{rest_of_it}", len(start), [undotted(text) for text in following]
    about = " ".join([sentence, *[text for text in following if _THE_PROMISE.search(text)]])
    if _DROPPED.search(about):
        return Status.VERVALLEN
    if _PARTLY.search(about):
        return Status.DEELS
    rest = sentence[clause_end:] if _RECALLS.match(sentence) else sentence
    if _is_kept(rest):
        return Status.VOLDAAN
    if _RECALLS.match(sentence):
        if _STILL_TO_DO.search(rest):
            return Status.OPEN
        if _DONE.search(rest) or _DOES_NOW.search(rest):
            return Status.VOLDAAN
    return _by_what_follows(following)


def _by_what_follows(following: Sequence[str]) -> Status:
    for text in following:
        if not _TURNS_ON_IT.match(text):
            break
        if _is_kept(text):
            return Status.VOLDAAN
        if _STILL_TO_DO.search(text):
            return Status.OPEN
        if _DONE.search(text):
            return Status.VOLDAAN
    return Status.OPEN


def mentions_outcome(text: str) -> bool:
    """Whether a sentence says how far the promise before it is, so that it belongs to its proof."""
    return bool(_SAYS_OF_IT.match(text)) and bool(_KEPT.search(text) or _STILL_TO_DO.search(text) or _DONE.search(text))


def closed_by(text: str) -> Status | None:
    """The state that a sentence about "deze toezegging" gives it; None where it says nothing of that."""
    for pattern, status in ((_DROPPED, Status.VERVALLEN), (_PARTLY, Status.DEELS)):
        if pattern.search(text):
            return status
    if _NOT_KEPT.search(text) and not _is_kept(text):
        return Status.OPEN
    return Status.VOLDAAN if _is_kept(text) else None


def _is_kept(text: str) -> bool:
    return bool(_KEPT.search(_NOT_KEPT.sub(" ", text)))
