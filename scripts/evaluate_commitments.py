"""Compare the recognised promises and moties with the labelled ones, and the moties with their register.

    python scripts/evaluate_commitments.py LETTERS GOLD_FOLDER [--quiet] [--moties]

LETTERS is the folder of letters, GOLD_FOLDER holds `commitments.jsonl` and `commitments.done.txt`. Printed are
precision, recall and F1 of toezegging and motie over all mentions (micro) and as the mean over the documents (macro),
the share of matches with the right receivers, time, day and state, and every miss and false alarm by name. The rules
were written with these documents in view, so the figures are no forecast for other letters.

A recognised mention matches an entry of the same document and kind when it holds at least half of the word trigrams of
the entry's quote; one that matches a quote in `also` is neither hit nor false alarm. `--moties` reads all moties in
`LETTERS/moties.zip` too and compares numbers, dossier titles, proposers and states.
"""

import argparse
import json
import re
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.commitments import recognise
from corpus.letter import read_letter
from corpus.names import fold, surname_parts
from corpus.parties import find_party
from corpus.types import Commitment

Entry = dict[str, Any]
FIELDS = ("to", "due", "due_date", "status")


@dataclass
class Tally:
    """What became of the entries and mentions of one kind."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    by_document: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def add(self, document: str, hits: int, missed: Sequence[str], false: Sequence[str]) -> None:
        """Count one document."""
        self.hits += hits
        self.missed += missed
        self.false += false
        counts = self.by_document[document]
        for place, count in enumerate((hits, len(missed), len(false))):
            counts[place] += count


def trigrams(text: str) -> set[tuple[str, ...]]:
    """The word trigrams of a text, or its words where it has fewer than three; hyphens at line ends joined."""
    words = re.findall(r"[^\W\d_]+|\d+", fold(re.sub(r"-\n", "", text)))
    return set(zip(words, words[1:], words[2:], strict=False)) or {(word,) for word in words}


def holds(quote: str, wanted: str) -> bool:
    """Whether a quote holds at least half of another."""
    asked = trigrams(wanted)
    return len(asked & trigrams(quote)) >= len(asked) / 2


def whole_quote(text: str, made: Commitment) -> str:
    """The quote with the words that govern it."""
    return (text[made.lead.start : made.lead.end] + " " if made.lead else "") + made.quote


def compare(document: str, text: str, made: Sequence[Commitment], entries: Sequence[Entry], tally: Tally) -> None:
    """Match the mentions of one document and kind with its entries, each entry once."""
    quotes = [whole_quote(text, each) for each in made]
    taken = matches(made, quotes, entries)
    found = set(taken.values())
    missed = [f"{document}: {entry['quote'][:150]!r}" for place, entry in enumerate(entries) if place not in found]
    false = [
        f"{document}: {each.quote[:200]!r}"
        for number, each in enumerate(made)
        if number not in taken and not is_excused(each, quotes[number], entries)
    ]
    tally.add(document, len(found), missed, false)
    for number, place in taken.items():
        for name, is_right in judged(made[number], entries[place]).items():
            tally.right[name] += is_right
            if not is_right and name in (*FIELDS, "reference"):
                tally.wrong.append(
                    f"{document} {name}: {said(made[number], name)!r}, not {entries[place][name]!r}:"
                    f" {made[number].quote[:90]!r}"
                )


def matches(made: Sequence[Commitment], quotes: Sequence[str], entries: Sequence[Entry]) -> dict[int, int]:
    """The place of the entry that each mention is, by the mention's number; of several mentions the most alike."""
    taken: dict[int, int] = {}
    for place, entry in enumerate(entries):
        overlap = [
            (len(trigrams(entry["quote"]) & trigrams(each.quote)), number)
            for number, each in enumerate(made)
            if number not in taken and holds(quotes[number], entry["quote"])
        ]
        if overlap:
            taken[max(overlap)[1]] = place
    return taken


def is_excused(made: Commitment, quote: str, entries: Sequence[Entry]) -> bool:
    """Whether a mention that is no entry's own repeats one: its quote, or one of those that say the same."""
    return any(
        holds(quote, entry["quote"])
        or any(holds(quote, other) or holds(other, made.quote) for other in entry.get("also", []))
        for entry in entries
    )


def said(made: Commitment, name: str) -> Any:
    """A field of a mention in the form of the labels."""
    if name == "to":
        return [{"name": person.name, "party": person.party or None} for person in made.to]
    value = getattr(made, name)
    return str(value) if value else None


def judged(made: Commitment, entry: Entry) -> dict[str, bool]:
    """Which fields are right; the party only where both say one, the time by its words in any order of cutting."""
    return {
        "to": {surname(person.name) for person in made.to} == {surname(person["name"]) for person in entry["to"]},
        "party": {find_party(person["party"]) for person in entry["to"] if person["party"]}
        <= {person.party for person in made.to},
        "due": same_words(made.due, entry["due"] or ""),
        "due_date": (made.due_date.isoformat() if made.due_date else None) == entry["due_date"],
        "status": made.status == entry["status"],
        "reference": bool(made.reference) == bool(entry["reference"]),
    }


