"""The words that make a promise: who acts, what is done, and what takes the promise away again."""

import re

from corpus.commitments.actors import subject

FILL = r"(?:[\w'’-]+,? ){0,3}?"
FUTURE = r"(?:zal|zullen|ga|(?<!te )gaan|gaat)"
INTENTION = (
    r"(?:verwacht|verwachten|hoop|hopen|ben (?:\w+ ){0,3}?(?:voornemens|bereid|van plan)|is (?:\w+ ){0,2}?(?:voornemens"
    r"|bereid|van plan)|beoog|zijn (?:\w+ ){0,2}?voornemens)"
)


def both_orders(verb: str) -> str:
    """The verb before or behind its subject, within a few words."""
    inverted = rf"(?<!\w)(?:{verb})(?!\w) {FILL}{subject()}"
    straight = rf"(?<!\w){subject('straight')},? {FILL}(?:{verb})(?!\w)"
    return rf"(?:{inverted}|{straight})"


ACTIVE = re.compile(both_orders(FUTURE), re.IGNORECASE)
RECALLED = re.compile(both_orders("zou|zouden"), re.IGNORECASE)
INTENDS = re.compile(
    rf"(?:{both_orders(INTENTION)}"
    r"|(?<!\w)(?:ben|is) (?P<inverted>ik|het kabinet),? (?:[\w'’-]+,? ){0,3}?(?:voornemens|bereid|van plan)(?!\w))",
    re.IGNORECASE,
)
AND_WILL = re.compile(
    rf"(?<!\w){subject()}(?!\w)[^.;]{{0,200}}(?<!\w)en (?:\w+ ){{0,2}}?(?:zal|zullen)(?!\w)", re.IGNORECASE
)
WANTS = re.compile(both_orders(r"wil|willen"), re.IGNORECASE)
LETS = re.compile(both_orders(r"laat|laten"), re.IGNORECASE)
CAN = re.compile(both_orders(r"kan|kunnen"), re.IGNORECASE)

