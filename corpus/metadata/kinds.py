"""What kind of document this is."""

import re

from corpus.metadata.source import Source
from corpus.names import fold
from corpus.reading import FactName
from corpus.types import BlockKind, Kind, Reference, ReferenceKind

# How the head of a document begins; the first that fits counts.
_HEADS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?:\w+ ){0,3}motie\b(?!s)"), Kind.MOTIE),
    (re.compile(r"(?:\w+ )?(?:brief|aanbiedingsbrief)\b"), Kind.KAMERBRIEF),
    (re.compile(r"lijst van vragen en antwoorden|(?:nader |aanvullend )?antwoord\b|mededeling\b"), Kind.ANTWOORD),
    (re.compile(r"lijst van vragen|(?:schriftelijke |mondelinge )?vragen van"), Kind.VRAGEN),
    (re.compile(r"handelingen|stenogram"), Kind.HANDELINGEN),
    (re.compile(r"(?:\w+ )?verslag\b"), Kind.VERSLAG),
    (re.compile(r"(?:ontwerp)?besluit\b"), Kind.BESLUIT),
)
_OTHER_STUKKEN = re.compile(
    r"(?:\w+ ){0,3}(?:amendement|memorie|nota|voorstel|wetsvoorstel|advies|rapport|jaarverslag|initiatief|position)",
)
_ANSWERING = re.compile(r"(?:be)?antwoord(?:ing|en)?\b.{0,60}\bvragen", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:deze (?:Kamer)?brief|uw Kamer|Geachte (?:heer |mevrouw )?[Vv]oorzitter)\b")
_SPEAKERS_OF_A_REPORT = 3


def find_kind(source: Source, reference: Reference | None) -> Kind:
    """The kind, by what the head says, else by the number's series, else by what the text is made of."""
    for written in source.values(FactName.DOCUMENT_TYPE):
        kind = _by_head(written)
        if kind:
            return _answered(source, kind)
    if reference and reference.kind is ReferenceKind.AANHANGSEL:
        return Kind.ANTWOORD if source.paragraphs(BlockKind.ANSWER) else Kind.VRAGEN
    if reference and reference.kind is ReferenceKind.HANDELINGEN:
        return Kind.HANDELINGEN
    return _by_text(source)


def _by_head(written: str) -> Kind | None:
    folded = fold(written)
    for pattern, kind in _HEADS:
        if pattern.match(folded):
            return kind
    return Kind.OVERIG if _OTHER_STUKKEN.match(folded) else None


def _answered(source: Source, kind: Kind) -> Kind:
    """Questions that are printed with their answers are an answer."""
    return Kind.ANTWOORD if kind is Kind.VRAGEN and source.paragraphs(BlockKind.ANSWER) else kind


def _by_text(source: Source) -> Kind:
    for line in source.head():
        if line.isupper() and (kind := _by_head(line)):
            return kind
    if source.paragraphs(BlockKind.ANSWER) or _ANSWERING.search(_subject(source)):
        return Kind.ANTWOORD
    if len(source.paragraphs(BlockKind.SPEAKER)) >= _SPEAKERS_OF_A_REPORT:
        return Kind.VERSLAG
    if source.paragraphs(BlockKind.DICTUM):
        return Kind.MOTIE
    if source.paragraphs(BlockKind.QUESTION):
        return Kind.VRAGEN
    letter = source.first(FactName.MINISTRY) or source.paragraphs(BlockKind.SALUTATION) or _LETTER.search(source.text)
    return Kind.KAMERBRIEF if letter else Kind.OVERIG


def _subject(source: Source) -> str:
    head = source.head()
    return source.first(FactName.SUBJECT) or source.first(FactName.TITLE) or (head[0] if head else "")
