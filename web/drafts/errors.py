"""What can be wrong with a draft."""

from web.drafts.types import Draft


class DraftProblem(Exception):
    """Any of these."""


class UnknownDraft(DraftProblem):
    """There is no draft with this id, or no version with this number."""


class ChangedMeanwhile(DraftProblem):
    """The draft is no longer the one that was edited; nothing was written. `draft` is what it is now."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(f"draft {draft.id} is at revision {draft.revision} by now")
        self.draft = draft
