"""The moties that one letter mentions: its mentions brought together, each with all that the letter says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.commitments.moties import MotieMention, find_moties, refers_to_topic, status_of
from corpus.commitments.occasions import find_occasion, occasion_date
from corpus.commitments.receivers import completed
from corpus.commitments.references import Cited, cited_behind
from corpus.commitments.time_words import find_due
from corpus.commitments.units import Unit, Units, page_at
from corpus.commitments.wording import what_of_motie
from corpus.names import fold
from corpus.people import same_person
from corpus.types import BlockKind, Commitment, CommitmentKind, CommitmentStatus, Letter, Person

_ASKED = re.compile(
    r"(?<!\w)(?:verzoekt|verzoeken|verzocht|vraagt|gevraagd|oproept|roept|opgeroepen)(?!\w)", re.IGNORECASE
)
_TELLS = re.compile(r"motie|meegezonden|meegestuurd|kamerbrief|op terug", re.IGNORECASE)
_ALIKE = 0.35
_AND_ALSO = re.compile(r"\s*(?:En|Ook|Alsmede|Evenals)(?: ook)? (?:aan |conform )?de (?:[\w-]+ )?motie")


@dataclass(slots=True)
class _Motie:
    """One motie as far as the letter was read."""

    proposers: tuple[Person, ...]
    cited: Cited
    request: str = ""
    places: list[tuple[Unit, MotieMention]] = field(default_factory=list)
    sayings: list[str] = field(default_factory=list)
    section: int = -1

    def takes(self, mention: MotieMention, cited: Cited, request: str) -> bool:
        """Whether a mention is of this motie, and of nothing else that the letter tells apart."""
        if self.cited.reference and cited.reference:
            return self.cited.reference.identifier == cited.reference.identifier
        if not self.proposers or not mention.proposers:
            return False
        if not _same_proposers(self.proposers, mention.proposers):
            return False
        return not (self.request and request) or _alike(self.request, request)


class LetterMoties:
    """Gathers the mentions of moties, sentence by sentence in the order of the letter."""

    def __init__(self, letter: Letter, units: Units) -> None:
        self._letter = letter
        self._units = units
        self._known: list[_Motie] = []
        self._topic: _Motie | None = None

    def read(self, unit: Unit) -> None:
        """Take in one sentence that has the word "motie"."""
        mentions = find_moties(unit.text)
        for number, mention in enumerate(mentions):
            stop = mentions[number + 1].start if number + 1 < len(mentions) else len(unit.text)
            if not mention.proposers and self._is_topic(unit, mention):
                self._place(self._topic, unit, mention)
                continue
            start = 0 if unit.in_notes and len(mentions) == 1 else mention.start
            self._add(unit, mention, cited_behind(self._units, unit, start, stop, mention.proposers))
        if not mentions and self._topic is not None and refers_to_topic(unit.text):
            self._topic.sayings.append(unit.text)
            if not self._topic.cited.reference:
                self._topic.cited = cited_behind(self._units, unit, 0, len(unit.text), self._topic.proposers)

    def commitments(self) -> list[Commitment]:
        """The mentions, each with what the whole letter says of its motie."""
        return [self._commitment(motie, unit) for motie in self._known for unit in _shown(motie)]

    def _is_topic(self, unit: Unit, mention: MotieMention) -> bool:
        """Whether "de motie verzoekt" is the one that this section, or its heading, names."""
        definite = re.search(r"(?<!\w)(?:de|deze) \Z", unit.text[: mention.start], re.IGNORECASE)
        return bool(definite) and self._topic is not None and self._topic.section == self._units.section(unit)

    def _place(self, motie: "_Motie | None", unit: Unit, mention: MotieMention) -> None:
        """One more sentence about a motie that is known."""
        if motie is None:
            return
        motie.request = motie.request or (_request(unit.text[mention.start : mention.end]) if mention.topical else "")
        motie.places.append((unit, mention))
        motie.sayings += self._sayings(unit, topical=mention.topical)
        if not motie.cited.reference:
            motie.cited = cited_behind(self._units, unit, mention.start, len(unit.text), motie.proposers)

    def _add(self, unit: Unit, mention: MotieMention, cited: Cited) -> None:
        if not mention.proposers and not mention.topical:
            return
        request = _request(unit.text[mention.start : mention.end]) if mention.topical else ""
        motie = next((known for known in self._known if known.takes(mention, cited, request)), None)
        if motie is None:
            motie = _Motie(mention.proposers, cited)
            self._known.append(motie)
        if len(mention.proposers) > len(motie.proposers):
            motie.proposers = mention.proposers
        motie.cited = motie.cited if motie.cited.reference else cited
        self._place(motie, unit, mention)
        if mention.topical or self._topic is None or unit.kind is BlockKind.HEADING:
            self._topic = motie
            motie.section = self._units.section(unit)

    def _sayings(self, unit: Unit, *, topical: bool) -> list[str]:
        """The sentence, and what is said behind it before another motie is named."""
        sayings = [unit.text]
        before = self._units.preceding(unit) if _AND_ALSO.match(unit.text) else None
        if before is not None:
            sayings.append(before.text)
        if unit.note is not None:
            anchor = self._units.anchor(unit.note)
            sayings += (
                ["in het kader van"]
                if anchor is not None and unit.text.lower().startswith(("kamerstuk", "motie"))
                else []
            )
            return sayings
        for number, following in enumerate(self._units.following(unit)):
            if find_moties(following.text):
                break
            points = refers_to_topic(following.text)
            if (not number and not points) or (topical and _TELLS.search(following.text)):
                sayings.append(following.text)
        return sayings

    def _commitment(self, motie: _Motie, unit: Unit) -> Commitment:
        letter = self._letter
        text = letter.notes_text if unit.in_notes else letter.text
        written = letter.metadata.date
        asking = [each.text for each, mention in motie.places if mention.topical or _ASKED.search(each.text)]
        asking += [saying for saying in motie.sayings if saying not in asking and _ASKED.search(saying)]
        times = (find_due(_without_occasion(each), written) for each in asking)
        due = next((each for each in times if each and each.date), None)
        spoken_of = [each for each, mention in motie.places if mention.topical and not each.in_notes]
        occasion = next(filter(None, (find_occasion(each.text) for each in spoken_of)), "")
        start, end = unit.start, self._proof_end(unit)
        return Commitment(
            kind=CommitmentKind.MOTIE,
            start=start,
            end=end,
            quote=text[start:end],
            page=unit.note.page if unit.note else page_at(letter.pages, start),
            in_notes=unit.in_notes,
            to=completed(letter, motie.proposers),
            occasion=occasion,
            occasion_date=occasion_date(occasion, written),
            reference=motie.cited.reference,
            reference_text=motie.cited.text,
            what=_what(motie, unit),
            due=due.words if due else "",
            due_date=due.date if due else None,
            status=status_of(motie.sayings),
        )

    def _proof_end(self, unit: Unit) -> int:
        """The end of the sentence, or of the next one where that says what became of the motie."""
        following = self._units.following(unit, 1)
        if not following or following[0].block is not unit.block or unit.kind is BlockKind.QUESTION:
            return unit.end
        text = following[0].text
        told = not find_moties(text) and status_of([text]) is not CommitmentStatus.ONBEKEND
        return following[0].end if told else unit.end


def _shown(motie: _Motie) -> list[Unit]:
    """The sentences to show: notes and headings only where no running sentence names the motie; each once."""
    units = [unit for unit, _ in motie.places]
    running = [unit for unit in units if not unit.in_notes and unit.kind is not BlockKind.HEADING]
    chosen = running or [unit for unit in units if not unit.in_notes] or units
    return list({(unit.in_notes, unit.start): unit for unit in chosen}.values())


def _what(motie: _Motie, unit: Unit) -> str:
    if motie.request:
        return what_of_motie(motie.request)
    mention = next((mention for each, mention in motie.places if each is unit), None)
    about = unit.text[mention.start : mention.end] if mention else unit.text
    line = what_of_motie(about)
    return (
        line
        if line.casefold() != what_of_motie(about.split(".")[0]).casefold() or "over " in about
        else what_of_motie(unit.text)
    )


def _request(text: str) -> str:
    match = _ASKED.search(text)
    return text[match.start() :] if match else ""


def _without_occasion(text: str) -> str:
    occasion = find_occasion(text)
    return text.replace(occasion, " ") if occasion else text


def _same_proposers(first: Sequence[Person], second: Sequence[Person]) -> bool:
    """Whether all of the shorter list stand in the longer one, and the first of one is the first of the other."""
    shorter, longer = sorted((first, second), key=len)
    if not all(any(same_person(one, other) for other in longer) for one in shorter):
        return False
    return same_person(first[0], second[0])


def _alike(first: str, second: str) -> bool:
    one, other = (set(re.findall(r"\w{5,}", fold(text))) for text in (first, second))
    return not one or not other or len(one & other) >= _ALIKE * min(len(one), len(other))
