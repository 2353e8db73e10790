"""Answering a question: understand, search, rank, decide, quote, prove, compose."""

import datetime
import functools
import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UnknownLetter
from corpus.types import Letter, Span
from index.types import Encoder, Filters, LetterRecord, SearchIndex, StoredChunk
from qa.candidates import Candidate, Query, find_candidates, merge_candidates, narrow
from qa.citing import citation, prove, quote_page
from qa.composing import compose
from qa.consulting.desk import Book, Consulted, Desk, EmptyBook, Shown
from qa.consulting.request import asks_register
from qa.duplicates import collapse
from qa.errors import BadQuestion
from qa.evidence import Ranked, answered, weigh_evidence
from qa.features import FEATURES, WeighedQuery, feature_table, weigh
from qa.known import Known
from qa.mentioned import mentions_of
from qa.metadata.remarks import NO_CORRECTIONS, Corrections, remarks
from qa.narrowing import Facet, facets
from qa.querying import make_query
from qa.ranking import RankingModel, load_model, passage_probabilities, put_in_order, score_table
from qa.registered import NOTHING, asked_kinds
from qa.relations import Relations
from qa.reranking import Reranker, rerank
from qa.saying import MOST_CHARACTERS as MOST_CHARACTERS_COMPARED
from qa.saying import SaidBefore, Sayings, load_saying
from qa.selecting import select_sentences
from qa.sources import Letters, Library
from qa.types import Answer, FootNote, MissingReference, Passage, Question, Quote, Verdict
from qa.understanding.directory import Directory
from qa.understanding.parts import NOTHING_OFF
from qa.understanding.question import added, implied_filters, narrowings, of_register, understand

