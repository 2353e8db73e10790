"""Writing to the console: JSON and text to standard output, progress and trouble to standard error."""

import getpass
import json
import sys
from typing import Any

_BAR = 30


def write_json(value: Any) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def write_line(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def operator() -> str:
    """Who runs this command, by the name of the account on this machine; "" where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


class Progress:
    """A progress bar on standard error, drawn only where that is a terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = -1
        self._terminal = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Draw how far it is; the last step ends the line."""
        if not self._terminal or not total:
            return
        filled = _BAR * done // total
        percent = 100 * done // total
        if percent != self._shown or done == total:
            self._shown = percent
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r{self._label} [{'█' * filled}{' ' * (_BAR - filled)}] {done}/{total}{end}")
            sys.stderr.flush()