KAMER = (
    r"(?:(?:uw|de|onze) kamer|(?:de )?(?:tweede|eerste|beide) kamers?|de kamers|de staten-generaal|het parlement"
    r"|u)(?!\w)"
)
RECEIVER = re.compile(rf"(?<![\w]){KAMER}", re.IGNORECASE)
TELL = (
    r"infor?meren|infomeren|berichten|rapporteren|inlichten|melden|meedelen|mededelen|toesturen|toe te sturen"
    r"|sturen|zenden|toezenden"
    r"|toe te zenden|verzenden|doorzenden|doorsturen|aanbieden|aan te bieden|toekomen|voorleggen|voor te leggen"
    r"|delen|verstrekken"
    r"|terugkoppelen|terug te koppelen|op de hoogte (?:te )?(?:stellen|brengen|houden)|laten weten|presenteren"
    r"|inzicht (?:te )?geven"
    r"|een reactie (?:te )?geven|antwoorden|verslag (?:te )?doen|ontvangen"
)
TELLS = re.compile(rf"(?<![\w-])(?:{TELL})(?![\w-])", re.IGNORECASE)
BACK = re.compile(
    r"(?<!\w)(?:op terug ?gekomen|terug ?te ?komen|terugkomen|terug ?gekomen|(?:kom|komt"
    r"|komen)(?: [\w'’(),-]+){0,18}? terug(?! in| naar| van| te\b)"
    r"|terug op|op terug)(?!\w)",
    re.IGNORECASE,
)
SENDS = re.compile(
    r"(?<![\w-])(?:[\w-]*(?:brief|reactie|rapport|rapportage|overzicht|onderzoek|evaluatie|voorstel|wetsvoorstel"
    r"|plan|agenda|visie|nota|stuk|stukken|advies))"
    r"(?: [\w'’(),-]+){0,24}? (?:sturen|zenden|verzenden|aanbieden|aan te bieden|toesturen|toe te sturen"
    r"|toekomen)(?!\w)",
    re.IGNORECASE,
)
COMES_WITH = re.compile(
    r"(?<!\w)(?:komen? (?:tot |met )(?:een |de |het |mijn )?(?:[\w-]+ ){0,3}?|(?:met )(?:een |de "
    r"|mijn )?(?:[\w-]+ ){0,3}?)"
    r"(?P<thing>[\w-]*(?:brief|reactie|plan|plan van aanpak|voorstel|voorstellen|wetsvoorstel|visie|agenda"
    r"|rapportage|notitie))(?!\w)",
    re.IGNORECASE,
)
COMES = re.compile(r"(?<!\w)kom(?:en|t)?(?!\w)", re.IGNORECASE)
LOOKS_INTO = re.compile(
    r"(?<![\w-])(?<!drie )(?<!twee )(?<!deze )(?<!andere )(?<!de )(?<!die )(?:(?:te |laten |gaan |verder |nader "
    r"|blijven )*(?:onderzoeken|verkennen|inventariseren|bezien|bekijken|nagaan|na te gaan|uitzoeken"
    r"|uit te zoeken|evalueren|navragen|peilen|toetsen|doorlichten)"
    r"|in kaart (?:te )?(?:laten )?brengen|inzichtelijk (?:te )?maken|(?:inventarisatie|verkenning|onderzoek"
    r"|analyse|evaluatie|navraag|uitvraag|studie|quickscan|impactanalyse)\b(?: [\w'’(),-]+){0,24}? "
    r"(?:te )?(?:(?:laten )?(?:uitvoeren|uit te voeren|uit te laten voeren|verrichten|starten|doen|opstellen"
    r"|instellen)|te laten uitvoeren|uit)"
    r"|(?:onderzoek|navraag|inventarisatie|verkenning) (?:te )?(?:laten )?(?:doen|verrichten|uitvoeren|starten)"
    r"|advies (?:te )?(?:vragen|inwinnen)|om advies (?:te )?vragen|advies [^,.;]{0,60}vragen"
    r"|vragen [^.;]{0,60}advies)(?![\w-])",
    re.IGNORECASE,
)
WORKS_OUT = re.compile(r"(?<![\w-])(?:uitwerken|uit te werken)(?![\w-])", re.IGNORECASE)
TALKS = re.compile(
    r"(?<![\w-])(?:in gesprek(?:ken)?(?! blijven)(?: [^.;]{0,160}?)?|(?:het |een )?(?:gesprek|gesprekken|overleg"
    r"|dialoog)\b(?: [^.;]{0,160}?)?(?:aangaan|aan te gaan|voeren|te voeren|initiëren|plegen|starten|voeren)"
    r"|overleggen|contact (?:op te nemen|opnemen|zoeken|leggen)|onder de aandacht (?:te )?(?:blijven )?brengen"
    r"|bespreken|agenderen|te agenderen|aankaarten"
    r"|opvolging (?:te )?geven aan (?:het |de )?(?:\w+ )?(?:overleg|gesprek\w*)|aan de orde (?:te )?stellen"
    r"|uitnodigen|verzoeken|rappelleren|bevragen)(?![\w-])",
    re.IGNORECASE,
)
BRINGS_IN = re.compile(
    r"(?<!\w)[\w-]*(?:wetsvoorstel|voorstel van wet|wetswijziging|wetgeving|amvb|besluit|nota van wijziging"
    r"|wijziging|regeling|voorstel)\b(?: [^.;]{0,140}?)? "
    r"(?:in procedure (?:te )?brengen|in (?:internet)?consultatie (?:te )?brengen|(?:in te dienen|indienen)"
    r"|aanhangig (?:te )?maken)(?!\w)",
    re.IGNORECASE,
)
# The Kamer being told, in the passive or as the one who receives.
BE_TOLD = re.compile(
    r"(?<!\w)(?P<aux>wordt|worden|zal|zullen"
    r"|zult)(?!\w)(?P<first>(?: (?:(?!(?<!\w)(?:wordt|zal|zullen|zult)(?!\w))[^.;]){0,200}?)?)"
    r"(?<!\w)(?P<told>(?:geïnformeerd|ingelicht|bericht"
    r"|op de hoogte (?:(?:worden )?(?:gesteld|gebracht|gehouden))))(?!\w)"
    r"|(?<!\w)(?P<told2>geïnformeerd|ingelicht|bericht)(?P<aux2> zal| zult)? worden(?!\w)",
    re.IGNORECASE,
)
BE_SENT = re.compile(
    r"(?<!\w)(?:wordt|worden|zal|zullen)(?!\w)(?: [^.;]{0,200}?)? (?:gestuurd|toegestuurd|gezonden|toegezonden"
    r"|verzonden|aangeboden|gedeeld|voorgelegd|verstrekt|gemeld|gerapporteerd|teruggekoppeld)(?!\w)"
    r"|(?<!\w)(?:gestuurd|toegestuurd|gezonden|toegezonden|verzonden|aangeboden|gedeeld|voorgelegd) (?:zal "
    r"|zullen )?worden(?!\w)"
    r"|(?<!\w)worden (?:gestuurd|toegestuurd|gezonden|toegezonden|verzonden|aangeboden|gedeeld|voorgelegd)(?!\w)"
    r"|(?<!\w)(?:wordt|zal) (?:gestuurd|gezonden|toegezonden|verzonden|aangeboden|gedeeld)(?!\w)"
    r"|(?<!\w)(?:gestuurd|gezonden|toegezonden|verzonden|aangeboden|gedeeld|voorgelegd) (?:wordt|zal)(?!\w)",
    re.IGNORECASE,
)
GETS = re.compile(
    r"(?<!\w)(?:ontvangt|ontvangen) (?:de|uw|u)(?: kamer)?(?!\w)|(?<!\w)(?:de"
    r"|uw) kamer (?:zal )?(?:[^.;]{0,120}? )?(?:ontvangt|ontvangen)(?!\w)"
    r"|(?<!\w)u (?:zult )?(?:[^.;]{0,80}? )?(?:ontvangt|zult ontvangen)(?!\w)"
    r"|(?<!\w)(?:kunt u|u kunt|kan (?:uw|de) kamer|(?:uw|de) kamer kan)(?: [^.;]{0,120}?)? "
    r"(?:tegemoet ?zien|verwachten)(?!\w)"
    r"|(?<!\w)(?:(?:uw|de) kamer|u) krijgt(?: [^.;]{0,80}?)? [\w-]*(?:brief|rapport|rapportage|reactie|overzicht"
    r"|plan|voorstel|notitie|analyse|evaluatie|antwoord|antwoorden|stukken)(?!\w)",
    re.IGNORECASE,
)
BE_LOOKED_INTO = re.compile(
    r"(?<!\w)(?:zal|zullen)(?!\w)(?P<between>(?: [^.;]{0,160}?)?) (?:worden (?:(?:nader|verder) )?(?:verkend"
    r"|onderzocht|in kaart gebracht|geïnventariseerd|nagegaan|geëvalueerd)"
    r"|worden (?:nader|verder) (?:bezien|bekeken)|(?:verkend|onderzocht|in kaart gebracht|geïnventariseerd"
    r"|nagegaan|nader bezien) worden)(?! of zij)(?!\w)"
    r"|(?<!\w)(?:dialoog|gesprek) (?:zal )?(?:worden gevoerd|gevoerd zal worden|zal worden gevoerd)(?!\w)",
    re.IGNORECASE,
)
PRESENT_TELL = re.compile(
    rf"(?<!\w)(?:{subject()},? (?:informeer|informeert|bericht|stuur|stuurt|zend|zendt|meld|meldt|rapporteer"
    rf"|rapporteert)(?!\w)"
    rf"|(?:informeer|informeert|bericht|stuur|stuurt|zend|zendt|meld|meldt|rapporteer|rapporteert|bied"
    rf"|biedt) {subject('other')}"
    rf"|{subject('third')}(?: [^.;]{{0,200}}?)? (?:informeert|informeer|bericht|stuur"
    rf"|stuurt|zend|zendt|toestuur|toestuurt|toezend|toezendt|aanbied|aanbiedt|voorleg|voorlegt)(?=[.,; ]|\Z))",
    re.IGNORECASE,
)
# Verbs in two parts, or that tell the Kamer only with what stands behind them: "deel ik … met uw Kamer".
PRESENT_TELL_IN_PARTS = re.compile(
    rf"(?<!\w)(?:(?:deel|deelt|delen) {subject('sharer')}(?: [^.;]{{0,160}}?)? met {KAMER}"
    rf"|{subject('partaker')},? (?:deel|deelt|delen)(?: [^.;]{{0,160}}?)? met {KAMER}"
    rf"|(?:doe|doet|doen) {subject('giver')}(?: [^.;]{{0,120}}?)? toekomen"
    rf"|{subject('donor')},? (?:doe|doet|doen)(?: [^.;]{{0,120}}?)? toekomen"
    rf"|(?:leg|legt|leggen) {subject('layer')}(?: [^.;]{{0,160}}?)? voor(?=[ .,;]|\Z)"
    rf"|(?:laat|laten) {subject('teller')}(?: [^.;]{{0,80}}?)? weten"
    rf"|{subject('speaker')},? (?:laat|laten)(?: [^.;]{{0,80}}?)? weten)(?!\w)",
    re.IGNORECASE,
)
KEEPS_TOLD = re.compile(
    rf"(?<!\w)(?:(?:houd|houdt|houden) {subject()}|{subject('keeper')},? (?:houd|houdt|houden))"
    rf"(?: [^.;]{{0,40}}?)? {KAMER}(?: [^.;]{{0,120}}?)? op de hoogte(?!\w)"
    rf"|(?<!\w)(?:houd|houdt|houden) {subject('third')} {KAMER}[^.;]{{0,120}} op de hoogte",
    re.IGNORECASE,
)
# Such as "De beleidsreactie volgt in het tweede kwartaal"; "volgt op" and "volgt uit" are something else.
FOLLOWS = re.compile(
    r"(?<!\w)[\w-]*(?:brief|reactie|rapportage|actieplan|plan van aanpak|wetsvoorstel)(?: [^.;,]{0,60}?)? "
    r"(?:volgt|volgen)(?! (?:op|uit|dat|hier(?:op|uit)|daar(?:op|uit)|de|het)(?!\w))(?!\w)",
    re.IGNORECASE,
)
BROUGHT_IN = re.compile(
    r"(?<!\w)(?:wordt|worden|zal|zullen)(?!\w)(?: [^.;]{0,120}?)? (?:bij|aan) (?:de |uw )?(?:Tweede |Eerste )?Kamer"
    r"(?: [^.;]{0,60}?)?(?: worden)? (?:ingediend|aangeboden|voorgelegd)(?: worden)?(?!\w)",
    re.IGNORECASE,
)
GOES_INTO = re.compile(
    rf"(?<!\w)in (?:de|mijn|een|het) (?:eerst)?(?:volgende|komende|nieuwe|eerstvolgende) [\w-]*(?:rapportage|brief"
    rf"|monitor|nota)(?!\w)[^.;]{{0,60}}?(?<!\w)(?:(?:ga|gaat|gaan|zal|zullen) {subject()}"
    rf"|{subject('goer')},? (?:ga|gaat|gaan|zal))(?!\w)"
    r"[^.;]{0,120}?(?<!\w)(?:in op|op in|ingaan)(?!\w)",
    re.IGNORECASE,
)
ASKS_ADVICE = re.compile(
    rf"(?<!\w)(?:vraag {subject()}|{subject('asker')},? vraag)(?!\w)"
    r"[^.;]{0,100}(?<!\w)advies(?!\w)",
    re.IGNORECASE,
)
# Behind "ga ik": to talk with somebody.
GOES_TALKING = re.compile(
    r"(?![^.;,]*(?:met elkaar|onderling))[^.;,]{0,100}? (?:in overleg|in gesprek|(?:het |een )?gesprek(?:ken)? aan"
    r"|om (?:de )?tafel|te rade)(?!\w)",
    re.IGNORECASE,
)
PRESENT_LOOK = re.compile(
    rf"(?<!\w)(?:{subject()},? (?:onderzoek|onderzoekt|verken|verkent|bezie|beziet|inventariseer|inventariseert"
    rf"|evalueer|werkt?|breng|brengt|ga|gaat)(?!\w)"
    rf"|(?:onderzoek|onderzoekt|verken|verkent|bezie|beziet|inventariseer|inventariseert|evalueer|werkt?|breng"
    rf"|brengt) {subject('other')})",
    re.IGNORECASE,
)
PRESENT_LOOK_END = re.compile(
    r"(?<!\w)(?:onderzoekt?|verkent?|beziet?|inventariseert?|evalueert?)(?!\w)|(?<!\w)(?:uit|na"
    r"|in kaart)(?=[ .,;]|\Z)",
    re.IGNORECASE,
)

