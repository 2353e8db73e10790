"""People as letters name them: finding them, and telling who is the same."""

from corpus.people.matching import matches, merge, same_person
from corpus.people.recognise import MEMBER, PersonMention, recognise

__all__ = ["MEMBER", "PersonMention", "matches", "merge", "recognise", "same_person"]
