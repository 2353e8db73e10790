"""Trains the encoder and writes it as a model folder.

    python -m scripts.train_encoder --data FOLDER --letters FOLDER --gold FOLDER --teacher FOLDER --out FOLDER

--data is the folder of the training pairs, --letters the one that holds `moties.zip`, --gold the labelled questions
(only to keep the moties that they ask for out of training), --teacher all-MiniLM-L6-v2 as a folder. Some twenty
minutes on two free cores. MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 in the environment halves the steps'
time on Linux: the memory of one is kept for the next. The same seed, files and number of threads give the same model.
"""

import argparse
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from scripts.training import export, loop, material, parts, vocabulary
from scripts.training.bags import bag
from scripts.training.lexicon import english_tokens
from scripts.training.material import Counts, Folders
from scripts.training.pairs import Texts
from scripts.training.sources import json_lines
from scripts.training.teacher import Teacher

TOKENS = 60_000  # at most, of which PIECES are beginnings and endings of rare words
PIECES = 3_000
SHARE = 1.0  # of a part's and a stem's vector in that of the whole word
RARITY = 1e-3  # a token of this frequency starts with half the weight of a rare one
NOTHING = 1e-3  # size of the numbers that a Dutch token starts with; a taught vector's are fifty times as large
NAMES = 50  # a word of the teacher's that is rarer in translated Dutch is a name or a loan: it means the same
REPEATED = 15  # the glossary is short: how often it stands among what the teacher teaches
IMITATION = loop.Settings(steps=1200, rate=0.003)
CONTRAST = loop.Settings(steps=1000, rate=0.003, batch=1024, longest=128)
ROUGH = 0.5  # share of the sources' weight that they get again in rough English


@dataclass(frozen=True, slots=True)
class Run:
    """What one training run was asked for."""

    folders: Folders
    left_out: frozenset[str]
    teacher: Path
    seed: int


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "letters", "gold", "teacher", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    asked = json_lines(arguments.gold / "motions.jsonl")
    left_out = frozenset(identifier for row in asked for identifier in (row["doc"], *row["also"]))
    run = Run(Folders(arguments.data, arguments.letters), left_out, arguments.teacher, arguments.seed)
    tokenizer, vectors = train(run)
    export.write(arguments.out, vectors.numpy(), tokenizer)
    say(f"written to {arguments.out}")


def train(run: Run) -> tuple[Tokenizer, torch.Tensor]:
    """The tokenizer, and the vector of each of its tokens."""
    teacher = Teacher(run.teacher)
    translated = material.parallel(run.folders)
    counts = material.count(run.folders, translated, teacher.words())
    tokenizer = vocabulary.build(counts.both(), TOKENS, PIECES)
    tokens = vocabulary.tokens(tokenizer)
    say(f"{len(tokens)} tokens")
    sharing = parts.sharing(tokens, counts.both(), counts.english, share=SHARE)
    table = loop.Table(first_vectors(tokens, counts, teacher, sharing.shape[1], run.seed), sharing)
    loop.imitate(table, lessons(translated, tokenizer, teacher), IMITATION, report, run.seed)
    contrast(run, table, tokenizer, translated, counts)
    return tokenizer, table.vectors()


def first_vectors(tokens: list[str], counts: Counts, teacher: Teacher, rows: int, seed: int) -> torch.Tensor:
    """What the table starts from, (rows, dimensions): the teacher's vectors of the words it knows, rare ones longer.

    Dutch words start at random and near nothing: the teacher knows them by their spelling only.
    """
    both = counts.both()
    known = teacher.words()
    is_taught = [
        token.isdigit()
        or 2 * counts.english[token] >= both[token] > 0
        or (token in known and len(token) > 3 and counts.translated[token] < NAMES)
        for token in tokens
    ]
    taught = teacher.teach([token for token, english in zip(tokens, is_taught, strict=True) if english]).float()
    generator = torch.Generator().manual_seed(seed)
    start = torch.randn(rows, taught.shape[1], generator=generator) * NOTHING
    start[len(tokens) :] = 0
    start[: len(tokens)][torch.tensor(is_taught)] = taught
    total = sum(both.values())
    frequency = torch.tensor([both[token] / total for token in tokens])
    start[: len(tokens)] *= (RARITY / (RARITY + frequency))[:, None]
    return start


def lessons(translated: dict[str, Texts], tokenizer: Tokenizer, teacher: Teacher) -> list[loop.Lesson]:
    """Each English text and its Dutch translation with the teacher's vector of the English one."""
    listed = []
    for name, rows in translated.items():
        repeated = [*rows] * (REPEATED if name == "glossary" else 1)
        targets = teacher.teach([english for _, english in rows]).repeat(len(repeated) // len(rows), 1)
        listed += [loop.Lesson(bag(tokenizer, [row[side] for row in repeated]), targets) for side in (0, 1)]
        say(f"taught {name}: {len(rows)}")
    return listed


def contrast(run: Run, table: loop.Table, tokenizer: Tokenizer, translated: dict[str, Texts], counts: Counts) -> None:
    """The second stage: what belongs together, in both languages."""
    generator = np.random.default_rng(run.seed)
    texts = material.dutch_and_english_pairs(run.folders, translated, run.left_out, generator)
    listed = material.weighted(texts, tokenizer)
    counterparts = english_tokens(table.vectors(), vocabulary.tokens(tokenizer), counts.dutch, counts.english)
    say(f"{sum(len(source) for source in listed)} pairs of {len(listed)} sources")
    loop.train(table, [*listed, *material.in_rough_english(listed, counterparts, ROUGH)], CONTRAST, report, run.seed)


def report(step: int, losses: Mapping[str, float]) -> None:
    """Print the running losses."""
    say(f"step {step}: " + ", ".join(f"{name} {loss:.3f}" for name, loss in losses.items()))


def say(message: str) -> None:
    """Print with the time of day, at once."""
    print(time.strftime("%H:%M:%S"), message, flush=True)


if __name__ == "__main__":
    main()
