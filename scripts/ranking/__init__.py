"""What the training of the ranking consists of: examples, and learning from them."""
