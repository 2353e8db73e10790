"""Words as they were probably meant, for words that nobody writes."""

import string
from collections.abc import Callable, Iterator, Mapping, Sequence

_LETTERS = string.ascii_lowercase
_SHORTEST, _LONGEST = 5, 40
_LEAST_FREQUENT = 30
_FEWEST_PASSAGES = 2
_MOST = 2


def correct(word: str, known: Mapping[str, int]) -> list[str]:
    """The known words that are one typing error away from an unknown one, the most frequent first, at most two.

    A typing error is a letter too many, one missing, one wrong, or two neighbours exchanged. `known` gives the
    frequency of folded words; only frequent ones are proposed, and nothing for a word that is known, very short or
    long, or holds a digit.
    """
    if word in known or not _may_be_misspelt(word):
        return []
    found = {variant for variant in _variants(word) if known.get(variant, 0) >= _LEAST_FREQUENT}
    return sorted(found, key=lambda variant: (-known[variant], variant))[:_MOST]


def correct_among(word: str, count: Callable[[Sequence[str]], Sequence[int]]) -> list[str]:
    """The words one typing error away that stand in two passages or more, the most frequent first, at most two.

    `count` gives the number of passages of each of some folded words; `word` is one that stands in none.
    """
    if not _may_be_misspelt(word):
        return []
    variants = sorted(set(_variants(word)))
    counts = dict(zip(variants, count(variants), strict=True))
    found = [variant for variant in variants if counts[variant] >= _FEWEST_PASSAGES]
    return sorted(found, key=lambda variant: (-counts[variant], variant))[:_MOST]


def _may_be_misspelt(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isascii()


def _variants(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        start, end = word[:place], word[place:]
        if end:
            yield start + end[1:]
            for letter in _LETTERS:
                yield f"{start}{letter}{end[1:]}"
        if len(end) > 1:
            yield f"{start}{end[1]}{end[0]}{end[2:]}"
        for letter in _LETTERS:
            yield f"{start}{letter}{end}"
