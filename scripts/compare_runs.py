"""Compare two runs of `vraagbaak evaluate GOLD.jsonl --json`, question by question.

python -m scripts.compare_runs BEFORE.json AFTER.json

Prints the questions whose first right passage or verdict changed, and the mean differences with the 95 % interval of a
paired bootstrap over the questions that both runs asked.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from qa.metrics import hit, interval, reciprocal_rank

Outcome = dict[str, Any]


def read(file: Path) -> dict[str, Outcome]:
    """The outcomes of a run by id."""
    return {outcome["id"]: outcome for outcome in json.loads(file.read_text(encoding="utf-8"))["outcomes"]}


def told(outcome: Outcome) -> str:
    """The rank of the first right passage, "-" for none, and whether the verdict was right."""
    rank = str(min(outcome["ranks"])) if outcome["ranks"] else "-"
    verdict = "answered" if outcome["answered"] else "refused"
    return f"{rank if outcome['answerable'] else 'unanswerable'}, {verdict}"


def wrong(outcome: Outcome) -> float:
    """1 for a wrong verdict, else 0."""
    return float(outcome["answerable"] != outcome["answered"])


def main() -> None:
    """Print the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args()
    before, after = read(options.before), read(options.after)
    pairs = [(before[name], after[name]) for name in before if name in after]
    for old, new in pairs:
        if told(old) != told(new):
            print(f"{old['id']:<16}{old['language']} {old['kind']:<14}{told(old):<26}→ {told(new)}")
    answerable = [(old, new) for old, new in pairs if old["answerable"]]
    measures = {
        "hit@1": [hit(new["ranks"], 1) - hit(old["ranks"], 1) for old, new in answerable],
        "hit@5": [hit(new["ranks"], 5) - hit(old["ranks"], 5) for old, new in answerable],
        "MRR": [reciprocal_rank(new["ranks"]) - reciprocal_rank(old["ranks"]) for old, new in answerable],
        "wrong verdict": [wrong(new) - wrong(old) for old, new in pairs],
    }
    for name, differences in measures.items():
        figure = interval(differences)
        print(f"{name:<14}{figure.mean:+.3f} ({figure.low:+.3f} to {figure.high:+.3f}), {len(differences)} questions")


if __name__ == "__main__":
    main()
