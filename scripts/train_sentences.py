"""Learn Punkt's parameters from parliamentary text and write `corpus/data/punkt_nl.json`.

    python scripts/train_sentences.py DATA

DATA holds `letters/` (text files, official XML, `moties.zip`), `gold/kamervragen.jsonl` and
`training/{belgian_chamber_questions,dutch_laws}.jsonl.gz`. The same data give the same file.
"""

import argparse
import gzip
import html
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nltk.tokenize import punkt

from corpus.hygiene import clean

OUTPUT = Path(__file__).parents[1] / "corpus" / "data" / "punkt_nl.json"
# Laws are long lists of articles: one in fifty is as much text as all the letters together.
LAWS_EVERY = 50
LAW_CHARACTERS = 60_000
# Below this a word says nothing about how it is written, or about being an abbreviation.
LEAST_WORDS = 8
LEAST_ABBREVIATIONS = 10
ABBREVIATION = re.compile(r"[^\W\d_]{2,5}|[^\W\d_]{1,4}(?:[.-][^\W\d_]{1,4})+")
ELEMENTS = re.compile(r"(?s)<(al|noot\.al|titel)\b[^>]*>(.*?)</\1>")
TAG = re.compile(r"<[^>]*>")
# The Belgian questions lost the blanks between their sentences.
LOST_BLANK = re.compile(r"(?<=[a-zé]{3}[.?!])(?=[A-ZÉ])")


def main() -> None:
    """Train on the folder named on the command line and write the parameters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    trainer: Any = punkt.PunktTrainer()
    counts: Counter[str] = Counter()
    characters = 0
    for text in texts(data):
        characters += len(text)
        trainer.train(text, finalize=False)
        counts.update(re.findall(r"\w[\w.’'-]*", text.lower()))
    trainer.finalize_training()
    learned = parameters(trainer.get_params(), counts)
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(learned, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{characters:,} characters read, {OUTPUT.stat().st_size:,} bytes written to {OUTPUT}")


def parameters(learned: Any, counts: Counter[str]) -> dict[str, Any]:
    """What is kept of the parameters: what was seen often enough, and looks like what it should be."""
    contexts: dict[int, list[str]] = {}
    for word in sorted(learned.ortho_context):
        if counts[word] >= LEAST_WORDS and word.isalpha():
            contexts.setdefault(learned.ortho_context[word], []).append(word)
    return {
        "abbreviations": sorted(
            word
            for word in learned.abbrev_types
            if ABBREVIATION.fullmatch(word) and counts[f"{word}."] >= LEAST_ABBREVIATIONS
        ),
        "collocations": sorted(pair for pair in learned.collocations if pair[0] != "##number##"),
        "starters": sorted(word for word in learned.sent_starters if len(word) > 1),
        "small": punkt._ORTHO_LC,  # noqa: SLF001 - the flags of `ortho_context` have no public names
        "contexts": {str(flags): " ".join(words) for flags, words in sorted(contexts.items())},
    }


def texts(data: Path) -> Iterator[str]:
    """All the text to learn from, in a fixed order."""
    letters = data / "letters"
    for path in sorted(letters.rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in sorted(letters.glob("*.xml")):
        yield from elements(path.read_bytes())
    with zipfile.ZipFile(letters / "moties.zip") as archive:
        for name in sorted(archive.namelist()):
            yield from elements(archive.read(name))
    yield from values((data / "gold" / "kamervragen.jsonl").read_text(encoding="utf-8").splitlines())
    with gzip.open(data / "training" / "belgian_chamber_questions.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (LOST_BLANK.sub(" ", value) for value in values(lines))
    with gzip.open(data / "training" / "dutch_laws.jsonl.gz", "rt", encoding="utf-8") as lines:
        laws = (line for position, line in enumerate(lines) if position % LAWS_EVERY == 0)
        yield from (value[:LAW_CHARACTERS] for value in values(laws))


def elements(xml: bytes) -> Iterator[str]:
    """The paragraphs of an official publication, without the elements inside them."""
    for match in ELEMENTS.finditer(xml.decode("utf-8", "replace")):
        yield clean(html.unescape(TAG.sub(" ", match[2])))


def values(lines: Iterable[str]) -> Iterator[str]:
    """The running text among the members of JSON objects, one object a line."""
    for line in lines:
        yield from (value for value in json.loads(line).values() if isinstance(value, str) and len(value) > 80)


if __name__ == "__main__":
    main()
