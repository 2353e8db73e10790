"""English questions as weighted Dutch index terms."""

from index.translate.translator import reads_as_english, translate

__all__ = ["reads_as_english", "translate"]
