"""The database of what people make."""

import sqlite3
from pathlib import Path

import pytest

from qa.database import Database
from qa.errors import NewerDatabase

_NOTES = ["CREATE TABLE note (text TEXT NOT NULL)"]


def test_takes_each_step_once(tmp_path: Path) -> None:
    """A file that has a step keeps its rows when the next steps are taken."""
    Database(tmp_path).prepare("notes", _NOTES)
    database = Database(tmp_path)
    with database.change() as connection:
        connection.execute("INSERT INTO note VALUES ('kept')")
    database.prepare("notes", [*_NOTES, "ALTER TABLE note ADD COLUMN by TEXT"])
    assert [tuple(row) for row in database.read("SELECT text, by FROM note")] == [("kept", None)]


def test_owners_count_their_own_steps(tmp_path: Path) -> None:
    """The steps of one owner say nothing of another's."""
    database = Database(tmp_path)
    database.prepare("notes", _NOTES)
    database.prepare("marks", ["CREATE TABLE mark (text TEXT)"])
    assert [tuple(row) for row in database.read("SELECT owner, taken FROM steps ORDER BY owner")] == [
        ("marks", 1),
        ("notes", 1),
    ]


def test_refuses_a_newer_file(tmp_path: Path) -> None:
    """A file that had more steps than this version knows is refused, with what to do."""
    Database(tmp_path).prepare("notes", [*_NOTES, "ALTER TABLE note ADD COLUMN by TEXT"])
    with pytest.raises(NewerDatabase, match="newer version"):
        Database(tmp_path).prepare("notes", _NOTES)


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """What a failed transaction wrote is not there."""
    database = Database(tmp_path)
    database.prepare("notes", _NOTES)

    def write_and_fail() -> None:
        with database.change() as connection:
            connection.execute("INSERT INTO note VALUES ('half')")
            connection.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(sqlite3.OperationalError):
        write_and_fail()
    assert database.read("SELECT * FROM note") == []
