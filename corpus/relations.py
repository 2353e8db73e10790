"""What a document does to the documents that it refers to: replaces them, corrects them, or only names them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.references import recognise
from corpus.types import Kind, Letter, Manner, Reference, ReferenceKind, Relation

RELATIONS_VERSION = "1"
"""Recorded in each generation; raised when the relations of the same letter would be others."""

# A gewijzigde motie, in the document itself and in the register's title.
_REPLACED_NUMBER = re.compile(
    r"ter\s+vervanging\s+van\s+die\s+gedrukt\s+onder\s+nrs?\.?\s*(?P<number>\d{1,4})", re.IGNORECASE
)
_REPLACED_STUK = re.compile(
    r"t\.?\s?v\.?\s?v\.?\s+(?:die\s+gedrukt\s+onder\s+)?(?:nr\.\s*|kamerstuk\s*)?"
    r"(?P<stuk>\d{5}-(?:[IVX]{1,6}-|[A-Z]-|\d\d-)?\d{1,4})\b",
    re.IGNORECASE,
)
_BEFORE = 70  # characters; what is done to a document is said right before it is named
_REPLACING = re.compile(r"\b(?:ter vervanging van|vervangt|in de plaats van|t\.v\.v\.)[^.;]*$", re.IGNORECASE)
_CORRECTING = re.compile(
    r"\b(?:rectificatie|correctie|verbetering|herstel|herziene versie)\b(?: [^.;]*)?\b(?:van|op|in|bij)\b[^.;]*$"
    r"|\b(?:corrigeer|rectificeer|herstel) (?:ik|wij)\b[^.;]*$",
    re.IGNORECASE,
)
# A report tells what others said and did.
_REPORTS = frozenset({Kind.VERSLAG, Kind.HANDELINGEN})
_HEAD = 1500  # characters in which a motie says what it replaces


def relate(letter: Letter) -> tuple[Relation, ...]:
    """The documents that a letter refers to, each once, in the order of the text; the one it replaces comes first."""
    found: dict[str, Relation] = {}
    own = _key(letter.metadata.reference) if letter.metadata.reference else ""
    for relation in (*_replaced(letter), *_mentioned(letter)):
        key = _key(relation.reference)
        if not key or key == own:
            continue
        known = found.get(key)
        if known is None:
            found[key] = relation
        elif known.manner is Manner.REFERS and relation.manner is not Manner.REFERS:
            found[key] = replace(known, manner=relation.manner)
    return tuple(found.values())


def _key(reference: Reference) -> str:
    """What tells a document; "" for a reference to a whole dossier."""
    if not reference.number:
        return ""
    if reference.kind is ReferenceKind.KAMERSTUK:
        return f"kst-{reference.dossier}-{reference.number}".upper()
    return reference.identifier.upper()


def _replaced(letter: Letter) -> Iterator[Relation]:
    metadata = letter.metadata
    if metadata.kind in _REPORTS:
        return
    head = letter.text[:_HEAD]
    match = _REPLACED_NUMBER.search(head) or _REPLACED_NUMBER.search(metadata.title)
    if match and metadata.dossiers:
        reference = Reference(
            ReferenceKind.KAMERSTUK, metadata.dossiers[0].number, match["number"], chamber=metadata.chamber
        )
        in_text = match.string is head
        yield Relation(reference, Manner.REPLACES, *(match.span() if in_text else (0, 0)))
    named = _REPLACED_STUK.search(metadata.title)
    if named:
        for mention in recognise(f"kst-{named['stuk']}"):
            yield Relation(replace(mention.reference, chamber=metadata.chamber), Manner.REPLACES)


def _mentioned(letter: Letter) -> Iterator[Relation]:
    for mention in letter.references:
        text = letter.notes_text if mention.in_notes else letter.text
        before = text[max(0, mention.start - _BEFORE) : mention.start]
        manner = Manner.REFERS
        if letter.metadata.kind not in _REPORTS:
            manner = (
                Manner.REPLACES
                if _REPLACING.search(before)
                else Manner.CORRECTS
                if _CORRECTING.search(before)
                else Manner.REFERS
            )
        yield Relation(mention.reference, manner, mention.start, mention.end, mention.in_notes)
