"""Comparing the quotations of a draft with the letters that they are tied to, and with the others when they differ."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from corpus.errors import DamagedStore, UnknownLetter
from corpus.sentences import split
from corpus.types import Letter, Span
from qa.citing import citation, quote_page
from web.drafts.marks import Quotation
from web.drafts.types import Source
from web.drafts.words import Change, Found, Step, Words, admits_gap, count_words

# Fewer words than this between quotation marks, without a note, are a word that is named rather than a quotation.
_FEWEST_WORDS = 5


class Letters(Protocol):
    """Hands out letters as a reading saw them."""

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """One letter; raises UnknownLetter, DamagedStore."""
        ...


class Agreement(StrEnum):
    """How a quotation agrees with its source; in the order in which they matter most."""

    DIFFERS = "differs"  # other words than the source's
    OTHER_LETTER = "other letter"  # stands word for word in another letter than the note names
    NOT_FOUND = "not found"  # nothing like it stands in the source
    NO_SUCH_NOTE = "no such note"  # its note names no source of the draft
    NOT_CLOSED = "not closed"  # the mark at its end is missing
    ELSEWHERE = "elsewhere"  # word for word, on another page than the note says
    SHORTENED = "shortened"  # word for word, but words of its first or last sentence are left out without a mark
    STOPS = "stops"  # the same words, other punctuation
    NO_NOTE = "no note"  # stands word for word in a letter, but no note says so
    NO_SOURCE = "no source"  # no note, and no letter that was found has it
    EXACT = "exact"


WRONG = frozenset(
    {
        Agreement.DIFFERS,
        Agreement.OTHER_LETTER,
        Agreement.NOT_FOUND,
        Agreement.NO_SUCH_NOTE,
        Agreement.NOT_CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a passage's address, its citation, and the letter's title."""

    letter: str
    reading: str
    span: Span
    in_notes: bool
    citation: str
    title: str


@dataclass(frozen=True, slots=True)
class QuotationFinding:
    """What the check has to say of one quotation.

    `place` is where it stands, or what is most like it; `steps` how it differs from that. `before` and `after` are the
    words of its first and last sentence that it leaves out.
    """

    section: str
    words: str
    notes: tuple[int, ...]
    agreement: Agreement
    place: Place | None = None
    steps: tuple[Step, ...] = ()
    before: str = ""
    after: str = ""


class _Text(NamedTuple):
    """The body or the notes of a letter, with its words."""

    letter: Letter
    reading: str
    in_notes: bool
    words: Words


Finder = Callable[[str], Iterable[tuple[str, str]]]
"""Letters, as (id, reading), that may hold some words; best first."""


