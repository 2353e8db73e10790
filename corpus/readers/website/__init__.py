"""Saved web pages: which part is the letter, what the page says of it, and its footnotes."""
