"""The box, and the answer to a question."""

import functools
from urllib.parse import quote_plus

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from qa.errors import BadQuestion
from qa.types import Answer
from web.answers.asking import Arguments, Asked, read_asked
from web.answers.choices import narrowing_view
from web.answers.presenting import asked_for, by_date, present
from web.answers.understood import offers, understood
from web.audit import record
from web.labels import kind_labels
from web.letters.listing import LetterList
from web.safety.limits import LARGEST_TOP
from web.services import current_services

_NEWEST = 6


def make_questions(letters: LetterList) -> Blueprint:
    """The page with the box: without a question the newest letters, with one its answer."""
    blueprint = Blueprint("questions", __name__)

    @blueprint.context_processor
    def addresses() -> dict[str, object]:
        # An answer holds a hundred of these addresses; made one by one by the router they take longer than the search.
        here = url_for("questions.home")
        # Nearly the same words stand in all of them.
        quoted = functools.cache(quote_plus)

        def ask_url(arguments: Arguments) -> str:
            """The address of a question with these parameters."""
            given = [f"{quoted(name)}={quoted(value)}" for name, values in arguments.items() for value in values]
            return f"{here}?{'&'.join(given)}" if given else here

        return {"ask_url": ask_url}

    @blueprint.get("/")
    def home() -> ResponseReturnValue:
        asked = read_asked(request.args)
        if asked.problems:
            return _form(asked, problems=asked.problems), 400
        if asked.text:
            return _answer(asked, letters)
        newest = letters.newest(current_services().library.current(), _NEWEST)
        return render_template("questions/home.html", asked=asked, kinds=kind_labels(), newest=newest)

    return blueprint


def _answer(asked: Asked, letters: LetterList) -> ResponseReturnValue:
    answerer = current_services().answerer
    # The newest among the best: a date says nothing of whether a passage answers.
    top = LARGEST_TOP if asked.by_date else asked.top
    try:
        answer = answerer.ask(asked.text, top, asked.filters, asked.without)
    except BadQuestion as error:
        return _form(asked, problems=(gettext("This question cannot be taken."), str(error))), 400
    record("question", question=asked.text, verdict=answer.verdict.value, passages=len(answer.passages))
    view = present(answer, answerer.relations())
    return render_template(
        "questions/answer.html",
        asked=asked,
        kinds=kind_labels(),
        answer=view,
        document=asked_for(answer),
        dossiers=_dossiers(answer, letters),
        passages=by_date(view.passages) if asked.by_date else view.passages,
        understood=understood(asked, answer),
        offers=offers(asked, answer),
        narrowing=narrowing_view(asked, answer.filters, answerer.narrowing(answer)),
        undated=answer.undated,
        more=min(2 * top, LARGEST_TOP) if len(answer.passages) == top < LARGEST_TOP else 0,
    )


def _dossiers(answer: Answer, letters: LetterList) -> dict[str, int]:
    """How many letters there are in the dossiers of references that are not held."""
    wanted = {missing.reference.dossier for missing in answer.missing if missing.reference.dossier}
    if not wanted:
        return {}
    generation = current_services().library.current()
    counts = {dossier: len(letters.passing(generation, words=dossier)) for dossier in sorted(wanted)}
    return {dossier: count for dossier, count in counts.items() if count}


def _form(asked: Asked, problems: tuple[str, ...]) -> str:
    return render_template("questions/problem.html", asked=asked, kinds=kind_labels(), problems=problems)
