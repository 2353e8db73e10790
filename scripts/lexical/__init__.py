"""What the lexical leg learns from: words and their frequencies, labelled compounds, parallel text."""
