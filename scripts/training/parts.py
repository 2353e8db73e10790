"""What words share: the parts of a compound and the stem, so that a rare word learns from its relatives.

While training, a token's vector is its own plus those of its parts and stems; they are added up once at the end.
`jeugdzorg` thus stands near `youth care` even where no translated sentence holds the word.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter

import numpy as np
import Stemmer
from scipy.sparse import csr_matrix

_SHORTEST = 4  # letters of a part
_LINKS = ("", "s", "e", "en")  # what may stand between two parts
_OFTEN = 15  # a part occurs at least this often on its own


def split(word: str, known: Mapping[str, float]) -> list[str]:
    """The most probable division of a word into at least two known words, or nothing.

    `known` gives the logarithm of each word's frequency; the letters that link two parts belong to none.
    """
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for end in range(_SHORTEST, len(word) + 1):
        found = [
            (score + known[part] - len(link), [*before, part])
            for start, (score, before) in best.items()
            for link in (_LINKS if start else ("",))
            if word.startswith(link, start)
            and len(part := word[start + len(link) : end]) >= _SHORTEST
            and part in known
            and part != word
        ]
        if found:
            best[end] = max(found, key=itemgetter(0))
    return best[len(word)][1] if len(word) in best else []


def sharing(tokens: Sequence[str], counts: Counter[str], english: Counter[str], *, share: float) -> csr_matrix:
    """The matrix that makes token vectors of what is learned: (tokens, tokens + stems).

    Row i has 1 for the token itself, `share` for its stems, and `share` for each part of a Dutch compound and for the
    stems of that part. Only stems that several tokens have get a column. `english` counts what `counts` has of English.
    """
    total = sum(counts.values())
    known = {token: math.log(counts[token] / total) for token in tokens if counts[token] >= _OFTEN}
    stems = _shared_stems(tokens)
    columns = {stem: len(tokens) + column for column, stem in enumerate(sorted(set(chain(*stems))))}
    numbers = {token: number for number, token in enumerate(tokens)}
    entries: dict[tuple[int, int], float] = {}
    for number, token in enumerate(tokens):
        compound = len(token) >= 2 * _SHORTEST and token.isalpha() and 2 * english[token] < counts[token]
        members = [numbers[part] for part in split(token, known)] if compound else []
        entries |= {(number, columns[stem]): share for member in [number, *members] for stem in stems[member]}
        entries |= {(number, member): share for member in members}
        entries[number, number] = 1.0
    rows, cols = zip(*entries, strict=True)
    values = np.fromiter(entries.values(), dtype=np.float32)
    return csr_matrix((values, (rows, cols)), shape=(len(tokens), len(tokens) + len(columns)))


def _shared_stems(tokens: Sequence[str]) -> list[list[str]]:
    """The Dutch and the English stem of each token, where another token has it too."""
    stemmers = {language: Stemmer.Stemmer(language) for language in ("dutch", "english")}
    stems = [
        [f"{language}:{stemmer.stemWord(token)}" for language, stemmer in stemmers.items()]
        if len(token) >= _SHORTEST and token.isalpha()
        else []
        for token in tokens
    ]
    common = Counter(chain(*stems))
    return [[stem for stem in row if common[stem] > 1] for row in stems]
