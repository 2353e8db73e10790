"""How well other forms of letters are put with them: `python -m scripts.measure_forms DATA`.

Of every letter of a data folder a copy is made without number, kenmerk and date, as somebody's Word file would hold it,
whole and with one in a hundred words lost. A copy should be put with its letter, and never with another.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.relations import relate
from corpus.store import Store
from corpus.types import Letter
from index.fingerprint import fingerprint
from index.forms import find_forms
from index.kinship import Candidate
from index.types import Forms, LetterRecord

_LOST = (0.0, 0.01)


def main() -> None:
    """Print a line for each part of the words that is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, metavar="DATA")
    store = Store(parser.parse_args().data)
    letters = {letter_id: store.load(letter_id) for letter_id in store.letters()}
    print("lost words  letters  copies with their letter  groups of different letters  seconds")
    for lost in _LOST:
        copies = {f"copy {letter_id}": _copy(letter, lost) for letter_id, letter in letters.items()}
        candidates = [_candidate(letter_id, letter) for letter_id, letter in (*letters.items(), *copies.items())]
        began = time.perf_counter()
        found = find_forms(candidates)
        seconds = time.perf_counter() - began
        together = sum(letter_id in found.of(f"copy {letter_id}") for letter_id in letters)
        wrong = len(set(_mixed(found)))
        print(f"{lost:10.0%}  {len(letters):7}  {together:24}  {wrong:27}  {seconds:7.1f}")


def _copy(letter: Letter, lost: float) -> Letter:
    chance = random.Random(letter.id)  # noqa: S311 - the same copy every time
    words = [word for word in letter.text.split(" ") if chance.random() >= lost]
    metadata = replace(letter.metadata, reference=None, number="", kenmerk="", date=None)
    return replace(letter, text=" ".join(words), metadata=metadata)


def _candidate(letter_id: str, letter: Letter) -> Candidate:
    record = LetterRecord(letter_id, letter.file, "1", None, letter.metadata, relate(letter), letter.format)
    return Candidate(record, fingerprint(letter))


def _mixed(found: Forms) -> Iterator[tuple[str, ...]]:
    """The groups that hold more than one letter, copies not counted."""
    for group in found.groups.values():
        if len({letter_id.removeprefix("copy ") for letter_id in group}) > 1:
            yield group


if __name__ == "__main__":
    main()
