"""Writing a draft for other programs: a document with footnotes in several formats, and its sources as a list."""