MOST_CHARACTERS = 2000
MOST_PASSAGES = 50
# Ranked passages beyond these are never shown; collapsing need not look at them.
_LOOK_AT = 150
_LETTERS_IN_MEMORY = 256
# Of the passages that the register names for a labelled question 22 of 25 are right ones.
_LISTED = 0.88
_REGISTERED = FEATURES.index("registered")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search came to: the filters that it was made with, what the register says, and all candidates.

    `table`, (n, features), and `scores`, (n,), go with `candidates`, which stand by position; `order` are the places of
    the best of them, best first. `shown` are passages that stand in front whatever their score, with what to quote of
    them; `referred` the ids of the letters that the question refers to.
    """

    filters: Filters
    referred: Sequence[str]
    consulted: Consulted | None
    shown: Sequence[Shown]
    weighed: WeighedQuery
    candidates: Sequence[Candidate]
    table: NDArray[np.float64]
    scores: NDArray[np.float64]
    order: Sequence[int]

    @property
    def best_first(self) -> Ranked:
        """The best candidates in their order."""
        places = list(self.order)
        return Ranked([self.candidates[place] for place in places], self.scores[places], self.table[places])


class Answerer:
    """Answers questions from the generation in force. Safe to use from many threads.

    Its state is what it keeps in memory: the letters that were last quoted, and what is known of one generation.
    """

    def __init__(
        self,
        library: Library,
        letters: Letters,
        encoder: Encoder,
        *,
        today: Callable[[], datetime.date] = datetime.date.today,
        book: Book | None = None,
        corrections: Corrections = NO_CORRECTIONS,
        reranker: Reranker | None = None,
    ) -> None:
        self._library = library
        self._letters = letters
        self._encoder = encoder
        self.today = today
        self._corrections = corrections
        self._model: RankingModel = load_model()
        self._reranker = reranker
        self._saying = load_saying()
        self._guard = threading.Lock()
        self._quoted: OrderedDict[tuple[str, str], Letter] = OrderedDict()
        self._known: Known | None = None
        self._desk = Desk(book or EmptyBook(), encoder, self._letter)

    def ask(
        self, text: str, top: int = 5, filters: Filters | None = None, without: frozenset[str] = NOTHING_OFF
    ) -> Answer:
        """The answer with at most `top` passages; raises BadQuestion, WrongCitation, and what the index raises.

        `without` names the parts of the question (`qa.understanding.parts`) that are not to be understood.
        """
        text = " ".join(text.replace("\x00", " ").split())
        if not text:
            raise BadQuestion("Stel een vraag. / Ask a question.")
        if len(text) > MOST_CHARACTERS:
            raise BadQuestion(
                f"De vraag is langer dan {MOST_CHARACTERS} tekens. / The question is over {MOST_CHARACTERS} characters."
            )
        if not 1 <= top <= MOST_PASSAGES:
            raise BadQuestion(f"Vraag om 1 tot {MOST_PASSAGES} passages. / Ask for 1 to {MOST_PASSAGES} passages.")
        try:
            return self._answer(text, top, filters or Filters(), without)
        except UnknownLetter:
            # It was removed after the generation that held it was taken; the one in force by now holds it no more.
            return self._answer(text, top, filters or Filters(), without)

    def _answer(self, text: str, top: int, chosen: Filters, without: frozenset[str]) -> Answer:
        search_index = self._library.current()
        known = self._known_of(search_index)
        question = understand(text, known.directory, self.today(), without, known.occurs)
        referred, missing = _referred_to(question, known.directory)
        naming = [] if question.content else mentions_of(search_index, [absent.reference for absent in missing])
        found = self._search(search_index, question, chosen, referred, naming)
        chance = answered(self._model, weigh_evidence(question, found.weighed, found.best_first, known.occurs))
        verdict = self._verdict(question, found, chance)
        passages = self._passages(search_index, question, found, chance, top)
        register = found.consulted.answer if found.consulted else None
        wished = implied_filters(question, chosen)
        let_go = added(of_register(wished, chosen) if register else wished, found.filters)
        undated = search_index.count_undated(found.filters)
        return Answer(
            question=question,
            verdict=verdict,
            text=compose(
                question,
                verdict,
                passages,
                missing,
                undated,
                register=register,
                narrowed=added(found.filters, chosen),
                let_go=let_go,
                mentioned=bool(naming),
            ),
            passages=passages,
            filters=found.filters,
            generation=search_index.info,
            missing=missing,
            undated=undated,
            suggestions=() if question.respelt else known.directory.suggestions(text),
            considered=tuple(candidate.stored for candidate in found.candidates),
            let_go=let_go,
            register=register,
        )

    def _search(
        self,
        search_index: SearchIndex,
        question: Question,
        chosen: Filters,
        referred: Sequence[str],
        naming: Sequence[Shown],
    ) -> _Found:
        """What is found with all that the question narrows to, or with less of that where no letter passes."""
        for wished in narrowings(question, chosen):
            consulted = self._consult(search_index, question, of_register(wished, chosen))
            filters = of_register(wished, chosen) if consulted else wished
            shown = (*(consulted.shown if consulted else ()), *naming)
            held = [each.stored for each in shown]
            weighed, candidates, table, scores = self.rank(search_index, question, filters, referred, held)
            if candidates:
                break
        order = _first(held, candidates, put_in_order(question, candidates, scores, referred))[:_LOOK_AT]
        return _Found(filters, referred, consulted, shown, weighed, candidates, table, scores, order)

    def _verdict(self, question: Question, found: _Found, chance: float) -> Verdict:
        """Whether there is an answer, where the letters answer with the probability `chance`."""
        # Whoever asks for a document by its number alone is answered by that document, or not at all.
        asked_for = bool(found.order) and found.candidates[found.order[0]].stored.letter.id in found.referred
        decided = chance >= self._model.threshold and bool(question.content)
        return Verdict.ANSWERED if asked_for or found.consulted or decided else Verdict.NO_EVIDENCE

    def _passages(
        self, search_index: SearchIndex, question: Question, found: _Found, chance: float, top: int
    ) -> tuple[Passage, ...]:
        """The best `top` of what was found, what says the same counted once; each with its quotes proved.

        None where all that is asked for is a document that is not held and that no passage names: nothing is near it.
        """
        if not (question.content or found.referred or found.shown):
            return ()
        ranked = [found.candidates[place].stored for place in found.order]
        spans = {shown.stored.position: shown.spans for shown in found.shown}
        likely = passage_probabilities(self._model, found.scores, chance)
        listed = {shown.stored.position: _LISTED for shown in found.consulted.shown} if found.consulted else {}
        passages = []
        for rank, group in enumerate(collapse(ranked, top, search_index.forms), start=1):
            stored, best = ranked[group.first], found.order[group.best]
            # A document that was asked for by its number alone is what was asked for.
            is_asked_for = not question.content and stored.letter.id in found.referred
            passage = self._passage(
                search_index,
                stored,
                spans.get(stored.position) or select_sentences(question, found.weighed, stored),
                rank=rank,
                score=1.0 if is_asked_for else max(likely[best], listed.get(stored.position, 0.0)),
                duplicates=tuple(ranked[other].letter for other in group.others),
                registered=bool(found.table[best, _REGISTERED]),
            )
            passages.append(passage)
        return tuple(passages)

    def narrowing(self, answer: Answer) -> tuple[Facet, ...]:
        """What an answer can be narrowed to, with counts."""
        search_index = self._library.current()

        @functools.cache
        def query() -> Query:
            return make_query(answer.question, self._encoder, self._known_of(search_index).words)

        def consider(filters: Filters) -> list[StoredChunk]:
            found = find_candidates(search_index, query(), filters)
            return [candidate.stored for candidate in found]

        return facets(answer.considered, answer.filters, search_index, consider)

    def said_before(self, text: str, filters: Filters | None = None) -> SaidBefore:
        """What letters say the same as each sentence of a text; raises BadQuestion, WrongCitation."""
        text = text.replace("\x00", " ").strip()
        if not text:
            raise BadQuestion("Plak een alinea. / Paste a paragraph.")
        if len(text) > MOST_CHARACTERS_COMPARED:
            most = MOST_CHARACTERS_COMPARED
            raise BadQuestion(f"De tekst is langer dan {most} tekens. / The text is over {most} characters.")
        model = self._saying
        sayings = Sayings(self._library.current(), self._encoder, model, self._letter)
        return SaidBefore(sayings.compare(text, filters or Filters()), model)

    def relations(self) -> Relations:
        """How the letters of the generation in force refer to one another."""
        return self._known_of(self._library.current()).relations

    def _consult(self, search_index: SearchIndex, question: Question, filters: Filters) -> Consulted | None:
        """What the register answers; None where it is not asked, or has nothing."""
        if not asks_register(question):
            return None
        query = make_query(question, self._encoder, self._known_of(search_index).words)
        return self._desk.consult(search_index, question, weigh(query.terms, search_index), query, filters)

    def rank(
        self,
        search_index: SearchIndex,
        question: Question,
        filters: Filters,
        referred: Sequence[str] = (),
        held: Sequence[StoredChunk] = (),
    ) -> tuple[WeighedQuery, Sequence[Candidate], NDArray[np.float64], NDArray[np.float64]]:
        """The candidates for a question with their features, (n, features), and scores, (n,), by position.

        Letters that the question refers to, or that the register names for it, are searched apart as well, so that they
        are always among the candidates, as are the passages `held`.
        """
        query = make_query(question, self._encoder, self._known_of(search_index).words)
        weighed = weigh(query.terms, search_index)
        registered = self._known_of(search_index).register.find(question) if asked_kinds(question) else NOTHING
        candidates = find_candidates(search_index, query, filters)
        for letters in (referred, registered.letters):
            if letters:
                narrowed = find_candidates(search_index, query, narrow(filters, letters))
                candidates = merge_candidates(candidates, narrowed)
        candidates = merge_candidates(candidates, [Candidate(stored) for stored in held])
        table = feature_table(question, weighed, candidates, registered)
        scores = score_table(self._model, table)
        if self._reranker is not None and candidates:
            scores = rerank(self._reranker, question, candidates, scores)
        return weighed, candidates, table, scores

    def _passage(
        self,
        search_index: SearchIndex,
        stored: StoredChunk,
        spans: Sequence[Span],
        *,
        rank: int,
        score: float,
        duplicates: tuple[LetterRecord, ...],
        registered: bool,
    ) -> Passage:
        chunk, record = stored.chunk, stored.letter
        letter = self._letter(record)
        quotes = tuple(_quote(letter, span, in_notes=chunk.in_notes) for span in spans)
        for quote in quotes:
            prove(letter, quote, in_notes=chunk.in_notes)
        return Passage(
            rank=rank,
            letter=record,
            position=stored.position,
            start=chunk.start,
            end=chunk.end,
            in_notes=chunk.in_notes,
            text=chunk.text,
            page=chunk.page,
            page_end=chunk.page_end,
            quotes=quotes,
            citation=citation(letter, quotes[0].page),
            score=score,
            headings=chunk.context.headings,
            question=chunk.context.question,
            speaker=chunk.context.speaker,
            notes=() if chunk.in_notes else _notes(letter, chunk.notes),
            duplicates=duplicates,
            registered=registered,
            remarks=remarks(search_index, record, self._as_read(record).metadata, self._corrections),
        )

    def _letter(self, record: LetterRecord) -> Letter:
        """The letter as its generation knows it: what is corrected since counts with the next one."""
        return replace(self._as_read(record), metadata=record.metadata)

    def _as_read(self, record: LetterRecord) -> Letter:
        key = (record.id, record.reading)
        with self._guard:
            letter = self._quoted.get(key)
            if letter is not None:
                self._quoted.move_to_end(key)
                return letter
        letter = self._letters.load(*key)
        with self._guard:
            self._quoted[key] = letter
            if len(self._quoted) > _LETTERS_IN_MEMORY:
                self._quoted.popitem(last=False)
        return letter

    def _known_of(self, search_index: SearchIndex) -> Known:
        with self._guard:
            if self._known is None or self._known.edition != search_index.info.edition:
                self._known = Known(search_index)
            return self._known


def _referred_to(question: Question, directory: Directory) -> tuple[list[str], tuple[MissingReference, ...]]:
    """The ids of the letters that a question refers to, and the numbered documents that are not held."""
    letters = [directory.letters_with(reference) for reference in question.references]
    missing = tuple(
        MissingReference(reference)
        for reference, held in zip(question.references, letters, strict=True)
        if reference.number and not held
    )
    return list(itertools.chain.from_iterable(letters)), missing


def _first(held: Sequence[StoredChunk], candidates: Sequence[Candidate], order: Sequence[int]) -> list[int]:
    """The candidates' places with those of the passages held in front, in their order."""
    by_position = {candidate.stored.position: place for place, candidate in enumerate(candidates)}
    first = [by_position[stored.position] for stored in held]
    taken = set(first)
    return [*first, *(place for place in order if place not in taken)]


def _quote(letter: Letter, span: Span, *, in_notes: bool) -> Quote:
    text = letter.notes_text if in_notes else letter.text
    return Quote(span, text[span.start : span.end], quote_page(letter, span, in_notes=in_notes))


def _notes(letter: Letter, positions: Sequence[int]) -> tuple[FootNote, ...]:
    return tuple(
        FootNote(
            letter.notes[position].mark, letter.notes_text[letter.notes[position].start : letter.notes[position].end]
        )
        for position in positions
    )
