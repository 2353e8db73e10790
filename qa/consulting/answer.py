"""Composing what the register answers: entries by state, each with what is known of it and its proved quotes."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.names import full_name
from corpus.references import write
from corpus.types import CommitmentKind, Kind, Letter, Person, Span
from index.types import LetterRecord
from qa.citing import citation, prove, quote_page
from qa.commitments.people import written
from qa.commitments.types import CorrectionKind, Entry, Mention, Source, Standing
from qa.consulting.request import RegisterRequest
from qa.consulting.search import Found, by_standing
from qa.consulting.words import RegisterWords, register_words, written_day
from qa.types import EntryGroup, Language, ListedEntry, ListedQuote, Quote, RegisterAnswer

PAGE = "/toezeggingen"
_MOST_ENTRIES = 25
_MOST_QUOTES = 6
_SENDER = "afzender"
_IN_ADDRESS = {
    Standing.OVERDUE: "te-laat",
    Standing.OPEN: "open",
    Standing.UNKNOWN: "onbekend",
    Standing.CLOSED: "afgehandeld",
}


@dataclass(frozen=True, slots=True)
class Lister:
    """Composes the answer in one language. `load` gives a letter; `passes` says whether a mention may be quoted."""

    language: Language
    load: Callable[[LetterRecord], Letter]
    passes: Callable[[Mention], bool]

    def answer(self, found: Found, request: RegisterRequest) -> RegisterAnswer:
        """The whole answer; entries beyond a few dozen are counted, and the page that lists them named."""
        words = register_words(self.language)
        listed, beside = found.entries[:_MOST_ENTRIES], found.related[:_MOST_ENTRIES]
        groups = []
        number = 0
        for title, entries in [
            *((words.standings[standing], entries) for standing, entries in by_standing(listed).items()),
            (words.related, list(beside)),
        ]:
            if entries:
                groups.append(
                    EntryGroup(
                        title, tuple(self._entry(place, entry) for place, entry in enumerate(entries, number + 1))
                    )
                )
                number += len(entries)
        left = len(found.entries) - len(listed) + len(found.related) - len(beside)
        address = _address(request)
        return RegisterAnswer(
            head=_head(found, words),
            groups=tuple(groups),
            address=address,
            more=words.more.format(left, address) if left else "",
        )

    def _entry(self, number: int, entry: Entry) -> ListedEntry:
        return ListedEntry(entry.id, number, entry.what.strip(), tuple(self._facts(entry)), tuple(self._quotes(entry)))

    def _quotes(self, entry: Entry) -> list[ListedQuote]:
        chosen = [mention for mention in quoted(entry) if self.passes(mention)]
        return [self._quote(mention) for mention in chosen[:_MOST_QUOTES]]

    def _quote(self, mention: Mention) -> ListedQuote:
        """The words of a mention as its letter holds them; raises WrongCitation where it does not."""
        letter, made = self.load(mention.letter), mention.commitment
        span = Span(made.start, made.end)
        quote = Quote(span, made.quote, quote_page(letter, span, in_notes=made.in_notes))
        prove(letter, quote, in_notes=made.in_notes)
        return ListedQuote(mention.letter, quote, made.in_notes, citation(letter, quote.page))

    def _facts(self, entry: Entry) -> list[str]:
        words = register_words(self.language)
        facts = [words.state.format(self._state(entry, words))]
        if entry.to:
            to = words.proposer if entry.kind is CommitmentKind.MOTIE else words.receiver
            facts.append(to.format(", ".join(written(person) for person in entry.to)))
        if entry.kind is CommitmentKind.TOEZEGGING:
            facts.append(words.promiser.format(_promiser(entry, words)))
        proposed = entry.occasion.casefold().startswith("voorgesteld")
        if proposed and entry.occasion_date is not None:
            facts.append(words.proposed.format(written_day(entry.occasion_date, self.language)))
        if entry.occasion and not proposed:
            facts.append(words.occasion.format(entry.occasion))
        if entry.kind is CommitmentKind.MOTIE and entry.references:
            facts.append(words.reference.format(write(entry.references[0])))
        if entry.due or entry.due_date or entry.kind is CommitmentKind.TOEZEGGING:
            facts.append(words.due.format(self._due(entry.due, entry.due_date, words)))
        if entry.official is not None:
            facts.append(words.official.format(entry.official.number, entry.official.status or words.not_said))
        return facts

    def _state(self, entry: Entry, words: RegisterWords) -> str:
        status = words.statuses[entry.status]
        people = [each.by for each in entry.corrections if each.kind is CorrectionKind.STATUS]
        return words.corrected.format(status, people[-1]) if entry.status_source is Source.PERSON and people else status

    def _due(self, said: str, day: datetime.date | None, words: RegisterWords) -> str:
        if day is None:
            return said or words.not_said
        shown = written_day(day, self.language)
        return f"{said} ({shown})" if said else shown


def quoted(entry: Entry) -> list[Mention]:
    """The mentions to quote, oldest first, the same words of one letter once.

    Of a motie that is a document of its own what it asks, not its head.
    """
    own = [mention for mention in entry.mentions if mention.letter.metadata.kind is Kind.MOTIE]
    asks = {mention.letter.id: _asking(_of(own, mention)) for mention in own}
    chosen: dict[tuple[str, str], Mention] = {}
    for mention in entry.mentions:
        letter = mention.letter.id
        if letter not in asks or mention is asks[letter]:
            chosen.setdefault((letter, " ".join(mention.commitment.quote.split())), mention)
    return list(chosen.values())


def _asking(mentions: Sequence[Mention]) -> Mention:
    """The longest of those below the head, which stands first and may be longer than what is asked."""
    head, *below = sorted(mentions, key=lambda each: each.commitment.start)
    return max(below, key=lambda each: len(each.commitment.quote), default=head)


def _of(mentions: Sequence[Mention], mention: Mention) -> list[Mention]:
    return [each for each in mentions if each.letter.id == mention.letter.id]


def _promiser(entry: Entry, words: RegisterWords) -> str:
    by = "" if entry.by == _SENDER else entry.by
    if entry.by_person is None:
        return by or (words.unknown_sender if entry.by else words.not_said)
    return by or _office(entry.by_person)


def _office(person: Person) -> str:
    name = full_name(person.first, person.name) if person.name else ""
    return f"{person.role} ({name})" if person.role and name else person.role or name


def _head(found: Found, words: RegisterWords) -> str:
    counts = Counter(entry.kind for entry in found.entries)
    kinds = " + ".join(
        f"{count} {words.kinds[kind][count > 1]}" for kind, count in sorted(counts.items(), reverse=True)
    )
    standings = Counter(entry.standing for entry in found.entries)
    held = [each for each in Standing if standings[each]]
    # All in one state: its number is the one before it.
    alone = f", {words.counted[held[0]]}" if len(held) == 1 else ""
    states = alone or ": " + ", ".join(f"{standings[each]} {words.counted[each]}" for each in held)
    below = len(found.related)
    beside = f"; {words.below[below > 1].format(below)}" if below else ""
    return f"{kinds}{states}{beside}."


def _address(request: RegisterRequest) -> str:
    """The page of the register with what of the request it can filter."""
    kind = next(iter(request.kinds)).value if len(request.kinds) == 1 else "alle"
    asked = {"soort": kind}
    if len(request.people) == 1:
        asked["persoon"] = request.people[0].name
    if len(request.parties) == 1:
        asked["partij"] = request.parties[0]
    if len(request.dossiers) == 1:
        asked["dossier"] = request.dossiers[0]
    if len(request.standings) == 1:
        asked["stand"] = _IN_ADDRESS[next(iter(request.standings))]
    if request.due_to is not None:
        asked["voor"] = (request.due_to + datetime.timedelta(days=1)).isoformat()
    return f"{PAGE}?{urlencode(asked)}"
