"""Readers: the bytes of a file to what stands in it."""
