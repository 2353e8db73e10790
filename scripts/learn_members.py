"""Learn of which party members of both chambers were, and when, from the titles of parliamentary cases and documents.

    python -m scripts.learn_members TRAINING_FOLDER

Writes `corpus/data/members.tsv`: surname, first name or initials, party, first and last year in which a title says so.
The folder holds `titles_cases.jsonl.gz` and `titles_documents.jsonl.gz`. The same data give the same file.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from corpus.members import MEMBERS_FILE
from corpus.names import fold
from corpus.people import recognise
from corpus.types import Person
from scripts.training.sources import json_lines

OUTPUT = Path(__file__).parents[1] / "corpus" / "data" / MEMBERS_FILE
SOURCES = ("titles_cases.jsonl.gz", "titles_documents.jsonl.gz")
# Said once, a party may be a slip of the title; said so much more often, another party of the same name is.
LEAST_SAID = 2
OFTEN = 8
# What stands before a party in brackets without being somebody: "Stabiliteits- en Groeipact (SGP)".
NOBODY = frozenset({"groeipact", "ouderdoms", "verzekering", "dieren", "vlees", "ao's"})
NO_FIRST_NAMES = frozenset({"Verzoek", "Voorbereidingsgroep", "Senator", "Six"})  # words that stand before a name

Years = Counter[int]
Said = dict[tuple[str, str, str], Years]


def main() -> None:
    """Read the titles of the folder named on the command line and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", type=Path)
    folder = parser.parse_args().training
    said = count(titles(folder / name for name in SOURCES))
    rows = sorted(believed(said), key=lambda row: (fold(row[0]), *row))
    OUTPUT.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    print(f"{len({row[0] for row in rows})} surnames, {len(rows)} rows: {OUTPUT}")


def titles(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """The titles that may name a party, with their years."""
    for path in paths:
        for line in json_lines(path):
            title, year = line["onderwerp"] or "", (line["date"] or "")[:4]
            if "(" in title and year.isdigit():
                yield title, int(year)


def count(found: Iterable[tuple[str, int]]) -> Said:
    """How often, by year, each name stands with each party."""
    said: Said = defaultdict(Counter)
    for title, year in found:
        for mention in recognise(title):
            person = mention.person
            if person.party and _is_somebody(person):
                said[(person.name, person.first, person.party)][year] += 1
    return said


def _is_somebody(person: Person) -> bool:
    """Whether it is a name, and not a word of the title."""
    return person.first not in NO_FIRST_NAMES and NOBODY.isdisjoint(fold(person.name).split())


def believed(said: Said) -> Iterator[tuple[str, str, str, int, int]]:
    """The rows that are not a slip: said more than once, or never said otherwise."""
    by_surname: Mapping[str, Counter[str]] = defaultdict(Counter)
    for (name, _, party), years in said.items():
        by_surname[fold(name)][party] += years.total()
    for (name, first, party), years in said.items():
        parties = by_surname[fold(name)]
        rare = parties[party] < LEAST_SAID or parties[party] * OFTEN < max(parties.values())
        doubted = (len(parties) > 1 and len(years) == 1) or _holds_another(fold(name), by_surname)
        if not (rare and doubted):
            yield name, first, party, min(years), max(years)


def _holds_another(surname: str, surnames: Container[str]) -> bool:
    """Whether it ends in another surname: "het lid Van Van Gerven" is a slip for Van Gerven."""
    words = surname.split()
    return any(" ".join(words[place:]) in surnames for place in range(1, len(words)))


if __name__ == "__main__":
    main()
