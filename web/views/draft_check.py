"""The check of a draft."""

import datetime
import threading
from collections.abc import Iterable

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from index.errors import IndexProblem
from index.types import Edition
from qa.errors import AnswerProblem
from qa.metadata.remarks import KnownLetters
from qa.understanding.directory import Directory
from web.audit import record
from web.desk import draft_or_404
from web.drafts.check import Collection, check
from web.findings import present_findings
from web.safety.access import Role, allow
from web.services import current_services

_LONGEST_SEARCH = 400  # characters of a quotation that are searched for; more only take longer
_LETTERS_SEARCHED = 8


def add_checking(blueprint: Blueprint) -> None:
    """The view of the check."""
    directories = _Directories()

    @blueprint.get("/concept/<draft_id>/controle")
    @allow(Role.EDITOR)
    def report(draft_id: str) -> ResponseReturnValue:
        draft = draft_or_404(draft_id)
        generation = current_services().library.current()
        collection = Collection(
            current_services().store,
            generation.letters,
            directories.of(generation),
            _find,
            generation.replaced_by,
            current_services().store.removed,
        )
        found = check(draft, collection, _today())
        record("draft", step="checked", draft=draft.id)
        labels = {section.key: _label(place, section.number) for place, section in enumerate(draft.text.sections, 1)}
        return render_template(
            "drafts/check.html",
            draft=draft,
            report=found,
            labels=labels,
            findings=present_findings(found.quotations),
            shows_differences=any(each.steps or each.before or each.after for each in found.quotations),
        )


class _Directories:
    """Keeps the directory of the generation that was asked for last."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: tuple[Edition, Directory] | None = None

    def of(self, generation: KnownLetters) -> Directory:
        with self._guard:
            if self._kept is None or self._kept[0] != generation.info.edition:
                self._kept = (generation.info.edition, Directory(generation.letters.values()))
            return self._kept[1]


def _find(words: str) -> Iterable[tuple[str, str]]:
    """Letters that may hold these words, by a search for them."""
    try:
        answer = current_services().answerer.ask(words[:_LONGEST_SEARCH], _LETTERS_SEARCHED)
    except (AnswerProblem, IndexProblem):
        return []
    return [(passage.letter.id, passage.letter.reading) for passage in answer.passages]


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _label(place: int, number: str) -> str:
    label = gettext("Question %(number)s", number=number) if number else gettext("Section %(number)s", number=place)
    return str(label)
