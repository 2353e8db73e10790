"""English questions as weighted Dutch index terms."""

from index.translate.translator import translate

__all__ = ["translate"]
