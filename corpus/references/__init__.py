"""References to official documents: recognising every spelling, and writing the official one."""

from corpus.references.kamerstukken import parse_dossier
from corpus.references.official import cite, write
from corpus.references.recognise import recognise

__all__ = ["cite", "parse_dossier", "recognise", "write"]
