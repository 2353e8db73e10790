"""The draft that somebody works on: which one it is, who may see it, and what a form says of it."""

from dataclasses import dataclass

from flask import abort, g, request
from werkzeug.datastructures import MultiDict

from web.addresses import Address
from web.drafts.errors import UnknownDraft
from web.drafts.store import DraftStore
from web.drafts.tidy import tidy, tidy_line
from web.drafts.types import Draft, DraftHead, Section, Text
from web.safety.access import Role, actor
from web.services import current_services

COOKIE = "concept"
MOST_SECTIONS = 300
LONGEST_TITLE = 300  # characters
LONGEST_TEXT = 1_000_000  # characters of one draft
LARGEST_FORM = 8 * 1024 * 1024  # bytes; a character may take nine of them in a form


def drafts() -> DraftStore:
    """The drafts of this server; where it keeps none, the page is not there."""
    store = current_services().drafts
    return store if store is not None else abort(404)


def may_see(draft: Draft | DraftHead) -> bool:
    """Whether the person who makes this request may read and edit a draft."""
    return draft.shared or owns(draft)


def owns(draft: Draft | DraftHead) -> bool:
    """Whether the draft is theirs. At the machine itself, without login, all are; nobody's are the administrators'."""
    me = actor()
    return draft.owner == me.name or (me.role is Role.ADMINISTRATOR and not (me.name and draft.owner))


def draft_or_404(draft_id: str) -> Draft:
    """A draft that this person may see; another one is as if it were not there."""
    try:
        draft = drafts().get(draft_id)
    except UnknownDraft:
        abort(404)
    return draft if may_see(draft) else abort(404)


def current_draft() -> Draft | None:
    """The draft that passages are put in, None before there is one."""
    if "draft" not in g:
        g.draft = _current_draft()
    found: Draft | None = g.draft
    return found


def _current_draft() -> Draft | None:
    store, draft_id = current_services().drafts, request.cookies.get(COOKIE, "")
    if store is None or not draft_id or actor().role < Role.EDITOR:
        return None
    try:
        draft = store.get(draft_id)
    except UnknownDraft:
        return None
    return draft if may_see(draft) and not draft.removed else None


def may_collect() -> bool:
    """Whether the pages offer to put passages in a draft."""
    return current_services().drafts is not None and actor().role >= Role.EDITOR


def number_in_draft(address: Address) -> int:
    """The number that a passage has among the sources of the current draft; 0 when it is not one of them."""
    draft = current_draft()
    wanted = (address.letter, address.reading, address.spans, address.in_notes)
    for source in draft.sources if draft else ():
        if (source.letter, source.reading, source.spans, source.in_notes) == wanted:
            return source.number
    return 0


def wants_json() -> bool:
    """Whether a script asks, which shows the outcome on the page that it stands on."""
    return request.accept_mimetypes.best == "application/json"


@dataclass(frozen=True, slots=True)
class Submitted:
    """The text in a form, and the revision of the draft that was edited."""

    text: Text
    base: int


def read_form(form: MultiDict[str, str]) -> Submitted:
    """The draft as a form has it; too much of it ends the request."""
    keys = list(dict.fromkeys(key for key in form.getlist("sectie") if key.isalnum() and len(key) <= 16))
    sections = tuple(
        Section(
            key,
            tidy(form.get(f"vraag-{key}", "")),
            tidy(form.get(f"antwoord-{key}", "")),
            tidy_line(form.get(f"nummer-{key}", ""))[:20],
        )
        for key in keys
    )
    size = sum(len(section.question) + len(section.answer) for section in sections)
    if len(keys) > MOST_SECTIONS or size > LONGEST_TEXT:
        abort(413)
    return Submitted(Text(tidy_line(form.get("titel", ""))[:LONGEST_TITLE], sections), form.get("versie", 0, type=int))


def free_key(text: Text) -> str:
    """A key that no section of the draft has."""
    taken = {section.key for section in text.sections}
    return next(f"s{number}" for number in range(1, len(taken) + 2) if f"s{number}" not in taken)
