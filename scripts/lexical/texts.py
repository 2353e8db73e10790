"""The Dutch text that words are counted in, as passages of a few thousand characters."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.training.sources import PARALLEL, json_lines, moties, parallel

_PASSAGE = 3000
_NEIGHBOURS = 12  # lines of a parallel file that are taken together; neighbours come from the same text


def passages(training: Path, letters: Path) -> Iterator[str]:
    """Laws, Belgian questions, the Dutch side of parallel text, moties and letters: text with a topic."""
    for law in json_lines(training / "dutch_laws.jsonl.gz"):
        yield from _cut(law["text"])
    for question in json_lines(training / "belgian_chamber_questions.jsonl.gz"):
        yield from _cut(" ".join(question.get(key) or "" for key in ("title", "question", "answer")))
    for name in PARALLEL:
        rows = [dutch for dutch, _ in parallel(training, name)]
        for start in range(0, len(rows), _NEIGHBOURS):
            yield " . ".join(rows[start : start + _NEIGHBOURS])
    for motie in moties(letters):
        yield f"{motie.subject} . {motie.grounds} {motie.request}"
    for path in sorted([*letters.glob("*.txt"), *(letters / "rekenkamer").glob("*.txt")]):
        yield from _cut(path.read_text(encoding="utf-8"))


def titles(training: Path) -> Iterator[str]:
    """Titles and subjects of parliamentary papers and cases, each once."""
    seen: set[str] = set()
    for name in ("titles_documents", "titles_cases"):
        for row in json_lines(training / f"{name}.jsonl.gz"):
            for title in (row.get("title"), row.get("onderwerp")):
                if title and title not in seen:
                    seen.add(title)
                    yield title


def _cut(text: str) -> Iterable[str]:
    return (text[start : start + _PASSAGE] for start in range(0, len(text), _PASSAGE))
