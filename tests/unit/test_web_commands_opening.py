"""What a command that asks waits for before it can."""

import subprocess
import sys

_ASKING = "import sys, web.commands.asking; print([name for name in {!r} if name in sys.modules])"
# They read letters, recognise promises, build, cut sentences, serve, or hold a large model.
_NEEDLESS = ("pypdf", "docx", "lxml", "corpus.commitments", "index.build", "nltk", "flask", "tarfile", "torch")


def test_asking_imports_nothing_that_reads_builds_or_serves() -> None:
    """Each of these would make every question from the shell wait."""
    command = [sys.executable, "-c", _ASKING.format(_NEEDLESS)]
    asked = subprocess.run(command, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"
