"""What an encoder is judged by: translations, answers, similarity, passages. Only evaluation, never training."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from .bm25 import Bm25
from .sources import Exchange, json_lines, kamervragen, rekenkamer

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Queries, what they are looked for in, and the position of what each should find."""

    queries: Sequence[str]
    documents: Sequence[str]
    wanted: NDArray[np.int64]


def ranks(scores: NDArray[np.float32], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rank, from 1, of the wanted document of each row; equal scores count against it."""
    own = scores[np.arange(len(wanted)), wanted]
    found: NDArray[np.int64] = (scores >= own[:, None]).sum(axis=1)
    return found


def mean_reciprocal_rank(scores: NDArray[np.float32], wanted: NDArray[np.int64]) -> float:
    """The mean of one over the rank."""
    return float((1 / ranks(scores, wanted)).mean())


def answers(exchanges: Sequence[Exchange]) -> Ranking:
    """Question to answer; identical answers are one document."""
    positions: dict[str, int] = {}
    wanted = [positions.setdefault(exchange.answer, len(positions)) for exchange in exchanges]
    return Ranking([exchange.question for exchange in exchanges], list(positions), np.array(wanted))


def flores(gold: Path) -> Ranking:
    """English sentences to their Dutch translations."""
    rows = [line.split("\t") for line in (gold / "nl_en_flores200_dev.tsv").read_text(encoding="utf-8").splitlines()]
    return Ranking([row[1] for row in rows], [row[0] for row in rows], np.arange(len(rows)))


def similarity(gold: Path, encode: Encode) -> dict[str, float]:
    """Spearman's correlation with the judged similarity of sentences: Dutch, English, and English to Dutch."""
    rows = list(json_lines(gold / "stsb_nl_en_dev.jsonl"))
    judged = [row["score"] for row in rows]
    vectors = {side: encode([row[side] for row in rows]) for side in ("s1_nl", "s2_nl", "s1_en", "s2_en")}
    pairs = {"nl": ("s1_nl", "s2_nl"), "en": ("s1_en", "s2_en"), "en-nl": ("s1_en", "s2_nl")}
    return {
        f"stsb {name}": float(spearmanr((vectors[one] * vectors[two]).sum(axis=1), judged).statistic)
        for name, (one, two) in pairs.items()
    }


class Bench:
    """The measures on one folder of labelled data; BM25's scores are computed once."""

    def __init__(self, gold: Path) -> None:
        self._gold = gold
        self._flores = flores(gold)
        self._answers: Mapping[str, Ranking] = {
            "kamervragen": answers(kamervragen(gold)),
            "rekenkamer": answers(rekenkamer(gold)),
        }
        self._lexical = {
            name: Bm25(ranking.documents).scores(ranking.queries) for name, ranking in self._answers.items()
        }

    def baseline(self) -> dict[str, float]:
        """The mean reciprocal rank of BM25 alone."""
        return {
            f"{name} bm25": mean_reciprocal_rank(self._lexical[name], ranking.wanted)
            for name, ranking in self._answers.items()
        }

    def measure(self, encode: Encode, only: Mapping[str, NDArray[np.bool_]] | None = None) -> dict[str, float]:
        """All figures of one encoder; `only` narrows the questions of a ranking to those held out of training."""
        figures = {"flores en-nl": self._alone(self._flores, encode)}
        for name, ranking in self._answers.items():
            chosen = only[name] if only else np.ones(len(ranking.queries), dtype=np.bool_)
            dense = (encode(ranking.queries) @ encode(ranking.documents).T)[chosen]
            wanted = ranking.wanted[chosen]
            figures[name] = mean_reciprocal_rank(dense, wanted)
            figures[f"{name} + bm25"] = mean_reciprocal_rank(dense + self._lexical[name][chosen], wanted)
        return figures | similarity(self._gold, encode)

    @staticmethod
    def _alone(ranking: Ranking, encode: Encode) -> float:
        return mean_reciprocal_rank(encode(ranking.queries) @ encode(ranking.documents).T, ranking.wanted)
