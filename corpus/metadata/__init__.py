"""What is known about a letter, interpreted from what its reader saw."""

from corpus.metadata.interpret import interpret

__all__ = ["interpret"]
