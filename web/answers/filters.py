"""Filters as people and programs write them: on the command line, in an address, in a line of a batch."""

import datetime
import re
from collections.abc import Mapping

from corpus.government import find_ministry
from corpus.parties import find_party
from corpus.types import Kind
from index.types import Filters
from qa.errors import BadQuestion

_DOSSIER = re.compile(r"(\d{2})[ .]?(\d{3})(?:[ .-]*\(?([IVXLC]+|[A-Z]|\d{2})\)?)?", re.IGNORECASE)


def filters_from(words: Mapping[str, str]) -> Filters:
    """Filters from `kind`, `from`, `to`, `person`, `dossier`, `ministry`, `sender` and `party`.

    Raises BadQuestion for a value that has no meaning.
    """
    kinds = frozenset(_kind(word) for word in words.get("kind", "").split(",") if word.strip())
    first, last = date_from(words.get("from", ""), "from"), date_from(words.get("to", ""), "to")
    if first and last and first > last:
        raise BadQuestion(f"The period ends ({last}) before it begins ({first}).")
    return Filters(
        kinds,
        first,
        last,
        words.get("person", "").strip(),
        _dossier(words.get("dossier", "")),
        ministry=_ministry(words.get("ministry", "")),
        sender=words.get("sender", "").strip(),
        party=_party(words.get("party", "")),
    )


def _kind(word: str) -> Kind:
    try:
        return Kind(word.strip().casefold())
    except ValueError:
        raise BadQuestion(f"No kind {word!r}; there are: {', '.join(Kind)}.") from None


def date_from(word: str, name: str) -> datetime.date | None:
    """The date of the option `--name`, None where it is left empty; raises BadQuestion for what is no date."""
    if not word.strip():
        return None
    try:
        return datetime.date.fromisoformat(word.strip())
    except ValueError:
        raise BadQuestion(f"--{name} takes a date as 2023-03-24, not {word!r}.") from None


def _dossier(word: str) -> str:
    if not word.strip():
        return ""
    match = _DOSSIER.fullmatch(word.strip())
    if not match:
        raise BadQuestion(f"A dossier is a number as 32824, 36200-XV or 21501-02, not {word!r}.")
    number = match[1] + match[2]
    return f"{number}-{match[3].upper()}" if match[3] else number


def _ministry(word: str) -> str:
    if not word.strip():
        return ""
    ministry = find_ministry(word.strip())
    if not ministry:
        raise BadQuestion(f"No ministry {word!r}; write its name or abbreviation, as SZW.")
    return ministry


def _party(word: str) -> str:
    if not word.strip():
        return ""
    party = find_party(word)
    if not party:
        raise BadQuestion(f"No party {word!r}; write it as the Kamer does, as VVD or GroenLinks-PvdA.")
    return party
