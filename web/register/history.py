"""One entry as its page shows it: what is known of it, and what each letter says of it with its proof."""

from dataclasses import dataclass

from flask_babel import gettext

from corpus.dates import write_date
from corpus.references import write
from corpus.types import CommitmentKind, Span
from corpus.types import CommitmentStatus as Status
from index.types import LetterRecord
from qa.commitments.types import Entry, Mention, OfficialRow
from web.addresses import Address
from web.answers.presenting import quote_with_citation
from web.labels import day
from web.register.words import kind_name, members, promiser


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known about an entry; `known` is False where no source says it."""

    label: str
    value: str
    known: bool = True
    dutch: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """What one letter says of the entry. `lead` says that words above a list, marked too, govern the quote."""

    said: str
    letter: LetterRecord
    lead: bool
    quote: str
    citation: str
    copied: str
    address: Address
    page: str


def facts(entry: Entry) -> list[Fact]:
    """What is known; when it was made, by whom and when it is due are always there, and say so if nobody knows."""
    motie = entry.kind is CommitmentKind.MOTIE
    numbers = [write(reference) for reference in entry.references]
    due = " – ".join(filter(None, (day(entry.due_date), f"“{entry.due}”" if entry.due else "")))
    rows = [
        Fact(gettext("Kind"), kind_name(entry.kind), dutch=False),
        _known(gettext("Proposed by") if motie else gettext("Promised to"), members(entry)),
        Fact(gettext("Promised by"), "") if motie and not entry.by else _known(gettext("Promised by"), promiser(entry)),
        Fact(gettext("Ministry"), entry.ministry),
        Fact(gettext("Occasion"), entry.occasion),
        _known(gettext("Date of the occasion"), day(entry.occasion_date)),
        _known(gettext("Due"), due),
        Fact(gettext("Number"), "; ".join(numbers)),
    ]
    return [row for row in rows if row.value]


def official_facts(row: OfficialRow) -> list[Fact]:
    """The row of the official register, each field as it stands there."""
    rows = [
        Fact(gettext("Number"), row.number),
        Fact(gettext("Text"), row.text),
        Fact(gettext("Promised by"), row.by),
        Fact(gettext("Promised to"), "; ".join(row.members)),
        Fact(gettext("Ministry"), row.ministry),
        Fact(gettext("Occasion"), row.occasion),
        Fact(gettext("Date"), day(row.made)),
        Fact(gettext("Status"), row.status),
        Fact(gettext("Due"), day(row.due)),
        Fact(gettext("Closed on"), day(row.closed)),
    ]
    return [fact for fact in rows if fact.value]


def history(entry: Entry) -> list[Event]:
    """What the letters say, oldest first; of words that speak of a motie and promise to act on it, the motie's."""
    told: dict[tuple[str, bool, int], Mention] = {}
    for mention in entry.mentions:
        made = mention.commitment
        place = (mention.letter.id, made.in_notes, made.start)
        if place not in told or made.kind is entry.kind:
            told[place] = mention
    return [_event(mention) for mention in told.values()]


def made_before(entry: Entry) -> str:
    """When and where it was made, where that was before the first letter; "" where the first letter made it."""
    first = next(iter(entry.mentions), None)
    if first is not None and first.commitment.status is Status.NIEUW:
        return ""
    known = write_date(entry.occasion_date) if entry.occasion_date else ""
    return entry.occasion if known and known in entry.occasion else ", ".join(filter(None, (entry.occasion, known)))


def address_of(mention: Mention) -> Address:
    """Where the quote of a mention is shown marked, with the words that govern it."""
    made = mention.commitment
    spans: tuple[Span, ...] = (Span(made.start, made.end),)
    if made.lead is not None and made.lead.end <= made.start and not made.in_notes:
        spans = (made.lead, *spans)
    return Address(mention.letter.id, mention.letter.reading, spans, made.in_notes)


def page_words(mention: Mention) -> str:
    """The file page on which the quote begins, in words; "" for a format without pages."""
    page = mention.commitment.page
    return str(gettext("page %(number)s", number=page)) if page else ""


def _event(mention: Mention) -> Event:
    made = mention.commitment
    quote = " ".join(made.quote.split())
    return Event(
        said=_said(mention),
        letter=mention.letter,
        lead=made.lead is not None,
        quote=quote,
        citation=mention.citation,
        copied=quote_with_citation(quote, mention.citation),
        address=address_of(mention),
        page=page_words(mention),
    )


def _said(mention: Mention) -> str:
    made = mention.commitment
    sayings = {
        Status.NIEUW: gettext("Promised in this letter"),
        Status.OPEN: gettext("Mentioned as still open"),
        Status.DEELS: gettext("Partly kept, says this letter"),
        Status.VOLDAAN: gettext("Kept, says this letter"),
        Status.VERVALLEN: gettext("Lapsed, says this letter"),
        Status.VOORGESTELD: gettext("Proposed"),
        Status.OORDEEL_KAMER: gettext("Left to the judgement of the Kamer"),
        Status.ONTRADEN: gettext("Advised against"),
        Status.OVERGENOMEN: gettext("Taken over by the government"),
        Status.AANGEHOUDEN: gettext("Held over"),
        Status.AANGENOMEN: gettext("Adopted, says this letter"),
        Status.VERWORPEN: gettext("Rejected, says this letter"),
        Status.IN_UITVOERING: gettext("Being carried out, says this letter"),
        Status.UITGEVOERD: gettext("Carried out, says this letter"),
        Status.ONBEKEND: gettext("Mentioned; its status is not said"),
    }
    return str(sayings[made.status])


def _known(label: str, value: str) -> Fact:
    return Fact(label, value) if value else Fact(label, gettext("not known"), known=False)
