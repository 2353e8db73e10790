"""Readers for the tests of the intake: what a file says is what happens when it is read."""

import hashlib
import os
import signal
import time
from collections.abc import Callable

from corpus.errors import Refusal, UnreadableFile
from corpus.types import Block, BlockKind, Format, Kind, Letter, Metadata, Page, Span


def read_as_told(data: bytes, file: str) -> Letter:
    """A letter that holds the file's text; or what the first word of it names."""
    text = data.decode()
    told = _MISFORTUNES.get(text.split()[0])
    if told:
        told()
    if text == "lie":
        return _letter("0" * 64, file, text)
    return _letter(hashlib.sha256(data).hexdigest(), file, str(os.getpid()) if text == "pid" else text)


def _spin() -> None:
    while True:
        pass


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(b"x" * 10_000_000)


def _stumble() -> None:
    raise KeyError("sleutel")


def _refuse() -> None:
    raise UnreadableFile(Refusal.ENCRYPTED, "protected with a password")


_MISFORTUNES: dict[str, Callable[[], None]] = {
    "sleep": lambda: time.sleep(600),
    "spin": _spin,
    "eat": _eat,
    "die": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(3),
    "stumble": _stumble,
    "refuse": _refuse,
}


def _letter(letter_id: str, file: str, text: str) -> Letter:
    return Letter(
        id=letter_id,
        file=file,
        format=Format.TEXT,
        text=text,
        pages=(Page(None, "", 0, len(text)),),
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        sentences=(Span(0, len(text)),),
        notes_text="",
        notes=(),
        note_sentences=(),
        metadata=Metadata(Kind.OVERIG, text[:40]),
        references=(),
    )
