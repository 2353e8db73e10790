"""What a question is about, without the words that only say that somebody asks.

"Hoe zit het met de huisvesting van arbeidsmigranten?" names a subject: what is about it is an answer, and no letter
needs to hold "zit".
"""

import re

_ABOUT_DUTCH = r"(van|over|met|rond(om)?|omtrent|inzake|ten aanzien van|met betrekking tot|op het gebied van)"
_ABOUT_ENGLISH = r"(of|on|about|with|regarding|concerning|as to|when it comes to)"
_FRAMES = re.compile(
    r"\W*("
    r"hoe (zit|staat) het ((nu|nou|eigenlijk|inmiddels|er|ervoor|voor) )*(met|rond(om)?)"
    rf"|wat is de (actuele |huidige |laatste )?stand van zaken {_ABOUT_DUTCH}"
    r"|wat is er (allemaal |eerder |tot nu toe )*(bekend|te vinden|te zeggen|gezegd|geschreven) over"
    r"|wat (weten|weet) (we|wij|je|jij|u|jullie) (allemaal |eigenlijk )*(over|van)"
    r"|(kun|kunt|kan) (je|u) (me|mij|ons) (iets |meer |alles )*(vertellen|zeggen|laten zien)( over)?"
    r"|(vertel|zeg|geef|toon) (me|mij|ons) (eens |iets |meer |alles |informatie )*(over)?"
    r"|ik (zoek|wil|wil graag|zou graag) (iets |alles |informatie |weten |willen weten )*(over|naar|van)?"
    r"|(zoek|informatie|alles) (iets |alles )*(over|naar)"
    r"|(is|staat) er (iets|ergens iets) (bekend |gezegd |geschreven )?over"
    r"|what is (known|written|there)( so far)? (about|on)"
    r"|what (do|did) we (know|have) (about|on)"
    rf"|what is the (current |latest )?(state of play|state of affairs|latest) {_ABOUT_ENGLISH}"
    r"|(how|what) about"
    r"|(can|could|would) you (please )?(tell|show|give) (me|us)( more| something| everything)?( about| on)?"
    r"|(please )?(tell|show|give) (me|us)( more| something| everything| information)?( about| on)?"
    r"|i('m| am) (looking for|interested in)"
    r"|i (want|would like|'d like) to know( more| something| everything)?( about)?"
    r"|is there (anything|something) (about|on)"
    r")\s+(?=\w)",
    re.IGNORECASE,
)


def unframed(text: str) -> str:
    """A question in either language without such words before it, nor its mark; as it is where there are none."""
    frame = _FRAMES.match(text)
    return text[frame.end() :].rstrip(" ?!.") if frame else text
