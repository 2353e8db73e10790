"""Dutch parliamentary text cut into sentences: nltk's Punkt with learned parameters, and rules by hand over it.

Punkt learns from text which tokens are abbreviations and which words open sentences (Kiss & Strunk 2006). The
parameters in `data/punkt_nl.json` were learned from parliamentary papers and laws by `scripts/train_sentences.py`.
The rules say what frequency cannot: which abbreviations never end a sentence ("nr.", "mr."), which may ("c.s.",
"jl."), that initials belong to a name, and a number or letter that opens an item to the item.
"""

import functools
import json
import re
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any, NamedTuple

from corpus.types import Span

_FORWARD = """
    aant afb afd alg amvb art artt bijl bijv blz bv c.q ca chr cf cq d.d d.i d.m.v d.w.z dd dhr dr drs ds e.g evt
    excl fig gebr gem hfst hoofdst i.c i.e i.g.v i.h.b i.h.k i.h.k.v i.o.m i.p.v i.s.m i.v.m incl ing ir jhr jkvr jo
    kamerst m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v max mevr mr mw n.a.v nl nr nrs o.a o.b.v o.g.v o.l.v o.m
    o.v.v p pag par pbeg pbeu plm plv pp prof red resp st stb stcrt t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v t.w tel temp
    trb v.a vgl vlg vnl voorz vs wnd zgn zg zog
"""
"""Abbreviations that point forward: what follows belongs to the same sentence, capital or not."""

_CLOSING = """
    a.i a.s a.u.b b.v c.a c.s cs e.a e.d e.v ed enz enzv etc inc jl jr l.l ll ltd mld mln n.v n.v.t o.i.d p.j p.m p.p
    s.v.p sr u.k u.s v.o.f v.s vzw w.o w.v.t.t.k z.o.z z.s.m
"""
"""Abbreviations that may end a sentence: they do when a word follows that has a capital only for that."""

_OPENERS = """
    aan al alle als bij binnen bovendien daar daarbij daarmee daarna daarnaast daarom dat de deze die dit door dus een
    echter eerst en er gelet gezien graag had heb hebben heeft het hierbij hierdoor hiermee hiertoe hij hoe hoewel ik
    immers in indien inmiddels is ja kan kunnen kunt maar mede met mijn moet na naar naast nee nog nu of om omdat
    ondanks ook op over overigens sinds te ten tenslotte ter tevens tijdens toch tot tussen u uit uiteraard uw van vanaf
    vanuit vanwege verder vervolgens volgens voor voorts waar waarom wanneer want was wat we welke wie wij wil wordt
    worden zal ze zie zij zijn zo zoals zodra zou zowel zullen
"""
"""Words that open a sentence and are no surnames: after initials they mean that the letter was no initial."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LAST_TOKEN = re.compile(r"[^\s(\[«“\"]*\.(?=[)\]»”\"’']*$)")
_INITIALS = re.compile(r"(?:^|[\s(«“\"-])(?:(?:[A-Z]|IJ|[A-Z](?:h|hr|l|j|f))\.-?)+$")
# "1.", "12)", "a.", "iv)", "2.3.", "Ad 2.": nothing but the label of an item.
_LABEL = re.compile(r"(?:[Aa]d )?[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)\]]+")
_LABEL_START = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)] [A-ZÉ«]")
# "… het volgende: 1." and "… ; 2.": a label in the middle of a sentence belongs to what follows it.
_LABEL_INSIDE = re.compile(r"[:;,] (?:[Aa]d )?(?:\d{1,2}|[a-z]|[ivx]{1,4})\.$")
_PREFIXED_NAME = re.compile(r"(?:D[ea]|Den|Der|Van|Von|Ten|Ter|Te|El|Al|Ben|In ’t|’t|Op|Du|La|Le)(?: \w+)? [A-Z]")
# "’s Avonds", "'t Is": the small letter stands before the capital.
_APOSTROPHE_START = re.compile(r"[’'‘`][a-z] ?-?[A-Z]")
_DASHES = "-–—"
_OPENING = "«“„\"‘'’([ "
# A stop with what closes after it, a blank, and what comes next.
_CANDIDATE = re.compile(r"[.?!…][)\]»”\"’']*\s+(?=\S)")
# "… gesteld.Daarna …": the blank was lost. Three letters on the left keep names of sites and companies whole.
_LOST_BLANK = re.compile(r"(?<=[a-zé]{3}[.?!])(?=[A-ZÉ][a-zé]+ )")


def split(text: str) -> list[Span]:
    """The sentences: in order, not overlapping, without blanks at their ends, holding all that is not blank."""
    spans: list[Span] = []
    start = 0
    for cut in _cuts(text):
        left = _trimmed(text, start, cut)
        if left is None or _continues(text[left.start : left.end], text[cut : cut + 80]):
            continue
        spans.append(left)
        start = cut
    last = _trimmed(text, start, len(text))
    return [*spans, last] if last else spans


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


# ----------------------------------------------------------------------------------------------- candidates


def _cuts(text: str) -> list[int]:
    """The offsets at which a sentence may begin, in order: Punkt's, and those that the rules add."""
    cuts = set(_lost_blanks(text))
    # Most paragraphs of a motie are one sentence: they need neither Punkt nor the two seconds of its import.
    if _CANDIDATE.search(text):
        cuts.update(_punkt().starts(text))
        cuts.update(match.end() for match in _CANDIDATE.finditer(text) if _opens(text[match.end() : match.end() + 80]))
    return sorted(cuts)


