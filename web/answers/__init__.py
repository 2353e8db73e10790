"""A question from an address or a command line, and its answer as pages and programs get it."""
