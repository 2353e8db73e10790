"""Keeping drafts in the database of what people make.

The text of a draft is written only by whoever names the revision that was edited, so that nothing is overwritten that
the writer has not seen. Sources are rows of their own: one can be added while somebody types.
"""

import datetime
import json
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import replace

from corpus.codec import from_json, to_json
from qa.database import Database, utc_now
from web.drafts.errors import ChangedMeanwhile, UnknownDraft
from web.drafts.types import Draft, DraftHead, Reason, Source, Text, Version

_STEPS = (
    (
        "CREATE TABLE drafts (id TEXT PRIMARY KEY, owner TEXT NOT NULL, shared INTEGER NOT NULL DEFAULT 0, "
        "removed INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, "
        "created TEXT NOT NULL, changed TEXT NOT NULL, changed_by TEXT NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE draft_sources (draft TEXT NOT NULL REFERENCES drafts (id), number INTEGER NOT NULL, "
        "held INTEGER NOT NULL DEFAULT 1, source TEXT NOT NULL, PRIMARY KEY (draft, number)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE draft_versions (draft TEXT NOT NULL REFERENCES drafts (id), number INTEGER NOT NULL, "
        "saved TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, sources TEXT NOT NULL, "
        "PRIMARY KEY (draft, number)) WITHOUT ROWID"
    ),
)
_BETWEEN_VERSIONS = datetime.timedelta(minutes=5)
# Whoever takes away more than this many characters at once may want them back.
_MUCH = 200


