"""What the encoder is trained from and how: texts, vocabulary, pairs, objectives, export."""
