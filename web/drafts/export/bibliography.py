"""The sources of a draft for programs that keep literature: RIS and CSL-JSON."""

import json
from collections.abc import Mapping, Sequence

from corpus.references import write
from corpus.types import Metadata, Person
from index.types import LetterRecord
from web.drafts.tidy import tidy_line
from web.drafts.types import Source

_RIS_TYPE = "GOVDOC"
_CSL_TYPE = "report"


def ris(sources: Sequence[Source], records: Mapping[str, LetterRecord]) -> str:
    """The sources in RIS, one record each; of a letter that is no longer held what the draft kept."""
    return "".join(_ris(source, records.get(source.letter)) for source in sources)


def csl_json(sources: Sequence[Source], records: Mapping[str, LetterRecord]) -> str:
    """The sources as CSL-JSON 1.0, a list of items."""
    items = [_csl(source, records.get(source.letter)) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _ris(source: Source, record: LetterRecord | None) -> str:
    lines = [("TY", _RIS_TYPE), ("ID", f"bron-{source.number}"), ("TI", source.title)]
    if record is not None:
        metadata = record.metadata
        lines += [("AU", _one_line(person)) for person in metadata.senders or metadata.proposers]
        if metadata.date:
            lines += [("PY", str(metadata.date.year)), ("DA", metadata.date.strftime("%Y/%m/%d"))]
        lines += [("PB", metadata.ministry), ("SN", _number(metadata)), ("M3", metadata.kind.value)]
    lines += [("SP", _page(source)), ("N1", source.citation), ("AB", source.quote), ("LA", "nl")]
    written = [f"{tag}  - {tidy_line(value)}" for tag, value in lines if value.strip()]
    return "\r\n".join([*written, "ER  - ", "", ""])


def _csl(source: Source, record: LetterRecord | None) -> dict[str, object]:
    item: dict[str, object] = {
        "id": f"bron-{source.number}",
        "type": _CSL_TYPE,
        "title": source.title,
        "language": "nl-NL",
        "note": source.citation,
        "abstract": source.quote,
    }
    if page := _page(source):
        item["page"] = page
    if record is None:
        return item
    metadata = record.metadata
    authors = [_csl_name(person) for person in metadata.senders or metadata.proposers]
    if authors:
        item["author"] = authors
    if metadata.date:
        item["issued"] = {"date-parts": [[metadata.date.year, metadata.date.month, metadata.date.day]]}
    optional = {"publisher": metadata.ministry, "number": _number(metadata), "genre": metadata.kind.value}
    return item | {name: value for name, value in optional.items() if value}


def _csl_name(person: Person) -> dict[str, str]:
    if not person.name:
        return {"literal": person.role}
    return {"family": person.name, "given": person.first} if person.first else {"family": person.name}


def _one_line(person: Person) -> str:
    if not person.name:
        # Without a comma, so that no program takes the parts of an office for names.
        return person.role.replace(",", " ")
    return f"{person.name}, {person.first}" if person.first else person.name


def _number(metadata: Metadata) -> str:
    return write(metadata.reference) if metadata.reference else metadata.kenmerk


def _page(source: Source) -> str:
    """The page as the citation prints it."""
    _, found, page = source.citation.rpartition(", p. ")
    return page if found else ""
