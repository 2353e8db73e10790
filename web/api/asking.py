"""Questions."""

from collections.abc import Mapping
from typing import Any

from corpus.types import Kind
from qa.errors import BadQuestion
from web.answers.answer_json import answer_as_json
from web.answers.filters import filters_from
from web.api.operations import Body, Operation, Outcome, Parameter, Refused, Schema
from web.api.schemas import DATE, ref
from web.audit import record
from web.safety.access import Role
from web.safety.limits import LARGEST_TOP, LONGEST_FILTER, LONGEST_QUESTION
from web.services import current_services

_USUAL_TOP = 5
_WORD: Schema = {"type": "string", "maxLength": LONGEST_FILTER, "default": ""}
_QUESTION: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_QUESTION}
_TOP: Schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_TOP, "default": _USUAL_TOP}
_FILTERS: Mapping[str, tuple[Schema, str]] = {
    "kind": (
        {"type": "array", "items": {"type": "string", "enum": list(Kind)}, "maxItems": len(Kind), "default": []},
        "Kinds of documents; all where none is named.",
    ),
    "from": (DATE, "Letters from this day on."),
    "to": (DATE, "Letters up to and with this day."),
    "person": (_WORD, "Sender, receiver, proposer, questioner, or anyone named in the passage."),
    "dossier": (_WORD, "Number of a dossier: 32824, 36200-XV, 21501-02."),
    "ministry": (_WORD, "Name or abbreviation of a ministry."),
    "sender": (_WORD, "Who sent it."),
    "party": (_WORD, "Party of somebody who is named."),
}
_ANSWER = Outcome(200, "The answer, with the passages that prove it, best first.", ref("Answer"))


def _answered(values: Mapping[str, Any]) -> Any:
    words = {name: str(values.get(name, "")) for name in _FILTERS}
    words["kind"] = ",".join(values.get("kind", []))
    question = str(values["question"])
    try:
        answer = current_services().answerer.ask(question, int(values.get("top", _USUAL_TOP)), filters_from(words))
    except BadQuestion as error:
        raise Refused(400, "This question cannot be taken", str(error)) from None
    record("question", question=question, verdict=answer.verdict.value, passages=len(answer.passages))
    return answer_as_json(answer)


ASKING = (
    Operation(
        "ask",
        "GET",
        "/ask",
        "Answer a question",
        Role.READER,
        lambda values, _: _answered(values),
        _ANSWER,
        parameters=(
            Parameter("question", _QUESTION, "The question, in Dutch or English.", required=True),
            Parameter("top", _TOP, "How many passages at most."),
            *(Parameter(name, schema, description) for name, (schema, description) in _FILTERS.items()),
        ),
    ),
    Operation(
        "ask_with_body",
        "POST",
        "/ask",
        "Answer a question that stands in no address",
        Role.READER,
        lambda _, body: _answered(body),
        _ANSWER,
        body=Body(
            {
                "type": "object",
                "required": ["question"],
                "additionalProperties": False,
                "properties": {
                    "question": _QUESTION,
                    "top": _TOP,
                    **{name: {**schema, "description": text} for name, (schema, text) in _FILTERS.items()},
                },
            }
        ),
    ),
)