def surname(name: str) -> str:
    """The surname without prefix, accents and first name."""
    return surname_parts(name)[-1].split()[-1]


def same_words(first: str, second: str) -> bool:
    """Whether two times are the same words, or one is the other with a few words more."""
    one, other = fold(first).split(), fold(second).split()
    if not one or not other:
        return one == other
    shared = sum((Counter(one) & Counter(other)).values())
    return shared >= max(len(one), len(other)) / 2


def share(part: float, whole: float) -> float:
    """A part of a whole; nothing of nothing is all."""
    return part / whole if whole else 1.0


def figures(hits: int, missed: int, false: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = share(hits, hits + false), share(hits, hits + missed)
    return precision, recall, share(2 * precision * recall, precision + recall)


def report(kind: str, tally: Tally, *, quiet: bool) -> None:
    """Print one kind."""
    micro = figures(tally.hits, len(tally.missed), len(tally.false))
    per_document = [figures(*counts) for counts in tally.by_document.values() if any(counts)]
    macro = (
        [sum(values) / len(per_document) for values in zip(*per_document, strict=True)] if per_document else [1.0] * 3
    )
    print(f"{kind}: {tally.hits} found, {len(tally.missed)} missed, {len(tally.false)} false alarms")
    print("  micro  precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(*micro))
    print("  macro  precision {:.3f}  recall {:.3f}  F1 {:.3f}  ({} documents)".format(*macro, len(per_document)))
    print(
        "  right  "
        + "  ".join(f"{name} {share(tally.right[name], tally.hits):.3f}" for name in (*FIELDS, "party", "reference"))
    )
    if not quiet:
        for title, lines in (("missed", tally.missed), ("false alarm", tally.false), ("wrong", tally.wrong)):
            for line in lines:
                print(f"    {title}: {line}")


def evaluate(letters: Path, gold: Path) -> dict[str, Tally]:
    """Compare all labelled documents; by kind."""
    documents = (gold / "commitments.done.txt").read_text(encoding="utf-8").split("\n")
    entries = read_lines(gold / "commitments.jsonl")
    tallies = {kind: Tally() for kind in ("toezegging", "motie")}
    for document in filter(None, map(str.strip, documents)):
        letter = read_letter((letters / document).read_bytes(), document)
        made = recognise(letter)
        for kind, tally in tallies.items():
            compare(
                document,
                letter.text,
                [each for each in made if each.kind == kind],
                [entry for entry in entries if entry["doc"] == document and entry["kind"] == kind],
                tally,
            )
    return tallies


def read_lines(path: Path) -> list[Entry]:
    """The JSON objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def evaluate_moties(letters: Path) -> None:
    """Compare number, dossier title, proposers and state of all moties with what their file and register say."""
    register = {f"{row['id']}.xml": row for row in read_lines(letters / "moties.metadata.jsonl")}
    counts: Counter[str] = Counter()
    states: Counter[str] = Counter()
    troubles: list[str] = []
    seconds = 0.0
    with zipfile.ZipFile(letters / "moties.zip") as archive:
        for name in archive.namelist():
            letter = read_letter(archive.read(name), name)
            began = time.perf_counter()
            made = recognise(letter)
            seconds += time.perf_counter() - began
            counts["moties"] += 1
            counts["number"] += bool(made and made[0].reference and made[0].reference.number)
            counts["dictum"] += any(block.kind == "dictum" for block in letter.blocks)
            counts["dossier title"] += bool(letter.metadata.dossiers and letter.metadata.dossiers[0].title)
            states[str(made[0].status) if made else "none"] += 1
            row = register.get(Path(name).name)
            if row and row.get("indiener"):
                counts["with proposers"] += 1
                wanted = {surname(person) for person in listed(row["indiener"])}
                is_right = bool(made) and wanted == {surname(person.name) for person in made[0].to}
                counts["proposers"] += is_right
                if not is_right:
                    troubles.append(
                        f"{name}: {[person.name for person in (made[0].to if made else ())]}, not {row['indiener']}"
                    )
    for name in ("number", "dossier title", "dictum"):
        print(f"{name}: {share(counts[name], counts['moties']):.4f} of {counts['moties']}")
    print(f"proposers: {share(counts['proposers'], counts['with proposers']):.4f} of {counts['with proposers']}")
    print(f"states: {dict(states)}; {1000 * seconds / max(counts['moties'], 1):.2f} ms a motie")
    for trouble in troubles:
        print(f"    wrong: {trouble}")


def listed(proposers: str | Iterable[str]) -> list[str]:
    """The proposers of a register row."""
    return [part.strip() for part in proposers.split(";")] if isinstance(proposers, str) else list(proposers)


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("letters", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--quiet", action="store_true", help="figures only")
    parser.add_argument("--moties", action="store_true", help="all moties as well")
    options = parser.parse_args()
    for kind, tally in evaluate(options.letters, options.gold).items():
        report(kind, tally, quiet=options.quiet)
    if options.moties:
        evaluate_moties(options.letters)
    return 0


if __name__ == "__main__":
    sys.exit(main())
