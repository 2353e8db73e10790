"""Promises that a sentence itself makes: who will do what for the Kamer.

Counted are telling the Kamer something, investigating, talking with somebody, bringing in a bill. A sentence promises
when the government is its subject (or the Kamer, of being informed) with a verb of the future, of intention, or in the
present with a time. Effort, making rules or money, other people's plans and what this very letter does are no promise.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.commitments.actors import NAMED_OFFICE, subject
from corpus.commitments.acts import (
    ACTIVE,
    AGREED,
    AND_WILL,
    ASKED,
    ASKS_ADVICE,
    BACK,
    BE_LOOKED_INTO,
    BE_SENT,
    BE_TOLD,
    BRINGS_IN,
    BROUGHT_IN,
    BY_OTHERS,
    CAN,
    COMES,
    COMES_WITH,
    EFFORT,
    FOLLOWS,
    GATE,
    GETS,
    GOES_INTO,
    GOES_TALKING,
    HABIT,
    HAS_HAD,
    HEREBY,
    IF,
    INDIRECT,
    INTENDS,
    KAMER,
    KEEP_TOLD,
    KEEPS_TOLD,
    LETS,
    LOOKS_INTO,
    NEGATED,
    PAST,
    PRESENT_LOOK,
    PRESENT_LOOK_END,
    PRESENT_TELL,
    PRESENT_TELL_IN_PARTS,
    RECALLED,
    RECEIVER,
    SENDS,
    TALKS,
    TELLS,
    WANTS,
    WORKS_OUT,
)


class Act(StrEnum):
    """What is promised."""

    INFORM = "inform"
    INVESTIGATE = "investigate"
    TALK = "talk"
    BILL = "bill"


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise found: the act, and who does it as the text says ("" for who signed); offsets in the sentence."""

    act: Act
    by: str
    start: int
    end: int


def find_promise(text: str, *, timed: bool, recalled: bool = False) -> Promise | None:
    """The promise that a sentence makes; `timed` says that it names a time. None where it makes none.

    `recalled` is of a clause that tells what was announced earlier: there "zou" stands for "zal".
    """
    if recalled:
        for match in RECALLED.finditer(text):
            act = _act_behind(text, match, timed=timed)
            if act is not None:
                return _promise(match, *act)
    if not GATE.search(text) or AGREED.search(text):
        return None
    for rule in (_told, _active, _intended, _ordered, _present, _announced):
        promise = rule(text, timed)
        if promise is not None and not (_is_effort(text, promise) or ASKED.search(text[: promise.start])):
            return promise
    return None


def _is_effort(text: str, promise: Promise) -> bool:
    near = text[max(0, promise.start - 40) : promise.end]
    return bool(EFFORT.search(KEEP_TOLD.sub("", near)))


_AS_SAID = re.compile(
    r"(?<!\w)zoals (?:[\w,]+ ){0,8}?(?:antwoord|beantwoording)(?: op| van) (?:de )?vra(?:ag|gen) [\d, en]+",
    re.IGNORECASE,
)


def _hereby(text: str) -> bool:
    """Whether the letter does it here; "zoals aangegeven in het antwoord op vraag 3" only recalls."""
    return bool(HEREBY.search(_AS_SAID.sub("", text)))


