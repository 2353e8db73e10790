"""Which paragraphs are headings, by the look of their letters or by how they stand, and how deep."""

from collections.abc import Sequence

from corpus.layout.draft import Draft
from corpus.layout.heads import could_be_heading
from corpus.layout.style import Style

_LARGER = 1.08  # than the body's letters
_MOST_ROWS = 4
_LONGEST = 90  # characters of a heading that looks like the text

# How a heading looks: larger before smaller, bold before plain, upright before italic.
Look = tuple[float, bool, bool]


def heading_levels(drafts: Sequence[Draft], style: Style) -> dict[Look, int]:
    """A level from 1 for each look that headings have in a document, larger above smaller, bold above plain."""
    looks = {look_of(draft) for draft in drafts if looks_like_heading(draft, style)}
    return {look: level for level, look in enumerate(sorted(looks), start=1)}


def look_of(draft: Draft) -> Look:
    """The look of a paragraph's first row."""
    line = draft.rows[0].cells[-1]
    return (-round(line.size, 1), not line.bold, line.italic)


def looks_like_heading(draft: Draft, style: Style) -> bool:
    """Whether a short paragraph is set larger than the text, or all in bold, or all in italics."""
    lines = [cell for row in draft.rows for cell in row.cells]
    larger = all(line.size > _LARGER * style.size for line in lines)
    set_apart = larger or all(line.bold for line in lines) or all(line.italic for line in lines)
    return len(draft.rows) <= _MOST_ROWS and could_be_heading(draft.text) and set_apart


def stands_as_heading(draft: Draft, following: Draft | None) -> bool:
    """Whether a short line in the letters of the text stands above a paragraph, with room above it and none below."""
    return (
        following is not None
        and len(draft.rows) == 1
        and draft.gap_above
        and not following.gap_above
        and len(following.rows) > 1
        and not (following.is_item or draft.is_item)
        and len(draft.text) <= _LONGEST
        and not draft.text.endswith(":")
        and could_be_heading(draft.text)
    )
