"""The tests; each ring is a folder."""
