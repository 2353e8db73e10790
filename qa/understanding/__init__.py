"""What a question asks: its language, references, people, period, kind of document, and what it wants to know."""
