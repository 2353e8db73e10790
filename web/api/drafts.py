"""Drafts: those of whoever asks, and those that were shared."""

import datetime
from collections.abc import Mapping
from typing import Any

from werkzeug.exceptions import NotFound

from qa.errors import WrongCitation
from web.api.blueprint import address_of
from web.api.operations import Body, Created, Operation, Outcome, Parameter, Refused, Schema
from web.api.paging import PAGE_PARAMETERS, page, page_schema
from web.api.schemas import LETTER_ID, ref, shape
from web.audit import record
from web.converters import read_spans
from web.desk import (
    LARGEST_FORM,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_SECTIONS,
    draft_or_404,
    drafts,
    free_key,
    may_see,
    owns,
)
from web.drafts.errors import ChangedMeanwhile
from web.drafts.sources import make_source
from web.drafts.tidy import tidy, tidy_line
from web.drafts.types import Draft, DraftHead, Section, Source, Text
from web.safety.access import Role, actor, name_given
from web.services import current_services

_LONGEST_TEXT = 200_000  # characters of one section
_LONGEST_KEY = 16  # characters
_LONGEST_NUMBER = 20  # characters of what numbers a question
_MOST_SPANS = 20
_FARTHEST = 2**31 - 1


def _found(draft_id: str) -> Draft:
    try:
        return draft_or_404(draft_id)
    except NotFound:
        raise Refused(404, "Not found", "There is no such draft that this account may see.") from None


def _listed(values: Mapping[str, Any], _: Any) -> Any:
    heads = [head for head in drafts().all_heads() if may_see(head) and not head.removed]
    return page(heads, values, _head_json)


def _create(_: Mapping[str, Any], body: Any) -> Created:
    draft = drafts().create(actor().name, name_given(), _text(body, Text("", ())))
    record("draft", step="begun", draft=draft.id)
    return Created(_draft_json(draft), 201, address_of("draft", draft=draft.id))


def _save(values: Mapping[str, Any], body: Any) -> Any:
    held = _found(values["draft"])
    try:
        draft = drafts().save(held.id, _text(body, held.text), int(body["revision"]), name_given(), asked=True)
    except ChangedMeanwhile as changed:
        detail = f"It is at revision {changed.draft.revision}; read it again, and send what you want it to be."
        raise Refused(409, "Changed meanwhile", detail) from None
    record("draft", step="saved", draft=draft.id)
    return _draft_json(draft)


def _remove(values: Mapping[str, Any], _: Any) -> Created:
    draft = _found(values["draft"])
    if not owns(draft):
        raise Refused(403, "Not allowed", "Only its owner throws a draft away.")
    drafts().set_removed(draft.id, removed=True)
    record("draft", step="thrown away", draft=draft.id)
    return Created(None, 204)


def _put(values: Mapping[str, Any], body: Any) -> Created:
    draft = _found(values["draft"])
    written = ",".join(f"{int(span['start'])}-{int(span['end'])}" for span in body["spans"])
    letter = current_services().store.load(body["letter"], body["reading"])
    try:
        source = make_source(letter, body["reading"], read_spans(written), in_notes=body.get("in_notes", False))
    except (ValueError, WrongCitation) as error:
        raise Refused(400, "This is no passage of the letter", str(error)) from None
    kept = drafts().add_source(draft.id, source)
    record("draft", step="source", draft=draft.id, letter=source.letter)
    return Created(_source_json(kept), 201)


def _text(body: Mapping[str, Any], before: Text) -> Text:
    """The text that was sent; a section without a key gets a new one."""
    text = Text(tidy_line(body["title"]), ())
    for sent in body["sections"]:
        taken = Text("", (*before.sections, *text.sections))
        key = sent.get("key") or free_key(taken)
        if any(section.key == key for section in text.sections):
            raise Refused(400, "Two sections have one key", f"{key!r} stands there twice.")
        section = Section(key, tidy(sent.get("question", "")), tidy(sent["answer"]), tidy_line(sent.get("number", "")))
        text = Text(text.title, (*text.sections, section))
    if sum(len(section.question) + len(section.answer) for section in text.sections) > LONGEST_TEXT:
        raise Refused(413, "Too much for one draft", f"A draft has at most {LONGEST_TEXT:,} characters.")
    return text


def _head_json(head: DraftHead) -> dict[str, Any]:
    return {
        "id": head.id,
        "owner": head.owner,
        "shared": head.shared,
        "title": head.title,
        "changed": _moment(head.changed),
        "changed_by": head.changed_by,
        "removed": head.removed,
    }


