"""A data folder and the app over it, for the commands that measure or strain the whole program."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from web.accounts.store import Accounts
from web.app import create_app
from web.cli import main as vraagbaak
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import make_services

SAMPLES = Path(__file__).parents[1] / "corpus" / "sample"


@contextmanager
def data_or_samples(data: Path | None) -> Iterator[Path]:
    """The data folder that was named, or else one with the sample letters, built now and gone afterwards."""
    if data is not None:
        yield data
        return
    with tempfile.TemporaryDirectory() as folder:
        vraagbaak(["--data", folder, "ingest", str(SAMPLES)])
        vraagbaak(["--data", folder, "build"])
        yield Path(folder)


def open_app(data: Path) -> Flask:
    """The app over a data folder, as for whoever sits at the machine."""
    opened = open_all(data)
    return create_app(make_services(opened, admit(Reach(), Accounts(opened.database))))
