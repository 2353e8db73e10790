"""Answering from the register of promises and moties: what a question wants of it, what it has, how that is told."""