def _lost_blanks(text: str) -> Iterator[int]:
    for match in _LOST_BLANK.finditer(text):
        token = text[text.rfind(" ", 0, match.start()) + 1 : match.start()]
        if not any(sign in token for sign in ("www", "/", "@")) and token.count(".") <= 1:
            yield match.start()


def _opens(right: str) -> bool:
    """Whether a text begins with a label, or with a capital that its first word does not have by itself."""
    if _LABEL_START.match(right):
        return True
    word = _WORD.match(right.lstrip(_OPENING))
    if word is None or not word.group()[0].isupper() or word.group()[1:2].isupper():
        return False
    return _punkt().known_small(word.group().lower())


# ---------------------------------------------------------------------------------------------------- joining


def _continues(left: str, right: str) -> bool:
    """Whether `right` goes on with the sentence `left`, whatever Punkt says."""
    right = right.lstrip()
    if _LABEL.fullmatch(left) or _LABEL_INSIDE.search(left[-12:]) or _starts_small(right):
        return True
    abbreviation = _abbreviation(left)
    if abbreviation in _words(_FORWARD):
        return True
    if abbreviation in _words(_CLOSING):
        return not _opens(right)
    return bool(_INITIALS.search(left[-30:])) and _is_name(right)


def _starts_small(right: str) -> bool:
    if _APOSTROPHE_START.match(right) or _LABEL_START.match(right):
        return False
    first = right.lstrip(_OPENING)[:1]
    if first in _DASHES:
        return not right.lstrip(_OPENING + _DASHES)[:1].isupper()
    return first.islower() or not any(character.isalnum() for character in right)


def _is_name(right: str) -> bool:
    """Whether what follows initials is the rest of a name."""
    if _PREFIXED_NAME.match(right):
        return True
    word = _WORD.match(right)
    return word is not None and word.group().lower() not in _words(_OPENERS)


def _abbreviation(left: str) -> str:
    """The last token without its period, in small letters; "" when it does not end in one."""
    token = _LAST_TOKEN.search(left[-30:])
    return token.group()[:-1].lower() if token else ""


@functools.cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# ------------------------------------------------------------------------------------------------------ Punkt


class _Punkt(NamedTuple):
    """Punkt with its parameters: where it lets sentences begin, and whether a word is also written small."""

    starts: Callable[[str], list[int]]
    known_small: Callable[[str], bool]


@functools.cache
def _punkt() -> _Punkt:
    # Inside the loader: importing nltk takes two seconds, and asking needs no sentences to be cut.
    from nltk.tokenize import punkt  # noqa: PLC0415

    learned = json.loads(resources.files("corpus").joinpath("data/punkt_nl.json").read_text(encoding="utf-8"))
    parameters: Any = punkt.PunktParameters()
    parameters.abbrev_types.update(learned["abbreviations"], _words(_FORWARD), _words(_CLOSING))
    parameters.collocations.update(tuple(pair) for pair in learned["collocations"])
    parameters.sent_starters.update(learned["starters"])
    small = set()
    for flags, words in learned["contexts"].items():
        parameters.ortho_context.update(dict.fromkeys(words.split(), int(flags)))
        if int(flags) & learned["small"]:
            small.update(words.split())
    tokenizer: Any = punkt.PunktSentenceTokenizer(parameters)

    def starts(text: str) -> list[int]:
        return [start for start, _ in tokenizer.span_tokenize(text)][1:]

    return _Punkt(starts, small.__contains__)
