"""The register of promises and moties."""

import datetime
from collections.abc import Mapping
from typing import Any

from corpus.types import CommitmentKind, CommitmentStatus
from qa.commitments.book import CommitmentBook
from qa.commitments.types import Correction, Entry, Standing
from web.api.operations import Operation, Outcome, Parameter, Refused
from web.api.paging import PAGE_PARAMETERS, page, page_schema
from web.api.schemas import DATE, ref
from web.commitment_json import WantedMentions, commitment_json, mentions, short_name
from web.safety.access import Role
from web.safety.limits import LONGEST_FILTER
from web.services import current_services


def _book() -> CommitmentBook:
    book = current_services().book
    if book is None:
        raise Refused(404, "Not found", "This server keeps no register.")
    return book


def _listed(values: Mapping[str, Any], _: Any) -> Any:
    due_before, standing = values.get("due_before"), values.get("standing")
    try:
        limit = datetime.date.fromisoformat(due_before) if due_before else None
    except ValueError as error:
        raise Refused(400, "No such day", str(error)) from None
    wanted = WantedMentions(
        person=values["person"],
        status=CommitmentStatus(values["status"]) if "status" in values else None,
        due_before=limit,
        kind=CommitmentKind(values["kind"]) if "kind" in values else None,
    )
    entries = [entry for entry in _book().entries() if standing is None or entry.standing == standing]
    return page(mentions(entries, wanted), values, lambda row: commitment_json(*row))


def _one(values: Mapping[str, Any], _: Any) -> Any:
    entry = _book().entry(values["entry"])
    if entry is None:
        raise Refused(404, "Not found", "The register has no such entry.")
    return entry_json(entry)


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry with its mentions, oldest first, and what people said of it."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "what": entry.what,
        "to": [{"name": short_name(person), "party": person.party or None} for person in entry.to],
        "ministry": entry.ministry,
        "status": entry.status.value,
        "status_source": entry.status_source.value,
        "standing": entry.standing.value,
        "due_date": entry.due_date.isoformat() if entry.due_date else None,
        "official": entry.official.number if entry.official else None,
        "related": list(entry.related),
        "mentions": [commitment_json(entry, mention) for mention in entry.mentions],
        "corrections": [_correction_json(correction) for correction in entry.corrections],
    }


def _correction_json(correction: Correction) -> dict[str, str]:
    return {
        "kind": correction.kind.value,
        "by": correction.by,
        "reason": correction.reason,
        "made": correction.made.astimezone(datetime.UTC).isoformat(),
    }


COMMITMENTS = (
    Operation(
        "commitments",
        "GET",
        "/commitments",
        "List what letters say of promises and moties, what is due first",
        Role.READER,
        _listed,
        Outcome(200, "A page of mentions; those of one promise or motie share `entry`.", page_schema(ref("Mention"))),
        parameters=(
            Parameter(
                "person",
                {"type": "string", "maxLength": LONGEST_FILTER, "default": ""},
                "Who promised, or to whom; who proposed.",
            ),
            Parameter("kind", {"type": "string", "enum": list(CommitmentKind)}, "A promise or a motie."),
            Parameter("status", {"type": "string", "enum": list(CommitmentStatus)}, "How far it is."),
            Parameter("standing", {"type": "string", "enum": list(Standing)}, "What is left to do today."),
            Parameter("due_before", DATE, "Due before this day."),
            *PAGE_PARAMETERS,
        ),
    ),
    Operation(
        "commitment",
        "GET",
        "/commitments/{entry}",
        "Tell all that is known of one promise or motie",
        Role.READER,
        _one,
        Outcome(200, "The entry, with its mentions.", ref("Commitment")),
        parameters=(Parameter("entry", {"type": "string", "maxLength": 100}, "The entry's id.", "path"),),
    ),
)
