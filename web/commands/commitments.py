"""The command `commitments`: the register of promises and moties, a line for each mention in a letter.

What people marked wrong is left out, and a state that somebody set stands in the place of what the letters say; else
`status` is what this letter says.
"""

from pathlib import Path

from corpus.types import CommitmentStatus
from qa.commitments.types import Entry, Mention
from qa.errors import BadQuestion
from web.answers.filters import date_from
from web.commands.console import write_json, write_line
from web.commands.opening import open_all
from web.commitment_json import WantedMentions, commitment_json, mentions, short_name, status_of


def list_commitments(data: Path, *, person: str, status: str, due_before: str, as_json: bool) -> int:
    """Write the mentions that pass the filters; raises `BadQuestion` for a filter that has no meaning."""
    wanted = WantedMentions(person, _status(status), date_from(due_before, "due-before"))
    for entry, mention in mentions(open_all(data).book.entries(), wanted):
        if as_json:
            write_json(commitment_json(entry, mention))
        else:
            write_line(_line(entry, mention))
    return 0


def _line(entry: Entry, mention: Mention) -> str:
    made = mention.commitment
    to = ", ".join(f"{short_name(each)} ({each.party})" if each.party else short_name(each) for each in made.to)
    due = made.due_date.isoformat() if made.due_date else made.due or "-"
    page = f", p. {made.page}" if made.page else ""
    status = status_of(entry, mention)
    return f"{status:<14} {due:<12} {made.kind}: {made.what} | {to or '-'} | {mention.letter.file}{page}"


def _status(word: str) -> CommitmentStatus | None:
    if not word.strip():
        return None
    try:
        return CommitmentStatus(word.strip().casefold())
    except ValueError:
        raise BadQuestion(f"No status {word!r}; there are: {', '.join(CommitmentStatus)}.") from None
