"""What the layers below say of a failure, in the language of the page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.support import Translations
from flask import Flask

from corpus.store import _REPAIR
from index.seal import other_layout
from index.space import FULL
from tests.web_examples import make_app
from web.language import LANGUAGES
from web.reasons import KNOWN, Explained, explain, said

ROOT = Path(__file__).parents[2]
# What only commands say, or what is said of the program's own installation.
COMMANDS_ONLY = ("index/backup.py", "index/encode.py", "corpus/errors.py")
SPEAKERS = {
    "UnreadableFile", "RefusedSource", "DamagedStore", "WorkersFail", "DamagedGeneration", "Busy", "UnsupportedLayout",
    "UnsupportedEncoder", "DiskFull", "NoGeneration", "UnknownLetter", "RefusedUpload", "TooLargeUpload", "NoRoom",
    "_failed",
}  # fmt: skip

# What stands in a line as a part of its sentence, by how it is put in.
PHRASES = {
    "seconds": "7 seconds",
    "limits": "7 MB of text and 7 MB in all",
    "where": "pages 1-3",
    "_REPAIR.format(id=letter_id)": _REPAIR.format(id="7"),
    "other_layout(layout)": other_layout("7"),
    "other_layout(str(layout))": other_layout("7"),
    "_holder(held[0])": "another process is writing",
    "FULL": FULL,
}


@pytest.fixture
def app() -> Flask:
    """An app with both languages."""
    return make_app()


def in_language(app: Flask, language: str, line: str) -> str:
    """A line as a page in this language shows it."""
    with app.test_request_context("/", headers={"Accept-Language": language}):
        return said(line)


def test_a_dutch_page_speaks_dutch(app: Flask) -> None:
    """With what the line tells of this file; numbers and what is quoted of others too."""
    line = "5,001 pages; a letter may have 5,000: split the file"
    assert in_language(app, "nl", line) == "5.001 pagina’s; een brief mag er 5.000 hebben: splits het bestand"
    assert in_language(app, "en", line) == line
    line = "cannot be opened: Permission denied"
    assert in_language(app, "nl", line) == "kan niet worden geopend: geen toegang"


def test_what_is_not_known_is_shown_as_technical(app: Flask) -> None:
    """A line of a library is not passed off as an explanation."""
    assert in_language(app, "nl", "KeyError: 'x'") == "Technische melding: KeyError: 'x'"


def test_what_is_wrong_and_what_to_do_can_be_told_apart(app: Flask) -> None:
    """By the line's own form: what it quotes may hold any sign."""
    with app.test_request_context("/", headers={"Accept-Language": "nl"}):
        told = explain("XML that is cut off or damaged (a; b); fetch it again")
        assert told == Explained("XML die is afgebroken of beschadigd (a; b)", "haal het bestand opnieuw op")
        assert explain("not an ordinary file") == Explained("geen gewoon bestand")
        assert explain("KeyError: a; b") == Explained("Technische melding: KeyError: a; b")


@pytest.mark.parametrize("known", KNOWN)
def test_a_line_has_its_next_step_in_both_languages(known: str) -> None:
    """Where the English tells one, so does the Dutch, and nowhere else."""
    catalogue = Translations.load(ROOT / "web" / "translations", ["nl"])
    assert catalogue.ugettext(known).count("; ") == known.count("; ")


@pytest.mark.parametrize("known", KNOWN)
def test_each_line_has_its_dutch(app: Flask, known: str) -> None:
    """None of the forms is shown in English on a Dutch page."""
    line = known.replace("%(", "").replace(")s", "")
    assert in_language(app, "en", line) == line
    assert in_language(app, "nl", line) not in (line, f"Technische melding: {line}")


def test_all_that_the_layers_below_can_say_is_known(app: Flask) -> None:
    """Whoever words a failure anew is told here that the page must know it too."""
    assert sorted(LANGUAGES) == ["en", "nl"]
    lines = [line for path in sources() for line in spoken(path)]
    assert len(lines) > 70
    unknown = [line for line in lines if in_language(app, "en", line) != line]
    assert unknown == []


def sources() -> list[Path]:
    """The modules whose failures reach a page."""
    folders = ("corpus", "index", "web/jobs")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if path.relative_to(ROOT).as_posix() not in COMMANDS_ONLY)


def spoken(path: Path) -> Iterator[str]:
    """The lines that a module makes failures of, each value in them as a 7."""
    tree = ast.parse(path.read_text())
    constants = _assigned(tree.body)
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = constants | _assigned(function.body)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS and node.args:
                yield from _lines(node.args[-1], names)
            elif isinstance(node, ast.Tuple) and any("Refusal." in ast.unparse(each) for each in node.elts):
                yield from _lines(node.elts[-1], names)
            elif isinstance(node, ast.Return) and node.value and function.name in {"_exceeds", "_without_text"}:
                yield from _lines(node.value, names)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _assigned(body: list[ast.stmt]) -> dict[str, ast.expr]:
    assigned = [node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Assign)]
    return {_name(node.targets[0]): node.value for node in assigned}


def _lines(node: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Name) and node.id in names:
        yield from _lines(names[node.id], {})
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else _value(part, names) for part in node.values]
        yield "".join(map(str, parts))


def _value(part: ast.expr, names: dict[str, ast.expr]) -> str:
    assert isinstance(part, ast.FormattedValue)
    named = names.get(_name(part.value))
    return str(named.value) if isinstance(named, ast.Constant) else PHRASES.get(ast.unparse(part.value), "7")
