"""Cited words, marked where they stand: on the picture of a page, and in text."""
