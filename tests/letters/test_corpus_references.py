"""References on the real letters and the labelled spellings."""

import gzip
import json
import re
from pathlib import Path

import pytest

from corpus.references import recognise

pytestmark = pytest.mark.letters


def test_every_labelled_spelling_gives_its_dossier_and_number(gold_folder: Path) -> None:
    """All spellings that were collected from letters, titles and footnotes are read as labelled."""
    variants = json.loads((gold_folder / "citation_variants.json").read_text(encoding="utf-8"))
    read = []
    for variant in variants:
        first = next((mention.reference for mention in recognise(variant["text"])), None)
        read.append(
            {"text": variant["text"], "dossier": first and first.dossier, "nr": (first and first.number) or None}
        )
    assert read == variants


def test_bracketed_references_in_real_titles_are_found(letters_folder: Path) -> None:
    """Of the references in brackets in the titles of parliamentary documents at least 99.5 % are found."""
    titles = letters_folder.parent / "training" / "titles_documents.jsonl.gz"
    if not titles.is_file():
        pytest.skip("no titles beside the real letters")
    bracketed = re.compile(r"\((?:Kamerstuk |t\.v\.v\. )[^()]*\d{3}[^()]*\)")
    found = missed = 0
    with gzip.open(titles, "rt", encoding="utf-8") as lines:
        for line in lines:
            subject = json.loads(line).get("onderwerp") or ""
            starts = [mention.start for mention in recognise(subject)]
            for match in bracketed.finditer(subject):
                hit = any(match.start() < start < match.end() for start in starts)
                found, missed = found + hit, missed + (not hit)
    assert found > 1000
    assert found / (found + missed) >= 0.995
