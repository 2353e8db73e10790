"""Data folders that the commands themselves make, and what a command says."""

from pathlib import Path

import pytest

from web.cli import main

SAMPLES = Path(__file__).parents[1] / "corpus" / "sample"


def build_folder(data: Path, *letters: Path) -> Path:
    """The data folder, with these letters (files or folders) read and built into a generation."""
    assert main(["--data", str(data), "ingest", *map(str, letters)]) == 0
    assert main(["--data", str(data), "build"]) == 0
    return data


def run(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> tuple[int, list[str], str]:
    """Exit status, lines of standard output, and standard error of a command."""
    capsys.readouterr()
    status = main(["--data", str(data), *arguments])
    written = capsys.readouterr()
    return status, written.out.splitlines(), written.err
