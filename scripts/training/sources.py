"""Reads the training material: parallel sentences, titles, questions with answers, laws and moties.

Everything is given as plain strings in the order of the files, so that the same folder gives the same pairs.
"""

import gzip
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

PARALLEL = ("treaties", "msdocs", "gov_apps", "esco_occupations", "tldr", "ruimtelijk_programma_CN")
_SPACES = re.compile(r"\s+")
_PASSAGE = 900  # characters of a passage, like the chunks that are searched


@dataclass(frozen=True, slots=True)
class Motie:
    """A motie: its identifier, what it is about, what it establishes and considers, and what it asks."""

    identifier: str
    subject: str
    grounds: str
    request: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer; `group` names the document that both come from."""

    group: str
    title: str
    question: str
    answer: str


def one_line(text: str) -> str:
    """The text with each run of white space made one space."""
    return _SPACES.sub(" ", text).strip()


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one JSON object a line, compressed or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.split("\n"):  # not splitlines: the texts hold other line separators
        if line.strip():
            yield json.loads(line)


def parallel(folder: Path, name: str) -> list[tuple[str, str]]:
    """Dutch and English sentences of one parallel file, in the order of the file (neighbours belong together)."""
    with gzip.open(folder / f"nl_en_{name}.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(one_line(row[0]), one_line(row[1])) for row in rows if len(row) == 2]


def glossary() -> list[tuple[str, str]]:
    """Dutch and English terms of the hand-written glossary; each spelling on one side with each on the other."""
    rows = []
    for line in (Path(__file__).parent / "glossary.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            dutch, english = ([term.strip() for term in side.split(",")] for side in line.split(" = "))
            rows += [(one, other) for one in dutch for other in english]
    return rows


def titles(folder: Path) -> list[tuple[str, str]]:
    """Dossier title and subject of parliamentary documents and cases, where both are given and differ."""
    found: dict[tuple[str, str], None] = {}
    for name in ("titles_documents", "titles_cases"):
        for row in json_lines(folder / f"{name}.jsonl.gz"):
            pair = one_line(row["title"] or ""), one_line(row["onderwerp"] or "")
            if all(pair) and pair[0] != pair[1]:
                found[pair] = None
    return list(found)


def subjects(folder: Path) -> list[str]:
    """The subjects of all documents and cases, each once."""
    found: dict[str, None] = {}
    for name in ("titles_documents", "titles_cases"):
        for row in json_lines(folder / f"{name}.jsonl.gz"):
            found[one_line(row["onderwerp"] or "")] = None
    return [subject for subject in found if subject]


def belgian(folder: Path) -> list[Exchange]:
    """Questions of the Belgian Chamber with title and answer."""
    return [
        Exchange(row["id"], one_line(row["title"]), one_line(row["question"]), one_line(row["answer"]))
        for row in json_lines(folder / "belgian_chamber_questions.jsonl.gz")
    ]


def kamervragen(gold: Path) -> list[Exchange]:
    """The labelled Kamervragen."""
    return [
        Exchange(row["id"], "", one_line(row["question"]), one_line(row["positive"]))
        for row in json_lines(gold / "kamervragen.jsonl")
    ]


def rekenkamer(gold: Path) -> list[Exchange]:
    """The labelled questions to the Rekenkamer."""
    return [
        Exchange(row["file"], one_line(row["rapport"] or ""), one_line(row["question"]), one_line(row["answer"]))
        for row in json_lines(gold / "rekenkamer.jsonl")
    ]


def law_sections(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Law by law: its title, and its passages of some 900 characters; a passage never runs over a heading."""
    for row in json_lines(folder / "dutch_laws.jsonl.gz"):
        passages: list[str] = []
        for section in re.split(r"\n(?=#+ )", row["text"]):
            passage = ""
            for line in section.split("\n"):
                passage = f"{passage} {one_line(line).lstrip('# ')}".strip()
                if len(passage) >= _PASSAGE:
                    passages.append(passage)
                    passage = ""
            if len(passage) >= _PASSAGE // 6:
                passages.append(passage)
        yield one_line(row["title"]), passages


def moties(letters: Path) -> Iterator[Motie]:
    """The moties of the archive; the subject is the register's, "" where it has none."""
    registered = {row["id"]: row["title"] or "" for row in json_lines(letters / "moties.metadata.jsonl")}
    with zipfile.ZipFile(letters / "moties.zip") as archive:
        for name in archive.namelist():
            if not name.endswith(".xml"):
                continue
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(archive.read(name), parser)
            lines = [one_line("".join(str(part) for part in al.itertext())) for al in root.iter("al")]
            grounds = [line for line in lines if line.startswith(("constaterende", "overwegende", "van mening"))]
            asked = [line for line in lines if line.startswith(("verzoekt", "spreekt", "roept", "draagt"))]
            identifier = Path(name).stem
            yield Motie(identifier, one_line(registered.get(identifier, "")), " ".join(grounds), " ".join(asked))
