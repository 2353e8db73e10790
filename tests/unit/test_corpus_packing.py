"""Where a section is cut."""

from corpus.packing import Border, Piece, pack
from corpus.types import Span


def pieces(*lengths: int, cuts: tuple[float, ...] = ()) -> list[Piece]:
    """Pieces of these lengths, one blank between them, with what it costs to cut after each."""
    made, start = [], 0
    for position, length in enumerate(lengths):
        cost = cuts[position] if position < len(cuts) else 0.0
        made.append(Piece(Span(start, start + length), Border.SENTENCE, cost))
        start += length + 1
    return made


def sizes(passages: list[list[Piece]]) -> list[int]:
    """How many pieces each passage holds."""
    return [len(passage) for passage in passages]


def test_nothing_gives_no_passage() -> None:
    """No pieces, no passages."""
    assert pack([], 100, 200) == []


def test_one_piece_is_one_passage() -> None:
    """However short or long, up to the limit."""
    assert sizes(pack(pieces(200), 100, 200)) == [1]


def test_pieces_are_joined_up_to_about_the_target() -> None:
    """Four pieces of half the target are two passages."""
    assert sizes(pack(pieces(50, 50, 50, 50), 100, 200)) == [2, 2]


def test_what_is_somewhat_too_long_stays_whole() -> None:
    """One and a third of the target costs less than a passage more."""
    assert sizes(pack(pieces(65, 65), 100, 200)) == [2]


def test_the_limit_holds_whatever_a_cut_costs() -> None:
    """A passage never gets longer than the limit."""
    assert sizes(pack(pieces(110, 110, cuts=(1000.0,)), 100, 200)) == [1, 1]


def test_the_cut_goes_where_it_is_cheap() -> None:
    """Of two ways that fit as well, the cheaper cut is taken."""
    assert sizes(pack(pieces(60, 60, 60, cuts=(0.9, 0.0)), 100, 130)) == [2, 1]
    assert sizes(pack(pieces(60, 60, 60, cuts=(0.0, 0.9)), 100, 130)) == [1, 2]
