"""The commands on what was read of a letter: `letter` and `correct-letter`."""

import datetime
from pathlib import Path
from typing import Any

from corpus.errors import UnknownLetter
from corpus.references import cite
from index.encode import load_encoder
from index.errors import IndexProblem
from index.library import Library
from index.types import LetterRecord
from qa.errors import BadQuestion
from qa.metadata.attention import needs
from qa.metadata.corrected import CorrectedLetters, open_letters
from qa.metadata.corrections import MetadataCorrection
from qa.metadata.fields import MetadataField, read_field
from qa.metadata.remarks import corrected_values, other_forms, replaces
from web.commands.console import complain, write_json, write_line
from web.commands.generations import build
from web.safety.audit_log import AuditLog

_SHORTEST = 6  # characters of an id that may be cut off


def show_letter(data: Path, typed: str, *, as_json: bool) -> int:
    """Write what is known of a letter, its forms and versions, and all that was ever corrected in it."""
    letters = open_letters(data)
    shown = _shown(data, letters, _find(letters, typed))
    if as_json:
        write_json(shown)
        return 0
    for name, value in shown.items():
        for line in value if isinstance(value, list) else [value]:
            write_line(f"{name:<14} {_line(line)}")
    return 0


def correct_letter(data: Path, typed: str, field: str, value: str, *, by: str, reason: str) -> int:
    """Correct what was read of a letter and build that in; writes the correction's number.

    Raises BadQuestion for what is missing or has no meaning, BadCorrection, UnknownLetter.
    """
    if not by.strip() or not reason.strip():
        raise BadQuestion("a correction needs --by NAME and --reason TEXT.")
    if field not in set(MetadataField):
        raise BadQuestion(f"no field {field!r}; there are: {', '.join(MetadataField)}.")
    letters = open_letters(data)
    letter = _find(letters, typed)
    number = letters.corrections.correct(letter, MetadataField(field), value, by=by, reason=reason)
    AuditLog(data).write("correction", by, letter=letter, fields=field)
    now = read_field(letters.load(letter).metadata, MetadataField(field))
    write_line(f"correction {number}: {field} of {letter} is {_line(now) or 'not known'}")
    return build(data)


def withdraw_correction(data: Path, number: int, by: str) -> int:
    """Take a correction of a letter back and build that in; raises BadQuestion without a name, UnknownCorrection."""
    if not by.strip():
        raise BadQuestion("taking a correction back needs --by NAME.")
    taken = open_letters(data).corrections.withdraw(number, by=by)
    AuditLog(data).write("correction", by, letter=taken.letter, number=number, kind="withdrawn")
    write_line(f"correction {number}: withdrawn")
    return build(data)


def _find(letters: CorrectedLetters, typed: str) -> str:
    """The letter of an id, whole or its first characters; raises UnknownLetter, BadQuestion for what fits several."""
    wanted = typed.strip().lower()
    held = [letter for letter in letters.letters() if letter.startswith(wanted)] if len(wanted) >= _SHORTEST else []
    if not held:
        raise UnknownLetter(f"no letter {typed} is held; `vraagbaak ask --json` and `ingest --json` give ids")
    if len(held) > 1:
        raise BadQuestion(f"{len(held)} letters begin with {typed}: give more of the id.")
    return held[0]


def _shown(data: Path, letters: CorrectedLetters, letter_id: str) -> dict[str, Any]:
    letter = letters.load(letter_id)
    known = {field.value: read_field(letter.metadata, field) or None for field in MetadataField}
    shown = {"letter": letter_id, "file": letter.file, "format": letter.format.value, **known}
    shown["citation"] = cite(letter.metadata, "")
    corrected = corrected_values(letters.as_read(letter_id), letters.corrections.of(letter_id))
    was = {each.number: each.was for each in corrected}
    history = [_correction(each, was.get(each.id)) for each in letters.corrections.history(letter_id)]
    return {**shown, **_standing(data, letters, letter_id), "corrections": history}


def _standing(data: Path, letters: CorrectedLetters, letter_id: str) -> dict[str, Any]:
    """What the generation in force knows of a letter's forms and versions; nothing where the letter is not in it."""
    try:
        generation = Library(data, load_encoder()).current()
    except IndexProblem as problem:
        complain(str(problem))
        return {}
    record = generation.letters.get(letter_id)
    if record is None:
        return {}
    values = letters.corrections.in_force().get(letter_id, {})
    newer = generation.replaced_by(letter_id)
    return {
        "needs": [need.value for need in needs(record, values)],
        "forms": [_named(each) for each in other_forms(generation, letter_id)],
        "replaced_by": _named(newer) if newer else None,
        "replaces": [_named(each) for each in replaces(generation, letter_id)],
    }


def _named(record: LetterRecord) -> dict[str, str]:
    return {"letter": record.id, "file": record.file, "citation": cite(record.metadata, "")}


def _correction(each: MetadataCorrection, was: str | None) -> dict[str, Any]:
    """A correction; `was` is what the reader says, for one that is in force."""
    withdrawn = {"withdrawn": _moment(each.withdrawn), "withdrawn_by": each.withdrawn_by} if each.withdrawn else {}
    told: dict[str, Any] = {"id": each.id, "field": each.field.value, "value": each.value}
    told |= {"was": was} if was is not None else {}
    return {**told, "by": each.by, "reason": each.reason, "made": _moment(each.made), **withdrawn}


def _moment(moment: datetime.datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _line(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {each}" for name, each in value.items())
    return "-" if value is None else "; ".join(str(value).splitlines())
