"""The training loop: one table of token vectors, mean of the tokens, contrast within the batch.

A batch holds pairs of one source only, so that its negatives are of the same kind and hard to tell apart.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from torch.nn import functional

from .bags import Bags
from .pairs import Pairs

Report = Callable[[int, Mapping[str, float]], None]
_REPORTED = 200  # steps from one report to the next
_LONGEST_LESSON = 400  # tokens


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how fast the table learns. `temperature` divides the cosines, `dropped` is the share of tokens."""

    steps: int
    batch: int = 2048
    rate: float = 0.01
    temperature: float = 0.05
    longest: int = 200
    dropped: float = 0.1


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts and the vectors that a teacher gives them: (n, dimensions), unit rows."""

    bags: Bags
    targets: torch.Tensor


class _Sum(torch.autograd.Function):
    """A fixed sparse matrix times what is learned; both directions from compressed rows, the quick way."""

    @staticmethod
    def forward(context: Any, learned: torch.Tensor, sharing: csr_matrix) -> torch.Tensor:
        context.sharing = sharing
        return torch.from_numpy(sharing @ learned.numpy())

    @staticmethod
    def backward(context: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        return torch.from_numpy(context.sharing.T.tocsr() @ gradients[0].numpy()), None


def _sum(learned: torch.Tensor, sharing: csr_matrix) -> torch.Tensor:
    vectors: torch.Tensor = _Sum.apply(learned, sharing)  # type: ignore[no-untyped-call]  # torch's own
    return vectors


class Table:
    """Token vectors, (tokens, dimensions); a text is the unit-length mean of its tokens.

    `sharing`, (tokens, rows that are learned), says which learned rows are added up to each token's vector. Only the
    rows that a batch uses are touched: Adam's averages of the others stand still.
    """

    def __init__(self, learned: torch.Tensor, sharing: csr_matrix) -> None:
        self.learned = learned
        self._sharing = sharing
        self._first, self._second = torch.zeros_like(learned), torch.zeros_like(learned)
        self._rows = torch.zeros(0, dtype=torch.int64)
        self._used = torch.zeros(0)

    def vectors(self) -> torch.Tensor:
        """The vector of every token, (tokens, dimensions)."""
        return torch.from_numpy(self._sharing @ self.learned.numpy())

    def encode(self, tokens: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        """(texts, dimensions), unit rows; `learn` then moves the rows that were used here."""
        seen = np.zeros(self._sharing.shape[0], dtype=np.bool_)
        seen[tokens.numpy()] = True
        chosen = self._sharing[np.flatnonzero(seen)]
        columns, local = np.unique(chosen.indices, return_inverse=True)
        small = csr_matrix((chosen.data, local, chosen.indptr), shape=(chosen.shape[0], len(columns)))
        self._rows = torch.from_numpy(columns.astype(np.int64))
        self._used = self.learned[self._rows].requires_grad_()
        positions = torch.from_numpy(np.cumsum(seen) - 1)[tokens.long()]
        mean = functional.embedding_bag(positions, _sum(self._used, small), offsets.long(), mode="mean")
        return functional.normalize(mean, dim=1)

    def learn(self, loss: torch.Tensor, rate: float) -> None:
        """One step of Adam (0.9, 0.99) on the rows that the last `encode` used."""
        (gradient,) = torch.autograd.grad(loss, self._used)
        first = self._first[self._rows].lerp_(gradient, 0.1)
        second = self._second[self._rows].mul_(0.99).addcmul_(gradient, gradient, value=0.01)
        self._first[self._rows], self._second[self._rows] = first, second
        self.learned[self._rows] = self._used.detach() - rate * first / second.sqrt().add_(1e-8)


class _Contrast(torch.autograd.Function):
    """Cross-entropy of finding each right among all rights and each left among all lefts, with its own gradient.

    One exponential serves rows and columns, which is safe since no cosine is above one; the products run in bfloat16.
    That is several times quicker on a processor than two calls of `cross_entropy`.
    """

    @staticmethod
    def forward(
        context: Any, left: torch.Tensor, right: torch.Tensor, same: torch.Tensor, temperature: float
    ) -> torch.Tensor:
        halves = left.bfloat16(), right.bfloat16()
        own = (left * right).sum(dim=1)
        odds = (halves[0] @ halves[1].T).float().sub_(1).div_(temperature).exp_()
        odds.masked_fill_(same, 0)
        odds.diagonal().copy_(((own - 1) / temperature).exp())
        rows, columns = odds.sum(dim=1), odds.sum(dim=0)
        loss = (rows.log() + columns.log()).mean() / 2 - ((own - 1) / temperature).mean()
        odds.mul_((0.5 / rows)[:, None] + (0.5 / columns)[None, :])
        odds.diagonal().sub_(1)
        context.save_for_backward(odds, *halves)
        context.scale = 1 / (temperature * len(left))
        return loss

    @staticmethod
    def backward(context: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        odds, left, right = context.saved_tensors
        scale = gradients[0] * context.scale
        odds = odds.bfloat16()
        return (odds @ right).float() * scale, (odds.T @ left).float() * scale, None, None


def contrast(left: torch.Tensor, right: torch.Tensor, same: torch.Tensor, temperature: float) -> torch.Tensor:
    """How hard it is to find each right among all rights, and each left among all lefts; lower is better.

    `same` marks the pairs that are no negatives of each other, the diagonal excepted.
    """
    loss: torch.Tensor = _Contrast.apply(left, right, same, temperature)  # type: ignore[no-untyped-call]  # torch's
    return loss


def _same(pairs: Pairs, rows: NDArray[np.int64]) -> torch.Tensor:
    left, right = (torch.from_numpy(keys[rows]) for keys in (pairs.left_keys, pairs.right_keys))
    same = (left[:, None] == left) | (right[:, None] == right) | (left[:, None] == right)
    same.fill_diagonal_(fill_value=False)
    return same


def _rows(source: Pairs, batch: int, generator: np.random.Generator) -> NDArray[np.int64]:
    size, run = len(source), source.run
    runs = generator.choice(size // run, min(batch, size) // run, replace=False)
    shift = generator.integers(size % run + 1)
    rows: NDArray[np.int64] = (shift + runs[:, None] * run + np.arange(run)).ravel()
    return rows


def _both_sides(
    source: Pairs, rows: NDArray[np.int64], generator: np.random.Generator, settings: Settings
) -> tuple[torch.Tensor, torch.Tensor]:
    """Tokens and offsets of the left texts and then the right ones: one pass through the table, one gradient."""
    left, right = (
        side.take(rows, generator, settings.longest, settings.dropped) for side in (source.left, source.right)
    )
    return torch.cat([left[0], right[0]]), torch.cat([left[1], right[1] + len(left[0])])


def _warm_then_down(step: int, steps: int) -> float:
    warm = max(1, steps // 20)
    return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)


def train(table: Table, sources: Sequence[Pairs], settings: Settings, report: Report, seed: int) -> None:
    """Teach the table by contrast; `report` is called every so many steps with the running loss of each source."""
    generator = np.random.default_rng(seed)
    shares = np.array([source.weight for source in sources])
    shares = shares / shares.sum()
    losses: dict[str, float] = {}
    for step in range(settings.steps):
        source = sources[generator.choice(len(sources), p=shares)]
        rows = _rows(source, settings.batch, generator)
        vectors = table.encode(*_both_sides(source, rows, generator, settings))
        left, right = vectors.chunk(2)
        loss = contrast(left, right, _same(source, rows), settings.temperature)
        table.learn(loss, settings.rate * _warm_then_down(step, settings.steps))
        losses[source.name] = 0.8 * losses.get(source.name, loss.item()) + 0.2 * loss.item()
        if (step + 1) % _REPORTED == 0:
            report(step + 1, losses)


def imitate(table: Table, lessons: Sequence[Lesson], settings: Settings, report: Report, seed: int) -> None:
    """Teach the table to put each text where the teacher puts it: one minus the cosine."""
    generator = np.random.default_rng(seed)
    sizes = np.array([len(lesson.bags) for lesson in lessons], dtype=np.float64)
    loss_sum = 0.0
    for step in range(settings.steps):
        lesson = lessons[generator.choice(len(lessons), p=sizes / sizes.sum())]
        rows = generator.choice(len(lesson.bags), settings.batch)
        vectors = table.encode(*lesson.bags.take(rows, generator, _LONGEST_LESSON, settings.dropped))
        loss = (1 - (vectors * lesson.targets[rows].float()).sum(dim=1)).mean()
        table.learn(loss, settings.rate * _warm_then_down(step, settings.steps))
        loss_sum += loss.item()
        if (step + 1) % _REPORTED == 0:
            report(step + 1, {"imitation": loss_sum / _REPORTED})
            loss_sum = 0.0
