"""Words as they were probably meant, for words that nobody writes."""

import string
from collections.abc import Iterator, Mapping

_LETTERS = string.ascii_lowercase
_SHORTEST, _LONGEST = 5, 40
_LEAST_FREQUENT = 30
_MOST = 2


def correct(word: str, known: Mapping[str, int]) -> list[str]:
    """The known words that are one typing error away from an unknown one, the most frequent first, at most two.

    A typing error is a letter too many, one missing, one wrong, or two neighbours exchanged. `known` gives the
    frequency of folded words; only frequent ones are proposed, and nothing for a word that is known, very short or
    long, or holds a digit.
    """
    if word in known or not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or not word.isascii():
        return []
    found = {variant for variant in _variants(word) if known.get(variant, 0) >= _LEAST_FREQUENT}
    return sorted(found, key=lambda variant: (-known[variant], variant))[:_MOST]


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