class DraftStore:
    """The drafts of one data folder. Safe to use from many threads and processes."""

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = utc_now) -> None:
        """Bring the tables up to date; `now` gives the time in UTC."""
        database.prepare("drafts", _STEPS)
        self._database = database
        self._now = now

    # ------------------------------------------------------------------------------------------------ asking

    def get(self, draft_id: str) -> Draft:
        """A draft as it stands, removed or not; raises UnknownDraft."""
        rows = self._database.read("SELECT * FROM drafts WHERE id = ?", (draft_id,))
        if not rows:
            raise UnknownDraft(draft_id)
        query = "SELECT source FROM draft_sources WHERE draft = ? AND held ORDER BY number"
        return _draft(rows[0], self._database.read(query, (draft_id,)))

    def all_heads(self) -> list[DraftHead]:
        """All drafts, the one that was changed last first."""
        query = (
            "SELECT id, owner, shared, removed, changed, changed_by, json_extract(text, '$.title') AS title, "
            "json_array_length(text, '$.sections') AS sections, "
            "(SELECT count(*) FROM draft_sources WHERE draft = drafts.id AND held) AS sources_held "
            "FROM drafts ORDER BY changed DESC, id"
        )
        return [_head(row) for row in self._database.read(query)]

    def versions(self, draft_id: str) -> list[Version]:
        """The kept versions of a draft, the newest first."""
        query = "SELECT * FROM draft_versions WHERE draft = ? ORDER BY number DESC"
        return [_version(row) for row in self._database.read(query, (draft_id,))]

    def version(self, draft_id: str, number: int) -> Version:
        """One version; raises UnknownDraft."""
        query = "SELECT * FROM draft_versions WHERE draft = ? AND number = ?"
        rows = self._database.read(query, (draft_id, number))
        if not rows:
            raise UnknownDraft(f"{draft_id}, version {number}")
        return _version(rows[0])

    # ----------------------------------------------------------------------------------------------- writing

    def create(self, owner: str, by: str, text: Text) -> Draft:
        """Begin a draft; this text is its first version."""
        draft_id, now = secrets.token_hex(8), self._now().isoformat()
        with self._database.change() as connection:
            connection.execute(
                "INSERT INTO drafts (id, owner, text, created, changed, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
                (draft_id, owner, _written(text), now, now, by),
            )
            self._keep(connection, draft_id, by, Reason.SAVED, text)
        return self.get(draft_id)

    def save(self, draft_id: str, text: Text, base: int, by: str, *, asked: bool = False) -> Draft:
        """Put the text in the place of the one at revision `base`; `asked` keeps it as a version at once.

        Raises ChangedMeanwhile when the draft is at another revision, unless its text is this one, and UnknownDraft.
        """
        with self._database.change() as connection:
            row = _row(connection, draft_id)
            held = from_json(Text, json.loads(row["text"]))
            if row["revision"] != base and held != text:
                raise ChangedMeanwhile(_draft(row, _source_rows(connection, draft_id)))
            if held != text:
                if _length(held) - _length(text) > _MUCH:
                    self._keep(connection, draft_id, row["changed_by"], Reason.BEFORE, held)
                self._write(connection, draft_id, text, by)
            if asked or self._is_due(connection, draft_id, by):
                self._keep(connection, draft_id, by, Reason.SAVED if asked else Reason.WRITING, text)
        return self.get(draft_id)

    def replace(self, draft_id: str, text: Text, by: str) -> Draft:
        """Put the text in the place of whatever stands there, which is kept as a version; raises UnknownDraft."""
        with self._database.change() as connection:
            row = _row(connection, draft_id)
            self._keep(connection, draft_id, row["changed_by"], Reason.BEFORE, from_json(Text, json.loads(row["text"])))
            self._write(connection, draft_id, text, by)
            self._keep(connection, draft_id, by, Reason.SAVED, text)
        return self.get(draft_id)

    def keep_apart(self, draft_id: str, text: Text, by: str) -> int:
        """Keep a text as a version without making it the draft's; its number. Raises UnknownDraft."""
        with self._database.change() as connection:
            _row(connection, draft_id)
            return self._keep(connection, draft_id, by, Reason.APART, text)

    def put_back(self, draft_id: str, number: int, by: str) -> Draft:
        """Make a version the draft again, its sources included; what stood is kept. Raises UnknownDraft."""
        version = self.version(draft_id, number)
        with self._database.change() as connection:
            row = _row(connection, draft_id)
            self._keep(connection, draft_id, row["changed_by"], Reason.BEFORE, from_json(Text, json.loads(row["text"])))
            connection.executemany(
                "UPDATE draft_sources SET held = 1 WHERE draft = ? AND number = ?",
                [(draft_id, source.number) for source in version.sources],
            )
            self._write(connection, draft_id, version.text, by)
            self._keep(connection, draft_id, by, Reason.SAVED, version.text)
        return self.get(draft_id)

    def add_source(self, draft_id: str, source: Source) -> Source:
        """Put a source in the draft, its number given here; the same passage twice is one source."""
        with self._database.change() as connection:
            _row(connection, draft_id)
            rows = connection.execute("SELECT * FROM draft_sources WHERE draft = ?", (draft_id,)).fetchall()
            for row in rows:
                known = from_json(Source, json.loads(row["source"]))
                if replace(known, number=0, citation="", title="") == replace(source, number=0, citation="", title=""):
                    connection.execute(
                        "UPDATE draft_sources SET held = 1 WHERE draft = ? AND number = ?", (draft_id, known.number)
                    )
                    return known
            numbered = replace(source, number=max((row["number"] for row in rows), default=0) + 1)
            connection.execute(
                "INSERT INTO draft_sources (draft, number, source) VALUES (?, ?, ?)",
                (draft_id, numbered.number, json.dumps(to_json(numbered))),
            )
            self._touch(connection, draft_id)
        return numbered

    def drop_source(self, draft_id: str, number: int) -> None:
        """Take a source out; an older version that is put back brings it back."""
        with self._database.change() as connection:
            connection.execute("UPDATE draft_sources SET held = 0 WHERE draft = ? AND number = ?", (draft_id, number))

    def set_shared(self, draft_id: str, *, shared: bool) -> None:
        """Let others see and edit it, or its owner alone."""
        with self._database.change() as connection:
            connection.execute("UPDATE drafts SET shared = ? WHERE id = ?", (int(shared), draft_id))

    def set_removed(self, draft_id: str, *, removed: bool) -> None:
        """Throw a draft away, or take it back out."""
        with self._database.change() as connection:
            connection.execute("UPDATE drafts SET removed = ? WHERE id = ?", (int(removed), draft_id))

    # ------------------------------------------------------------------------------------------------- inside

    def _write(self, connection: sqlite3.Connection, draft_id: str, text: Text, by: str) -> None:
        connection.execute(
            "UPDATE drafts SET text = ?, changed = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
            (_written(text), self._now().isoformat(), by, draft_id),
        )

    def _touch(self, connection: sqlite3.Connection, draft_id: str) -> None:
        connection.execute("UPDATE drafts SET changed = ? WHERE id = ?", (self._now().isoformat(), draft_id))

    def _is_due(self, connection: sqlite3.Connection, draft_id: str, by: str) -> bool:
        """Whether the last version is old, or somebody else's."""
        last = _last_version(connection, draft_id)
        if last is None or last["by"] != by:
            return True
        return self._now() - datetime.datetime.fromisoformat(last["saved"]) >= _BETWEEN_VERSIONS

    def _keep(self, connection: sqlite3.Connection, draft_id: str, by: str, reason: Reason, text: Text) -> int:
        """Keep a version, unless the last one holds the same; its number."""
        sources = json.dumps([json.loads(row["source"]) for row in _source_rows(connection, draft_id)])
        last, written = _last_version(connection, draft_id), _written(text)
        if last is not None and last["text"] == written and last["sources"] == sources:
            same: int = last["number"]
            return same
        number = (last["number"] if last is not None else 0) + 1
        connection.execute(
            "INSERT INTO draft_versions VALUES (?, ?, ?, ?, ?, ?, ?)",
            (draft_id, number, self._now().isoformat(), by, reason.value, written, sources),
        )
        return int(number)