class QuotationCheck:
    """Checks the quotations of one draft; keeps the letters that it has compared with."""

    def __init__(self, sources: Sequence[Source], letters: Letters, find: Finder) -> None:
        self._sources = {source.number: source for source in sources}
        self._letters = letters
        self._find = find
        self._texts: dict[tuple[str, str], tuple[_Text, ...]] = {}

    def check(self, section: str, quotation: Quotation) -> QuotationFinding | None:
        """What there is to say of a quotation of this section; None for words that are named, not quoted."""
        words = " ".join(quotation.words.split())
        found = QuotationFinding(section, words, quotation.notes, Agreement.NOT_CLOSED)
        if not quotation.closed:
            return found
        if not count_words(words) or (not quotation.notes and count_words(words) < _FEWEST_WORDS):
            return None
        return self._noted(found) if quotation.notes else self._unnoted(found)

    def _noted(self, finding: QuotationFinding) -> QuotationFinding:
        tied = [self._sources[number] for number in finding.notes if number in self._sources]
        for source in tied:
            standing = self._standing(finding, source)
            if standing is not None:
                return standing
        elsewhere = self._in_other_letters(finding.words, {source.letter for source in tied})
        if not tied:
            return _with(finding, Agreement.NO_SUCH_NOTE, place=elsewhere)
        return _with(finding, Agreement.OTHER_LETTER, place=elsewhere) if elsewhere else self._nearest(finding, tied)

    # ------------------------------------------------------------------------------------ where the words stand

    def _standing(self, finding: QuotationFinding, source: Source) -> QuotationFinding | None:
        """What to say when the words stand in the letter of this source; None when they do not."""
        texts = sorted(self._texts_of(source.letter, source.reading), key=lambda text: text.in_notes != source.in_notes)
        if not texts:
            return self._against_kept_words(finding, source)
        for text in texts:
            own = text.in_notes == source.in_notes
            found = text.words.find(finding.words, source.spans[0] if own else None)
            if found is not None:
                return self._judged(finding, source, text, found)
        return None

    def _judged(self, finding: QuotationFinding, source: Source, text: _Text, found: Found) -> QuotationFinding:
        place = _place(text, found.span)
        inside = text.in_notes == source.in_notes and source.spans[0].start <= found.span.start < source.spans[-1].end
        if not inside and quote_page(text.letter, found.span, in_notes=text.in_notes) != source.page:
            return _with(finding, Agreement.ELSEWHERE, place=place)
        if found.stops_differ:
            return _with(finding, Agreement.STOPS, place=place)
        whole = Words(source.quote).find(finding.words)
        if whole is not None and count_words(source.quote) == count_words(finding.words):
            return _with(finding, Agreement.EXACT, place=place)
        sentences = text.letter.note_sentences if text.in_notes else text.letter.sentences
        before, after = _left_out(text.words, sentences, found.span, finding.words)
        if before or after:
            return _with(finding, Agreement.SHORTENED, place=place, before=before, after=after)
        return _with(finding, Agreement.EXACT, place=place)

    def _against_kept_words(self, finding: QuotationFinding, source: Source) -> QuotationFinding | None:
        """The letter is gone: only the words that were taken over can be compared with."""
        kept = Words(source.quote)
        found = kept.find(finding.words)
        if found is not None:
            before, after = _left_out(kept, split(source.quote), found.span, finding.words)
            shortened = bool(before or after)
            agreement = Agreement.SHORTENED if shortened else Agreement.EXACT
            return _with(finding, agreement, before=before, after=after)
        nearest = kept.nearest(finding.words)
        return _with(finding, Agreement.DIFFERS, steps=nearest[0]) if nearest else None

    def _in_other_letters(self, words: str, tied: set[str]) -> Place | None:
        """Where the words stand in another letter: those of the draft first, then those that a search finds."""
        mine = [(source.letter, source.reading) for source in self._sources.values()]
        seen = set(tied)
        for letter, reading in self._candidates(mine, words):
            if letter in seen:
                continue
            seen.add(letter)
            for text in self._texts_of(letter, reading):
                found = text.words.find(words)
                if found is not None:
                    return _place(text, found.span)
        return None

    def _candidates(self, mine: Sequence[tuple[str, str]], words: str) -> Iterator[tuple[str, str]]:
        yield from mine
        if count_words(words) >= _FEWEST_WORDS:
            yield from self._find(words)

    def _nearest(self, finding: QuotationFinding, tied: Sequence[Source]) -> QuotationFinding:
        """What in the sources of the note is most like the words."""
        best: QuotationFinding | None = None
        fewest = 0
        for source in tied:
            for text in self._texts_of(source.letter, source.reading):
                nearest = text.words.nearest(finding.words)
                if nearest is None:
                    continue
                steps, span = nearest
                changed = sum(count_words(step.words) for step in steps if step.change is not Change.SAME)
                if best is None or changed < fewest:
                    best = _with(finding, Agreement.DIFFERS, place=_place(text, span), steps=steps)
                    fewest = changed
        return best or _with(finding, Agreement.NOT_FOUND)

    def _unnoted(self, finding: QuotationFinding) -> QuotationFinding:
        place = self._in_other_letters(finding.words, set())
        return _with(finding, Agreement.NO_NOTE if place else Agreement.NO_SOURCE, place=place)

    def _texts_of(self, letter_id: str, reading: str) -> tuple[_Text, ...]:
        key = (letter_id, reading)
        if key not in self._texts:
            try:
                letter = self._letters.load(letter_id, reading)
            except (UnknownLetter, DamagedStore):
                self._texts[key] = ()
                return ()
            texts = [_Text(letter, reading, False, Words(letter.text))]
            if letter.notes_text:
                texts.append(_Text(letter, reading, True, Words(letter.notes_text)))
            self._texts[key] = tuple(texts)
        return self._texts[key]


def _with(
    finding: QuotationFinding,
    agreement: Agreement,
    *,
    place: Place | None = None,
    steps: tuple[Step, ...] = (),
    before: str = "",
    after: str = "",
) -> QuotationFinding:
    return QuotationFinding(
        finding.section, finding.words, finding.notes, agreement, place, steps, before=before, after=after
    )


def _place(text: _Text, span: Span) -> Place:
    letter = text.letter
    page = quote_page(letter, span, in_notes=text.in_notes)
    title = letter.metadata.title or letter.file
    return Place(letter.id, text.reading, span, text.in_notes, citation(letter, page), title)


def _left_out(text: Words, sentences: Sequence[Span], span: Span, words: str) -> tuple[str, str]:
    """What the first and the last sentence say before and behind the quotation, where it does not admit a gap."""
    first = next((each for each in sentences if each.start <= span.start < each.end), None)
    last = next((each for each in sentences if each.start < span.end <= each.end), None)
    before = text.between(first.start, span.start) if first and not admits_gap(words, at_end=False) else ""
    after = text.between(span.end, last.end) if last and not admits_gap(words, at_end=True) else ""
    return before, after
