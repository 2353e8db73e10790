"""Readers: what stands in a file, whatever its format; nothing is interpreted yet."""

from corpus.reading import Reading


def read(data: bytes) -> Reading:
    """Read a file of any kind that is known, by its first bytes; raises `UnreadableFile`."""
    # Whoever only looks for files imports this package too, and does not wait for the libraries of the formats.
    from corpus.readers.dispatch import read_file  # noqa: PLC0415

    return read_file(data)
