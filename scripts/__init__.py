"""Programs that make what is shipped, and measure it."""