def _told(text: str, timed: bool) -> Promise | None:
    """Such as "Uw Kamer wordt hierover geïnformeerd", "zal met uw Kamer worden gedeeld", "ontvangt uw Kamer"."""
    told = BE_TOLD.search(text)
    for match in (told, BE_SENT.search(text), GETS.search(text)):
        if (
            match is None
            or not RECEIVER.search(text)
            or _hereby(text)
            or HAS_HAD.search(text)
            or INDIRECT.search(text, 0, match.start())
        ):
            continue
        if match is not told and not (timed or re.search(r"(?<!\w)(?:zal|zullen|zult)(?!\w)", text, re.IGNORECASE)):
            continue
        if match is told and not timed and HABIT.search(text):
            continue
        if NEGATED.search(match.group()) or (PAST.search(text) and "zal" not in match.group() and not timed):
            continue
        if match is told and not re.search(rf"(?<!\w){KAMER}", _around(text, match), re.IGNORECASE):
            continue
        return Promise(Act.INFORM, _agent(text), match.start(), match.end())
    back = BACK.search(text)
    if back and re.search(r"(?<!\w)(?:wordt|zal|worden)(?!\w)", text) and "gekomen" in back.group():
        return Promise(Act.INFORM, _agent(text), back.start(), back.end())
    looked = BE_LOOKED_INTO.search(text)
    if looked and not IF.match(text) and not BY_OTHERS.search(text) and not NEGATED.search(text, 0, looked.end()):
        return Promise(Act.INVESTIGATE, "", looked.start(), looked.end())
    return None


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 60) : match.end()]


_AGENT = re.compile(rf"(?<!\w)(?:door|namens) (?P<agent>{NAMED_OFFICE})(?!\w)", re.IGNORECASE)


def _agent(text: str) -> str:
    """Who will inform, where a passive says it."""
    match = _AGENT.search(text)
    return match["agent"] if match else ""


def _active(text: str, timed: bool) -> Promise | None:
    """Such as "Ik zal uw Kamer informeren", "gaat het kabinet in gesprek met", "kom ik met een brief"."""
    for match in (*ACTIVE.finditer(text), *AND_WILL.finditer(text)):
        act = _act_behind(text, match, timed=timed)
        if act is not None:
            return _promise(match, *act)
    back = BACK.search(text)
    comes_back = back and (back.group().lower().startswith(("kom", "terug")) or "zal" in text or timed)
    if back and comes_back and _subject_near(text, back) and not (_hereby(text) or NEGATED.search(text)):
        return Promise(Act.INFORM, "", back.start(), back.end())
    comes, thing = COMES.search(text), COMES_WITH.search(text)
    if timed and comes and thing and _subject_near(text, comes) and not _hereby(text):
        return Promise(Act.INFORM, "", comes.start(), max(comes.end(), thing.end()))
    return None


_ANY_SUBJECT = re.compile(rf"(?<!\w){subject()}", re.IGNORECASE)


def _subject_near(text: str, match: re.Match[str]) -> bool:
    return bool(_ANY_SUBJECT.search(text[max(0, match.start() - 40) : match.start() + 60]))


def _promise(match: re.Match[str], act: Act, end: int) -> Promise:
    named = next((value for name, value in match.groupdict().items() if value), "")
    return Promise(act, "" if _is_own(named) else named, match.start(), max(end, match.end()))


def _is_own(named: str) -> bool:
    return not re.match(r"de (?!regering)|mijn (?:collega|amb)|onze (?:collega|amb)", named, re.IGNORECASE)


def _act_behind(text: str, match: re.Match[str], *, timed: bool) -> tuple[Act, int] | None:
    """The act whose verb stands behind a verb with its subject, and where it ends; None where it is denied."""
    tail = text[match.end() :]
    going = re.search(r"(?<!\w)(?:ga|gaan|gaat)(?!\w)", match.group(), re.IGNORECASE)
    if going and re.match(r"(?: [\w-]+){0,3}? (?:in op|ervan uit|uit van|akkoord|over tot)(?!\w)", tail):
        return None
    for act, found in _acts(text, tail, timed=timed):
        if NEGATED.search(tail, 0, found.start()) or NEGATED.search(match.group()):
            continue
        if act is Act.INFORM and (_hereby(text) or (going and found.group() == "antwoorden")):
            continue
        if act in (Act.INVESTIGATE, Act.TALK) and IF.match(text):
            continue
        return act, match.end() + found.end()
    talking = GOES_TALKING.match(tail) if going else None
    if talking and not NEGATED.search(talking.group()) and not IF.match(text):
        return Act.TALK, match.end() + talking.end()
    if going and re.match(r"[^.;,]{0,60}? na(?=[ ,.]|\Z)", tail):
        return Act.INVESTIGATE, match.end()
    return None


