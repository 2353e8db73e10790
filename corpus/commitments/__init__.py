"""Promises and moties: every mention of one in a letter, with its proof, its people, its time and its state."""

from corpus.commitments.recognise import COMMITMENTS_VERSION, recognise

__all__ = ["COMMITMENTS_VERSION", "recognise"]
