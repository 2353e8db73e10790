"""Reading back what was marked on a page."""

from collections.abc import Sequence

from web.marked.pages import Box, PageGlyphs


def printed_inside(printed: PageGlyphs, boxes: Sequence[Box]) -> str:
    """What is printed in these rectangles, spaces included: the characters whose middle lies in one of them."""
    return "".join(
        character
        for position, character in enumerate(printed.characters)
        if any(_holds(around, printed.box(position)) for around in boxes)
    )


def _holds(around: Box, box: Box) -> bool:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return around.left <= across <= around.right and around.top <= down <= around.bottom
