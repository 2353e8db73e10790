"""The list of letters, a letter, and a cited passage in its letter."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from corpus.references import cite
from corpus.types import Kind, Letter, Span
from qa.metadata.attention import AttentionList
from qa.metadata.remarks import KnownLetters
from web.addresses import Address
from web.labels import format_label, kind_labels
from web.letters.letter_pages import cited_pages, cited_view, facts, has_pictures, pages_view
from web.letters.letter_standing import letter_standing
from web.letters.listing import LetterList
from web.marked.marking import Cited
from web.marked.readable import readable
from web.related import related_view
from web.services import current_services

_LONGEST_FILTER = 200  # characters


def make_letters(letters: LetterList, attention: AttentionList) -> Blueprint:
    """Everything under /brieven and /brief; these addresses are cited elsewhere and stay as they are."""
    blueprint = Blueprint("letters", __name__)

    @blueprint.get("/brieven")
    def all_letters() -> ResponseReturnValue:
        words = request.args.get("zoek", "")[:_LONGEST_FILTER]
        kind = request.args.get("kind", "")
        if kind and kind not in set(Kind):
            abort(404)
        page = request.args.get("pagina", 1, type=int)
        generation = current_services().library.current()
        return render_template(
            "letters/list.html",
            listed=letters.page(generation, words=words, kind=kind, page=page),
            words=words,
            kind=kind,
            kinds=kind_labels(),
            replaced_by=generation.replaced_by,
            attention=_to_see_to(attention, generation),
        )

    @blueprint.get("/brief/<letter_id:letter_id>")
    def letter(letter_id: str) -> ResponseReturnValue:
        held = current_services().store.load(letter_id)
        return _show(held, Cited(()))

    @blueprint.get("/brief/<letter_id:letter_id>/<reading:reading>/<spans:spans>")
    def passage(letter_id: str, reading: str, spans: tuple[Span, ...]) -> ResponseReturnValue:
        held = current_services().store.load(letter_id, reading)
        cited = Cited(spans, in_notes=request.args.get("notes") == "1")
        if spans[-1].end > len(held.notes_text if cited.in_notes else held.text):
            abort(404)
        return _show(held, cited, reading)

    return blueprint


def _show(letter: Letter, cited: Cited, reading: str = "") -> str:
    standing = letter_standing(letter, current_services())
    about = {
        "letter": letter,
        "facts": facts(letter),
        "citation": cite(letter.metadata, ""),
        "format": format_label(letter.format),
        "here": request.path,
        "standing": standing,
        "related": related_view(letter.id, replaced=standing.replaced_by is not None),
        "in_notes": cited.in_notes,
        "address": Address(letter.id, reading, tuple(cited.spans), cited.in_notes),
    }
    if not has_pictures(letter):
        quoted = cited_view(letter, cited, missing=False) if cited.spans else None
        return render_template("letters/text.html", **about, cited=quoted, text=readable(letter, cited))
    numbers = _numbers(letter, cited)
    pages, missing = pages_view(letter, current_services().store.original(letter.id), cited, numbers)
    quoted = cited_view(letter, cited, missing=missing) if cited.spans else None
    return render_template(
        "letters/pages.html", **about, cited=quoted, pages=pages, cited_pages=cited_pages(letter, cited)
    )


def _to_see_to(attention: AttentionList, generation: KnownLetters) -> int:
    """How many letters need attention; 0 where nothing can be corrected."""
    corrected = current_services().corrected
    return len(attention.of(generation, corrected.corrections.in_force())) if corrected else 0


def _numbers(letter: Letter, cited: Cited) -> list[int]:
    """The file pages to show: the one asked for, else those of the citation, else the first."""
    asked = request.args.get("pagina", type=int)
    if asked is not None:
        if not any(page.number == asked for page in letter.pages):
            abort(404)
        return [asked]
    return cited_pages(letter, cited) or [1]
