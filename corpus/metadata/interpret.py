"""The metadata of a letter."""

import re
from collections.abc import Sequence

from corpus.metadata.actors import (
    find_people,
    find_proposers,
    find_questioners,
    find_receivers,
    find_sender_ministry,
    find_senders,
)
from corpus.metadata.identity import identify
from corpus.metadata.kinds import find_kind
from corpus.metadata.source import Source
from corpus.metadata.titles import find_title
from corpus.reading import FactName, Reading
from corpus.types import Kind, Metadata, ReferenceMention

_DEBATE = re.compile(r"Aan de orde (?:is|zijn) (?P<debate>(?:het|de) .{3,250}?)[.:]?(?=\Z|\n|\.\s+[A-Z])", re.DOTALL)


def interpret(
    reading: Reading,
    text: str,
    notes_text: str,
    references: Sequence[ReferenceMention],
    file: str,
) -> Metadata:
    """What is known about the letter that `reading` became; what nothing says stays empty.

    `text` and `notes_text` are its body and notes, `references` the mentions in both. Of `file`, the name as
    ingested, an identifier is used only where the document itself gives none.
    """
    source = Source(reading, text, notes_text, references, file)
    identity = identify(source)
    kind = find_kind(source, identity.reference)
    title = find_title(source, kind, identity.dossiers)
    senders = find_senders(source, kind)
    proposers = find_proposers(source, kind)
    questioners = find_questioners(source, kind)
    return Metadata(
        kind=kind,
        title=title,
        date=identity.date,
        vergaderjaar=identity.vergaderjaar,
        chamber=identity.chamber,
        dossiers=identity.dossiers,
        number=identity.number,
        reference=identity.reference,
        kenmerk=identity.kenmerk,
        ministry=find_sender_ministry(source, senders),
        senders=senders,
        receivers=find_receivers(source, kind),
        proposers=proposers,
        questioners=questioners,
        people=find_people(source, (*senders, *proposers, *questioners)),
        debate=_debate(source, kind, title),
        marks=tuple(dict.fromkeys(value.lower() for value in source.values(FactName.MARK))),
    )


def _debate(source: Source, kind: Kind, title: str) -> str:
    """What was debated: as the report opens, else its title."""
    if kind not in {Kind.HANDELINGEN, Kind.VERSLAG}:
        return ""
    match = next((found for line in source.head() if (found := _DEBATE.search(line))), None)
    if not match:
        return title
    debate = re.sub(r", overeenkomstig .*", "", " ".join(match["debate"].split()))
    return f"{debate} {title}" if debate.endswith(" van") else debate
