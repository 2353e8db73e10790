"""Search: Dutch analysis, the two legs, and the generations on disk that they run on."""
