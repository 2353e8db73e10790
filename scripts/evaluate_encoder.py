"""Measures an encoder on the labelled data: translations, answers, similarity, passages; alone and with BM25.

    python -m scripts.evaluate_encoder [MODEL] --gold FOLDER [--letters FOLDER]

MODEL is a folder or name as `vraagbaak` takes it; the shipped model without it. With --letters the passages that
answer the written questions are looked for too, among all chunks of those letters.
"""

import argparse
import time
from pathlib import Path

from index.encode import load_encoder
from index.types import Encoder
from scripts.training.measures import Bench
from scripts.training.passages import Passages


def passages_a_second(encoder: Encoder) -> float:
    """How many passages of 1,000 characters are encoded in a second, the best of three rounds."""
    passage = ("De minister onderzoekt de wachtlijsten in de jeugdzorg en informeert de Kamer daarover. " * 12)[:1000]
    passages = [f"{number} {passage}" for number in range(2000)]
    rounds = []
    for _ in range(3):
        began = time.perf_counter()
        encoder.encode(passages)
        rounds.append(time.perf_counter() - began)
    return len(passages) / min(rounds)


def main() -> None:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", help="folder or name of a model; the shipped one if left out")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the labelled questions")
    parser.add_argument("--letters", type=Path, help="folder of the letters that the questions are about")
    arguments = parser.parse_args()
    encoder = load_encoder(arguments.model)
    bench = Bench(arguments.gold)
    figures = {"model": encoder.name, "dimensions": encoder.dimensions} | bench.baseline()
    figures |= bench.measure(encoder.encode)
    figures["passages a second"] = round(passages_a_second(encoder))
    if arguments.letters:
        figures |= Passages(arguments.gold, arguments.letters).measure(encoder.encode)
    for name, figure in figures.items():
        print(f"{name:28} {figure:.3f}" if isinstance(figure, float) else f"{name:28} {figure}")


if __name__ == "__main__":
    main()
