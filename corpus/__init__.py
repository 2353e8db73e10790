"""Letters: reading files, cleaning text, recognising what it says, cutting it into chunks, keeping it."""
