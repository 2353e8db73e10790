"""Whether a text was said before: for each of its sentences the sentences of letters that say the same.

How alike two sentences are is a probability, learned by `scripts/train_saying.py` from sentences of letters and edited
copies of them; what it is worth was measured on others and stands in `saying.json` beside the weights.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from corpus.sentences import split
from corpus.types import Letter
from index.types import Encoder, Filters, LetterRecord, SearchIndex, StoredChunk
from qa.candidates import find_candidates
from qa.citing import citation, prove, quote_page
from qa.differences import Difference, differences
from qa.features import WeighedQuery, covered_share, weigh
from qa.querying import make_query
from qa.ranking import Logistic
from qa.types import Question, Quote
from qa.understanding.language import detect

MOST_CHARACTERS = 6000
_FEWEST_WORDS = 4
_MOST_SENTENCES = 40
# Of the passages found, so many sentences are compared closely: those that share most words with the one asked about.
_COMPARED = 24
_SHOWN = 3
FEATURES = ("cover", "back", "cosine", "both")


@dataclass(frozen=True, slots=True)
class Alike:
    """A sentence of a letter that is like one of the text: the quote, its citation, and how likely both say the same.

    `also` are other letters that have the same sentence.
    """

    letter: LetterRecord
    quote: Quote
    in_notes: bool
    citation: str
    probability: float
    differences: tuple[Difference, ...]
    also: tuple[LetterRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a text with those that are like it, likeliest first; `compared` is False of too short a one."""

    text: str
    compared: bool
    alike: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class SayingModel:
    """The weights, and what was measured on other letters.

    `same` is the probability from which sentences count as saying the same, `resembling` the one from which they are
    shown at all. `found` is the share of edited sentences that were found as the same, `wrong` the share of sentences
    that no letter held and for which something was.
    """

    logistic: Logistic
    same: float
    resembling: float
    found: float
    wrong: float
    measured: int


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A text by its sentences, and the model that compared them."""

    sentences: tuple[Said, ...]
    model: SayingModel


def load_saying() -> SayingModel:
    """The model that is shipped with the program."""
    data = json.loads(files("qa").joinpath("saying.json").read_text(encoding="utf-8"))
    logistic = Logistic(data["bias"], data["weights"])
    return SayingModel(logistic, data["same"], data["resembling"], data["found"], data["wrong"], data["measured"])


class Sayings:
    """Compares texts with the sentences of one generation; safe to use from many threads."""

    def __init__(
        self,
        search_index: SearchIndex,
        encoder: Encoder,
        model: SayingModel,
        letter_of: Callable[[LetterRecord], Letter],
    ) -> None:
        """`letter_of` gives the letter of a record, from which the quotes are taken and proved."""
        self._search_index = search_index
        self._encoder = encoder
        self._model = model
        self._letter_of = letter_of

    def compare(self, text: str, filters: Filters) -> tuple[Said, ...]:
        """The sentences of a text, in order, with what says the same."""
        sentences = [text[span.start : span.end].strip() for span in split(text)]
        return tuple(self._said(sentence, filters) for sentence in filter(None, sentences[:_MOST_SENTENCES]))

    def candidates(self, sentence: str, filters: Filters) -> list[tuple[StoredChunk, int, dict[str, float]]]:
        """The sentences of letters that may say the same: passage, place of the sentence in it, features."""
        question = Question(sentence, detect(sentence), sentence)
        query = make_query(question, self._encoder)
        weighed = weigh(query.terms, self._search_index)
        found = [candidate.stored for candidate in find_candidates(self._search_index, query, filters)]
        covered = [
            (covered_share(weighed, [terms]), stored, place)
            for stored in found
            for place, terms in enumerate(stored.terms)
            if len(terms) > 1
        ]
        covered.sort(key=lambda each: (-each[0], each[1].position, each[2]))
        nearest = [(stored, place) for _, stored, place in covered[:_COMPARED]]
        if not nearest:
            return []
        vectors = self._encoder.encode([sentence_text(stored, place) for stored, place in nearest])
        cosines = (vectors @ self._encoder.encode([sentence])[0]).tolist()
        return [
            (stored, place, _features(weighed, stored.terms[place], cosine))
            for (stored, place), cosine in zip(nearest, cosines, strict=True)
        ]

    def _said(self, sentence: str, filters: Filters) -> Said:
        if len(sentence.split()) < _FEWEST_WORDS:
            return Said(sentence, compared=False, alike=())
        likely = sorted(
            (
                (self._model.logistic.probability(features), stored, place)
                for stored, place, features in self.candidates(sentence, filters)
            ),
            key=lambda each: (-each[0], each[1].position, each[2]),
        )
        groups: dict[str, list[tuple[float, StoredChunk, int]]] = {}
        for probability, stored, place in likely:
            if probability >= self._model.resembling:
                groups.setdefault(" ".join(sentence_text(stored, place).split()), []).append(
                    (probability, stored, place)
                )
        shown = list(groups.values())[:_SHOWN]
        return Said(sentence, compared=True, alike=tuple(self._alike(sentence, group) for group in shown))

    def _alike(self, sentence: str, group: Sequence[tuple[float, StoredChunk, int]]) -> Alike:
        """The first of the equal sentences as a proved quote; raises WrongCitation."""
        probability, stored, place = group[0]
        letter, in_notes = self._letter_of(stored.letter), stored.chunk.in_notes
        span = stored.chunk.sentences[place]
        text = (letter.notes_text if in_notes else letter.text)[span.start : span.end]
        quote = Quote(span, text, quote_page(letter, span, in_notes=in_notes))
        prove(letter, quote, in_notes=in_notes)
        others = {other.letter.id: other.letter for _, other, _ in group[1:] if other.letter.id != stored.letter.id}
        return Alike(
            stored.letter,
            quote,
            in_notes,
            citation(letter, quote.page),
            probability,
            differences(sentence, text),
            tuple(others.values()),
        )


def sentence_text(stored: StoredChunk, place: int) -> str:
    """The words of one sentence of a passage; a sentence that began before the passage is cut there."""
    chunk, span = stored.chunk, stored.chunk.sentences[place]
    return chunk.text[max(0, span.start - chunk.start) : span.end - chunk.start]


def _features(weighed: WeighedQuery, terms: Sequence[str], cosine: float) -> dict[str, float]:
    """How much of each sentence stands in the other, and how near they are: each from 0 to 1."""
    cover = covered_share(weighed, [terms])
    back = sum(term in weighed.alternatives for term in terms) / len(terms)
    return {"cover": cover, "back": back, "cosine": max(cosine, 0.0), "both": cover * back}
