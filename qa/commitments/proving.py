"""Proving an entry before it is shown: its quotes are compared with the letters, as every quote here is."""

from collections.abc import Callable, Iterable

from corpus.types import Letter, Span
from qa.citing import prove
from qa.commitments.types import Mention
from qa.types import Quote


def prove_mentions(mentions: Iterable[Mention], load: Callable[[str, str], Letter]) -> None:
    """Raise WrongCitation unless each quote stands where it is said to stand, on its page.

    `load` gives a letter by its id and reading; each is asked for once.
    """
    letters: dict[tuple[str, str], Letter] = {}
    for mention in mentions:
        made, key = mention.commitment, (mention.letter.id, mention.letter.reading)
        if key not in letters:
            letters[key] = load(*key)
        prove(letters[key], Quote(Span(made.start, made.end), made.quote, made.page), in_notes=made.in_notes)
