"""Letters as the pages show, list and correct them."""
