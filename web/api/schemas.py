"""The shapes of what the API gives, in JSON Schema 2020-12. Members that are not named here may come with them."""

from collections.abc import Mapping
from typing import Any

from corpus.types import CommitmentKind, CommitmentStatus, Format, Kind
from qa.commitments.types import CorrectionKind, Source, Standing
from qa.types import Language, Verdict
from web.api.description import PROBLEM
from web.api.operations import Schema
from web.jobs import JobKind, JobState

LETTER_ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_FLAG: Schema = {"type": "boolean"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}


def or_null(schema: Schema) -> Schema:
    """This, or null where it is not known."""
    return {"anyOf": [schema, {"type": "null"}]}


def shape(**members: Schema) -> dict[str, Any]:
    """An object that has all of these members."""
    return {"type": "object", "required": list(members), "properties": members}


def listed(schema: Schema) -> Schema:
    """Any number of these."""
    return {"type": "array", "items": schema}


def ref(name: str) -> Schema:
    """One of the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def _enum(values: type) -> Schema:
    return {"type": "string", "enum": list(values)}  # type: ignore[call-overload]  # each is an enumeration


_PERSON = shape(name=_TEXT, first=_TEXT, party=_TEXT, role=_TEXT)
_PASSAGE = shape(
    rank=_NUMBER,
    letter=LETTER_ID,
    reading=_TEXT,
    file=_TEXT,
    title=_TEXT,
    date=or_null(DATE),
    kind=_enum(Kind),
    page=or_null(_NUMBER),
    page_end=or_null(_NUMBER),
    start=_NUMBER,
    end=_NUMBER,
    in_notes=_FLAG,
    text={"type": "string", "maxLength": 2000},
    quote=_TEXT,
    quote_page=or_null(_NUMBER),
    citation=_TEXT,
    score={"type": "number", "minimum": 0, "maximum": 1},
)
_LETTER = shape(
    id=LETTER_ID,
    reading=_TEXT,
    file=_TEXT,
    format=_enum(Format),
    title=_TEXT,
    kind=_enum(Kind),
    date=or_null(DATE),
    citation=_TEXT,
    chamber=_TEXT,
    vergaderjaar=_TEXT,
    dossiers=listed(shape(number=_TEXT, title=_TEXT)),
    number=_TEXT,
    kenmerk=_TEXT,
    ministry=_TEXT,
    senders=listed(_PERSON),
    receivers=listed(_PERSON),
    proposers=listed(_PERSON),
    questioners=listed(_PERSON),
    pages=or_null(_NUMBER),
)
_MENTION = shape(
    entry=_TEXT,
    letter=LETTER_ID,
    file=_TEXT,
    page=or_null(_NUMBER),
    kind=_enum(CommitmentKind),
    quote=_TEXT,
    by=or_null(_TEXT),
    by_person=or_null(_TEXT),
    to=listed(shape(name=_TEXT, party=or_null(_TEXT))),
    occasion=or_null(_TEXT),
    reference=or_null(_TEXT),
    reference_text=or_null(_TEXT),
    what=_TEXT,
    due=or_null(_TEXT),
    due_date=or_null(DATE),
    status=_enum(CommitmentStatus),
)
_ENTRY = shape(
    id=_TEXT,
    kind=_enum(CommitmentKind),
    what=_TEXT,
    to=listed(shape(name=_TEXT, party=or_null(_TEXT))),
    ministry=_TEXT,
    status=_enum(CommitmentStatus),
    status_source=_enum(Source),
    standing=_enum(Standing),
    due_date=or_null(DATE),
    official=or_null(_TEXT),
    related=listed(_TEXT),
    mentions=listed(ref("Mention")),
    corrections=listed(shape(kind=_enum(CorrectionKind), by=_TEXT, reason=_TEXT, made=_MOMENT)),
)
_GENERATION = shape(
    number=_NUMBER, created=_MOMENT, current=_FLAG, letters=_NUMBER, passages=_NUMBER, versions={"type": "object"}
)
_RESULT = shape(
    name=_TEXT,
    status={"type": "string", "enum": ["added", "unchanged", "failed"]},
    letter=or_null(LETTER_ID),
    message=_TEXT,
)
_JOB = shape(
    id=_TEXT,
    kind=_enum(JobKind),
    state=_enum(JobState),
    by=_TEXT,
    created=_MOMENT,
    finished=or_null(_MOMENT),
    done=_NUMBER,
    total=_NUMBER,
    message=_TEXT,
    generation=or_null(_NUMBER),
    added=_NUMBER,
    unchanged=_NUMBER,
    failed=_NUMBER,
    results=listed(ref("FileResult")),
)
_SECTION = shape(key=_TEXT, question=_TEXT, answer=_TEXT, number=_TEXT)
_SOURCE = shape(
    number=_NUMBER,
    letter=LETTER_ID,
    reading=_TEXT,
    spans=listed(shape(start=_NUMBER, end=_NUMBER)),
    in_notes=_FLAG,
    quote=_TEXT,
    page=or_null(_NUMBER),
    citation=_TEXT,
    title=_TEXT,
)
_DRAFT_HEAD = shape(id=_TEXT, owner=_TEXT, shared=_FLAG, title=_TEXT, changed=_MOMENT, changed_by=_TEXT, removed=_FLAG)
_DRAFT = shape(
    id=_TEXT,
    owner=_TEXT,
    shared=_FLAG,
    title=_TEXT,
    revision=_NUMBER,
    created=_MOMENT,
    changed=_MOMENT,
    changed_by=_TEXT,
    removed=_FLAG,
    sections=listed(_SECTION),
    sources=listed(ref("DraftSource")),
)

COMPONENTS: Mapping[str, Schema] = {
    "Problem": PROBLEM,
    "Passage": _PASSAGE,
    "Answer": shape(
        question=_TEXT,
        language=_enum(Language),
        verdict=_enum(Verdict),
        answer=_TEXT,
        passages=listed(ref("Passage")),
    ),
    "Letter": _LETTER,
    "Text": shape(letter=LETTER_ID, text=_TEXT, notes={**_TEXT, "description": "The notes, one a line."}),
    "Page": shape(letter=LETTER_ID, number=_NUMBER, label=_TEXT, text=_TEXT, citation=_TEXT, picture=or_null(_TEXT)),
    "Mention": _MENTION,
    "Commitment": _ENTRY,
    "Generation": _GENERATION,
    "FileResult": _RESULT,
    "Job": _JOB,
    "DraftHead": _DRAFT_HEAD,
    "DraftSource": _SOURCE,
    "Draft": _DRAFT,
}
