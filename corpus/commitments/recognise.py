"""Every promise and every mention of a motie in one letter."""

import re
from dataclasses import dataclass, replace

from corpus.commitments.earlier import Earlier, find_earlier, points_at_promise
from corpus.commitments.fulfilment import closed_by, mentions_outcome, status_of
from corpus.commitments.future import Act, Promise, find_promise
from corpus.commitments.letter_moties import LetterMoties
from corpus.commitments.motie_document import own_mentions
from corpus.commitments.moties import find_moties
from corpus.commitments.occasions import find_occasion, occasion_date
from corpus.commitments.receivers import KAMER, named_receivers, promiser, receivers
from corpus.commitments.references import Cited, cited_behind
from corpus.commitments.time_words import Due, find_due
from corpus.commitments.units import Unit, Units, page_at
from corpus.commitments.wording import what_of_promise
from corpus.people import same_person
from corpus.types import BlockKind, Commitment, CommitmentKind, Kind, Letter, Span
from corpus.types import CommitmentStatus as Status

COMMITMENTS_VERSION = "6"
"""The version of these rules; raised whenever a letter would give other commitments."""

_LONGEST = 3_000
"""Above this many characters it is no sentence but a run of words without a stop, on which patterns take long."""
_SHORT = 90
"""Below this many characters a sentence that points back is quoted with the one before it."""
_POINTS_BACK = re.compile(
    r"(?<!\w)(?:hierover|daarover|hier|hierop|daarop|dit|deze|die|daarvan|hiervan|over de (?:uitkomst\w*"
    r"|voortgang|resultaten)|de (?:uitkomst\w*|resultaten|voortgang)|\ADat (?:zeg|wil|kan|ga))(?!\w)",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    r"eerdere toezegging|zoals (?:eerder |reeds |al |ook )?(?:toegezegd|aangekondigd|aange(?:ge)?ven in"
    r"|gemeld in)|zoals ik (?:eerder )?heb (?:toegezegd|aangekondigd)",
    re.IGNORECASE,
)
_SAYS_TO = re.compile(r"(?<!\w)(?:zeg(?:t|gen)?|toezeggen)(?!\w)", re.IGNORECASE)
_THEN = re.compile(r"\A[^.;]{0,80}?(?<!\w)en (?:daarna|vervolgens)(?!\w)", re.IGNORECASE)
_ASKED_BY_MOTIE = re.compile(
    r"(?<!\w)motie(?!\w)[^.;]*(?<!\w)(?:verzoekt|verzocht|oproept|roept|vraagt)(?!\w)", re.IGNORECASE
)
_HOW = re.compile(r"(?:Hiervoor|Daarvoor|Hierbij|Daarbij)(?!\w)[^.;]{0,40}(?<!\w)(?:zal|zullen|ga)(?!\w)")
# Words of an author who looks at what the government does: a court of audit, an ombudsman.
_ONLOOKER = re.compile(
    r"(?<!\w)(?:ons|onze) (?:rapport(?:en)?|(?:verantwoordings)?onderzoek(?:en)?|aanbeveling(?:en)?|bevindingen"
    r"|oordeel)(?!\w)",
    re.IGNORECASE,
)
_OF_GOVERNMENT = re.compile(r"minister|staatssecretaris|kabinet|regering|bewinds", re.IGNORECASE)
_SPOKEN = frozenset({Kind.VERSLAG, Kind.HANDELINGEN})
_OUTSIDE = frozenset({BlockKind.SALUTATION, BlockKind.SIGNATURE, BlockKind.SPEAKER})
_ENDED = frozenset({Status.VOLDAAN, Status.DEELS, Status.VERVALLEN})


@dataclass(frozen=True, slots=True)
class _Found:
    """A promise recognised in a sentence; `own` is the part that promises."""

    unit: Unit
    commitment: Commitment
    earlier: bool


def recognise(letter: Letter) -> tuple[Commitment, ...]:
    """The commitments of a letter in the order of their quotes, those of the notes last; the same letter, the same.

    Of a motie as a document of its own: its head and its dictum. Of a report of what was said in a debate only what
    is promised in so many words, since in speech nearly every "ik zal" is no promise.
    """
    if letter.metadata.kind is Kind.MOTIE:
        return own_mentions(letter)
    return _Recogniser(letter).run()