def _draft_json(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "owner": draft.owner,
        "shared": draft.shared,
        "title": draft.text.title,
        "revision": draft.revision,
        "created": _moment(draft.created),
        "changed": _moment(draft.changed),
        "changed_by": draft.changed_by,
        "removed": draft.removed,
        "sections": [
            {"key": each.key, "question": each.question, "answer": each.answer, "number": each.number}
            for each in draft.text.sections
        ],
        "sources": [_source_json(source) for source in draft.sources],
    }


def _source_json(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "letter": source.letter,
        "reading": source.reading,
        "spans": [{"start": span.start, "end": span.end} for span in source.spans],
        "in_notes": source.in_notes,
        "quote": source.quote,
        "page": source.page,
        "citation": source.citation,
        "title": source.title,
    }


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat()


_DRAFT = Parameter("draft", {"type": "string", "maxLength": 100}, "The draft's id.", "path")
_PLACE: Schema = {"type": "integer", "minimum": 0, "maximum": _FARTHEST}
_SECTION: Schema = {
    "type": "object",
    "required": ["answer"],
    "additionalProperties": False,
    "properties": {
        "key": {
            "type": "string",
            "pattern": f"^[A-Za-z0-9]{{1,{_LONGEST_KEY}}}$",
            "description": "Of one that is there.",
        },
        "question": {"type": "string", "maxLength": _LONGEST_TEXT},
        "answer": {
            "type": "string",
            "maxLength": _LONGEST_TEXT,
            "description": "A note is `[^3]`, with a source's number.",
        },
        "number": {"type": "string", "maxLength": _LONGEST_NUMBER},
    },
}
_TEXT: dict[str, Schema] = {
    "title": {"type": "string", "minLength": 1, "maxLength": LONGEST_TITLE},
    "sections": {"type": "array", "items": _SECTION, "maxItems": MOST_SECTIONS},
}
_SPAN = {**shape(start=_PLACE, end=_PLACE), "additionalProperties": False}

DRAFTS = (
    Operation(
        "drafts",
        "GET",
        "/drafts",
        "List drafts, the one that was changed last first",
        Role.EDITOR,
        _listed,
        Outcome(200, "A page of drafts.", page_schema(ref("DraftHead"))),
        parameters=PAGE_PARAMETERS,
        problems=(404,),
    ),
    Operation(
        "begin_draft",
        "POST",
        "/drafts",
        "Begin a draft",
        Role.EDITOR,
        _create,
        Outcome(201, "The draft.", ref("Draft")),
        body=Body({**shape(**_TEXT), "additionalProperties": False}, largest=LARGEST_FORM),
        problems=(404,),
    ),
    Operation(
        "draft",
        "GET",
        "/drafts/{draft}",
        "Give a draft",
        Role.EDITOR,
        lambda values, _: _draft_json(_found(values["draft"])),
        Outcome(200, "The draft.", ref("Draft")),
        parameters=(_DRAFT,),
    ),
    Operation(
        "save_draft",
        "PUT",
        "/drafts/{draft}",
        "Put a text in the place of the one at a revision",
        Role.EDITOR,
        _save,
        Outcome(200, "The draft as it is now.", ref("Draft")),
        parameters=(_DRAFT,),
        body=Body(
            {**shape(**_TEXT, revision={"type": "integer", "minimum": 1}), "additionalProperties": False},
            largest=LARGEST_FORM,
        ),
        problems=(409,),
    ),
    Operation(
        "remove_draft",
        "DELETE",
        "/drafts/{draft}",
        "Throw a draft away",
        Role.EDITOR,
        _remove,
        Outcome(204, "It was thrown away; its owner can take it back on the page."),
        parameters=(_DRAFT,),
    ),
    Operation(
        "add_source",
        "POST",
        "/drafts/{draft}/sources",
        "Put a passage of a letter in a draft",
        Role.EDITOR,
        _put,
        Outcome(201, "The source, with its number in the draft.", ref("DraftSource")),
        parameters=(_DRAFT,),
        body=Body(
            {
                "type": "object",
                "required": ["letter", "reading", "spans"],
                "additionalProperties": False,
                "properties": {
                    "letter": LETTER_ID,
                    "reading": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"},
                    "spans": {"type": "array", "items": _SPAN, "minItems": 1, "maxItems": _MOST_SPANS},
                    "in_notes": {"type": "boolean", "default": False},
                },
            }
        ),
        problems=(410, 500),
    ),
)
