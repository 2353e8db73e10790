"""A server of its own in a process of its own, to be asked, built under and killed."""
