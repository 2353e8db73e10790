"""A data folder with the sample letters, for the commands that measure or strain the whole program."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from web.cli import main as vraagbaak

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
