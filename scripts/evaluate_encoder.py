"""Measures an encoder on the labelled data: translations, answers, similarity, passages; alone and with BM25.

    python -m scripts.evaluate_encoder [MODEL] --gold FOLDER [--letters FOLDER]

MODEL is a folder or name as `vraagbaak` takes it; the shipped model without it. With --letters the passages that
answer the written questions are looked for too, among all chunks of those letters.
"""

import argparse
from pathlib import Path

from index.encode import load_encoder
from scripts.training.measures import Bench
from scripts.training.passages import Passages


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
    if arguments.letters:
        figures |= Passages(arguments.gold, arguments.letters).measure(encoder.encode)
    for name, figure in figures.items():
        print(f"{name:28} {figure:.3f}" if isinstance(figure, float) else f"{name:28} {figure}")


if __name__ == "__main__":
    main()
