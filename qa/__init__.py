"""Answers: understanding a question, ranking what the index finds, composing and citing the answer."""
