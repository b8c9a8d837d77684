"""Text -> numbers, addresses and names by which a person can be known."""
