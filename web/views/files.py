"""The files behind a letter: the original to download, and its pages as pictures."""

import io
from pathlib import PurePosixPath

from flask import Blueprint, Response, abort, send_file
from flask.typing import ResponseReturnValue

from corpus.types import Format
from web.letters.letter_pages import has_pictures
from web.marked.pages import UnreadablePage, draw
from web.marked.pictures import PictureCache
from web.safety.security import as_download
from web.services import current_services

_SUFFIXES = {Format.PDF: ".pdf", Format.DOCX: ".docx", Format.XML: ".xml", Format.HTML: ".html", Format.TEXT: ".txt"}
_A_DAY = 24 * 3600  # seconds


def make_files(pictures: PictureCache) -> Blueprint:
    """What is not a page of ours."""
    blueprint = Blueprint("files", __name__)

    @blueprint.get("/brief/<letter_id:letter_id>/origineel")
    def original(letter_id: str) -> ResponseReturnValue:
        store = current_services().store
        letter = store.load(letter_id)
        return as_download(
            send_file(
                io.BytesIO(store.original(letter_id)),
                mimetype="application/octet-stream",  # whatever it holds, a browser is not to open it
                as_attachment=True,
                download_name=_download_name(letter.file, letter.format),
                etag=letter_id,
            )
        )

    @blueprint.get("/brief/<letter_id:letter_id>/pagina/<int:number>.png")
    def picture(letter_id: str, number: int) -> ResponseReturnValue:
        store = current_services().store
        if not has_pictures(store.load(letter_id)):
            abort(404)
        try:
            drawn = pictures.get(letter_id, number, lambda: draw(store.original(letter_id), number))
        except UnreadablePage:
            abort(404)
        response = Response(drawn, mimetype="image/png")
        response.headers["Cache-Control"] = f"private, max-age={_A_DAY}, immutable"
        return response

    return blueprint


def _download_name(file: str, letter_format: Format) -> str:
    """The file's own name without folders, with an ending that tells what it is."""
    printable = "".join(character if character.isprintable() else "_" for character in file)
    name = PurePosixPath(printable.replace("\\", "/")).name or "brief"
    suffix = _SUFFIXES[letter_format]
    return name if name.casefold().endswith(suffix) else name + suffix
