"""References to official documents: recognising every spelling, and writing the official one."""

from corpus.references.official import cite, write
from corpus.references.recognise import recognise

__all__ = ["cite", "recognise", "write"]
