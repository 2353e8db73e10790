"""A tokenizer for Dutch compounds and English: whole words, and the parts that rarer words fall into.

A unigram model without marks for the beginning of a word: `markt` is one token, alone and in
`arbeidsmarktparticipatie`, so that a compound shares what its parts have learned. A word seen often enough is a token
of its own. The score of a piece is the logarithm of its frequency, so that the most probable split wins.
"""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

UNKNOWN = "[UNK]"
_PIECE_LENGTHS = range(2, 6)
_SINGLE_PENALTY = 4.0  # a letter alone is the last resort: it says nothing


def preparation(tokenizer: Tokenizer) -> Tokenizer:
    """Lower case, no accents, words and marks apart. The order of the three steps is part of the model."""
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each prepared word occurs; marks are left out."""
    prepared = preparation(Tokenizer(models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN)))
    normalise, split = prepared.normalizer.normalize_str, prepared.pre_tokenizer.pre_tokenize_str
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word, _ in split(normalise(text)) if word.isalnum() and len(word) <= 40)
    return counts


def _pieces(rare: Counter[str], size: int) -> list[str]:
    """The beginnings and endings that rare words have most often."""
    counts: Counter[str] = Counter()
    for word in rare:
        for length in _PIECE_LENGTHS:
            if len(word) > length + 1:
                counts[word[:length]] += 1
                counts[word[-length:]] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [piece for piece, _ in ranked if piece.isalpha()][:size]


def build(counts: Counter[str], size: int, pieces: int) -> Tokenizer:
    """A tokenizer of `size` tokens at most: `pieces` parts of words, single characters, and the most frequent words."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ranked = [(word, count) for word, count in ranked if not (word.isdigit() and len(word) > 4)]
    characters: Counter[str] = Counter()
    for word, count in ranked:
        for character in word:
            characters[character] += count
    singles = [character for character, count in characters.most_common() if count >= 20]
    words = ranked[: size - pieces - len(singles) - 1]
    total = sum(counts.values())
    scores = {word: math.log(count / total) for word, count in words}
    rare = Counter(dict(ranked[len(words) :]))
    floor = min(scores.values())
    for piece in _pieces(rare, pieces):
        scores.setdefault(piece, floor)
    for character in singles:
        scores[character] = min(scores.get(character, floor), floor) - _SINGLE_PENALTY
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    entries = [(UNKNOWN, floor - 5 * _SINGLE_PENALTY), *ordered]
    assert all(first[0] != second[0] for first, second in pairwise(entries))
    return preparation(Tokenizer(models.Unigram(entries, unk_id=0)))


def tokens(tokenizer: Tokenizer) -> list[str]:
    """The tokens in the order of their numbers."""
    numbers: dict[str, int] = tokenizer.get_vocab()
    return sorted(numbers, key=numbers.__getitem__)
