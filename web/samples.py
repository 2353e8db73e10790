"""Telling the sample letters, which are shipped with the program, from real work."""

import hashlib
from importlib.resources import files
from typing import Protocol


class Letters(Protocol):
    """Names the letters that are held."""

    def letters(self) -> list[str]:
        """The ids of all letters."""
        ...


def holds_samples(store: Letters) -> bool:
    """Whether any of the letters is a sample."""
    folder = files("corpus").joinpath("sample")
    samples = {hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}
    return not samples.isdisjoint(store.letters())
