"""Learned tables as files: words with small whole numbers beside them, packed so that they are read in a moment.

A file is gzip: a line of JSON with what holds for the whole table, the words one a line, an empty line, then one byte a
word for each column. Files are made by the training scripts and are the same for the same input.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ABSENT = 255
"""The value of a word that has none in a column."""


@dataclass(frozen=True, slots=True)
class Table:
    """`columns[c][i]` is the value, 0 to 255, of `words[i]`."""

    facts: Mapping[str, float]
    words: Sequence[str]
    columns: Sequence[bytes] = ()


def write_table(path: Path, table: Table) -> None:
    """Write a table; no word may be empty or hold a line break."""
    first = json.dumps({"facts": dict(table.facts), "columns": len(table.columns)})
    head = "\n".join([first, *table.words, "", ""]).encode()
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(head + b"".join(table.columns))


def read_table(path: Path) -> Table:
    """Read what `write_table` wrote."""
    head, _, body = gzip.decompress(path.read_bytes()).partition(b"\n\n")
    first, *words = head.decode().split("\n")
    about = json.loads(first)
    count = len(words)
    columns = [body[column * count : (column + 1) * count] for column in range(about["columns"])]
    return Table(about["facts"], words, columns)
