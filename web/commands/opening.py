"""Opening a data folder for a command; imports only what the command needs, since a shell waits for it."""

from pathlib import Path

from index.encode import load_encoder
from index.library import Library

from corpus.store import Store
from qa.service import Answerer


def open_store(data: Path) -> Store:
    """The letters of a data folder."""
    return Store(data)


def open_library(data: Path) -> Library:
    """The generations of a data folder, with the encoder that is shipped."""
    return Library(data, load_encoder())


def open_answerer(data: Path) -> Answerer:
    """Everything that answering needs."""
    return Answerer(open_library(data), open_store(data))
