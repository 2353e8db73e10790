"""Measure how the labelled quotes come out of the readers: whole in the text, whole in one passage, on the right page.

    python scripts/measure_reading.py LETTERS GOLD [--all] [--misses FILE]

LETTERS is the folder of documents (moties.zip inside it), GOLD the folder with questions.jsonl and commitments.jsonl.
A quote is compared without blanks and hyphens; the digits of a footnote mark may be there or not. `--all` reads every
document, also those without a quote, and says what could not be read and how long it took.
"""

import argparse
import json
import re
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus import chunks
from corpus.errors import UnreadableFile
from corpus.letter import read_letter
from corpus.types import Chunk, Letter

BARS = {"text": 98.5, "passage": 96.0, "page": 99.0}
# Neither blanks nor hyphens nor the form of quotes and dashes count.
IGNORED = re.compile("[\\s\u00ad\u2010\u2011\u2012\u2013\u2014-]")
ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
# A mark of one or two digits: in front of a note, or glued to a word, a year, a bracket or a stop.
MARK = re.compile(
    r"^\d{1,2}(?= )|(?<=[^\W\d_])\d{1,2}(?!\w)|(?<=[).,;:?!»”’])\d{1,2}(?!\w)|(?<=\b(?:19|20)\d\d)\d{1,2}(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One labelled quote: its document, page (None when not labelled) and words; `extra` for an `also` of a promise."""

    document: str
    page: int | None
    words: str
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a quote."""

    quote: Quote
    in_text: bool
    in_passage: bool
    page_right: bool | None
    remark: str = ""


def main() -> int:
    """Print the figures and every miss; 1 when a bar is not met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("letters", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--all", action="store_true", help="read every document")
    parser.add_argument("--misses", type=Path, help="write the misses to this file too")
    given = parser.parse_args()
    quotes = list(dict.fromkeys(read_quotes(given.gold)))
    wanted = {PurePosixPath(quote.document).stem for quote in quotes}
    read, cut, failed = read_letters(given.letters, None if given.all else wanted)
    found = [judge(quote, read, cut, failed) for quote in quotes]
    misses = [describe(each) for each in found if each.remark]
    print("\n".join(misses))
    if given.misses:
        given.misses.write_text("\n".join(misses) + "\n", encoding="utf-8")
    return report(found)


# ----------------------------------------------------------------------------------------------------- reading


def read_quotes(gold: Path) -> Iterator[Quote]:
    """All labelled quotes, in the order of the files."""
    for line in (gold / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        for answer in json.loads(line).get("answers", ()):
            yield Quote(answer["doc"], answer.get("page"), answer["quote"])
    for line in (gold / "commitments.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Quote(row["doc"], row.get("page"), row["quote"])
        yield from (Quote(row["doc"], None, words, extra=True) for words in row.get("also") or ())


def read_letters(
    folder: Path, wanted: set[str] | None
) -> tuple[dict[str, Letter], dict[str, list[Chunk]], dict[str, str]]:
    """Letters and their passages by the stem of the file's name, and why others could not be read."""
    letters: dict[str, Letter] = {}
    passages: dict[str, list[Chunk]] = {}
    failed: dict[str, str] = {}
    reading = cutting = 0.0
    for name, data in files(folder, wanted):
        stem = PurePosixPath(name).stem
        started = time.perf_counter()
        try:
            letters[stem] = read_letter(data, name)
        except UnreadableFile as refused:
            failed[stem] = f"{refused.reason}: {refused}"
            continue
        between = time.perf_counter()
        passages[stem] = chunks.cut(letters[stem])
        reading += between - started
        cutting += time.perf_counter() - between
    total = sum(len(each) for each in passages.values())
    kinds = Counter(str(letter.metadata.kind) for letter in letters.values())
    print(f"{len(letters):,} letters read in {reading:.1f} s, cut into {total:,} passages in {cutting:.1f} s")
    print(", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common()))
    print("\n".join(f"not read: {stem}: {reason}" for stem, reason in failed.items()))
    return letters, passages, failed


def files(folder: Path, wanted: set[str] | None) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the documents, those inside zips as well."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in sorted(archive.namelist()):
                    if wanted is None or PurePosixPath(name).stem in wanted:
                        yield name, archive.read(name)
        elif path.suffix != ".jsonl" and (wanted is None or path.stem in wanted):
            yield path.name, path.read_bytes()


# ----------------------------------------------------------------------------------------------------- judging


def judge(quote: Quote, letters: dict[str, Letter], passages: dict[str, list[Chunk]], failed: dict[str, str]) -> Found:
    """Where a quote stands in what was read of its document."""
    stem = PurePosixPath(quote.document).stem
    if stem not in letters:
        return Found(
            quote, in_text=False, in_passage=False, page_right=None, remark=failed.get(stem, "no such document")
        )
    letter, pattern = letters[stem], pattern_of(quote.words)
    pages = [pages_of(letter, pattern), note_pages_of(letter, pattern)]
    in_text = any(each is not None for each in pages)
    in_passage = any(pattern.search(fold(chunk.text)[0]) for chunk in passages[stem])
    page_right = None
    if in_text and quote.page is not None and letter.pages[0].number is not None:
        page_right = any(each is not None and quote.page in each for each in pages)
    remark = "" if in_text else nearest(letter, quote.words)
    if in_text and not in_passage:
        remark = "cut over two passages"
    elif page_right is False:
        remark = f"found on page {[each for each in pages if each is not None]}, labelled {quote.page}"
    return Found(quote, in_text, in_passage, page_right, remark)


def fold(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters where it stood."""
    kept = [(character, offset) for offset, character in enumerate(text) if not IGNORED.match(character)]
    folded = "".join(character for character, _ in kept).translate(ALIKE).lower()
    return folded, [offset for _, offset in kept]


def pattern_of(words: str) -> re.Pattern[str]:
    """What finds a quote in folded text, with or without its footnote digits."""
    parts: list[str] = []
    position = 0
    for mark in MARK.finditer(words):
        parts.extend((re.escape(fold(words[position : mark.start()])[0]), f"(?:{mark.group()})?"))
        position = mark.end()
    parts.append(re.escape(fold(words[position:])[0]))
    return re.compile("".join(parts))


def pages_of(letter: Letter, pattern: re.Pattern[str]) -> set[int | None] | None:
    """The pages in the body on which a quote stands wherever it stands; None when it does not."""
    folded, offsets = fold(letter.text)
    spans = [(offsets[match.start()], offsets[match.end() - 1]) for match in pattern.finditer(folded)]
    if not spans:
        return None
    return {
        page.number for page in letter.pages if any(page.start <= last and first < page.end for first, last in spans)
    }


def note_pages_of(letter: Letter, pattern: re.Pattern[str]) -> set[int | None] | None:
    """The pages of the notes in which a quote stands; None when it stands in none."""
    notes = [note for note in letter.notes if pattern.search(fold(letter.notes_text[note.start : note.end])[0])]
    return {note.page for note in notes} if notes else None


def nearest(letter: Letter, words: str) -> str:
    """Up to where the quote is found, and how the text goes on there."""
    wanted = fold(MARK.sub("", words))[0]
    best = ""
    for text in (letter.text, letter.notes_text):
        folded, offsets = fold(text)
        length = longest(wanted, folded)
        if length > 12:
            place = offsets[folded.index(wanted[:length]) + length - 1]
            said = text[max(place - 60, 0) : place + 1] + " ⟂ " + text[place + 1 : place + 100]
            best = f"matches up to …{said.replace(chr(10), '⏎')}"
    return best or "not even its beginning is found"


def longest(wanted: str, folded: str) -> int:
    """The number of characters of `wanted` from its start that stand in `folded` in one piece."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in folded else (low, middle - 1)
    return low


# --------------------------------------------------------------------------------------------------- reporting


def describe(found: Found) -> str:
    """A miss in three lines."""
    words = " ".join(found.quote.words.split())
    where = f"{found.quote.document} p. {found.quote.page}{' (also)' if found.quote.extra else ''}"
    return f"{where}\n    {words}\n    {found.remark}"


def report(found: list[Found]) -> int:
    """Print the shares; 1 when one is below its bar."""
    status = 0
    for title, group in (
        ("labelled quotes", [each for each in found if not each.quote.extra]),
        ("further quotes of promises", [each for each in found if each.quote.extra]),
    ):
        print(f"{title}: {len(group)}")
        paged = [each for each in group if each.page_right is not None]
        shares = {
            "text": (sum(each.in_text for each in group), len(group)),
            "passage": (sum(each.in_passage for each in group), len(group)),
            "page": (sum(bool(each.page_right) for each in paged), len(paged)),
        }
        for name, (right, count) in shares.items():
            share = 100 * right / count if count else 100.0
            print(f"    {name:8} {right:4} of {count:4} = {share:5.1f} %  (bar {BARS[name]} %)")
            status |= int(share < BARS[name])
    return status


if __name__ == "__main__":
    raise SystemExit(main())
