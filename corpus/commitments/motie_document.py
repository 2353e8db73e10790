"""A motie printed as a document of its own."""

import re

from corpus.commitments.time_words import find_due
from corpus.commitments.units import page_at
from corpus.commitments.wording import shorten
from corpus.types import Block, BlockKind, Commitment, CommitmentKind, Letter
from corpus.types import CommitmentStatus as Status

_HEAD = re.compile(r"(?<!\w)motie(?!\w)", re.IGNORECASE)
_BROUGHT_IN = re.compile(r"(?:voorgesteld|ontvangen|ingediend)(?!\w)", re.IGNORECASE)
_STATES = (
    (re.compile(r"(?<!\w)aangehouden(?!\w)", re.IGNORECASE), Status.AANGEHOUDEN),
    (re.compile(r"(?<!\w)(?:is |wordt )?verworpen(?!\w)", re.IGNORECASE), Status.VERWORPEN),
    (re.compile(r"(?<!\w)(?:is |wordt )?aangenomen(?!\w)", re.IGNORECASE), Status.AANGENOMEN),
)
_ASK = re.compile(
    r"^(?:verzoekt|verzoeken|roept|spreekt|vraagt|nodigt|draagt)(?: (?:de|het) (?:regering|kabinet|minister"
    r"|presidium|kamer))?(?: (?:om|op|uit))? ",
    re.IGNORECASE,
)
_LONGEST = 5_000
"""The characters of a dictum that are searched for a time; a longer one is no dictum."""


def own_mentions(letter: Letter) -> tuple[Commitment, ...]:
    """The head of a motie, which says who brought it in and when, and its dictum, which says what it asks."""
    dictum = [block for block in letter.blocks if block.kind is BlockKind.DICTUM]
    head = _head(letter)
    spans = [(head[0].start, head[-1].end)] if head else []
    if dictum:
        spans.append((dictum[0].start, dictum[-1].end))
    return tuple(_mention(letter, start, end, dictum) for start, end in spans)


def _head(letter: Letter) -> list[Block]:
    """The heading with "motie" and the lines below it, up to the day on which it was brought in."""
    head: list[Block] = []
    for block in letter.blocks[:8]:
        text = letter.text[block.start : block.end]
        if head and _BROUGHT_IN.match(text):
            return [*head, block]
        if text.startswith("De Kamer"):
            break
        if head or _HEAD.search(text):
            head.append(block)
    return head[:1]


def _mention(letter: Letter, start: int, end: int, dictum: list[Block]) -> Commitment:
    metadata = letter.metadata
    asked = letter.text[dictum[0].start : dictum[-1].end][:_LONGEST] if dictum else ""
    due = find_due(asked, metadata.date) if asked else None
    first = letter.text[dictum[0].start : dictum[0].end] if dictum else metadata.title
    return Commitment(
        kind=CommitmentKind.MOTIE,
        start=start,
        end=end,
        quote=letter.text[start:end],
        page=page_at(letter.pages, start),
        to=metadata.proposers,
        occasion=_day(letter),
        occasion_date=metadata.date,
        reference=metadata.reference,
        reference_text=_written(letter),
        what=shorten(_ASK.sub("", first)),
        due=due.words if due else "",
        due_date=due.date if due else None,
        status=_status(letter, dictum),
    )


def _day(letter: Letter) -> str:
    blocks = (letter.text[block.start : block.end] for block in letter.blocks[:8])
    return next((text for text in blocks if _BROUGHT_IN.match(text)), "")


def _written(letter: Letter) -> str:
    metadata = letter.metadata
    if metadata.reference is None:
        return ""
    dossier = metadata.dossiers[0].number if metadata.dossiers else metadata.reference.dossier
    return f"{dossier}, nr. {metadata.reference.number}"


def _status(letter: Letter, dictum: list[Block]) -> Status:
    """What the document says outside of what it asks: "voorgesteld", or what was written on it since."""
    end = dictum[-1].end if dictum else len(letter.text)
    around = [letter.text[block.start : block.end] for block in letter.blocks if block.start >= end]
    around += [line.text for line in letter.furniture]
    head = " ".join(letter.text[block.start : block.end] for block in _head(letter))
    for pattern, status in _STATES:
        if any(pattern.search(text) for text in around if len(text) < 120) or pattern.search(head):
            return status
    return Status.VOORGESTELD
