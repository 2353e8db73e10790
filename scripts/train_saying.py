"""Learn when two sentences say the same, and measure what that is worth on other letters.

python -m scripts.train_saying --data DIR [--sentences N] [--write]

Takes sentences of the letters, edits a copy of each as a writer would (other words for the same, a clause in front, a
word left out, the order of two clauses), and looks them up twice: in all letters, where the sentence itself is to be
found, and in those without it, where nothing is. One half of the letters is learned from, the other half measured. With
--write, qa/saying.json is written. The same data, seed and program give the same file.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from index.encode import load_encoder
from index.types import Filters, StoredChunk
from qa.ranking import Logistic
from qa.saying import FEATURES, SayingModel, Sayings, sentence_text
from web.commands.opening import open_all

_SEED = 11
_PULL = 0.01
_WRONG_AT_MOST = 0.02  # of the sentences that no letter holds
_SAME_TEXT = 0.75  # shared trigrams of two texts that are one sentence
_FEWEST, _MOST = 9, 45  # words
_RESEMBLING = 0.2
# Other words for the same, as the writers of such letters use them.
_OTHER_WORDS = [
    pair.split("|")
    for pair in """
    informeren|op de hoogte stellen
    onderzoek|studie
    uw Kamer|de Tweede Kamer
    de Kamer|uw Kamer
    de regering|het kabinet
    het kabinet|de regering
    ik |wij
    tevens|ook
    daarnaast|bovendien
    echter|evenwel
    omdat|aangezien
    zodat|opdat
    in het kader van|bij
    met betrekking tot|over
    ten aanzien van|wat betreft
    ten behoeve van|voor
    momenteel|op dit moment
    thans|nu
    reeds|al
    circa|ongeveer
    verzoekt|vraagt
    bijvoorbeeld|zoals
    belangrijk|van belang
    maatregelen|stappen
    problemen|knelpunten
    mogelijkheden|opties
    gemeenten|de gemeenten
    aangeven|laten weten
    onder andere|onder meer
    voldoende|genoeg
    snel|spoedig
    bekijken|bezien
    zorgen voor|regelen
    nodig|noodzakelijk
    diverse|verschillende
    """.strip().splitlines()
    for pair in [pair.strip()]
]
_IN_FRONT = ("Zoals eerder gemeld, ", "Daarbij geldt dat ", "Ik merk op dat ", "Verder: ", "Ook ")
_SMALL = frozenset("de het een dat die er ook wel nog dan zo heel zeer al te om".split())


@dataclass(frozen=True)
class Probe:
    """An edited sentence, the letter of the sentence it was made from, and that sentence."""

    edited: str
    source: str
    letter: str


@dataclass(frozen=True)
class Pairs:
    """Features of pairs of sentences, (n, features), and whether each pair says the same, (n,)."""

    features: NDArray[np.float64]
    same: NDArray[np.float64]


def main() -> None:
    """Learn, measure, print; write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=600)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    opened = open_all(options.data)
    generation = opened.library.current()
    unlearned = SayingModel(Logistic(0.0, {}), 0.5, 0.0, 0.0, 0.0, 0)
    encoder = load_encoder()
    sayings = Sayings(generation, encoder, unlearned, lambda record: opened.store.load(record.id, record.reading))
    stored = generation.fetch(range(generation.info.manifest.chunk_count))
    probes = make_probes(stored, options.sentences)
    everything = frozenset(generation.letters)
    first, second = probes[::2], probes[1::2]
    logistic = learn(collect(sayings, first, everything))
    same = threshold(sayings, logistic, first, everything)
    found = share(sayings, logistic, same, second, None)
    wrong = share(sayings, logistic, same, second, everything)
    print(f"learned from {len(first)} edited sentences, measured on {len(second)}; same from {same:.2f} on")
    print(f"found as the same: {found:.3f}; found although no letter holds it: {wrong:.3f}")
    if options.write:
        content = {
            "bias": round(logistic.bias, 4),
            "weights": {name: round(weight, 4) for name, weight in logistic.weights.items()},
            "same": round(same, 3),
            "resembling": _RESEMBLING,
            "found": round(found, 3),
            "wrong": round(wrong, 3),
            "measured": len(second),
        }
        target = Path(__file__).parents[1] / "qa" / "saying.json"
        target.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def make_probes(stored: Sequence[StoredChunk], count: int) -> list[Probe]:
    """Sentences from all over the letters, at most two from one letter, each with an edited copy."""
    chance = random.Random(_SEED)  # noqa: S311 - reproducible, not secret
    order = list(stored)
    chance.shuffle(order)
    probes: list[Probe] = []
    taken: dict[str, int] = {}
    for chunk in order:
        places = [place for place in range(len(chunk.terms)) if _is_statement(sentence_text(chunk, place))]
        if not places or taken.get(chunk.letter.id, 0) >= 2:
            continue
        taken[chunk.letter.id] = taken.get(chunk.letter.id, 0) + 1
        source = " ".join(sentence_text(chunk, chance.choice(places)).split())
        probes.append(Probe(edit(source, chance), source, chunk.letter.id))
        if len(probes) == count:
            break
    return probes


