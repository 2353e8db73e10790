"""English questions as weighted Dutch index terms."""
