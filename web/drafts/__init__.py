"""Drafts: a text in sections with its sources; kept, checked against the letters, written for other programs."""