def _row(connection: sqlite3.Connection, draft_id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM drafts WHERE id = ?", (draft_id,)).fetchone()
    if row is None:
        raise UnknownDraft(draft_id)
    return row


def _source_rows(connection: sqlite3.Connection, draft_id: str) -> list[sqlite3.Row]:
    query = "SELECT source FROM draft_sources WHERE draft = ? AND held ORDER BY number"
    return connection.execute(query, (draft_id,)).fetchall()


def _last_version(connection: sqlite3.Connection, draft_id: str) -> sqlite3.Row | None:
    query = "SELECT * FROM draft_versions WHERE draft = ? ORDER BY number DESC LIMIT 1"
    row: sqlite3.Row | None = connection.execute(query, (draft_id,)).fetchone()
    return row


def _written(text: Text) -> str:
    return json.dumps(to_json(text), ensure_ascii=False)


def _length(text: Text) -> int:
    return len(text.title) + sum(len(section.question) + len(section.answer) for section in text.sections)


def _draft(row: sqlite3.Row, sources: list[sqlite3.Row]) -> Draft:
    return Draft(
        id=row["id"],
        owner=row["owner"],
        shared=bool(row["shared"]),
        text=from_json(Text, json.loads(row["text"])),
        sources=tuple(from_json(Source, json.loads(source["source"])) for source in sources),
        revision=row["revision"],
        created=datetime.datetime.fromisoformat(row["created"]),
        changed=datetime.datetime.fromisoformat(row["changed"]),
        changed_by=row["changed_by"],
        removed=bool(row["removed"]),
    )


def _head(row: sqlite3.Row) -> DraftHead:
    return DraftHead(
        id=row["id"],
        owner=row["owner"],
        shared=bool(row["shared"]),
        title=row["title"],
        sections=row["sections"],
        sources=row["sources_held"],
        changed=datetime.datetime.fromisoformat(row["changed"]),
        changed_by=row["changed_by"],
        removed=bool(row["removed"]),
    )


def _version(row: sqlite3.Row) -> Version:
    return Version(
        number=row["number"],
        saved=datetime.datetime.fromisoformat(row["saved"]),
        by=row["by"],
        reason=Reason(row["reason"]),
        text=from_json(Text, json.loads(row["text"])),
        sources=from_json(tuple[Source, ...], json.loads(row["sources"])),
    )
