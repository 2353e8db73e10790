"""Was this said before? A paragraph of a draft, sentence by sentence, with what letters say the same."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from qa.errors import BadQuestion
from qa.saying import MOST_CHARACTERS
from web.answers.said import present_said
from web.audit import record
from web.services import current_services


def make_sayings() -> Blueprint:
    """The form, and what is found. The text is sent in the body, so that it stands in no address and no log."""
    blueprint = Blueprint("sayings", __name__)

    @blueprint.get("/eerder-gezegd")
    def form() -> ResponseReturnValue:
        return render_template("sayings/form.html", text="", most=MOST_CHARACTERS, problem="", said=None)

    @blueprint.post("/eerder-gezegd")
    def compare() -> ResponseReturnValue:
        text = request.form.get("tekst", "")
        try:
            said = current_services().answerer.said_before(text)
        except BadQuestion as error:
            page = render_template("sayings/form.html", text=text, most=MOST_CHARACTERS, problem=str(error), said=None)
            return page, 400
        record("said before", sentences=len(said.sentences))
        return render_template(
            "sayings/form.html", text=text, most=MOST_CHARACTERS, problem="", said=present_said(said)
        )

    return blueprint
