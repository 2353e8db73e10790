"""The words by which a question shows what it wants of the register, in both languages."""

import re

from corpus.names import fold
from qa.types import Language

PROMISE = {
    Language.DUTCH: re.compile(
        r"\b(?:toegezegde?|toezegging\w*|toezeg\w*|beloofde?n?|belooft|belofte[ns]?)\b|\bzeg(?:t|de|den|gen)\b.*\btoe\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:promis(?:e|es|ed|ing)|commit(?:s|ted|ments?)?|pledge[sd]?|undert(?:ook|aken|akings?))\b|\btoezegging\w*\b",
        re.IGNORECASE,
    ),
}
# Of one motie people ask what it says or what became of it, which its passage tells; of many they ask a list.
MOTIES = {
    Language.DUTCH: re.compile(
        r"\b(?:welke|alle|hoeveel|overzicht|lijst|noem|toon|geef)\b[^?]*\bmoties\b"
        r"|\bmoties (?:van|door|over|uit|die)\b|\bin (?:zijn|haar|hun|de) moties\b"
        r"|^\W*(?:open\w* |aangenomen )?moties\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:which|what|all|list|overview|how many|show|give)\b[^?]*\bmotions\b"
        r"|\bmotions (?:by|of|from|on|about|that|tabled|proposed)\b|\bin (?:his|her|their|the) motions\b",
        re.IGNORECASE,
    ),
}
MANY = re.compile(
    r"\b(?:toezeggingen|beloften|moties|promises|commitments|pledges|undertakings|motions)\b", re.IGNORECASE
)
NOT_YET = re.compile(
    r"\b(?:niet|not|nog|yet|never|nooit)\b[^.?]{0,40}\b(?:nagekomen|voldaan|ingelost|afgedaan|uitgevoerd|gedaan|kept|met"
    r"|fulfilled|carried out|done|delivered|honou?red)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:open|openstaande?|openstaan|lopende?|te gaan|outstanding|pending|still owed|unfulfilled|unmet|running)\b"
    r"|\bnog (?:doen|na te komen)\b",
    re.IGNORECASE,
)
MUST = re.compile(r"\b(?:moet(?:en)?|dien(?:t|en)|must|should|due)\b", re.IGNORECASE)
OVERDUE = re.compile(
    r"\b(?:over tijd|te laat|verlopen|verstreken|achterstallige?|overschreden|had(?:den)? (?:al|allang)|overdue"
    r"|too late|past due|missed|expired|behind schedule)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"\b(?:nagekomen|voldaan|ingelost|afgedane?|afgedaan|afgehandelde?|afgeronde?|uitgevoerde?|gesloten|vervallen|kept"
    r"|fulfilled|closed|carried out|completed|honou?red|done)\b",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:voor|vóór|before|prior to)\s*(?:de |het |the |eind\w* (?:van )?)?$", re.IGNORECASE)
BY = re.compile(r"\b(?:uiterlijk(?: in| op)?|tot(?: en met)?|by|until|no later than)\s*(?:the )?$", re.IGNORECASE)
MADE = re.compile(
    r"\b(?:in|op|van|tijdens|during|on|of|since|sinds|vanaf|tussen|between|from)\s*(?:the |de |het )?$", re.IGNORECASE
)
DUE = re.compile(
    r"\b(?:due|deadlines?|termijn\w*|uiterlijk|afloop\w*|aflopen|aflopende|verwacht|verwachten|moet|moeten|falls?|expected"
    r"|klaar|toegezegd voor)\b",
    re.IGNORECASE,
)
# Words between somebody's name and the word that says on which side they stand.
TITLES = frozenset(
    "het lid de leden heer mevrouw meneer kamerlid kamerleden fractie van der den ter ten minister ministers"
    " president staatssecretaris bewindspersoon oud the mr mrs ms mp mps member members of parliament secretary"
    " state group".split()
)
TO = frozenset({"aan", "to", "tegenover", "richting", "jegens", "towards"})
BY_WORDS = frozenset(
    "door by heeft hebben had deed deden zegde zegden zegt doet beloofde did has have does made make beloofd".split()
)
# What a question about the register says beside its subject.
BESIDE = frozenset(
    fold(word)
    for word in """
    toegezegd toegezegde toezegging toezeggingen toezeg toezegde toezeggen zegt zegde zegden zeg beloofd beloofde
    belooft belofte beloften beloven motie moties promise promises promised promising commit commits committed
    commitment commitments pledge pledges pledged undertake undertook undertaken undertaking undertakings motion
    motions tabled propose proposes proposed proposing submit submits submitted submitting introduce introduced
    ingediend ingediende diende dienden indienen indiende open openstaand
    openstaande staan staat sta lopend lopende loopt lopen nagekomen nakomen nakoming voldaan ingelost afgedaan
    afgedane afgehandeld afgerond uitgevoerd gesloten vervallen outstanding pending owed owe unfulfilled kept keep
    fulfilled fulfil closed carried completed honoured done delivered met status stand zaken overdue late laat tijd
    verlopen verstreken achterstallig achterstallige deadline deadlines termijn termijnen uiterlijk due expected
    verwacht verwachten klaar afloop aflopen aflopende falls fall before prior until by kamer tweede eerste house
    commons parliament chamber representatives kamerlid kamerleden lid leden heer mevrouw meneer member members mp
    mps fractie minister ministers staatssecretaris staatssecretarissen bewindspersoon bewindslieden kabinet
    regering government cabinet secretary state dutch nederlandse overzicht lijst noem geef toon zien list overview
    show give tell all alle allemaal precies exactly gedaan gemaakt made make making doen deed deden did does heeft
    hebben has have had been were was welk welke which what who whom whose when where how many much hoeveel nog
    still yet ever already reeds eerder earlier ooit over about regarding concerning inzake rond ten aanzien
    betreffende respect relation er there zijn haar hun his her their vroeg vroegen vraag vragen verzocht verzoek
    verzoeken asked ask request requested table kwam kwamen came come out uitkomst outcome aanleiding debat debate
    debatten commissiedebat overleg behandeling kijken horen januari februari maart april mei juni juli augustus
    september oktober november december january february march may june july august october jaar year maand month
    week kwartaal quarter
    """.split()
)
