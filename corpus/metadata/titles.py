"""What a document is called, in words that a reader would recognise, all of them its own."""

import re

from corpus.government import find_roles
from corpus.metadata.source import Source
from corpus.names import fold, full_name, mend_accents
from corpus.people import recognise
from corpus.reading import FactName
from corpus.types import BlockKind, Dossier, Kind

_LIMIT = 160  # of characters, where a title is made of a sentence
_QUESTIONS = re.compile(
    r"(?P<asked>Vra(?:ag|gen) van .+?)\s+aan\s+(?:de|het)\s+.+?\s+(?P<subject>over\s+.+)",
    re.IGNORECASE | re.DOTALL,
)
_SHORT_TITLE = re.compile(r"\(([^()]{5,120})\)\s*$")
_SENTENCE = re.compile(r".+?[.?!](?=\s+[A-ZÀ-Þ«\"“‘]|\s*\Z)", re.DOTALL)
_UNTITLED = frozenset({BlockKind.SALUTATION, BlockKind.SIGNATURE, BlockKind.SPEAKER, BlockKind.TABLE})
_NUMBERED_HEAD = re.compile(r"\A\s*(?:nr\.?|nummer)\s*\d+\s*", re.IGNORECASE)


def find_title(source: Source, kind: Kind, dossiers: tuple[Dossier, ...]) -> str:
    """The title; for a motie its head with the dossier's title, for a letter without subject its first sentence."""
    title = mend_accents(source.first(FactName.TITLE))
    if title and kind is Kind.ANTWOORD:
        return _of_answers(title)
    if title and kind is Kind.HANDELINGEN:
        return _of_meeting(source, title)
    given = title if title and not title.isupper() else mend_accents(source.first(FactName.SUBJECT))
    return given or _made(source, kind, _short(dossiers[0].title) if dossiers else "")


def _made(source: Source, kind: Kind, dossier: str) -> str:
    """A title for a document that bears none."""
    if kind is Kind.MOTIE:
        head = _head_of_motie(source)
        return f"{head} ({dossier})" if dossier else head
    written = source.first(FactName.DOCUMENT_TYPE)
    beginning = sentence_case(source.first(FactName.TITLE)) or _beginning(source)
    if written and kind is not Kind.KAMERBRIEF:
        return _joined(sentence_case(written), dossier or beginning)
    return _joined(dossier, beginning)


def _joined(*parts: str) -> str:
    return " – ".join(part for part in parts if part)


def _of_meeting(source: Source, title: str) -> str:
    """The title of an item, whole where the facts hold its first line; of questions put in the Kamer what they ask."""
    headings = source.paragraphs(BlockKind.HEADING)
    whole = headings[0].text if headings and headings[0].text.startswith(title) else title
    if _ORAL_QUESTIONS.fullmatch(whole):
        return _joined(whole, next((line for line in source.head() if _ASKED.match(line)), ""))
    return whole


_ORAL_QUESTIONS = re.compile(r"(?:Mondeling(?:e)? )?[Vv]ragenuur(?:tje)?")
_ASKED = re.compile(r"Vragen van .+ over ", re.DOTALL)


def _of_answers(title: str) -> str:
    """The questions, without whom they were put to: "Antwoord op vragen van het lid Podt (D66) over …"."""
    match = _QUESTIONS.match(title)
    if not match:
        return title
    asked, subject = " ".join(match["asked"].split()), " ".join(match["subject"].split())
    return f"Antwoord op v{asked[1:]} {subject}"


def _head_of_motie(source: Source) -> str:
    for head in (*source.values(FactName.DOCUMENT_TYPE), *source.head()):
        plain = _NUMBERED_HEAD.sub("", head)
        if re.search(r"\bmotie\b.*\s\S", plain, re.IGNORECASE):
            return sentence_case(plain)
    return "Motie"


def _beginning(source: Source) -> str:
    """The first heading or sentence of the text, below the head of a print."""
    printed = [fold(value) for name in _HEAD_FACTS for value in source.values(name)]
    for paragraph in source.reading.paragraphs:
        if paragraph.kind in _UNTITLED or not any(letter.isalpha() for letter in paragraph.text):
            continue
        folded = fold(paragraph.text)
        if _HEAD_LINE.match(folded) or (len(folded) < _LIMIT and any(value in folded for value in printed)):
            continue
        if paragraph.kind is BlockKind.HEADING:
            return _cut(paragraph.text)
        sentence = _SENTENCE.match(paragraph.text)
        return _cut(" ".join((sentence.group() if sentence else paragraph.text).split()).rstrip("."))
    return ""


_HEAD_FACTS = (FactName.DOCUMENT_TYPE, FactName.DOSSIER_TITLE, FactName.IDENTIFIER)
_HEAD_LINE = re.compile(
    r"(?:den haag|'s-gravenhage|voorgesteld|vastgesteld|aan de (?:heer |mevrouw )?voorzitter|datum\b|vergaderjaar\b"
    r"|tweede kamer der|eerste kamer der|nr\. ?\d|kamerstuk \d|ter vervanging)",
)


def _cut(text: str) -> str:
    if len(text) <= _LIMIT:
        return text
    return text[:_LIMIT].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _short(title: str) -> str:
    """The short title that a bill gives itself in brackets at the end, else the whole title."""
    match = _SHORT_TITLE.search(title)
    return match.group(1) if match and len(title) > _LIMIT else title


def sentence_case(head: str) -> str:
    """A head printed in capitals as a sentence: "Motie van het lid De Kort c.s."; any other head as it is."""
    letters = [letter for letter in head if letter.isalpha()]
    if sum(letter.isupper() for letter in letters) * 10 < len(letters) * 8:
        return head
    spans = [(each.start, each.end, full_name(each.person.first, each.person.name)) for each in recognise(head)]
    spans += [(role.start, role.end, role.role) for role in find_roles(head)]
    written, position = [], 0
    for start, end, text in sorted(spans):
        if start >= position:
            written += [head[position:start].lower(), text]
            position = end
    written.append(head[position:].lower())
    sentence = "".join(written)
    return sentence[:1].upper() + sentence[1:]
