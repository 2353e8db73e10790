"""Drafts as files for other programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from index.types import LetterRecord
from web.audit import record
from web.desk import draft_or_404
from web.drafts.export.bibliography import csl_json, ris
from web.drafts.export.document import document, source_line, used_sources
from web.drafts.export.docx import docx
from web.drafts.export.odt import odt
from web.drafts.export.text import markdown, plain
from web.drafts.types import Draft
from web.safety.access import Role, allow
from web.services import current_services

Records = Mapping[str, LetterRecord]


@dataclass(frozen=True, slots=True)
class _Format:
    """A kind of file: what browsers call it, and what writes it."""

    media_type: str
    write: Callable[[Draft, Records], bytes]


_FORMATS = {
    "docx": _Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda draft, _: docx(document(draft)),
    ),
    "odt": _Format("application/vnd.oasis.opendocument.text", lambda draft, _: odt(document(draft))),
    "md": _Format("text/markdown; charset=utf-8", lambda draft, _: markdown(document(draft)).encode()),
    "txt": _Format("text/plain; charset=utf-8", lambda draft, _: plain(document(draft)).encode()),
    "ris": _Format(
        "application/x-research-info-systems; charset=utf-8",
        lambda draft, records: ris(used_sources(draft), records).encode(),
    ),
    "csl.json": _Format(
        "application/vnd.citationstyles.csl+json",
        lambda draft, records: csl_json(used_sources(draft), records).encode(),
    ),
    "bronnen.txt": _Format(
        "text/plain; charset=utf-8",
        lambda draft, _: "".join(f"{source_line(source)}\n" for source in used_sources(draft)).encode(),
    ),
}


def add_files(blueprint: Blueprint) -> None:
    """The view that hands out the files."""
    blueprint.add_url_rule("/concept/<draft_id>/bestand.<path:kind>", view_func=export)


@allow(Role.EDITOR)
def export(draft_id: str, kind: str) -> ResponseReturnValue:
    """A draft as a file of one kind."""
    draft = draft_or_404(draft_id)
    chosen = _FORMATS.get(kind)
    if chosen is None:
        abort(404)
    content = chosen.write(draft, current_services().library.current().letters)
    record("export", draft=draft.id, kind=kind)
    response = Response(content, content_type=chosen.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=f"{_file_name(draft)}.{kind}")
    return response


def _file_name(draft: Draft) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in draft.text.title).split()
    return "-".join(words)[:80] or "concept"
