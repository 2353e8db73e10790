"""A letter's text with its structure."""

from dataclasses import replace

from corpus.types import Block, BlockKind, Letter, Note, Page, Span
from tests.web_examples import PROMISE, make_letter, span_of
from web.marked.marking import Cited
from web.marked.pieces import Piece
from web.marked.readable import Group, readable

UNMARKED = Cited(())


def texts(groups: tuple[Group, ...]) -> list[tuple[str, list[str]]]:
    """Each group's kind with the text of its blocks."""
    return [(group.kind, ["".join(piece.text for piece in block.pieces) for block in group.blocks]) for group in groups]


def built(*blocks: tuple[BlockKind, str], number: str = "") -> Letter:
    """A letter of blocks of these kinds."""
    letter = make_letter(paragraphs=[text for _, text in blocks])
    kinds = [
        Block(kind, block.start, block.end, 1, number) for block, (kind, _) in zip(letter.blocks, blocks, strict=True)
    ]
    return replace(letter, blocks=tuple(kinds))


def test_headings_and_paragraphs_stand_by_themselves() -> None:
    """In the order of the letter."""
    assert [kind for kind, _ in texts(readable(make_letter(), UNMARKED).groups)] == [
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_items_and_rows_that_follow_each_other_are_one_group() -> None:
    """A list is read out as one list, a table as one table with its cells."""
    letter = built(
        (BlockKind.ITEM, "• een"),
        (BlockKind.ITEM, "• twee"),
        (BlockKind.TABLE, "Jaar | Bedrag"),
        (BlockKind.TABLE, "2024 | 3"),
    )
    items, table = readable(letter, UNMARKED).groups
    assert texts((items,)) == [("item", ["• een", "• twee"])]
    assert [[cell[0].text for cell in row.cells] for row in table.blocks] == [["Jaar", "Bedrag"], ["2024", "3"]]


def test_a_number_that_is_not_in_the_text_is_shown_before_it() -> None:
    """Word numbers its lists outside the text; print has the number in it."""
    outside = readable(built((BlockKind.ITEM, "een plan"), number="3"), UNMARKED)
    inside = readable(built((BlockKind.ITEM, "3. een plan"), number="3"), UNMARKED)
    assert (outside.groups[0].blocks[0].number, inside.groups[0].blocks[0].number) == ("3", "")


def test_cited_words_are_marked() -> None:
    """Exactly these words, in the paragraph that holds them."""
    letter = make_letter()
    groups = readable(letter, Cited((span_of(letter.text, PROMISE),))).groups
    marked = [piece for group in groups for block in group.blocks for piece in block.pieces if piece.marked]
    assert marked == [Piece(PROMISE, marked=True, first=True)]


def test_one_page_shows_only_its_own_text() -> None:
    """A paragraph that runs on from the page before is known as such."""
    letter = make_letter(paragraphs=["Een plan komt er", "Klaar is het."], page_starts=(0, 9))
    page = readable(letter, UNMARKED, 2)
    assert texts(page.groups) == [("paragraph", ["komt er"]), ("paragraph", ["Klaar is het."])]
    assert [group.blocks[0].continued for group in page.groups] == [True, False]


def test_a_page_without_text_shows_nothing() -> None:
    """An empty page between two others has no groups."""
    letter = make_letter(paragraphs=["Een plan", "Klaar is het."], page_starts=(0, 10))
    pages = (letter.pages[0], Page(2, "", 10, 10), replace(letter.pages[1], number=3))
    assert readable(replace(letter, pages=pages), UNMARKED, 2).groups == ()


def test_notes_are_signed_in_the_text_and_listed_on_their_page() -> None:
    """The sign stands where the note is anchored; a cited note is marked."""
    letter = make_letter(paragraphs=["Een plan komt er."], page_starts=(0,), notes=[("Zie bijlage.", 1)])
    letter = replace(letter, notes=(Note("1", 0, 12, 1, 8),))
    page = readable(letter, Cited((Span(4, 11),), in_notes=True), 1)
    assert page.groups[0].blocks[0].pieces == (
        Piece("Een plan"),
        Piece("", sign="1", note=0),
        Piece(" komt er."),
    )
    (note,) = page.notes
    assert (note.number, note.mark) == (0, "1")
    assert note.pieces == (Piece("Zie "), Piece("bijlage", marked=True, first=True), Piece("."))
