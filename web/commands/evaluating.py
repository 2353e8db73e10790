"""The command `evaluate`."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from qa.evaluating import Evaluation, evaluate
from qa.gold import read_gold
from web.commands.console import Progress, write_json, write_line
from web.commands.opening import open_all


def evaluate_gold(data: Path, gold: Path, *, as_json: bool) -> int:
    """Ask labelled questions and print the figures, per language and kind."""
    answerer = open_all(data).answerer
    evaluation = evaluate(answerer, read_gold(gold), Progress("vragen"))
    if as_json:
        write_json(asdict(evaluation))
    else:
        for line in _table(evaluation):
            write_line(line)
    return 0


def _table(evaluation: Evaluation) -> Iterator[str]:
    names = ("hit@1", "hit@3", "hit@5", "hit@10", "MRR", "nDCG@10")
    yield f"{'group':<22}{'n':>5}" + "".join(f"{name:>22}" for name in names) + f"{'wrong verdict':>22}"
    for group in evaluation.groups:
        figures = (group.hit_1, group.hit_3, group.hit_5, group.hit_10, group.mrr, group.ndcg_10)
        cells = "".join(f"{figure.mean:>8.3f} ({figure.low:.3f}–{figure.high:.3f})" for figure in figures)
        wrong = group.wrong_verdict
        yield f"{group.name:<22}{group.questions:>5}{cells}{wrong.mean:>8.3f} ({wrong.low:.3f}–{wrong.high:.3f})"
