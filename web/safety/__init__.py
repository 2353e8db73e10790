"""What keeps the server safe: who may do what, how much, from where, and the log of it."""
