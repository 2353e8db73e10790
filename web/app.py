"""The app: everything it needs is passed in, and nothing happens before it is made."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, request, url_for
from flask_babel import format_decimal

from index.errors import IndexProblem
from qa.metadata.attention import AttentionList
from web.api.making import make_api
from web.converters import LetterIdConverter, ReadingConverter, SpansConverter
from web.identity import SESSION_COOKIE, set_up_identity
from web.labels import day, kind_label, numbered
from web.language import LANGUAGES, language, set_up_languages
from web.letters.listing import LetterList
from web.marked.pictures import PictureCache
from web.marked.pieces import with_headings
from web.metrics import Metrics
from web.reasons import said
from web.safety.access import Role, actor, set_up_access
from web.safety.cross_site import refuse_cross_site
from web.safety.limits import LARGEST_REQUEST
from web.safety.pace import Pace, keep_pace
from web.safety.proxies import Proxies
from web.safety.security import set_headers
from web.services import EXTENSION, Services
from web.views.commitments import make_commitments
from web.views.corrections import make_corrections
from web.views.drafts import make_drafts
from web.views.errors import handle_errors
from web.views.files import make_files
from web.views.generations import make_generations
from web.views.health import make_health
from web.views.intake import make_intake
from web.views.letter_corrections import make_letter_corrections
from web.views.letters import make_letters
from web.views.official_register import make_official_register
from web.views.people import make_people
from web.views.questions import make_questions
from web.views.removal import make_removal, tell_removed
from web.views.sayings import make_sayings

_A_YEAR = 365 * 24 * 3600  # seconds


def create_app(services: Services) -> Flask:
    """The app that serves these services."""
    app = Flask(__name__)
    app.extensions[EXTENSION] = services
    app.config.update(
        TRUSTED_HOSTS=list(services.settings.trusted_hosts),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        SEND_FILE_MAX_AGE_DEFAULT=_A_YEAR,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.url_map.converters |= {"letter_id": LetterIdConverter, "reading": ReadingConverter, "spans": SpansConverter}
    metrics = Metrics(services.library)
    metrics.watch(app)
    set_up_languages(app)
    set_headers(app)
    refuse_cross_site(app)
    set_up_identity(app)
    keep_pace(app, Pace(services.settings.requests_per_minute))
    set_up_access(app)
    tell_removed(app)
    handle_errors(app)
    letters = LetterList()
    for blueprint in _blueprints(letters, metrics):
        app.register_blueprint(blueprint)
    _equip_templates(app, services, letters)
    header = services.people.header if services.people else ""
    app.wsgi_app = Proxies(app, services.settings.trusted_proxies, header)  # type: ignore[method-assign]  # as Flask advises
    return app


def _blueprints(letters: LetterList, metrics: Metrics) -> tuple[Blueprint, ...]:
    """All pages and the API."""
    attention, pictures = AttentionList(), PictureCache()
    return (
        make_questions(letters),
        make_corrections(),
        make_official_register(),
        make_commitments(),
        make_letters(letters, attention),
        make_letter_corrections(attention),
        make_files(pictures),
        make_drafts(),
        make_people(),
        make_intake(),
        make_removal(),
        make_generations(),
        make_health(metrics),
        make_sayings(),
        make_api(letters, pictures),
    )


def _equip_templates(app: Flask, services: Services, letters: LetterList) -> None:
    """Give every template what stands on every page: the state of the collection, and the other language."""
    digests = {path.name: _digest(path) for path in Path(app.static_folder or "").iterdir()}

    def static_url(name: str) -> str:
        return url_for("static", filename=name, v=digests[name])

    def other_address(**changed: Any) -> str:
        """This page's address with some of its parameters changed."""
        arguments = {**request.args.to_dict(flat=False), **changed}
        if request.method == "POST" or not request.endpoint:
            return url_for("questions.home", **changed)  # a form is not sent again
        return url_for(request.endpoint, **(request.view_args or {}), **arguments)

    @app.context_processor
    def everywhere() -> dict[str, Any]:
        return {
            "collection": _collection(services, letters) if actor().role >= Role.READER else None,
            "accounts": services.people is not None and services.people.login,
            "session_cookie": SESSION_COOKIE,
            "intake": services.jobs is not None,
            "sample": services.settings.sample,
            "language": language(),
            "languages": LANGUAGES,
            "other_address": other_address,
        }

    app.jinja_env.globals.update(static_url=static_url, day=day, kind_label=kind_label, numbered=numbered)
    app.jinja_env.filters["said"] = said
    app.jinja_env.filters["number"] = format_decimal
    app.jinja_env.filters["with_headings"] = with_headings


def _collection(services: Services, letters: LetterList) -> dict[str, Any] | None:
    """How complete the collection is; None when it cannot be told."""
    try:
        generation = services.library.current()
    except IndexProblem:
        return None
    newest = letters.newest(generation, 1)
    return {
        "built": generation.info.created.date(),
        "letters": letters.count(generation),
        "newest": newest[0].metadata.date if newest else None,
        "problems": services.library.problems,
    }


def _digest(path: Path) -> str:
    """What makes a browser load a changed file again."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