def _is_statement(text: str) -> bool:
    return _FEWEST <= len(text.split()) <= _MOST and text.strip()[-1:] in ".;,"


def edit(sentence: str, chance: random.Random) -> str:
    """The sentence as another writer would put it: two to four changes."""
    changes = [_other_words, _leave_out, _turn_round, _put_in_front]
    for change in chance.choices(changes, weights=(5, 3, 2, 2), k=chance.randint(2, 4)):
        sentence = change(sentence, chance)
    return sentence


def _other_words(sentence: str, chance: random.Random) -> str:
    fitting = [pair for pair in _OTHER_WORDS if pair[0] in sentence]
    if not fitting:
        return _leave_out(sentence, chance)
    written, other = chance.choice(fitting)
    return sentence.replace(written, other, 1)


def _leave_out(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    small = [place for place, word in enumerate(words) if word in _SMALL]
    place = chance.choice(small) if small else chance.randrange(1, len(words))
    return " ".join(words[:place] + words[place + 1 :])


def _turn_round(sentence: str, chance: random.Random) -> str:
    clauses = sentence.rstrip(".;,").split(", ")
    if len(clauses) < 2:
        return _other_words(sentence, chance)
    place = chance.randrange(len(clauses) - 1)
    clauses[place], clauses[place + 1] = clauses[place + 1], clauses[place]
    return ", ".join(clauses) + "."


def _put_in_front(sentence: str, chance: random.Random) -> str:
    return chance.choice(_IN_FRONT) + sentence[:1].lower() + sentence[1:]


def collect(sayings: Sayings, probes: Sequence[Probe], everything: frozenset[str]) -> Pairs:
    """All pairs that the probes meet, in all letters and in those without their own."""
    rows, labels = [], []
    for probe in probes:
        for filters in (Filters(), Filters(letters=everything - {probe.letter})):
            for stored, place, features in sayings.candidates(probe.edited, filters):
                rows.append([features[name] for name in FEATURES])
                labels.append(float(_same_text(probe.source, sentence_text(stored, place))))
    return Pairs(np.array(rows), np.array(labels))


def learn(pairs: Pairs) -> Logistic:
    """Logistic regression, held near nothing; evidence never counts against."""

    def loss(weights: NDArray[np.float64]) -> float:
        margin = weights[0] + pairs.features @ weights[1:]
        likelihood = np.logaddexp(0, margin) - pairs.same * margin
        return float(likelihood.mean() + _PULL * (weights[1:] ** 2).mean() / 10)

    bounds = [(None, None), *[(0, None)] * len(FEATURES)]
    solution = minimize(loss, np.zeros(len(FEATURES) + 1), method="L-BFGS-B", bounds=bounds)
    return Logistic(float(solution.x[0]), dict(zip(FEATURES, solution.x[1:].tolist(), strict=True)))


def threshold(sayings: Sayings, logistic: Logistic, probes: Sequence[Probe], everything: frozenset[str]) -> float:
    """From which probability on hardly a sentence that no letter holds counts as said."""
    best = sorted(_best(sayings, logistic, probe, everything) for probe in probes)
    allowed = best[int(len(best) * (1 - _WRONG_AT_MOST))]
    return min(max(allowed + 0.01, 0.5), 0.95)


def share(
    sayings: Sayings, logistic: Logistic, same: float, probes: Sequence[Probe], everything: frozenset[str] | None
) -> float:
    """The share of probes with a sentence that counts as the same, in all letters, or without their own."""
    return sum(_best(sayings, logistic, probe, everything) >= same for probe in probes) / len(probes)


def _best(sayings: Sayings, logistic: Logistic, probe: Probe, everything: frozenset[str] | None) -> float:
    """The highest probability: of the sentence itself in all letters, or of any other where its letter is left out."""
    filters = Filters() if everything is None else Filters(letters=everything - {probe.letter})
    return max(
        (
            logistic.probability(features)
            for stored, place, features in sayings.candidates(probe.edited, filters)
            if _same_text(probe.source, sentence_text(stored, place)) == (everything is None)
        ),
        default=0.0,
    )


def _same_text(first: str, second: str) -> bool:
    one, other = _trigrams(first), _trigrams(second)
    return len(one & other) >= _SAME_TEXT * max(1, len(one | other))


def _trigrams(text: str) -> set[str]:
    plain = " ".join(text.casefold().split())
    return {plain[place : place + 3] for place in range(len(plain) - 2)}


if __name__ == "__main__":
    main()