def _acts(text: str, tail: str, *, timed: bool) -> list[tuple[Act, re.Match[str]]]:
    found: list[tuple[Act, re.Match[str] | None]] = []
    if RECEIVER.search(text):
        found.append((Act.INFORM, TELLS.search(tail)))
    found.append((Act.INFORM, SENDS.search(text) and TELLS.search(tail)))
    found.append((Act.INFORM, BACK.search(tail)))
    if re.search(r"(?<!\w)komen(?!\w)", tail):
        found.append((Act.INFORM, COMES_WITH.search(tail)))
    found.append((Act.BILL, BRINGS_IN.search(tail)))
    found.append((Act.INVESTIGATE, LOOKS_INTO.search(tail)))
    found.append((Act.TALK, TALKS.search(tail)))
    if timed:
        found.append((Act.INVESTIGATE, WORKS_OUT.search(tail)))
    return [(act, match) for act, match in found if match]


def _intended(text: str, timed: bool) -> Promise | None:
    """Such as "Ik verwacht uw Kamer te informeren", "ik ben bereid te onderzoeken", "wil ik laten onderzoeken"."""
    for pattern, kinds in (
        (INTENDS, frozenset(Act)),
        (
            WANTS,
            frozenset({Act.INFORM, Act.INVESTIGATE, Act.TALK}) if timed else frozenset({Act.INVESTIGATE, Act.TALK}),
        ),
        (CAN, frozenset({Act.INVESTIGATE, Act.INFORM}) if timed else frozenset()),
    ):
        for match in pattern.finditer(text) if kinds else ():
            act = _act_behind(text, match, timed=timed)
            if act is not None and act[0] in kinds:
                return _promise(match, *act)
    return None


def _ordered(text: str, timed: bool) -> Promise | None:
    """Such as "Laat ik onderzoeken", "laat ik een onderzoek uitvoeren"."""
    for match in LETS.finditer(text):
        if re.search(r"(?<!\w)(?:heb|heeft|hebben)(?!\w)", text[: match.end()], re.IGNORECASE):
            continue
        act = _act_behind(text, match, timed=timed)
        if act is not None and act[0] is Act.INVESTIGATE:
            return _promise(match, *act)
    return None


def _present(text: str, timed: bool) -> Promise | None:
    """Such as "Ik informeer de Kamer vóór de zomer", "werk ik de komende maanden uit": the present with a time."""
    kept = KEEPS_TOLD.search(text) or ASKS_ADVICE.search(text)
    if kept and not _hereby(text) and not NEGATED.search(text):
        return _promise(kept, Act.INFORM if "hoogte" in kept.group() else Act.INVESTIGATE, kept.end())
    if not timed:
        return None
    tell = PRESENT_TELL.search(text) or PRESENT_TELL_IN_PARTS.search(text)
    if tell and RECEIVER.search(text) and not _hereby(text) and not NEGATED.search(text):
        return Promise(Act.INFORM, "", tell.start(), tell.end())
    look = PRESENT_LOOK.search(text)
    end = PRESENT_LOOK_END.search(text, look.start()) if look else None
    if look and end and not NEGATED.search(text) and not IF.match(text):
        return Promise(Act.INVESTIGATE, "", look.start(), end.end())
    return None


def _announced(text: str, timed: bool) -> Promise | None:
    """Such as "De beleidsreactie volgt in mei", "wordt in mei bij de Kamer ingediend", what a next one goes into."""
    into = GOES_INTO.search(text)
    if into and not NEGATED.search(into.group()):
        return Promise(Act.INFORM, "", into.start(), into.end())
    if not timed or _hereby(text) or NEGATED.search(text):
        return None
    for pattern, act in ((FOLLOWS, Act.INFORM), (BROUGHT_IN, Act.BILL)):
        match = pattern.search(text)
        if match and not HAS_HAD.search(text) and not IF.match(text):
            return Promise(act, _agent(text), match.start(), match.end())
    return None
