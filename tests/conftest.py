"""Fixtures that more than one ring of tests uses."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.data_folders import SAMPLES, build_folder


@pytest.fixture(scope="session")
def letters_folder() -> Path:
    """The folder of real letters: VRAAGBAAK_LETTERS, or the one beside the checkout; skipped where there is none."""
    named = os.environ.get("VRAAGBAAK_LETTERS")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "data" / "letters"
    if not folder.is_dir():
        pytest.skip("no real letters: set VRAAGBAAK_LETTERS to a folder that holds them")
    return folder


@pytest.fixture(scope="session")
def gold_folder(letters_folder: Path) -> Path:
    """The labelled questions beside the real letters; skipped where there are none."""
    folder = letters_folder.parent / "gold"
    if not folder.is_dir():
        pytest.skip("no labelled questions beside the real letters")
    return folder


@pytest.fixture(scope="session")
def made_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample letters, built; only for `sample_data` to copy."""
    return build_folder(tmp_path_factory.mktemp("samples") / "data", SAMPLES)


@pytest.fixture(scope="module")
def sample_data(made_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample letters, built; each module has its own."""
    return Path(shutil.copytree(made_samples, tmp_path_factory.mktemp("samples") / "data"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes; skipped where none can be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if mount is None or os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small file system can be made here: needs the right to mount")
    try:
        yield folder
    finally:
        subprocess.run([str(shutil.which("umount")), "-l", str(folder)], check=True)