# What this very letter does is no promise any more.
HEREBY = re.compile(
    r"(?<!\w)(?:hierbij|hiermee|bijgaand|bijgevoegd|heden|hieronder|onderstaand[e]?|hierna|in deze (?:brief"
    r"|beantwoording|kamerbrief|antwoorden|reactie)|met deze (?:brief|kamerbrief)"
    r"|bij deze(?: brief)?|(?:middels|via|door middel van|per) deze (?:brief|weg|kamerbrief)|in het onderstaande"
    r"|achtereenvolgens|in (?:de|mijn) (?:beantwoording|antwoorden)(?! van de vragen van)"
    r"|in (?:het|mijn) antwoord op (?:de )?vra(?:ag|gen)|(?:per )?gelijktijdig met deze|volledigheidshalve)(?!\w)",
    re.IGNORECASE,
)
PAST = re.compile(
    r"(?<!\w)(?:heb|heeft|hebben|is|zijn|was|werd|werden|had)(?!\w)"
    r"(?:(?!(?<!\w)(?:wordt|worden|zal|zullen)(?!\w))[^.;]){0,160}?(?:geïnformeerd|gestuurd"
    r"|toegestuurd|gezonden|verzonden|toegezonden|aangeboden|gemeld|ontvangen|gedeeld|bericht|verstuurd)(?!\w)"
    r"|(?<!\w)(?:geïnformeerd|gestuurd|verzonden) (?:is|zijn|heb|heeft|was)(?!\w)",
    re.IGNORECASE,
)
HAS_HAD = re.compile(
    r"(?<!\w)(?:heeft|hebt) (?:uw kamer|de kamer|u)(?!\w)[^.;]{0,200} (?:ontvangen|gekregen)|(?<!\w)(?:uw"
    r"|de) kamer [^.;]{0,20}heeft [^.;]{0,120}ontvangen",
    re.IGNORECASE,
)
NEGATED = re.compile(r"(?<!\w)(?:niet(?! alleen| slechts| enkel)|geen|nooit|noch|nog niets)(?!\w)", re.IGNORECASE)
EFFORT = re.compile(
    r"(?<!\w)(?:streef|streven|streeft|probeer|tracht|blijf|blijft|blijven|inzetten|span|ernaar)(?!\w)", re.IGNORECASE
)
KEEP_TOLD = re.compile(
    r"(?<!\w)(?:blijf|blijft|blijven) (?=(?:\w+ ){0,2}(?:informeren|infomeren|rapporteren|op de hoogte))"
    r"|(?<!\w)blijven(?= geïnformeerd)",
    re.IGNORECASE,
)
IF = re.compile(
    r"(?:als|indien|mocht(?:en)?|ingeval|in het geval dat|wanneer er)\b|.{0,400}(?<!\w)(?:indien|mocht(?:en)?)(?!\w)",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(
    r"(?<!\w)door (?!mij\b|ons\b|het kabinet\b|de (?:minister|staatssecretaris)|mijn |te\b|een |middel)(?:de "
    r"|het )?[\w-]+",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"(?<!\w)(?:coalitieakkoord|regeerakkoord|hoofdlijnenakkoord|regeerprogramma)(?!\w)[^.;]{0,60}(?<!\w)(?:is"
    r"|staat|wordt|heeft)(?!\w)[^.;]{0,60}(?:opgenomen|afgesproken|vermeld|dat)(?!\w)",
    re.IGNORECASE,
)
INDIRECT = re.compile(
    r"(?<!\w)(?:of|hoe|op welke (?:wijze|manier)|waarom|zodat|opdat)(?!\w) (?:[\w'’-]+ ){0,6}\Z", re.IGNORECASE
)
# What the Kamer or a member asks is told, not promised: "De leden vragen of de minister de Kamer zal informeren".
ASKED = re.compile(
    r"(?<!\w)(?:leden|lid|fracties?|kamer|u)(?!\w)[^.;,]{0,60}(?<!\w)(?:vragen|vraagt|vroeg|vroegen|gevraagd|verzoekt"
    r"|verzoeken)(?!\w)[^.;,]{0,30}(?<!\w)(?:of|hoe|wanneer|waarom|op welke \w+)(?!\w)[^,]*\Z",
    re.IGNORECASE,
)
# What a thing does all the time: "Via dit dashboard wordt uw Kamer geïnformeerd".
HABIT = re.compile(
    r"(?<!\w)(?:via|middels|door middel van|door|met) (?:dit|deze) (?!brief|kamerbrief|wijze|manier)[\w-]+ "
    r"(?:wordt|worden)(?!\w)",
    re.IGNORECASE,
)
GATE = re.compile(
    r"(?<!\w)(?:ik(?:zelf)?|wij|we|kabinet|regering|ministers?|staatssecretaris(?:sen)?|ministerie|departement"
    r"|collega|kamers?|u|uw|zal|zullen|hier|volgt|volgen)(?!\w)",
    re.IGNORECASE,
)