class _Recogniser:
    """Reads one letter once, from its beginning to its end."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._units = Units(letter)
        self._moties = LetterMoties(letter, self._units)
        self._found: list[_Found] = []
        self._spoken = letter.metadata.kind in _SPOKEN and any(
            block.kind is BlockKind.SPEAKER for block in letter.blocks
        )
        unsigned = not (letter.metadata.senders or letter.metadata.ministry)
        self._onlooker = unsigned and bool(_ONLOOKER.search(letter.text))

    def run(self) -> tuple[Commitment, ...]:
        for place, span in enumerate(self._units.spans()):
            text = self._letter.text[span.start : span.end]
            if len(text) <= _LONGEST and _GATE.search(text):
                self._read(self._units.body(place))
        for unit in self._units.notes():
            if len(unit.text) <= _LONGEST and _GATE_OF_NOTES.search(unit.text):
                self._read_note(unit)
        made = [*self._settled(), *self._moties.commitments()]
        return tuple(sorted(made, key=lambda each: (each.in_notes, each.start, each.end, each.kind)))

    def _read(self, unit: Unit) -> None:
        if unit.kind in _OUTSIDE:
            return
        if "otie" in unit.text.lower() and not self._spoken:
            self._moties.read(unit)
        if (
            unit.asked
            or unit.kind in (BlockKind.HEADING, BlockKind.DICTUM)
            or self._letter.metadata.kind is Kind.VRAGEN
        ):
            return
        self._read_promise(unit)

    def _read_note(self, unit: Unit) -> None:
        if "otie" in unit.text.lower():
            self._moties.read(unit)
        anchor = self._units.anchor(unit.note) if unit.note else None
        if anchor is not None and any(found.unit.start == anchor.start for found in self._found):
            return
        earlier = find_earlier(unit.text, answered_before=False, has_reference=bool(self._units.references(unit)))
        if earlier is not None and not earlier.reported and self._of_government(earlier.by):
            self._add_earlier(unit, earlier, anchor)

    def _read_promise(self, unit: Unit) -> None:
        if not self._spoken and points_at_promise(unit.text) and self._close(unit):
            return
        earlier = find_earlier(
            unit.text,
            answered_before=self._just_before(unit),
            has_reference="TZ" in unit.text or bool(self._tz_in_note(unit)),
        )
        if earlier is not None and earlier.made_here:
            by = earlier.by or self._speaker(unit)
            if by is not None:
                self._add_promise(unit, Promise(Act.INFORM, by, earlier.start, earlier.end))
        elif self._spoken:
            speaker = self._speaker(unit) if earlier is not None and earlier.own else None
            if earlier is not None and speaker:
                self._add_earlier(unit, replace(earlier, by=speaker), None)
        elif earlier is not None:
            if self._of_government(earlier.by):
                self._add_earlier(unit, earlier, None)
        elif not self._onlooker:
            promise = (
                None
                if _ASKED_BY_MOTIE.search(unit.text)
                else find_promise(
                    unit.text, timed=find_due(_without_occasion(unit.text), self._letter.metadata.date) is not None
                )
            )
            if promise is not None and not self._told_already(unit):
                self._add_promise(unit, promise)

    def _of_government(self, by: str) -> bool:
        """Whether who promised is of the government: in a letter by somebody else only who is named as such."""
        return not self._onlooker or bool(_OF_GOVERNMENT.search(by))

    def _told_already(self, unit: Unit) -> bool:
        """Whether the sentence only says how an earlier promise, with which it is quoted, will be kept."""
        return bool(self._found) and self._found[-1].earlier and self._found[-1].commitment.end >= unit.end

    def _close(self, unit: Unit) -> bool:
        """Give the promise that was spoken of last under this heading the state that a sentence says of it."""
        status = closed_by(unit.text)
        last = next((place for place in reversed(range(len(self._found))) if self._found[place].earlier), None)
        if status is None or last is None or find_promise(unit.text, timed=True) is not None:
            return False
        found = self._found[last]
        if self._units.section(found.unit) != self._units.section(unit):
            return False
        made = replace(found.commitment, status=status)
        self._found[last] = replace(
            found, commitment=replace(made, due="", due_date=None) if status in _ENDED else made
        )
        return True

    def _speaker(self, unit: Unit) -> str | None:
        """The member of the government who speaks; "" in a letter, None where somebody else speaks."""
        if not self._spoken:
            return ""
        blocks = [
            block for block in self._letter.blocks if block.kind is BlockKind.SPEAKER and block.start < unit.start
        ]
        line = self._letter.text[blocks[-1].start : blocks[-1].end].strip(" :") if blocks else ""
        return line if re.match(r"(?:de )?(?:minister|staatssecretaris)", line, re.IGNORECASE) else None

    def _tz_in_note(self, unit: Unit) -> bool:
        return any(mention.reference.kind == "toezegging" for mention, _ in self._units.references(unit))

    def _just_before(self, unit: Unit) -> bool:
        return any(found.earlier and 0 < unit.place - found.unit.place <= 4 for found in self._found[-3:])

    # ------------------------------------------------------------------------------------------- promises made here

    def _add_promise(self, unit: Unit, promise: Promise) -> None:
        items = self._units.items(unit) if promise.act is Act.INFORM else []
        due = self._due(unit.text, promise)
        status = Status.OPEN if _AS_BEFORE.search(unit.text) else Status.NIEUW
        if items:
            for block in items:
                self._found.append(
                    _Found(unit, self._item(unit, Span(block.start, block.end), promise, due, status), earlier=False)
                )
            return
        span = Span(self._proof_start(unit), self._how_end(unit))
        self._found.append(_Found(unit, self._made(unit, span, promise.by, due, status, earlier=False), earlier=False))

    def _item(self, unit: Unit, span: Span, promise: Promise, due: Due | None, status: Status) -> Commitment:
        made = self._made(unit, span, promise.by, due, status, earlier=False)
        item = self._units.at(span)
        cited = cited_behind(self._units, item, 0, len(item.text)) if item else None
        return replace(
            made,
            lead=Span(unit.start, unit.end),
            what=what_of_promise(self._letter.text[span.start : span.end], ""),
            reference=cited.reference if cited else None,
            reference_text=cited.text if cited else "",
        )

    def _due(self, text: str, promise: Promise) -> Due | None:
        """When: by the words of the promise itself, else by those of the sentence."""
        written = self._letter.metadata.date
        for clause in text.split(";") if ";" in text else ():
            due = find_due(_without_occasion(clause), written)
            if due is not None and find_promise(clause, timed=True) is not None:
                return due
        plain = _without_occasion(text)
        inside = find_due(_without_occasion(text[promise.start :]), written) or find_due(
            _without_occasion(text[: promise.end]), written
        )
        due = inside or find_due(plain, written)
        if due is None:
            return None
        place = text.find(due.words)
        then = _THEN.match(text[place + len(due.words) :]) if 0 <= place < promise.start else None
        if then:  # the time is that of another event, behind which the promise comes
            return Due(due.words + then.group(), place, place, None)
        return due

    def _how_end(self, unit: Unit) -> int:
        """The end of the sentence, or of the next one where that says how it will be done."""
        following = self._units.following(unit, 1)
        told = following and following[0].block is unit.block and _HOW.match(following[0].text)
        return following[0].end if told else unit.end

    def _proof_start(self, unit: Unit) -> int:
        before = self._units.preceding(unit)
        if before is not None and not before.asked and len(unit.text) < _SHORT and _POINTS_BACK.search(unit.text):
            return before.start
        return unit.start

    # --------------------------------------------------------------------------------------- promises made earlier

    def _add_earlier(self, unit: Unit, earlier: Earlier, anchor: Unit | None) -> None:
        following = [each.text for each in self._units.following(unit)]
        status = status_of(unit.text, earlier.end, following)
        if anchor is not None:
            status = status_of(anchor.text, len(anchor.text), [anchor.text]) if status is Status.OPEN else status
        end = self._proof_end(unit)
        words = unit.text if status is not Status.OPEN else self._text(unit)[unit.start : end]
        clause = next((part for part in words.split(";") if "toege" in part), words)
        due = None if status in _ENDED else find_due(_without_occasion(clause), self._letter.metadata.date)
        made = self._made(unit, Span(unit.start, end), earlier.by, due, status, earlier=True)
        self._found.append(_Found(unit, made, earlier=True))

    def _proof_end(self, unit: Unit) -> int:
        """The end of the sentence, or of the next one where that says to whom, or what became of it."""
        following = self._units.following(unit, 1)
        if not following or following[0].block is not unit.block:
            return unit.end
        text = following[0].text
        told = mentions_outcome(text) or (text.startswith(("Dit was", "Dit gebeurde")) and bool(named_receivers(text)))
        return following[0].end if told else unit.end

    # ------------------------------------------------------------------------------------------------- putting together

    def _cited(self, unit: Unit) -> Cited:
        """What the sentence cites; behind the name of a motie it is the motie that is cited."""
        motie = find_moties(unit.text)
        return cited_behind(self._units, unit, 0, motie[0].start if motie else len(unit.text))

    def _text(self, unit: Unit) -> str:
        return self._letter.notes_text if unit.in_notes else self._letter.text

    def _made(self, unit: Unit, span: Span, by: str, due: Due | None, status: Status, *, earlier: bool) -> Commitment:
        letter = self._letter
        quote = self._text(unit)[span.start : span.end]
        whose, person = promiser(letter, by)
        occasion = find_occasion(unit.text) if earlier or status is Status.OPEN else ""
        cited = self._cited(unit)
        named = earlier or status is Status.OPEN or bool(_SAYS_TO.search(unit.text))
        return Commitment(
            kind=CommitmentKind.TOEZEGGING,
            start=span.start,
            end=span.end,
            quote=quote,
            page=unit.note.page if unit.note else page_at(letter.pages, span.start),
            in_notes=unit.in_notes,
            by=whose,
            by_person=person,
            to=receivers(letter, [unit.text, quote], named=named),
            occasion=occasion,
            occasion_date=occasion_date(occasion, letter.metadata.date),
            reference=cited.reference,
            reference_text=cited.text,
            what=what_of_promise(quote if len(unit.text) < _SHORT else unit.text, due.words if due else ""),
            due=due.words if due else "",
            due_date=due.date if due else None,
            status=status,
        )

    def _settled(self) -> list[Commitment]:
        """The promises; what the letter says of one holds for its other mentions: one reference, or receiver."""
        settled = []
        for found in self._found:
            made = found.commitment
            if found.earlier and made.status is Status.OPEN:
                others = [
                    each.commitment for each in self._found if each.earlier and _same_promise(each.commitment, made)
                ]
                ended = next((each.status for each in others if each.status in _ENDED), None)
                made = replace(made, status=ended, due="", due_date=None) if ended else made
            if found.earlier and made.reference is None:
                made = self._with_reference(made)
            settled.append(made)
        return settled

    def _with_reference(self, made: Commitment) -> Commitment:
        """The same with the reference that another mention of the promise gives."""
        for each in self._found:
            if each.earlier and each.commitment.reference and _same_promise(each.commitment, made):
                return replace(made, reference=each.commitment.reference, reference_text=each.commitment.reference_text)
        return made


def _same_promise(first: Commitment, second: Commitment) -> bool:
    if first.reference and second.reference and first.reference.kind is second.reference.kind:
        return first.reference.identifier == second.reference.identifier
    members = [person for person in first.to if person != KAMER]
    return bool(members) and all(any(same_person(one, other) for other in second.to) for one in members)


def _without_occasion(text: str) -> str:
    """The text with the occasion blanked out, so that its day is not taken for a due date."""
    occasion = find_occasion(text)
    return text.replace(occasion, " " * len(occasion)) if occasion else text


_GATE = re.compile(
    r"(?<![\w])(?:zal|zullen|zult|ga|gaan|gaat|zou|wordt|worden|verwacht|verwachten|voornemens|bereid|van plan"
    r"|wil|laat|laten|kan|kunnen|kunt|kom|komt|komen|ontvangt|ontvangen|informeer\w*|stuur\w*|zend\w*|meld"
    r"|bericht|rapporteer\w*"
    r"|bied\w*|deel|deelt|delen|krijgt|volgt|volgen|houdt?|leg|legt|doe|vraag|hopen|onderzoek\w*|verken\w*|bezie\w*|werkt?|breng\w*|beoog|hoop|gemeld|aangegeven|aangekondigd|zeg"
    r"|zeggen|zegt|toe\w*|motie|moties)(?!\w)|motie-|moties-|toezegging|toegezegd|MOTIE",
    re.IGNORECASE,
)
_GATE_OF_NOTES = re.compile(r"motie|toezegging|toegezegd", re.IGNORECASE)
