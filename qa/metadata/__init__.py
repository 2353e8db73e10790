"""What people corrected in what was read of a letter, and what still needs them."""
