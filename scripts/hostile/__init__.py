"""Makes files that try to break whoever reads them."""
