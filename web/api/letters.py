"""Letters, and their pages as text and picture."""

import io
from collections.abc import Mapping
from typing import Any

from flask import Response, send_file

from corpus.references import cite
from corpus.types import Kind, Letter, Page, Person
from index.types import LetterRecord
from qa.citing import citation
from web.api.blueprint import address_of
from web.api.operations import Handler, Operation, Outcome, Parameter, Refused
from web.api.paging import PAGE_PARAMETERS, page, page_schema
from web.api.schemas import LETTER_ID, ref
from web.letters.letter_pages import has_pictures
from web.letters.listing import LetterList
from web.marked.pages import UnreadablePage, draw
from web.marked.pictures import PictureCache
from web.safety.access import Role
from web.safety.limits import LONGEST_FILTER
from web.safety.security import as_download
from web.services import current_services

_TROUBLES = (410, 500)  # it was removed for good; what is held of it is damaged
_A_DAY = 24 * 3600  # seconds
_LETTER = Parameter("letter_id", LETTER_ID, "The letter's id, the sha256 of its file.", "path")
_PAGE = Parameter(
    "number", {"type": "integer", "minimum": 1, "maximum": 1_000_000}, "The file's page, counted from 1.", "path"
)


def letter_operations(letters: LetterList, pictures: PictureCache) -> tuple[Operation, ...]:
    """What can be asked of letters; `letters` and `pictures` are shared with the pages."""

    def listed(values: Mapping[str, Any], _: Any) -> Any:
        generation = current_services().library.current()
        found = letters.passing(generation, words=values["search"], kind=values.get("kind", ""))
        return page(found, values, record_json)

    def picture(values: Mapping[str, Any], _: Any) -> Response:
        return _picture(values, pictures)

    return (_letters(listed), *_ONE_LETTER, _picture_of_page(picture))


def _letters(handle: Handler) -> Operation:
    return Operation(
        "letters",
        "GET",
        "/letters",
        "List letters, newest first",
        Role.READER,
        handle,
        Outcome(200, "A page of letters.", page_schema(ref("Letter"))),
        parameters=(
            Parameter(
                "search",
                {"type": "string", "maxLength": LONGEST_FILTER, "default": ""},
                "Words that title, number, sender or file name hold, all of them.",
            ),
            Parameter("kind", {"type": "string", "enum": list(Kind)}, "Kind of document."),
            *PAGE_PARAMETERS,
        ),
    )


def _picture_of_page(handle: Handler) -> Operation:
    return Operation(
        "picture",
        "GET",
        "/letters/{letter_id}/pages/{number}/picture",
        "Give a page as a picture",
        Role.READER,
        handle,
        Outcome(200, "The picture.", {}, "image/png"),
        parameters=(_LETTER, _PAGE),
        problems=_TROUBLES,
    )


def _picture(values: Mapping[str, Any], pictures: PictureCache) -> Response:
    letter_id, number = values["letter_id"], values["number"]
    store = current_services().store
    letter, _ = _letter_and_page(values)
    if not has_pictures(letter):
        raise Refused(404, "Not found", "This letter has no pages that can be drawn.")
    try:
        drawn = pictures.get(letter_id, number, lambda: draw(store.original(letter_id), number))
    except UnreadablePage:
        raise Refused(404, "Not found", "This page cannot be drawn.") from None
    response = Response(drawn, mimetype="image/png")
    response.headers["Cache-Control"] = f"private, max-age={_A_DAY}, immutable"
    return response


def record_json(letter: LetterRecord) -> dict[str, Any]:
    """What is known of a letter; "" and empty lists where the document does not say it."""
    metadata = letter.metadata
    return {
        "id": letter.id,
        "reading": letter.reading,
        "file": letter.file,
        "format": letter.format.value,
        "title": metadata.title,
        "kind": metadata.kind.value,
        "date": metadata.date.isoformat() if metadata.date else None,
        "citation": cite(metadata, ""),
        "chamber": metadata.chamber,
        "vergaderjaar": metadata.vergaderjaar,
        "dossiers": [{"number": dossier.number, "title": dossier.title} for dossier in metadata.dossiers],
        "number": metadata.number,
        "kenmerk": metadata.kenmerk,
        "ministry": metadata.ministry,
        "senders": [_person(person) for person in metadata.senders],
        "receivers": [_person(person) for person in metadata.receivers],
        "proposers": [_person(person) for person in metadata.proposers],
        "questioners": [_person(person) for person in metadata.questioners],
        "pages": letter.pages,
    }


def _person(person: Person) -> dict[str, str]:
    return {"name": person.name, "first": person.first, "party": person.party, "role": person.role}


def _record(letter_id: str) -> LetterRecord:
    found = current_services().library.current().letters.get(letter_id)
    if found is None:
        raise Refused(404, "Not found", "The collection that is searched has no such letter.")
    return found


def _original(letter_id: str) -> Response:
    data = current_services().store.original(letter_id)
    file = io.BytesIO(data)
    return as_download(send_file(file, "application/octet-stream", as_attachment=True, download_name=letter_id))


def _letter_and_page(values: Mapping[str, Any]) -> tuple[Letter, Page]:
    letter = current_services().store.load(values["letter_id"])
    for each in letter.pages:
        if each.number == values["number"]:
            return letter, each
    raise Refused(404, "Not found", "The letter has no such page.")


def _text_json(letter_id: str) -> dict[str, Any]:
    letter = current_services().store.load(letter_id)
    return {"letter": letter.id, "text": letter.text, "notes": letter.notes_text}


def _page_json(values: Mapping[str, Any]) -> dict[str, Any]:
    letter, found = _letter_and_page(values)
    number = values["number"]
    drawn = address_of("picture", letter_id=letter.id, number=number) if has_pictures(letter) else None
    return {
        "letter": letter.id,
        "number": number,
        "label": found.label,
        "text": letter.text[found.start : found.end],
        "citation": citation(letter, number),
        "picture": drawn,
    }


_ONE_LETTER = (
    Operation(
        "letter",
        "GET",
        "/letters/{letter_id}",
        "Tell what is known of a letter",
        Role.READER,
        lambda values, _: record_json(_record(values["letter_id"])),
        Outcome(200, "The letter.", ref("Letter")),
        parameters=(_LETTER,),
        problems=_TROUBLES,
    ),
    Operation(
        "original",
        "GET",
        "/letters/{letter_id}/original",
        "Give the file of a letter",
        Role.READER,
        lambda values, _: _original(values["letter_id"]),
        Outcome(200, "The file as it was ingested.", {}, "application/octet-stream"),
        parameters=(_LETTER,),
        problems=_TROUBLES,
    ),
    Operation(
        "text",
        "GET",
        "/letters/{letter_id}/text",
        "Give the whole text of a letter, as it was read",
        Role.READER,
        lambda values, _: _text_json(values["letter_id"]),
        Outcome(200, "The text; passages and citations count its characters from 0.", ref("Text")),
        parameters=(_LETTER,),
        problems=_TROUBLES,
    ),
    Operation(
        "page",
        "GET",
        "/letters/{letter_id}/pages/{number}",
        "Give the text of a page",
        Role.READER,
        lambda values, _: _page_json(values),
        Outcome(200, "The page.", ref("Page")),
        parameters=(_LETTER, _PAGE),
        problems=_TROUBLES,
    ),
)
