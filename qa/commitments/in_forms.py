"""Mentions in a letter that is held in several forms: each counts once, in the form to cite."""

from collections.abc import Sequence
from dataclasses import replace

from index.types import Forms, StoredCommitment
from qa.commitments.anchors import Anchor, anchor_of
from qa.commitments.corrections import Kept


def said_once(stored: Sequence[StoredCommitment], forms: Forms) -> Sequence[StoredCommitment]:
    """The mentions without those that a form of the letter which is rather cited says in the same words."""
    if not forms.groups:
        return stored
    said = {anchor_of(each) for each in stored if each.letter.id in forms.groups}
    return [
        each
        for each in stored
        if each.letter.id not in forms.groups or not _is_said_before(anchor_of(each), said, forms)
    ]


def in_every_form(kept: Kept, forms: Forms) -> Kept:
    """A correction that holds on to the mentions in all forms of their letters: another form may be cited by now."""
    if not forms.groups:
        return kept
    return replace(kept, anchors=_in_forms(kept.anchors, forms), others=_in_forms(kept.others, forms))


def _is_said_before(anchor: Anchor, said: set[Anchor], forms: Forms) -> bool:
    together = forms.of(anchor.letter)
    return any(replace(anchor, letter=form) in said for form in together[: together.index(anchor.letter)])


def _in_forms(anchors: Sequence[Anchor], forms: Forms) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(replace(anchor, letter=form) for anchor in anchors for form in forms.of(anchor.letter)))
