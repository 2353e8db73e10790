"""Mentions of moties in running text: whose, about what, in which document, and how far they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import people
from corpus.commitments.wording import undotted
from corpus.people import PersonMention
from corpus.types import CommitmentStatus as Status
from corpus.types import Person

_WORD = re.compile(r"(?<![\w-])motie(?P<many>s)?(?=[-\s,.;:()«»’\"\d]|\Z)", re.IGNORECASE)
_LINK = re.compile(
    r"(?:\s?-\s?|\s|\d{0,2}\s)*(?:\((?:gewijzigd|nader)[^()]*\)\s)?(?:ingediend )?(?:(?:vraagt|vragen|vroeg"
    r"|vroegen|verzoekt|verzoeken) )?(?:van |door |der )?(?:(?:het"
    r"|de) )?(?:(?:toenmalig |oud-|tweede )?(?:kamer)?(?:lid|leden) |heer |heren |mevrouw )?(?:[\w.]{1,3}\. ?)*\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\d{0,2}(?:\s?\([^()]{0,40}\)\d{0,2})?(?:\s?c\.?s\.?,?)?(?:,?\s(?:en|&)\s|,\s"
    r"|\s?[/&–-]\s?)(?:(?:ingediend )?mede namens |van )?(?:(?:het|de) (?:kamer)?(?:lid|leden) )?\Z",
    re.IGNORECASE,
)
_NEXT_GROUP = re.compile(
    r"(?<!\w)(?:en )?(?:van|motie) (?:het lid|de leden|kamerlid)(?!\w)|,? (?:en|alsmede) de (?:[\w-]+ ){0,6}motie",
    re.IGNORECASE,
)
_BROUGHT_IN = re.compile(
    r"(?<!\w)(?:het lid|de leden|kamerlid|door)(?!\w)[^.;]{0,160}?(?:een|deze|de|twee) (?:[\w-]+ )?motie[^.;]{0,20}"
    r"(?:ingediend|in te dienen)"
    r"|(?<!\w)(?:het lid|de leden|kamerlid)(?!\w)[^.;]{0,160}?(?:vraagt|vragen|vroeg|vroegen|verzocht|verzochten"
    r"|verzoekt"
    r"|verzoeken|verzocht) (?:in|bij|met|per) (?:hun|zijn|haar|een|de) motie",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"motie[^.;]{0,200}?(?:verzoek|verzocht|verzochten|vroeg|vragen|roept|oproep|opgeroepen|vraagt|gevraagd"
    r"|spreekt uit"
    r"|uitspreekt|constateert)|(?:die|waarin|waarmee)[^.;]{0,60}(?:verzoek|verzocht|oproept|vraagt)",
    re.IGNORECASE,
)
# Of a motie without a name.
_ASKS_ITSELF = re.compile(
    r"motie(?: over [^;()]{3,100})? \((?:kamerstuk|kst|\d\d \d\d\d)|motie,? (?:over [^;]{3,120}?,? )?(?:verzoekt"
    r"|roept|vraagt|(?:die|waarin"
    r"|waarmee)(?: [\w'’-]+){0,6}? (?:verzoekt|verzocht|oproept|vraagt|wordt verzocht|is verzocht"
    r"|werd verzocht))(?!\w)",
    re.IGNORECASE,
)
_ASKS_TOO = re.compile(r"(?:vraagt|vroeg|verzoekt) (?:dat|dit|daar|hier) ook(?!\w)", re.IGNORECASE)
_POINTER = re.compile(
    r"\s*Zie (?:hiervoor|hierover|ook|bijvoorbeeld|onder (?:andere|meer)|o\.a\.)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MotieMention:
    """A motie named in a sentence: its proposers, and the part `text[start:end]` that is about it.

    `topical` says that the sentence is about the motie itself: who brought it in, or what it asks.
    """

    proposers: tuple[Person, ...]
    start: int
    end: int
    topical: bool


def find_moties(text: str) -> list[MotieMention]:
    """The moties that a sentence names, in order: by proposers, or by what they ask where no name is given."""
    if "otie" not in text and "OTIE" not in text:
        return []
    words = list(_WORD.finditer(text))
    if not words or _POINTER.match(text):
        return []
    named = people.recognise(text)
    found: list[MotieMention] = []
    for place, word in enumerate(words):
        end = words[place + 1].start() if place + 1 < len(words) else len(text)
        groups = _groups(text, word, named, end)
        for number, (first, proposers) in enumerate(groups):
            stop = groups[number + 1][0] if number + 1 < len(groups) else end
            found.append(_mention(text, proposers, word.start() if not number else first, stop))
    if not found and _BROUGHT_IN.search(text):
        proposers = tuple(each.person for each in named if each.end <= words[0].start())
        if proposers:
            return [MotieMention(proposers, named[0].start, len(text), topical=True)]
    if not found and not words[0]["many"] and _ASKS_ITSELF.search(text) and not _refers_back(text, words[0]):
        return [MotieMention((), words[0].start(), len(text), topical=True)]
    return found


def _mention(text: str, proposers: tuple[Person, ...], start: int, end: int) -> MotieMention:
    before = text[max(0, start - 80) : start]
    as_asked = re.search(r"zoals [^.;,]{0,30}(?:verzocht|gevraagd)[^.;,]{0,30}\Z", before, re.IGNORECASE)
    in_passing = as_asked or _ASKS_TOO.search(text[start:end])
    return MotieMention(proposers, start, end, topical=not in_passing and bool(_ASKS.search(text[start:end])))


def _refers_back(text: str, word: re.Match[str]) -> bool:
    """Whether it is "deze motie", or "de motie" that says nothing of its own."""
    before = text[: word.start()]
    return bool(
        re.search(r"(?<!\w)(?:deze|die|beide|betreffende|genoemde|bovengenoemde|andere) \Z", before, re.IGNORECASE)
    )


def _groups(
    text: str, word: re.Match[str], named: Sequence[PersonMention], end: int
) -> list[tuple[int, tuple[Person, ...]]]:
    """The proposers named behind the word "motie", each group with the place where its words begin."""
    groups: list[tuple[int, tuple[Person, ...]]] = []
    proposers: list[Person] = []
    begin = position = word.end()
    for mention in named:
        if mention.start < position or mention.start >= end:
            continue
        gap = text[position : mention.start]
        if (not proposers and _LINK.fullmatch(gap)) or (
            proposers
            and _BETWEEN.fullmatch(gap)
            and not (word["many"] and re.search(r"(?<!\w)en van (?:het|de)(?!\w)", gap))
        ):
            proposers.append(mention.person)
        elif (
            proposers
            and word["many"]
            and re.search(r"(?:van (?:het lid|de leden|kamerlid) |en (?:van )?(?:het lid |de leden )?)\Z", gap)
        ):
            groups.append((begin, tuple(proposers)))
            begin, proposers = position, [mention.person]
        else:
            break
        position = mention.end
    if proposers:
        groups.append((begin, tuple(proposers)))
    if word["many"] and len(groups) == 1 and len(groups[0][1]) > 1 and _listed(text, word):
        return [(begin, (person,)) for person in groups[0][1]]
    return groups


def _listed(text: str, word: re.Match[str]) -> bool:
    """Whether several moties are named by one name each: "de moties Omtzigt en Ploumen", not "van de leden A en B"."""
    return not re.match(r"[\s-]*(?:van |door )", text[word.end() :]) and "/" not in text[word.end() : word.end() + 40]


def refers_to_topic(text: str) -> bool:
    """Whether a sentence speaks of "deze motie" or "de motie" without naming one."""
    return bool(_WORD.search(text)) and not find_moties(text)


# ------------------------------------------------------------------------------------------------------ status

_CLAIMS: tuple[tuple[Status, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            Status.UITGEVOERD,
            (
                r"als (?:afgedaan|uitgevoerd)|(?<!\w)doe(?:n|t)? [^.;]{0,80}motie[^.;]{0,120} af(?=[ .,;]|\Z)"
                r"|(?:is|zijn|wordt|worden)(?!\w)[^.;]{0,80}motie[^.;]{0,140}(?<!\w)(?:afgedaan|uitgevoerd)(?!\w)"
                r"|(?:stuur|zend|bied|ontvangt)(?: ik)? (?:u|uw kamer) hierbij"
                r"|(?<!\w)afgedaan (?:beschouw|is|zijn|met)|voldaan aan"
                r"|(?<!\w)voldoe (?:ik )?(?:hiermee |daarmee )?aan|(?:wordt|is|heeft|heb|hebben|geef|geeft"
                r"|werd)(?!\w)[^.;]{0,120}?(?:uitvoering|invulling|gevolg|gehoor)(?:(?! te )[^.;]){0,100}?(?:gegeven"
                r"|aan)(?!\w)"
                r"|(?:gegeven|geef ik|geeft) (?:zo |hiermee |daarmee )?(?:uitvoering|invulling|gevolg|gehoor)"
                r"|(?:uitvoering|invulling|gevolg|gehoor) (?:is |wordt |heb ik )?(?:aan [^.;]{0,80})?gegeven"
                r"|meegezonden|meegestuurd|(?<!\w)bijgaand|(?<!\w)hierbij (?:bied|stuur|zend|ontvang|doe)|bijgevoegd"
                r"|als bijlage|is (?:hiermee |daarmee |inmiddels )?uitgevoerd"
                r"|(?:is|zijn) opgenomen in (?:een|de|mijn) [\w-]*brief"
            ),
        ),
        (
            Status.OORDEEL_KAMER,
            r"oordeel (?:aan de )?kamer|oordeel aan (?:de|uw) kamer|aan het oordeel van (?:de|uw) kamer",
        ),
        (Status.ONTRADEN, r"(?<!\w)ontraa?dt?(?:en)?(?!\w)|ontraad ik"),
        (
            Status.OVERGENOMEN,
            (
                r"motie[^.;]{0,40}(?:overgenomen|over te nemen|overnemen)|motie[^.;]{0,60} neem ik [^.;]{0,20}over"
                r"|neem ik [^.;]{0,80}motie[^.;]{0,80} over(?=[ .,;]|\Z)"
            ),
        ),
        (Status.AANGEHOUDEN, r"aangehouden|aan te houden|(?<!\w)aanhouden(?!\w)"),
        (
            Status.IN_UITVOERING,
            (
                r"(?<!\w)(?:conform|in lijn met|in overeenstemming met|in het kader van|in navolging van"
                r"|ter uitvoering van|opvolging van|in het licht van|(?:zo)?als (?:[\w-]+ ){0,3}?(?:verzocht"
                r"|gevraagd|verzoekt|vraagt)|zoals de motie|uitwerking van|uitwerking motie|invulling van"
                r"|uitvoering van)(?!\w)"
                r"|motie[^.;]{0,80}(?:vraagt|oproept)\)?[.,;]?\Z|motie[^.;]{0,40} vraagt (?:dat|dit|daar"
                r"|hier) ook|(?:uitvoering|invulling|gevolg) te geven"
                r"|voer ik (?:de|deze) motie[^.;]{0,80}uit|in (?:\w+ )?(?:fasen|stappen) uitgevoerd"
                r"|wordt (?:momenteel "
                r"|nu )?uitgevoerd|(?:zal|zullen|ga|gaat)(?!\w)[^.;]{0,120}(?:uitvoer|invulling|gevolg)"
                r"|in uitvoering|(?:wordt|worden|zal)(?!\w)[^.;]{0,60} betrokken bij|betrek ik"
                r"|op verzoek van (?:de|deze) motie|op terug ?gekomen|werk ik aan|kom ik [^.;]{0,60}terug"
            ),
        ),
        (
            Status.AANGENOMEN,
            (
                r"(?:kamer )?aangenomen (?:gewijzigde )?motie|motie[^.;]{0,80}(?:is|was"
                r"|werd) (?:[\w-]+ ){0,4}aangenomen|heeft aangenomen"
            ),
        ),
        (Status.VERWORPEN, r"verworpen|verworden motie"),
    )
)
_WILL_BE = re.compile(
    r"(?<!\w)(?:zal|zullen|ga|gaat|wil|kan|kunnen)(?!\w)[^.;]{0,120}(?:uitvoering|invulling|gevolg)", re.IGNORECASE
)
_NOT_DONE = re.compile(
    r"(?<!\w)(?:(?:nog )?(?:niet|geen)|onvoldoende)(?!\w)(?! (?:alleen|slechts|enkel))[^.;,]{0,40}?(?:voldaan|afgedaan"
    r"|uitgevoerd|uitvoering|invulling|gevolg)(?: (?:gegeven|kunnen geven))?",
    re.IGNORECASE,
)


def status_of(sentences: Sequence[str]) -> Status:
    """The state of a motie by the sentences that speak of it; what closes it goes before what goes on."""
    plain = [undotted(text) for text in sentences]
    claimed = {status for text in plain for status, pattern in _CLAIMS if _claims(text, status, pattern)}
    order = [status for status, _ in _CLAIMS]
    return min(claimed, key=order.index, default=Status.ONBEKEND)


def _claims(text: str, status: Status, pattern: re.Pattern[str]) -> bool:
    # Whoever asks how it was carried out does not say that it was.
    if status is Status.UITGEVOERD and (_WILL_BE.search(text) or text.rstrip().endswith("?")):
        return False
    return bool(pattern.search(_NOT_DONE.sub(" ", text) if status is Status.UITGEVOERD else text))
